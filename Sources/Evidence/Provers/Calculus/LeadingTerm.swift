import MathCore

/// The term of a sum that outgrows all others as the variable goes to ±∞ or from above to 0:
/// exponentials of polynomials before powers, powers before logarithms.
struct LeadingTerm {
  /// Of all values near the end.
  let sign: Int

  /// - Returns: `nil` for sums of another kind, and where the sign of the term is not known.
  init?(of function: OneVariableFunction, at end: IntervalEnd) {
    let variable = function.variable
    var sums: [Growth: Node] = [:]
    for (monomial, factor) in LaurentPolynomial(function.node).terms {
      guard let (growth, number) = Growth.of(monomial, variable, at: end) else { return nil }
      sums[growth] = .sum(sums[growth] ?? .zero, .product(.constant(factor), number))
    }
    for growth in sums.keys.sorted(by: { $1.isOutgrown(by: $0) }) {
      guard let sign = sums[growth]?.signOfNumber else { return nil }
      if sign != 0 {
        self.sign = sign
        return
      }
    }
    return nil
  }
}

/// e^{p(w)} wᵈ (ln w)ᵏ as w goes to infinity.
private struct Growth: Hashable {
  /// p, without a constant term.
  var exponent = Polynomial.zero
  var degree: Rational = 0
  var logarithms = 0

  /// A monomial in w = ±v, or w = 1/v, and the number by which it is multiplied.
  static func of(
    _ monomial: Monomial, _ v: Variable, at end: IntervalEnd
  ) -> (Growth, Node)? {
    let place = end.value(of: v.span)
    // Next to 0 from above all logarithms are negative, and e^{p(v)} goes nowhere.
    let isAtZero = place == 0 && end == .lower
    guard place == nil || isAtZero else { return nil }
    let isReflected = !isAtZero && end == .lower
    var growth = Growth()
    var number = Node.one
    for (atom, power) in monomial.powers {
      switch atom.kind {
      case _ where !atom.freeVariables.contains(v):
        number = .product(number, .power(atom, Rational(power)))
      case .variable: growth.degree += Rational(power)
      case .apply(.sqrt, let a) where a.kind == .variable(v) && !isReflected:
        growth.degree += Rational(power, 2)
      case .apply(.log, let a) where a.kind == .variable(v) && !isReflected:
        growth.logarithms += power
      case .apply(.exp, let a) where !isAtZero:
        guard let p = a.polynomial(in: v, isReflected: isReflected) else { return nil }
        growth.exponent = growth.exponent + Rational(power) * p
      default: return nil
      }
    }
    if isAtZero {
      growth.degree = -growth.degree
      if !growth.logarithms.isMultiple(of: 2) { number = .negation(number) }
    } else if isReflected, !(growth.degree / 2).isInteger {
      number = .negation(number)
    }
    return (growth, number)
  }

  func isOutgrown(by other: Growth) -> Bool {
    let difference = other.exponent - exponent
    if !difference.isZero { return difference.leading > 0 }
    return (degree, logarithms) < (other.degree, other.logarithms)
  }
}

extension Node {
  /// A polynomial in one variable, or in its negation, without a constant term.
  fileprivate func polynomial(in v: Variable, isReflected: Bool) -> Polynomial? {
    var result = Polynomial.zero
    for (monomial, factor) in LaurentPolynomial(self).terms {
      guard monomial.powers.count == 1, let (atom, power) = monomial.powers.first,
        atom.kind == .variable(v), power > 0
      else { return nil }
      let sign: Rational = isReflected && !power.isMultiple(of: 2) ? -1 : 1
      result = result + Polynomial(Array(repeating: 0, count: power) + [sign * factor])
    }
    return result
  }
}
