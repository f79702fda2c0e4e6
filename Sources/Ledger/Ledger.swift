import Article
import Diagnostics
import Records
import Runner

/// Judges the whole site from its articles and what running them gave. Pure: values in, values out.
public enum Ledger {
  /// - Parameters:
  ///   - runs: one for each document, matched by path; a document without a run has nothing but
  ///     `notRun`.
  ///   - reviewed: what a person has read before, by `ReviewedPart.key`.
  ///   - rules: what the site asks of its statistical checks.
  public static func judge(
    _ documents: [Document], _ runs: [ArticleRun], reviewed: [String: Review] = [:],
    rules: ChanceRules = ChanceRules()
  ) -> SiteLedger {
    let runsByPath = Dictionary(runs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var ledger = SiteLedger(claims: [], values: [], diagnostics: [], provenance: [:])
    var stated: [(article: ArticleJudge, claims: [StatedClaim])] = []
    for document in documents {
      let run =
        runsByPath[document.path]
        ?? .skipped(
          path: document.path, runnables: document.runnables.count,
          because: "the article was not run")
      let article = ArticleJudge(document: document, run: run, reviewed: reviewed, rules: rules)
      stated.append((article, article.stated()))
      let (values, wrong) = article.values()
      ledger.values += values
      ledger.diagnostics += wrong
      ledger.provenance.merge(run.provenance, uniquingKeysWith: { first, _ in first })
    }
    let cone = AssumptionCone(stated.flatMap(\.claims))
    let standings = cone.standings()
    for (article, claims) in stated {
      let (entries, found) = article.entries(claims) { claim in
        // An id used twice is an error below; the second claim is judged by itself.
        let isFirst = cone.isFirst(claim)
        return isFirst ? standings[claim.id] ?? .init(alone: claim) : .init(alone: claim)
      }
      ledger.claims += entries
      ledger.diagnostics += found
    }
    ledger.diagnostics += duplicates(ledger.claims.map { ($0.id, $0.article, $0.place) })
    ledger.settleChance(rules)
    ledger.limitCited()
    ledger.diagnostics.sort { ($0.place ?? nowhere) < ($1.place ?? nowhere) }
    return ledger
  }

  private static let nowhere = Place(file: "", line: 0, column: 0)

  /// Claim ids are global: one that two articles use would answer for the wrong claim.
  public static func duplicates(
    _ claims: [(id: String, article: String, place: Place)]
  ) -> [Diagnostic] {
    var first: [String: (id: String, article: String, place: Place)] = [:]
    var found: [Diagnostic] = []
    for claim in claims {
      guard let earlier = first[claim.id] else {
        first[claim.id] = claim
        continue
      }
      guard earlier.article != claim.article else { continue }
      found.append(
        Diagnostic(
          "claim.duplicate", at: claim.place,
          "the claim id “\(claim.id)” is used in another article too",
          notes: [.init(place: earlier.place, message: "first used here")],
          fix: "give one of the two another id", claim: claim.id))
    }
    return found
  }
}
