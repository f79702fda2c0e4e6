import MathCore
import Records

/// An inequality between rational functions of sines and cosines of one angle, for all angles:
/// decided by Sturm's theorem in the tangent of half of it, and at half a turn.
struct TrigonometricInequality {
  private let halfAngle: HalfAngle
  private let question: SignQuestion
  private let isStrict: Bool

  /// - Returns: `nil` if the difference is of another kind.
  init?(_ comparison: Comparison) {
    let slack = comparison.slack
    guard comparison.relation != .equal, !slack.mayBeComplex, let halfAngle = HalfAngle(slack),
      let function = RationalFunction(halfAngle.formula, in: halfAngle.t)
    else { return nil }
    self.halfAngle = halfAngle
    isStrict = comparison.relation.isStrict
    question = SignQuestion(
      polynomial: function.numerator * function.denominator, poles: function.poles,
      isStrict: isStrict, interval: RealInterval())
  }

  /// - Parameter law: the one that is asked about, whatever values its angle takes; it confirms what
  ///   refutes it.
  func answer(in law: Law) -> InequalityAnswer {
    // At a pole there is no value and nothing is stated.
    if let value = halfAngle.formulaAtHalfTurn.rationalValue, value < 0 || (isStrict && value == 0)
    {
      return refutation(of: law, at: Node(.pi))
    }
    switch question.answer {
    case .proved, .isSo: return .proved
    case .fails(let t): return refutation(of: law, near: 2 * Double.atan(Double(t)))
    case .vanishes(let root):
      var bracket = root.bracket
      for _ in 0..<100 { bracket = root.chain.refined(bracket) }
      return refutation(of: law, near: 2 * Double.atan(Double(bracket.from)))
    case .unasked: return .open
    }
  }

  /// - Parameter angle: a closed number.
  private func refutation(of law: Law, at angle: Node) -> InequalityAnswer {
    let evaluator = PointEvaluator(law)
    guard let slope = slope(evaluator.variables) else { return .open }
    let point = Node.quotient(angle, .constant(slope))
    guard case .fails(let witness) = evaluator.decide(at: [Formula(point)]) else { return .open }
    return .refuted(witness)
  }

  /// - Parameter angle: where the law fails, or nearly.
  private func refutation(of law: Law, near angle: Double) -> InequalityAnswer {
    for number in ClosedNumbers.between(angle - 1e-9, angle + 1e-9) {
      if case .refuted(let witness) = refutation(of: law, at: number) { return .refuted(witness) }
    }
    let evaluator = PointEvaluator(law)
    guard let slope = slope(evaluator.variables), let point = Rational(exactly: angle) else {
      return .open
    }
    var simplifier = WitnessSimplifier(evaluator)
    return simplifier.simplify([point / slope]).map { .refuted($0) } ?? .open
  }

  /// The factor of the only variable in the angle, which takes all values.
  private func slope(_ variables: [Variable]) -> Rational? {
    guard variables.count == 1, variables[0].span == .reals else { return nil }
    return halfAngle.angle.derivative(by: variables[0]).withConstantsEvaluated.isConstant
  }
}
