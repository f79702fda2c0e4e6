import Article
import Records

/// The name of the function that a check is about, read from the check's own text: a function value
/// does not know how it is called.
enum SubjectNames {
  /// The first argument of the `occurrence`-th verb after a claim call, e.g. `sparsemax` in
  /// `.exact(sparsemax, over: …)`.
  static func name(in code: Substring, verb: String, occurrence: Int) -> String? {
    var found = 0
    for match in code.matches(of: argumentPattern) where match.output.1 == verb {
      if found == occurrence { return String(match.output.2) }
      found += 1
    }
    return nil
  }

  nonisolated(unsafe) private static let argumentPattern =
    /\.(exact|sampled|refuted|bounded)\(\s*([A-Za-z_][A-Za-z0-9_.]*)\s*,\s*(?:over|at|formula|reference|on)\s*:/

  /// " for `sparsemax` at Double", or nothing when the subject is the mathematics.
  static func phrase(_ subject: Subject) -> String {
    guard case .implementation(let function, let scalar) = subject, !function.isEmpty else {
      return ""
    }
    return " for `\(function)` at \(scalar)"
  }
}
