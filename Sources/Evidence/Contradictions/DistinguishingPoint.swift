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
    /// The second has no value at any of the points, so it states nothing there.
    case undefined
    /// They could not be compared anywhere.
    case unknown
  }

  /// Points that are compared, and how many when a value is an integral.
  private static let count = 16
  private static let integralCount = 2

  /// Points inside of the hypotheses count first: a difference outside of them may be allowed.
  static func between(_ a: Node, _ b: Node, in law: Law) -> Answer {
    guard !law.hypotheses.isEmpty else { return compare(a, b, [], law.freeVariables) }
    let inside = compare(a, b, law.hypotheses, law.freeVariables)
    if case .differ = inside { return inside }
    return compare(a, b, [], law.freeVariables)
  }

  private static func compare(
    _ a: Node, _ b: Node, _ hypotheses: [Comparison], _ variables: [Variable]
  ) -> Answer {
    let stated = Law(hypotheses: hypotheses, conclusions: [Comparison(a, .equal, b)])
    let evaluator = PointEvaluator(stated)
    let hasIntegral = a.contains(\.isIntegral) || b.contains(\.isIntegral)
    var hasValue = false
    for number in 0..<(hasIntegral ? integralCount : count) {
      let point = random(variables, number)
      let values = evaluator.variables.map { point[$0] ?? 0 }
      switch evaluator.decide(at: values, quickly: true) {
      case .fails: return .differ(point)
      case .holds: hasValue = true
      case .undecided: hasValue = hasValue || evaluator.isInhabited(by: values)
      case .excluded, .unclear: continue
      }
    }
    if hasValue { return .same }
    let itself = PointEvaluator(Law(conclusions: [Comparison(b, .equal, b)]), variables: variables)
    let isDefined = (0..<(hasIntegral ? integralCount : count)).contains { number in
      let point = random(variables, number)
      return itself.isInhabited(by: variables.map { point[$0] ?? 0 })
    }
    return isDefined ? .unknown : .undefined
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
