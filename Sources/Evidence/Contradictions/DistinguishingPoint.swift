import MathCore
import Records

/// Tells damaged formulas from those that are merely written differently, by comparing both at
/// exact points that nobody chose.
struct DistinguishingPoint {
  enum Answer {
    /// They certainly differ here.
    case differ([Variable: Rational])
    /// They have values at the points that were tried and certainly differ at none.
    case same
    /// They could not be compared anywhere.
    case unknown
    /// At some point only the first has a value.
    case undefined
  }

  /// Points that are compared, and how many when a value is an integral.
  private static let count = 16
  private static let integralCount = 2

  /// Points inside of the hypotheses count first: a difference outside of them may be allowed.
  static func between(_ a: Node, _ b: Node, in law: Law) -> Answer {
    guard !law.hypotheses.isEmpty else { return compare(a, b, [], law.freeVariables) }
    let inside = compare(a, b, law.hypotheses, law.freeVariables)
    switch inside {
    case .differ, .undefined: return inside
    case .same, .unknown: break
    }
    let outside = compare(a, b, [], law.freeVariables)
    if case .undefined = outside { return .unknown }
    return outside
  }

  private static func compare(
    _ a: Node, _ b: Node, _ hypotheses: [Comparison], _ variables: [Variable]
  ) -> Answer {
    let stated = Law(hypotheses: hypotheses, conclusions: [Comparison(a, .equal, b)])
    let evaluator = PointEvaluator(stated)
    let first = PointEvaluator(
      Law(hypotheses: hypotheses, conclusions: [Comparison(a, .equal, a)]),
      variables: evaluator.variables)
    let hasIntegral = a.contains(\.isIntegral) || b.contains(\.isIntegral)
    var hasValue = false
    var difference: [Variable: Rational]?
    for number in 0..<(hasIntegral ? integralCount : count) {
      let point = random(variables, number)
      let values = evaluator.variables.map { point[$0] ?? 0 }
      switch evaluator.decide(at: values, quickly: true) {
      case .fails: difference = difference ?? point
      case .holds: hasValue = true
      case .undecided:
        if evaluator.isInhabited(by: values) {
          hasValue = true
        } else if first.isInhabited(by: values) {
          return .undefined
        }
      case .excluded, .unclear: continue
      }
    }
    if let difference { return .differ(difference) }
    return hasValue ? .same : .unknown
  }

  /// A point of the variables' spans, as far from anything special as small fractions can be.
  private static func random(_ variables: [Variable], _ number: Int) -> [Variable: Rational] {
    var draws = RandomSource("points that tell formulas apart").sample(UInt64(number))
    var point: [Variable: Rational] = [:]
    for variable in variables {
      let part = Rational(draws.integer(in: 1...96), 97)
      switch (variable.span.lower, variable.span.upper) {
      case (let lower?, let upper?): point[variable] = lower + (upper - lower) * part
      case (let lower?, nil): point[variable] = lower + 4 * part
      case (nil, let upper?): point[variable] = upper - 4 * part
      case (nil, nil): point[variable] = 6 * part - 3
      }
    }
    return point
  }
}
