import Article
import Diagnostics
import Records

/// A stated box with its checks judged each by itself: what they take for granted comes later.
struct StatedClaim {
  var document: Document
  var box: Box
  var id: String
  var judge: ClaimJudge

  /// The outcome with these checks in place of the judge's own.
  func outcome(of checks: [CheckEntry]) -> ClaimJudge.Outcome {
    var judge = judge
    judge.checks = checks
    let outcome = judge.outcome()
    return box.expected.map { outcome.compared(with: $0, id) } ?? outcome
  }

  /// The last word on the claim.
  func entry(_ standing: AssumptionCone.Standing) -> ClaimEntry {
    let outcome = standing.outcome
    return ClaimEntry(
      id: id, kind: box.kind, title: box.title.plainText, article: document.path,
      page: "\(document.slug)/index.html", anchor: id, number: box.number, place: box.place,
      parts: box.parts, verdict: outcome.verdict, reason: outcome.reason,
      isDemonstration: outcome.isDemonstration, assumptions: standing.cone.sorted(),
      givens: standing.givens.sorted(), checks: outcome.checks)
  }

  /// What its checks take for granted, in the order in which it is first named.
  var assumptions: [String] {
    var seen: Set<String> = []
    return judge.checks.flatMap(\.record.assumptions).map(\.claim).filter {
      seen.insert($0).inserted
    }
  }
}
