// The elementary functions that Γ needs, to about 100 bits: reduce the argument to something
// small, sum a Taylor polynomial, undo the reduction by doubling.

/// Σ cₖxᵏ, by Horner's rule.
private func taylor(_ x: DoubleDouble, _ coefficients: [DoubleDouble]) -> DoubleDouble {
  coefficients.reversed().reduce(DoubleDouble(0)) { $0 * x + $1 }
}

/// 1, 1/2!, 1/3!, …
private let exponentialSeries = (1...10).map { DoubleDouble(1 / factorial($0)) }
/// 1, −1/3!, 1/5!, …
private let sineSeries = (0...8).map {
  DoubleDouble(Rational(-1).power($0) / factorial(2 * $0 + 1))
}
/// −1/2!, 1/4!, …
private let cosineSeries = (1...9).map { DoubleDouble(Rational(-1).power($0) / factorial(2 * $0)) }

extension DoubleDouble {
  /// eˣ = m · 2ᵏ with m in [0.7, 1.42]: no overflow, whatever x is below 2⁶².
  static func exp(_ x: DoubleDouble) -> (mantissa: DoubleDouble, exponent: Int) {
    let turns = (x.high / log2.high).rounded()
    let rest = x - log2 * DoubleDouble(turns)
    return (one + reducedExpMinus1(rest), Int(turns))
  }

  /// eˣ − 1, with a small relative error, for x ≤ 0.
  static func expMinus1OfNegative(_ x: DoubleDouble) -> DoubleDouble {
    if x.high > -0.34 { return reducedExpMinus1(x) }
    if x.high < -100 { return DoubleDouble(-1) }
    let (mantissa, exponent) = exp(x)
    return mantissa.scaled(exponent) - one
  }

  /// eˣ − 1 for |x| ≤ 0.35, with a small relative error: e²ᵗ − 1 = 2(eᵗ − 1) + (eᵗ − 1)².
  private static func reducedExpMinus1(_ x: DoubleDouble) -> DoubleDouble {
    let small = x.scaled(-9)
    var value = small * taylor(small, exponentialSeries)
    for _ in 0..<9 { value = value.doubled + value * value }
    return value
  }

  /// Sine and cosine, to about 100 bits of the larger one, for |x| < 2⁵². The sine of a small x
  /// has a small relative error.
  static func sinCos(_ x: DoubleDouble) -> (sin: DoubleDouble, cos: DoubleDouble) {
    let quarters = (x.high / 1.5707963267948966).rounded()
    let (sin, cos) = reducedSinCos(withoutQuarterTurns(x, quarters))
    switch Int(quarters) & 3 {
    case 0: return (sin, cos)
    case 1: return (cos, -sin)
    case 2: return (-sin, -cos)
    default: return (-cos, sin)
    }
  }

  /// x − n π/2, with π/2 to 159 bits, so that the many digits which cancel are there.
  private static func withoutQuarterTurns(_ x: DoubleDouble, _ n: Double) -> DoubleDouble {
    if n == 0 { return x }
    let first = x - DoubleDouble(product: n, 1.5707963267948966)
    let second = first - DoubleDouble(product: n, 6.123233995736766e-17)
    return second - DoubleDouble(product: n, -1.4973849048591698e-33)
  }

  /// For |x| ≤ 0.8, by five doublings of the angle in terms of sin and cos − 1.
  private static func reducedSinCos(_ x: DoubleDouble) -> (sin: DoubleDouble, cos: DoubleDouble) {
    let small = x.scaled(-5)
    let square = small * small
    var sin = small * taylor(square, sineSeries)
    var cosMinus1 = square * taylor(square, cosineSeries)
    for _ in 0..<5 {
      (sin, cosMinus1) = ((sin + sin * cosMinus1).doubled, -(sin * sin).doubled)
    }
    return (sin, one + cosMinus1)
  }
}
