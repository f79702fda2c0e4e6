import MathCore

/// A polynomial in numbered variables: exponents, one for each variable, with their coefficients.
struct MultivariatePolynomial: Equatable {
  private(set) var terms: [[Int]: Rational]

  init(_ terms: [[Int]: Rational] = [:]) {
    self.terms = terms.filter { $0.value != 0 }
  }

  static func constant(_ value: Rational, in count: Int) -> MultivariatePolynomial {
    MultivariatePolynomial([Array(repeating: 0, count: count): value])
  }

  static func variable(_ index: Int, of count: Int) -> MultivariatePolynomial {
    var powers = [Int](repeating: 0, count: count)
    powers[index] = 1
    return MultivariatePolynomial([powers: 1])
  }

  static func + (a: MultivariatePolynomial, b: MultivariatePolynomial) -> MultivariatePolynomial {
    MultivariatePolynomial(a.terms.merging(b.terms, uniquingKeysWith: +))
  }

  static func - (a: MultivariatePolynomial, b: MultivariatePolynomial) -> MultivariatePolynomial {
    a + b * -1
  }

  static func * (a: MultivariatePolynomial, b: Rational) -> MultivariatePolynomial {
    MultivariatePolynomial(a.terms.mapValues { $0 * b })
  }

  static func * (a: MultivariatePolynomial, b: MultivariatePolynomial) -> MultivariatePolynomial {
    var terms: [[Int]: Rational] = [:]
    for (m, x) in a.terms {
      for (n, y) in b.terms { terms[m.adding(n), default: 0] += x * y }
    }
    return MultivariatePolynomial(terms)
  }

  func power(_ count: Int) -> MultivariatePolynomial {
    guard let variables = terms.keys.first?.count else { return self }
    return (0..<count).reduce(.constant(1, in: variables)) { product, _ in product * self }
  }

  func degree(in variable: Int) -> Int { terms.keys.map { $0[variable] }.max() ?? 0 }

  func value(at point: [Rational]) -> Rational {
    terms.reduce(0) { $0 + $1.value * $1.key.value(at: point) }
  }
}

extension [Int] {
  /// The exponents of a product of monomials.
  func adding(_ other: [Int]) -> [Int] { zip(self, other).map { $0 + $1 } }

  /// The value of the monomial with these exponents.
  func value(at point: [Rational]) -> Rational {
    zip(self, point).reduce(1) { $0 * $1.1.power($1.0) }
  }

  var total: Int { reduce(0, +) }
}
