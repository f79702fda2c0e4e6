import MathCore
import Records

/// Something about exact numbers that a certificate settles: that a matrix is positive definite,
/// that a linear program has this optimum, that a polynomial has so many roots. A value; it decides
/// nothing. `claim(id).exact(…)` looks for the certificate, and whoever reads the page can check
/// it.
public struct Certifiable: Sendable {
  /// The statement as TeX.
  package var tex: String
  /// How it is settled, a noun phrase.
  package var method: String
  package var coverage: [Coverage]
  /// Whether the statement names a value: then any other value must be refuted.
  package var isEquality = false
  package var settle: @Sendable () -> Settlement
  /// The same statement, made stronger by a relative change of its bound, if it has one.
  package var shifted: (@Sendable (Rational) -> Certifiable)?
  /// Damaged versions, each with what was damaged.
  package var damages: @Sendable () -> [(why: String, statement: Certifiable)] = { [] }

  package init(
    tex: String, method: String, coverage: [Coverage],
    settle: @escaping @Sendable () -> Settlement
  ) {
    self.tex = tex
    self.method = method
    self.coverage = coverage
    self.settle = settle
  }
}

/// How a certifiable statement came out.
package enum Settlement: Sendable {
  case proved([Certificate])
  /// By certificates of what is so instead, with the numbers for the page.
  case refuted([Certificate], Witness)
  case open(String)
}
