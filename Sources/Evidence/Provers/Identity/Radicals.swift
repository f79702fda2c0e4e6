import MathCore

/// An atom r of an identity with rⁿ = b for a polynomial b in other atoms: √2, or the square root
/// of a variable.
struct Radical {
  let order: Int
  let base: Node
}

/// A number of ℚ(i)[r₁, r₂, …], where rⱼ to a power is a number of ℚ(i): a sum of products of
/// powers of the rⱼ below that. What is zero here is zero for all roots.
struct RadicalNumber {
  /// The order of each rⱼ and what it is to that power.
  typealias Relations = [(order: Int, power: Complex<Rational>)]

  /// Coefficients by the powers of the rⱼ, without zeros at the end.
  private(set) var terms: [[Int]: Complex<Rational>]
  private var relations: Relations

  init(_ value: Complex<Rational>) {
    terms = value == .zero ? [:] : [[]: value]
    relations = []
  }

  /// The number rⱼ.
  init(root index: Int, of relations: Relations) {
    terms = [Array(repeating: 0, count: index) + [1]: .one]
    self.relations = relations
  }

  private init(_ terms: [[Int]: Complex<Rational>], _ relations: Relations) {
    self.terms = terms.filter { $0.value != .zero }
    self.relations = relations
  }

  static func + (a: RadicalNumber, b: RadicalNumber) -> RadicalNumber {
    RadicalNumber(a.terms.merging(b.terms, uniquingKeysWith: +), a.common(b))
  }

  static prefix func - (a: RadicalNumber) -> RadicalNumber {
    RadicalNumber(a.terms.mapValues { -$0 }, a.relations)
  }

  static func - (a: RadicalNumber, b: RadicalNumber) -> RadicalNumber { a + -b }

  static func * (a: RadicalNumber, b: RadicalNumber) -> RadicalNumber {
    let relations = a.common(b)
    var terms: [[Int]: Complex<Rational>] = [:]
    for (m, x) in a.terms {
      for (n, y) in b.terms {
        var factor = x * y
        var powers = (0..<Swift.max(m.count, n.count)).map { index in
          (index < m.count ? m[index] : 0) + (index < n.count ? n[index] : 0)
        }
        for (index, relation) in relations.enumerated().prefix(powers.count)
        where powers[index] >= relation.order {
          factor = factor * relation.power
          powers[index] -= relation.order
        }
        while powers.last == 0 { powers.removeLast() }
        terms[powers, default: .zero] = terms[powers, default: .zero] + factor
      }
    }
    return RadicalNumber(terms, relations)
  }

  /// Numbers without roots have no relations of their own.
  private func common(_ other: RadicalNumber) -> Relations {
    relations.isEmpty ? other.relations : relations
  }
}

extension RadicalNumber: Arithmetic {
  static func constant(_ value: Rational, precision: Int) -> RadicalNumber {
    RadicalNumber(Complex(value))
  }
  static func pi(precision: Int) throws -> RadicalNumber { throw Undefined("π is irrational") }
  static func imaginaryUnit(precision: Int) -> RadicalNumber { RadicalNumber(.i) }

  func divided(by b: RadicalNumber) throws -> RadicalNumber {
    guard let constant = b.terms[[]], b.terms.count == 1 else {
      throw Undefined("a division by a root")
    }
    return self * RadicalNumber(.one / constant)
  }

  func raised(to n: Int) throws -> RadicalNumber {
    guard n >= 0 else { return try RadicalNumber(.one).divided(by: raised(to: -n)) }
    var (power, square, rest) = (RadicalNumber(.one), self, n)
    while rest > 0 {
      if !rest.isMultiple(of: 2) { power = power * square }
      rest /= 2
      if rest > 0 { square = square * square }
    }
    return power
  }

  func raised(to power: RadicalNumber, _ exponent: Rational?) throws -> RadicalNumber {
    throw Undefined("a power with a fractional exponent")
  }
  func applying(_ f: Function) throws -> RadicalNumber {
    throw Undefined("\(f) has no exact value")
  }
  static func larger(_ a: RadicalNumber, _ b: RadicalNumber) throws -> RadicalNumber {
    throw Undefined("roots are not ordered here")
  }
  static func smaller(_ a: RadicalNumber, _ b: RadicalNumber) throws -> RadicalNumber {
    try larger(a, b)
  }
}
