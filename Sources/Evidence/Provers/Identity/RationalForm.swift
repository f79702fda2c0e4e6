import MathCore

/// A formula as a quotient of polynomials in independent atoms, written without a division.
///
/// Exponentials split: `e^{x + c}` becomes `E_x · E_c`, where the atom for a monomial m is
/// `e^{m/k}` with one k for the whole identity, so that all exponents are integers. Everything that
/// is not built by field operations and exponentials is an opaque atom. An identity that holds with
/// the atoms as independent variables holds for what they stand for; the converse is not used.
struct RationalForm {
  /// A tree of +, −, ·, integer powers ≥ 0, constants and atom variables.
  var numerator: Node
  /// Factors of the denominator with their powers.
  var denominator: [Node: Int]

  init(_ numerator: Node, over denominator: [Node: Int] = [:]) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func + (a: RationalForm, b: RationalForm) -> RationalForm {
    let common = a.denominator.merging(b.denominator, uniquingKeysWith: Swift.max)
    return RationalForm(
      .sum(a.numerator(over: common), b.numerator(over: common)), over: common)
  }

  static func * (a: RationalForm, b: RationalForm) -> RationalForm {
    RationalForm(
      .product(a.numerator, b.numerator),
      over: a.denominator.merging(b.denominator, uniquingKeysWith: +))
  }

  var negated: RationalForm { RationalForm(.negation(numerator), over: denominator) }

  /// - Returns: `nil` for the inverse of zero.
  var inverse: RationalForm? {
    var constant = Rational(1)
    var factors: [Node: Int] = [:]
    Self.collectFactors(of: numerator, 1, &constant, &factors)
    guard constant != 0 else { return nil }
    return RationalForm(.product(.constant(1 / constant), Self.product(denominator)), over: factors)
  }

  func power(_ n: Int) -> RationalForm? {
    if n < 0 { return inverse?.power(-n) }
    return RationalForm(.power(numerator, Rational(n)), over: denominator.mapValues { $0 * n })
  }

  /// The numerator over a larger denominator.
  private func numerator(over common: [Node: Int]) -> Node {
    var missing: [Node: Int] = [:]
    for (factor, power) in common {
      let lack = power - (denominator[factor] ?? 0)
      if lack > 0 { missing[factor] = lack }
    }
    return .product(numerator, Self.product(missing))
  }

  static func product(_ factors: [Node: Int]) -> Node {
    factors.reduce(.one) { .product($0, .power($1.key, Rational($1.value))) }
  }

  private static func collectFactors(
    of node: Node, _ power: Int, _ constant: inout Rational, _ factors: inout [Node: Int]
  ) {
    switch node.kind {
    case .constant(let value): constant = constant * value.power(power)
    case .multiply(let a, let b):
      collectFactors(of: a, power, &constant, &factors)
      collectFactors(of: b, power, &constant, &factors)
    case .negate(let a):
      if !power.isMultiple(of: 2) { constant = -constant }
      collectFactors(of: a, power, &constant, &factors)
    case .power(let a, let n):
      guard let value = n.rationalValue, let count = Int(exactly: value) else {
        factors[node, default: 0] += power
        return
      }
      collectFactors(of: a, power * count, &constant, &factors)
    default: factors[node, default: 0] += power
    }
  }
}
