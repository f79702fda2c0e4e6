import MathCore

extension SignChart {
  /// So many times a chart may be derived from another one's.
  private static let mostOrders = 12

  /// The chart of a formula that is analytic on the open interval over which its variable ranges:
  /// from rules, from Sturm's theorem, or from its slope once everything of known sign is divided
  /// out.
  ///
  /// - Parameter maybeWeak: whether it is enough that the signs of the pieces are known.
  /// - Returns: `nil` where it is not found out.
  init?(of node: Node, _ variable: Variable, maybeWeak: Bool, orders: Int = mostOrders) {
    if let chart = Self.byRules(node, variable, maybeWeak) {
      self = chart
      return
    }
    guard orders > 0, let reduced = ReducedFunction(node, of: variable) else { return nil }
    var chart = SignChart(
      reduced.polynomial, of: variable, inside: RealInterval(variable.span))
    if reduced.sign < 0 { chart = chart.negated }
    for (factor, power) in reduced.factors {
      guard
        let other = Self.byRules(factor, variable, maybeWeak)
          ?? Self.bySlope(factor, variable, orders),
        let product = SignChart.product(chart, other.power(power))
      else { return nil }
      chart = product
    }
    self = chart
  }

  /// By the sign alone, where that is the same everywhere.
  private static func byRules(
    _ node: Node, _ variable: Variable, _ maybeWeak: Bool
  ) -> SignChart? {
    guard node.freeVariables.contains(variable) else {
      return node.signOfNumber.flatMap { $0 == 0 ? nil : SignChart(constant: $0) }
    }
    for sign in [Sign.of(node), ExpandedSign.of(node)] {
      if sign.isStrict { return SignChart(constant: sign == .positive ? 1 : -1) }
      guard maybeWeak, sign == .nonNegative || sign == .nonPositive else { continue }
      // What is not zero everywhere has no more than single zeros, being analytic.
      let function = OneVariableFunction(node, of: variable)
      let value = SimplePoints.candidates(in: variable.span).lazy.map { function.sign(at: $0) }
        .first { $0 != nil && $0 != 0 }
      if let value = value ?? nil { return SignChart(constant: value, isWeak: true) }
    }
    return nil
  }

  private static func bySlope(_ node: Node, _ variable: Variable, _ orders: Int) -> SignChart? {
    let slope = node.derivative(by: variable)
    guard let chart = SignChart(of: slope, variable, maybeWeak: true, orders: orders - 1) else {
      return nil
    }
    return SignChart(of: OneVariableFunction(node, of: variable), slope: chart)
  }
}
