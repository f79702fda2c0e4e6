import MathCore

/// A product of integer powers of atoms (variables and whatever is not a polynomial in them).
struct Monomial: Hashable {
  var powers: [Node: Int] = [:]

  static func * (a: Monomial, b: Monomial) -> Monomial {
    Monomial(powers: a.powers.merging(b.powers, uniquingKeysWith: +).filter { $0.value != 0 })
  }

  /// The monomial as a tree.
  var node: Node {
    powers.reduce(.one) { .product($0, .power($1.key, Rational($1.value))) }
  }

  var inverse: Monomial { Monomial(powers: powers.mapValues { -$0 }) }

  /// The atom, if this is one to the first power.
  var singleAtom: Node? {
    powers.count == 1 && powers.first?.value == 1 ? powers.first?.key : nil
  }
}

/// A sum of rational multiples of monomials: the form into which the argument of an exponential is
/// brought, so that `e^{x + c}` and `e^x e^c` are seen to be the same.
struct LaurentPolynomial {
  var terms: [Monomial: Rational]

  init(_ terms: [Monomial: Rational]) { self.terms = terms.filter { $0.value != 0 } }

  init(_ constant: Rational) { self.init([Monomial(): constant]) }

  init(atom: Node) { self.init([Monomial(powers: [atom: 1]): 1]) }

  init(_ node: Node) {
    switch node.kind {
    case .constant(let value): self.init(value)
    case .add(let a, let b): self = LaurentPolynomial(a) + LaurentPolynomial(b)
    case .subtract(let a, let b): self = LaurentPolynomial(a) + LaurentPolynomial(b) * -1
    case .negate(let a): self = LaurentPolynomial(a) * -1
    case .multiply(let a, let b):
      let (x, y) = (LaurentPolynomial(a), LaurentPolynomial(b))
      if x.terms.count * y.terms.count > Self.limit {
        self.init(atom: node)
      } else {
        self = x * y
      }
    case .divide(let a, let b):
      let below = LaurentPolynomial(b)
      if below.terms.count == 1, let (monomial, factor) = below.terms.first {
        self = LaurentPolynomial(a) * LaurentPolynomial([monomial.inverse: 1 / factor])
      } else {
        self = LaurentPolynomial(a) * LaurentPolynomial(atom: Node(.power(b, .constant(-1))))
      }
    case .power(let a, let n):
      if let value = n.rationalValue, let count = Int(exactly: value), 0...8 ~= count,
        let power = LaurentPolynomial(a).power(count)
      {
        self = power
      } else {
        self.init(atom: node)
      }
    default: self.init(atom: node)
    }
  }

  /// Terms that a product may have before it is left as it stands.
  private static let limit = 20_000

  private func power(_ count: Int) -> LaurentPolynomial? {
    var product = LaurentPolynomial(1)
    for _ in 0..<count {
      guard product.terms.count * terms.count <= Self.limit else { return nil }
      product = product * self
    }
    return product
  }

  static func + (a: LaurentPolynomial, b: LaurentPolynomial) -> LaurentPolynomial {
    LaurentPolynomial(a.terms.merging(b.terms, uniquingKeysWith: +))
  }

  static func * (a: LaurentPolynomial, b: Rational) -> LaurentPolynomial {
    LaurentPolynomial(a.terms.mapValues { $0 * b })
  }

  static func * (a: LaurentPolynomial, b: LaurentPolynomial) -> LaurentPolynomial {
    var terms: [Monomial: Rational] = [:]
    for (m, x) in a.terms {
      for (n, y) in b.terms { terms[m * n, default: 0] += x * y }
    }
    return LaurentPolynomial(terms)
  }
}
