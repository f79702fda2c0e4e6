import Article
import Diagnostics

/// What a person has read: digests of a claim's words and of what was checked, taken together. When
/// one of the two changes alone, they may no longer say the same.
public struct Review: Sendable, Equatable {
  public var statement: String
  public var law: String

  public init(statement: String, law: String) {
    self.statement = statement
    self.law = law
  }

  /// What has changed since.
  public enum Drift: String, Sendable, Codable {
    /// The words alone.
    case statement
    /// What was checked alone.
    case law
  }

  /// `nil` when both or neither have changed.
  func drift(to now: Review) -> Drift? {
    switch (statement == now.statement, law == now.law) {
    case (false, true): .statement
    case (true, false): .law
    default: nil
    }
  }
}

/// A claim, or one part of it, as it stands now.
public struct ReviewedPart: Sendable, Equatable {
  /// `claim.id`, or `claim.id#2` for a part.
  public var key: String
  public var part: Int?
  /// The author's words, and what was checked (TeX or code, with what it ranged over).
  public var words: String
  public var laws: [String]
  public var now: Review
  /// What has changed alone since it was last read; `nil` too when it was never read.
  public var drift: Review.Drift?
}

extension ReviewedPart {
  static func key(_ id: String, _ part: Int?) -> String { part.map { "\(id)#\($0)" } ?? id }

  /// Why the claim should be read again.
  func diagnostic(_ claim: String, statement: Place, check: Place) -> Diagnostic? {
    guard let drift else { return nil }
    let name = part.map { "part \($0) of the claim “\(claim)”" } ?? "the claim “\(claim)”"
    let fix = "Read both. If they agree: ./evident promote --statements"
    switch drift {
    case .statement:
      return Diagnostic(
        "statement.changed-alone", .warning, at: statement,
        "the words of \(name) have changed since they were last read; what is checked has not",
        fix: fix, claim: claim)
    case .law:
      return Diagnostic(
        "statement.law-changed-alone", .warning, at: check,
        "what is checked for \(name) has changed since it was last read; its words have not",
        fix: fix, claim: claim)
    }
  }
}
