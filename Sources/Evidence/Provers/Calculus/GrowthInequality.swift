import MathCore
import Records

/// An inequality in one variable, decided by where the difference of its sides grows and falls: its
/// derivatives are followed, each divided by all that is positive, down to one whose zeros are
/// known.
struct GrowthInequality {
  private let slack: Node
  private let variable: Variable
  private let isStrict: Bool

  /// - Returns: `nil` for what depends on more than one variable, or may have a kink, a jump, a pole
  ///   or no value somewhere.
  private init?(_ comparison: Comparison) {
    let slack = comparison.slack
    let variables = slack.freeVariables
    guard comparison.relation != .equal, variables.count == 1, !slack.mayBeComplex, slack.isSmooth,
      variables[0].span.lower == nil || variables[0].span.lower != variables[0].span.upper,
      slack.isDefinedEverywhere
    else { return nil }
    self.slack = slack
    variable = variables[0]
    isStrict = comparison.relation.isStrict
  }

  /// - Parameter law: the one that is asked about; it confirms what refutes it.
  static func answer(_ comparison: Comparison, in law: Law) -> InequalityAnswer {
    for variant in [comparison.ofLogarithms, comparison].compactMap({ $0 }) {
      switch GrowthInequality(variant)?.answer(in: law) {
      case .open, nil: continue
      case .some(let answer): return answer
      }
    }
    return .open
  }

  static func proves(_ comparison: Comparison) -> Bool {
    if case .proved = answer(comparison, in: Law(conclusions: [comparison])) { true } else { false }
  }

  private func answer(in law: Law) -> InequalityAnswer {
    guard let (function, chart) = chart else { return .open }
    if let piece = chart.signs.firstIndex(of: -1) {
      let point = function.point(inPiece: piece, of: chart)
      return point.map { refutation(of: law, at: .constant($0)) } ?? .open
    }
    guard isStrict else { return .proved }
    if let zero = chart.zeros.first {
      return zero.exact.map { refutation(of: law, at: $0) } ?? .open
    }
    guard !chart.isWeak else { return .open }
    let own = OneVariableFunction(slack, of: variable)
    for end in includedEnds {
      guard let sign = own.sign(at: end) else { return .open }
      if sign <= 0 { return refutation(of: law, at: .constant(end)) }
    }
    return .proved
  }

  private func refutation(of law: Law, at point: Node) -> InequalityAnswer {
    let evaluator = PointEvaluator(law)
    guard evaluator.variables == [variable] else { return .open }
    if let value = point.rationalValue {
      var simplifier = WitnessSimplifier(evaluator)
      return simplifier.simplify([value]).map { .refuted($0) } ?? .open
    }
    guard case .fails(let witness) = evaluator.decide(at: [Formula(point)]) else { return .open }
    return .refuted(witness)
  }

  /// What the span does not leave out of its ends.
  private var includedEnds: [Rational] {
    let span = variable.span
    return [span.isOpenBelow ? nil : span.lower, span.upper].compactMap { $0 }
  }

  private var chart: (OneVariableFunction, SignChart)? {
    var inside = variable.span
    inside.isOpenBelow = inside.lower != nil
    let place = Variable(variable.name, inside)
    let moved = slack.replacing([variable: Node(.variable(place))])
    guard moved.isAnalyticWhereDefined else { return nil }
    let forms = [moved, moved.withHyperbolicsByExponentials]
    for (index, form) in forms.enumerated() where index == 0 || form != forms[0] {
      if let chart = SignChart(of: form, place, maybeWeak: !isStrict) {
        return (OneVariableFunction(moved, of: place), chart)
      }
    }
    return nil
  }
}

extension Comparison {
  /// Two positive sides compared by their logarithms, where these are simpler.
  fileprivate var ofLogarithms: Comparison? {
    guard Sign.of(left) == .positive, Sign.of(right) == .positive,
      left.logarithm != nil || right.logarithm != nil
    else { return nil }
    return Comparison(left.expandedLogarithm, relation, right.expandedLogarithm)
  }
}

extension OneVariableFunction {
  /// A point on a piece between two zeros.
  fileprivate func point(inPiece index: Int, of chart: SignChart) -> Rational? {
    var piece = RealInterval(variable.span)
    if index > 0, let left = chart.zeros[index - 1].ends()?.upper {
      piece.raiseLower(to: .init(left, isIncluded: false))
    }
    if index < chart.zeros.count, let right = chart.zeros[index].ends()?.lower {
      piece.dropUpper(to: .init(right, isIncluded: false))
    }
    return piece.hasNoInterior ? nil : piece.interiorPoint
  }
}

extension Node {
  /// ln of this, by logarithms of its parts where they are positive.
  fileprivate var expandedLogarithm: Node {
    guard let logarithm else { return .apply(.log, self) }
    func expanded(_ node: Node) -> Node {
      switch node.kind {
      case .apply(.log, let a): a.expandedLogarithm
      case .add(let a, let b): .sum(expanded(a), expanded(b))
      case .subtract(let a, let b): .difference(expanded(a), expanded(b))
      case .multiply(let a, let b): .product(expanded(a), expanded(b))
      case .divide(let a, let b): .quotient(expanded(a), expanded(b))
      default: node
      }
    }
    return expanded(logarithm)
  }

  /// Whether the formula, which has a value everywhere, is analytic: no root of what may be zero.
  fileprivate var isAnalyticWhereDefined: Bool {
    !contains { node in
      if case .apply(.sqrt, let a) = node.kind { Sign.of(a) != .positive } else { false }
    }
  }

  /// sinh, cosh and tanh written by exponentials.
  var withHyperbolicsByExponentials: Node {
    guard !isIntegral else { return self }
    let inner = children.indices.reduce(self) { node, index in
      let child = children[index].withHyperbolicsByExponentials
      return child == children[index] ? node : node.replacing(child: index, by: child)
    }
    switch inner.kind {
    case .apply(.sinh, _), .apply(.cosh, _), .apply(.tanh, _): return inner.rewritten?.node ?? inner
    default: return inner
    }
  }
}
