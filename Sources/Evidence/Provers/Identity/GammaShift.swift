import MathCore

/// Γ(p + n) as a product of linear factors times Γ(p), where 0 < constant term of p ≤ 1.
struct GammaShift {
  /// The argument p, one tree for all equal polynomials; `nil` for 1, as Γ(1) = 1.
  let base: Node?
  /// Γ(argument) / Γ(p).
  let factor: Node

  /// Steps that a shift may take.
  private static let limit = 200

  /// - Returns: `nil` unless the argument is a polynomial in variables, or a number that is no pole.
  ///   Where a polynomial is not constant, Γ(p) has its poles on a set without interior: what
  ///   follows elsewhere follows there by continuity, wherever both sides are defined.
  init?(_ argument: Node) {
    let polynomial = LaurentPolynomial(argument)
    guard polynomial.isInVariables else { return nil }
    let constant = polynomial.terms[Monomial()] ?? 0
    let isConstant = polynomial.terms.keys.allSatisfy { $0 == Monomial() }
    if isConstant, constant <= 0, constant.isInteger { return nil }
    // The largest integer below the constant term.
    guard let steps = Int(exactly: -(-constant).floor - 1), steps.magnitude <= Self.limit else {
      return nil
    }
    if isConstant, constant.isInteger {
      base = nil
      factor = .constant(factorial(steps))
      return
    }
    let base = (polynomial + LaurentPolynomial(Rational(-steps))).canonicalNode
    self.base = base
    let range = steps >= 0 ? 0..<steps : steps..<0
    let product = range.reduce(Node.one) {
      .product($0, .sum(base, .constant(Rational($1))))
    }
    factor = steps >= 0 ? product : .quotient(.one, product)
  }
}
