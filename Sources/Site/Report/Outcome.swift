import Diagnostics
import Ledger

/// What a whole run comes to, and the exit code that says so. Nothing else decides either.
///
/// | code | meaning |
/// |---|---|
/// | 0 | everything holds, as far as it is claimed |
/// | 1 | something is refuted or failed, or the input is wrong |
/// | 2 | nothing is refuted, but something is undecided |
/// | 64 | the command line asks for something that does not exist |
///
/// Warnings and notes never change it.
public enum Outcome: Int32, Sendable, Equatable {
  case holds = 0
  case wrong = 1
  case undecided = 2
  case usage = 64

  public var exitCode: Int32 { rawValue }

  /// Only a site without an error may take the place of the one before. Undecided claims may be
  /// published: their cards say that they are undecided.
  public var mayPublish: Bool { self == .holds || self == .undecided }

  /// What is left wrong after promoting.
  public init(_ promotion: Promotion, isApplied: Bool) {
    let isMended = promotion.count == 0 || isApplied
    self = isMended && promotion.left.isEmpty ? .holds : .wrong
  }

  init(_ ledger: SiteLedger, _ diagnostics: [Diagnostic]) {
    self.init(ledger.countedClaims.map(\.verdict) + ledger.values.map(\.verdict), diagnostics)
  }

  public init(_ record: LedgerRecord) {
    self.init(
      record.countedClaims.map(\.verdict) + record.values.map(\.verdict), record.diagnostics)
  }

  private init(_ verdicts: [Verdict], _ diagnostics: [Diagnostic]) {
    if diagnostics.contains(where: { $0.severity == .error })
      || verdicts.contains(where: { $0 == .refuted || $0 == .failed })
    {
      self = .wrong
    } else {
      self = verdicts.contains(where: \.isUndecided) ? .undecided : .holds
    }
  }
}
