// The derivatives of the logarithm of Gamma, enclosed.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension ComplexBall {
  /// ψ⁽ᵏ⁾(z), the k-th derivative of the digamma function; not finite at a pole.
  ///
  /// - Precondition: `order >= 0`.
  package static func polygamma(_ order: Int, _ z: ComplexBall) -> ComplexBall {
    if order == 0 { return digamma(z) }
    if order == 1, (z.re + Ball(Rational(1, 2))).isCertainlyNegative { return reflectedTrigamma(z) }
    let index = ComplexBall(Rational(order), precision: z.precision)
    return index.lend { s in z.mapped { acb_polygamma($0, s, $1, $2) } }
  }

  /// ψ′(z) = π²/sin²πz − ψ′(1 − z), because Arb's own ψ′ finds nothing far to the left.
  private static func reflectedTrigamma(_ z: ComplexBall) -> ComplexBall {
    let cosecant = z.mapped { acb_csc_pi($0, $1, $2) }
    let pole = ComplexBall(.pi(precision: z.precision)) * cosecant
    return pole * pole - polygamma(1, ComplexBall(1) - z)
  }
}

extension Ball {
  /// ψ⁽ᵏ⁾(x) for real x.
  ///
  /// - Precondition: `order >= 0`.
  package static func polygamma(_ order: Int, _ x: Ball) -> Ball {
    order == 0 ? digamma(x) : ComplexBall.polygamma(order, ComplexBall(x)).re
  }
}
