import Diagnostics
import Records

/// What running one article gave: everything later stages need, nothing judged.
public struct ArticleRun: Sendable, Equatable {
  /// The article's path, as in `Document.path`.
  public var path: String
  /// One for each entry of `Document.runnables`.
  public var outcomes: [Outcome]
  /// What each runnable printed and showed, in order.
  public var output: [Int: [OutputItem]]
  public var values: [Int: Quantity]
  public var checks: [CheckRecord]
  public var mutants: [MutantRecord]
  public var diagnostics: [Diagnostic]
  /// Libraries, toolchain and sandbox of this run.
  public var provenance: [String: String]

  /// What became of a block or an inline value.
  public enum Outcome: Sendable, Equatable, Codable {
    case ran
    /// A `static`, `fails` or `traps` block that is as it should be.
    case asExpected
    /// It did not compile, trapped, threw or took too long: `diagnostics` says which.
    case failed
    /// Something before it failed; a sentence says what.
    case notRun(String)
  }

  public enum OutputItem: Sendable, Equatable {
    case printed(String)
    case shown(Shown, fills: String?)
  }

  /// The run of an article that was not run at all.
  public static func skipped(path: String, runnables: Int, because reason: String) -> ArticleRun {
    ArticleRun(
      path: path, outcomes: Array(repeating: .notRun(reason), count: runnables), output: [:],
      values: [:], checks: [], mutants: [], diagnostics: [], provenance: [:])
  }
}
