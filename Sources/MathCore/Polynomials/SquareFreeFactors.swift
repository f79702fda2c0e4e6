// Common and multiple factors of polynomials, found without finding a root.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Polynomial {
  /// The common divisor of highest degree, primitive with a positive leading coefficient; zero if
  /// both are zero.
  package static func greatestCommonDivisor(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    var (x, y, common) = (fmpq_poly_struct(), fmpq_poly_struct(), fmpq_poly_struct())
    a.write(to: &x)
    b.write(to: &y)
    fmpq_poly_init(&common)
    defer {
      fmpq_poly_clear(&x)
      fmpq_poly_clear(&y)
      fmpq_poly_clear(&common)
    }
    fmpq_poly_gcd(&common, &x, &y)
    let coefficients = (0..<fmpq_poly_length(&common)).map { power in
      Rational(Fraction { fmpq_poly_get_coeff_fmpq($0, &common, power) })
    }
    return Polynomial(coefficients).primitive
  }

  /// Makes FLINT's own, which the caller clears.
  private func write(to target: inout fmpq_poly_struct) {
    fmpq_poly_init(&target)
    for (power, coefficient) in coefficients.enumerated() {
      coefficient.lend { fmpq_poly_set_coeff_fmpq(&target, power, $0) }
    }
  }

  /// Factors f₁, f₂, … with f = c f₁^k₁ f₂^k₂ …, pairwise without a common root, none of them with
  /// a multiple root, by Yun's algorithm (D. Y. Y. Yun, SYMSAC 1976). Primitive, of positive
  /// degree, by increasing power. None for constants.
  package var squareFreeFactors: [(factor: Polynomial, power: Int)] {
    guard degree > 0 else { return [] }
    let common = Polynomial.greatestCommonDivisor(self, derivative)
    var rest = divided(by: common).quotient
    var slope = derivative.divided(by: common).quotient - rest.derivative
    var factors: [(factor: Polynomial, power: Int)] = []
    var power = 1
    while rest.degree > 0 {
      let factor = Polynomial.greatestCommonDivisor(rest, slope)
      if factor.degree > 0 { factors.append((factor, power)) }
      rest = rest.divided(by: factor).quotient
      slope = slope.divided(by: factor).quotient - rest.derivative
      power += 1
    }
    return factors
  }
}
