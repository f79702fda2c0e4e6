import Diagnostics
import Ledger

extension LedgerRecord {
  /// Everything that a pull request should hear about, in the order of the places: what was
  /// diagnosed, and every claim that is refuted, failed or undecided without a diagnostic of its
  /// own, so that none of them is silent.
  public var findings: [Diagnostic] {
    let told = Set(diagnostics.compactMap(\.claim))
    let silent = countedClaims.filter { !told.contains($0.id) }.compactMap(\.finding)
    return (diagnostics + silent).sorted(by: Diagnostic.precedes)
  }
}

extension LedgerRecord.Claim {
  /// What is wrong with the claim, or `nil` when nothing is.
  fileprivate var finding: Diagnostic? {
    let isWrong = verdict == .refuted || verdict == .failed
    guard isWrong || verdict.isUndecided else { return nil }
    return Diagnostic(
      "claim.\(verdict.rawValue)", isWrong ? .error : .warning, at: source.place,
      "claim “\(id)”: \(why)", claim: id)
  }

  /// The verdict in words, with its reason. A check's own sentence begins with the verdict already.
  var why: String {
    guard let reason else { return verdict.phrase }
    return checks.contains { $0.summary == reason } ? reason : "\(verdict.phrase): \(reason)"
  }
}

extension Verdict {
  /// For a sentence about a claim.
  var phrase: String {
    switch self {
    case .holds: "holds"
    case .supported: "supported, not proved in full"
    case .refuted: "refuted"
    case .cited: "cited, not verified here"
    case .inconclusive: "undecided"
    case .vacuous: "its check tests nothing"
    case .notRun: "not run"
    case .stale: "older than its code"
    case .failed: "its code failed"
    }
  }
}
