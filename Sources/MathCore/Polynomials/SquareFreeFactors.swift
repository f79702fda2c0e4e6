// Common and multiple factors of polynomials, found without finding a root.

extension Polynomial {
  /// The common divisor of highest degree, primitive with a positive leading coefficient; zero if
  /// both are zero.
  package static func greatestCommonDivisor(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    var (x, y) = (a.primitive, b.primitive)
    while !y.isZero { (x, y) = (y, x.divided(by: y).remainder.primitive) }
    return x.leading < 0 ? -x : x
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
