import Article
import Diagnostics

// A claim may be written to show a verdict: `> [!CLAIM id expect=vacuous]`. It is judged like any
// other and shown as it is. Only its verdict is compared with what its box says, and it is left out
// of what the site claims.

extension ClaimJudge.Outcome {
  /// What was found wrong with the claim is what it shows, unless it shows something else.
  func compared(with expected: Box.Expected, _ id: String) -> ClaimJudge.Outcome {
    var outcome = self
    guard let wanted = Verdict(rawValue: expected.verdict) else {
      outcome.diagnostics.append(.unknownVerdict(expected))
      return outcome
    }
    guard wanted == verdict else {
      outcome.diagnostics.append(
        Diagnostic(
          "claim.unexpected-verdict", at: expected.place,
          "the claim “\(id)” is \(verdict.rawValue), its box expects \(wanted.rawValue)",
          fix: "Write `expect=\(verdict.rawValue)` if that is what it is to show."))
      return outcome
    }
    outcome.isDemonstration = true
    outcome.diagnostics = []
    return outcome
  }
}

extension Diagnostic {
  fileprivate static func unknownVerdict(_ expected: Box.Expected) -> Diagnostic {
    let words = Verdict.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: expected.verdict, among: words)
    return Diagnostic(
      "claim.unknown-verdict", at: expected.place,
      "`\(expected.verdict)` is not a verdict",
      fix: near.map { "Did you mean `expect=\($0)`?" }
        ?? "The verdicts are \(words.joined(separator: ", ")).")
  }
}
