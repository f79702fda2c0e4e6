import MathCore

extension Law {
  /// A simple point of the hypotheses where one side of a conclusion has a value and the other has
  /// none, as at 0 in x/x = 1: there the law does not hold as it is stated, whatever algebra says
  /// of all other points. `nil` means that none was found.
  func oneSidedPoint() -> [Rational]? {
    let variables = freeVariables
    guard !nodes.contains(where: { $0.contains(\.isIntegral) }) else { return nil }
    let evaluator = PointEvaluator(self, variables: variables)
    let isComplex = nodes.contains(where: \.needsComplexArithmetic)
    let sides = conclusions.map {
      (left: Tape([$0.left], variables: variables), right: Tape([$0.right], variables: variables))
    }
    var found: [Rational]?
    SimplePoints.visit(variables, 0..<Self.pointsForSides) { point in
      switch evaluator.decide(at: point, quickly: true) {
      case .excluded, .unclear: return true
      case .holds, .fails, .undecided: break
      }
      let isOneSided = sides.contains { left, right in
        left.hasValue(at: point, isComplex) != right.hasValue(at: point, isComplex)
      }
      if isOneSided { found = point }
      return !isOneSided
    }
    return found
  }

  private static let pointsForSides = 120
}

extension Tape {
  fileprivate func hasValue(at point: [Rational], _ isComplex: Bool) -> Bool {
    let balls = point.map { Ball($0, precision: 128) }
    if isComplex {
      let values = try? evaluate(balls.map { ComplexBall($0) }, precision: 128)
      return values?.allSatisfy(\.isFinite) ?? false
    }
    return (try? evaluate(balls, precision: 128))?.allSatisfy(\.isFinite) ?? false
  }
}
