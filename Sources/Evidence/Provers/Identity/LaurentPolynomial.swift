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

  /// The monomial as a tree that is the same for equal monomials.
  var canonicalNode: Node {
    powers.sorted { $0.key.sortingKey < $1.key.sortingKey }.reduce(.one) {
      .product($0, .power($1.key, Rational($1.value)))
    }
  }

  /// The atom, if this is one to the first power.
  var singleAtom: Node? {
    powers.count == 1 && powers.first?.value == 1 ? powers.first?.key : nil
  }
}

/// A sum of rational multiples of monomials: the form into which the argument of an exponential is
/// brought, so that `e^{x + c}` and `e^x e^c` are seen to be the same.
struct LaurentPolynomial {
  var terms: [Monomial: Rational]

  init(_ terms: [Monomial: Rational]) {
    guard terms.keys.contains(where: \.holdsSquareOfI) else {
      self.terms = terms.filter { $0.value != 0 }
      return
    }
    var reduced: [Monomial: Rational] = [:]
    for (monomial, factor) in terms {
      let (rest, sign) = monomial.withoutSquaresOfI
      reduced[rest, default: 0] += factor * sign
    }
    self.terms = reduced.filter { $0.value != 0 }
  }

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
    case .apply(.exp, let a): self.init(exponentialOf: LaurentPolynomial(a))
    default: self.init(atom: node)
    }
  }

  /// e^{Σ q m} as a product of atoms e^m (or e^{qm} for a fraction q), so that it is the same
  /// however the sum was written; whole and half turns are powers of i.
  private init(exponentialOf exponent: LaurentPolynomial) {
    var product = LaurentPolynomial(1)
    for (monomial, factor) in exponent.terms {
      var factor = factor
      if monomial == .halfTurn {
        let quarters = (2 * factor).floor
        factor -= quarters / 2
        product = product * LaurentPolynomial([.imaginaryUnit(power: quarters): 1])
      }
      let count = Int(exactly: factor)
      if let count, let power = monomial.exponentialOfLogarithm(count) {
        product = product * power
        continue
      }
      let base = monomial.canonicalNode
      let atom = Node.apply(.exp, count == nil ? .product(.constant(factor), base) : base)
      product = product * LaurentPolynomial([Monomial(powers: [atom: count ?? 1]): 1])
    }
    self = product
  }

  /// The polynomial as a tree that is the same for equal polynomials.
  var canonicalNode: Node {
    let sorted = terms.map { (node: $0.key.canonicalNode, factor: $0.value) }.sorted {
      $0.node.sortingKey < $1.node.sortingKey
    }
    return sorted.reduce(.zero) { .sum($0, .product(.constant($1.factor), $1.node)) }
  }

  /// The coefficient of the first monomial in the order of `canonicalNode`.
  var leadingCoefficient: Rational? {
    terms.min { $0.key.canonicalNode.sortingKey < $1.key.canonicalNode.sortingKey }?.value
  }

  fileprivate var singleTerm: (Monomial, Rational)? {
    terms.count == 1 ? terms.first.map { ($0.key, $0.value) } : nil
  }

  /// Whether it is a polynomial in variables, π and i.
  var isInVariables: Bool {
    terms.keys.allSatisfy { monomial in
      monomial.powers.allSatisfy { atom, power in
        switch atom.kind {
        case .variable, .pi, .imaginaryUnit: power > 0
        default: false
        }
      }
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

extension Monomial {
  /// e^{n ln u} = uⁿ, if the monomial is ln u.
  fileprivate func exponentialOfLogarithm(_ count: Int) -> LaurentPolynomial? {
    guard case .apply(.log, let inside) = singleAtom?.kind else { return nil }
    if count >= 0 { return LaurentPolynomial(Node(.power(inside, .constant(Rational(count))))) }
    guard let (monomial, factor) = LaurentPolynomial(inside).singleTerm else { return nil }
    let powers = monomial.powers.mapValues { $0 * count }
    return LaurentPolynomial([Monomial(powers: powers): factor.power(count)])
  }

  private static let unit = Node(.imaginaryUnit)

  /// iπ: e to this power is −1.
  static let halfTurn = Monomial(powers: [Node(.pi): 1, unit: 1])

  fileprivate var holdsSquareOfI: Bool {
    guard let power = powers[Self.unit] else { return false }
    return power != 1
  }

  static func imaginaryUnit(power: Rational) -> Monomial {
    let rest = power - (power / 4).floor * 4
    return Monomial(
      powers: [unit: Int(exactly: rest) ?? 0].filter { $0.value != 0 })
  }

  /// The monomial with i to the power 0 or 1, and the sign that is left over.
  fileprivate var withoutSquaresOfI: (Monomial, Rational) {
    guard let power = powers[Self.unit], power != 1 else { return (self, 1) }
    var reduced = powers
    let rest = ((power % 4) + 4) % 4
    reduced[Self.unit] = rest % 2 == 1 ? 1 : nil
    return (Monomial(powers: reduced), rest < 2 ? 1 : -1)
  }
}

extension Node {
  /// Tells trees apart, in an order that does not depend on the run: as printed, and the variables
  /// by their declarations.
  fileprivate var sortingKey: String {
    TeXPrinter.print(self) + freeVariables.map { " \($0.order)" }.joined()
  }
}
