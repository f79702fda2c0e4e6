// Polynomials in one variable over the rationals, exactly.

/// c₀ + c₁x + … + cₙxⁿ. Canonical: the highest coefficient is not zero; zero has none at all.
package struct Polynomial: Hashable, Sendable {
  /// The lowest first.
  package let coefficients: [Rational]

  package init(_ coefficients: [Rational]) {
    let length = (coefficients.lastIndex { $0 != .zero } ?? -1) + 1
    self.coefficients = Array(coefficients.prefix(length))
  }

  package init(_ constant: Rational) { self.init([constant]) }

  package static let zero = Polynomial([])
  package static let one = Polynomial(1)
  /// x itself.
  package static let variable = Polynomial([0, 1])

  /// −1 for zero.
  package var degree: Int { coefficients.count - 1 }
  package var isZero: Bool { coefficients.isEmpty }
  package var leading: Rational { coefficients.last ?? 0 }

  /// Horner's scheme.
  package func callAsFunction(_ x: Rational) -> Rational {
    coefficients.reversed().reduce(.zero) { $0 * x + $1 }
  }

  package static func + (a: Polynomial, b: Polynomial) -> Polynomial {
    let (long, short) = a.degree >= b.degree ? (a, b) : (b, a)
    var sum = long.coefficients
    for (index, value) in short.coefficients.enumerated() { sum[index] += value }
    return Polynomial(sum)
  }

  package static prefix func - (a: Polynomial) -> Polynomial { -1 * a }
  package static func - (a: Polynomial, b: Polynomial) -> Polynomial { a + -b }

  package static func * (factor: Rational, a: Polynomial) -> Polynomial {
    Polynomial(a.coefficients.map { factor * $0 })
  }

  package static func * (a: Polynomial, b: Polynomial) -> Polynomial {
    guard !a.isZero, !b.isZero else { return .zero }
    var product = Array(repeating: Rational.zero, count: a.degree + b.degree + 1)
    for (i, x) in a.coefficients.enumerated() where x != .zero {
      for (j, y) in b.coefficients.enumerated() { product[i + j] += x * y }
    }
    return Polynomial(product)
  }

  /// - Precondition: `exponent` is not negative.
  package func power(_ exponent: Int) -> Polynomial {
    (0..<exponent).reduce(.one) { power, _ in power * self }
  }

  package var derivative: Polynomial {
    Polynomial(coefficients.enumerated().dropFirst().map { Rational($0) * $1 })
  }

  /// The largest positive number by which all coefficients can be divided so that they are
  /// integers; 0 for zero.
  package var content: Rational {
    coefficients.reduce(.zero) { Rational.greatestCommonDivisor($0, $1) }
  }

  /// The positive multiple whose coefficients are integers without a common divisor.
  package var primitive: Polynomial { isZero ? self : content.reciprocal * self }

  /// - Precondition: `divisor` is not zero.
  package func divided(by divisor: Polynomial) -> (quotient: Polynomial, remainder: Polynomial) {
    require(!divisor.isZero, "division of a polynomial by zero")
    var rest = coefficients
    let steps = Swift.max(degree - divisor.degree + 1, 0)
    var quotient = Array(repeating: Rational.zero, count: steps)
    for shift in (0..<steps).reversed() {
      let factor = rest[shift + divisor.degree] / divisor.leading
      quotient[shift] = factor
      guard factor != .zero else { continue }
      for (index, value) in divisor.coefficients.enumerated() {
        rest[shift + index] -= factor * value
      }
    }
    return (Polynomial(quotient), Polynomial(rest))
  }
}
