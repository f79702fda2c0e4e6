import MathCore

/// The sign of a formula after expansion: numerator and denominator as polynomials in independent
/// atoms, each monomial's sign known from its atoms, exponentials positive, growing ones above one.
enum ExpandedSign {
  /// Monomials that an expansion may have.
  private static let limit = 20_000

  static func of(_ node: Node) -> Sign {
    guard let numerator = numerator(of: node) else { return .unknown }
    return sign(ofExpanded: numerator)
  }

  /// A polynomial in atoms that has the sign of the formula, or `nil` where the denominator's sign
  /// is not known.
  static func numerator(of node: Node) -> Node? {
    var atoms = Atoms(shiftsGrowth: true)
    _ = atoms.form(of: node)
    return numerator(of: node, &atoms)
  }

  /// The same in the atoms of a whole law, to which the formula has been shown before.
  static func numerator(of node: Node, _ atoms: inout Atoms) -> Node? {
    guard let form = atoms.form(of: node) else { return nil }
    let below = form.denominator.map { factor, power in
      Sign.of(.power(factor, Rational(power))).strengthened(by: sign(ofExpanded: factor), power)
    }
    guard below.allSatisfy({ $0 == .positive || $0 == .negative }) else { return nil }
    let isNegative = below.count(where: { $0 == .negative }) % 2 == 1
    return isNegative ? .negation(form.numerator) : form.numerator
  }

  /// Whether the terms of a polynomial in atoms all have the sign that makes it positive.
  static func shows(_ numerator: Node, isStrict: Bool) -> Bool {
    let sign = sign(ofExpanded: numerator)
    return isStrict ? sign == .positive : sign.isNonNegative
  }

  private static func sign(ofExpanded node: Node) -> Sign {
    let terms = LaurentPolynomial(node).terms
    guard terms.count <= limit else { return .unknown }
    let signs = terms.map { monomial, factor in
      Sign.of(.product(.constant(factor), monomial.node))
    }
    if signs.allSatisfy(\.isNonNegative) {
      return signs.contains(.positive) ? .positive : signs.isEmpty ? .zero : .nonNegative
    }
    if signs.allSatisfy(\.isNonPositive) {
      return signs.contains(.negative) ? .negative : .nonPositive
    }
    return .unknown
  }
}

extension Sign {
  /// What either of two derivations of a power's sign shows.
  fileprivate func strengthened(by base: Sign, _ power: Int) -> Sign {
    if self == .positive || self == .negative { return self }
    switch base {
    case .positive: return .positive
    case .negative: return power.isMultiple(of: 2) ? .positive : .negative
    default: return self
    }
  }
}
