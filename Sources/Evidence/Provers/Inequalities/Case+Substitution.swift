import MathCore

extension Case {
  /// The comparison with linear hypotheses put into its variables: with x ≥ y it is y + d that
  /// stands for x, d ≥ 0, and with x ≥ 1 the variable has a narrower span. Other hypotheses are
  /// dropped, and so are spans that do not follow: what holds for more values holds for these.
  ///
  /// - Returns: `nil` where no value of the variables is left.
  var substituted: Comparison? {
    var comparison = comparison
    var open = hypotheses
    while let hypothesis = open.popLast() {
      guard let line = Line(hypothesis) else { continue }
      guard let value = line.value else { return nil }
      func replaced(_ comparison: Comparison) -> Comparison {
        Comparison(
          comparison.left.replacing([line.variable: value]), comparison.relation,
          comparison.right.replacing([line.variable: value]))
      }
      comparison = replaced(comparison)
      open = open.map(replaced)
    }
    return comparison
  }
}

/// A hypothesis that says of a variable that it is at least, or at most, something in which it does
/// not occur.
private struct Line {
  let variable: Variable
  /// What takes its place; `nil` if it has no value.
  let value: Node?

  init?(_ hypothesis: Comparison) {
    let slack = hypothesis.slack
    guard slack.isSmooth, !slack.mayBeComplex else { return nil }
    let lines = slack.freeVariables.compactMap { Self.line(of: $0, in: slack, hypothesis.relation) }
    // Where it can be seen, no value outside of the variable's own span is taken.
    guard let line = lines.first(where: \.staysInSpan) ?? lines.first else { return nil }
    self = line
  }

  private init(variable: Variable, value: Node?) {
    self.variable = variable
    self.value = value
  }

  private static func line(
    of variable: Variable, in slack: Node, _ relation: RelationSign
  ) -> Line? {
    let slope = slack.derivative(by: variable).withConstantsEvaluated.isConstant
    guard let slope, slope != 0 else { return nil }
    let rest = slack.replacing([variable: .zero]).withConstantsEvaluated
    if let constant = rest.isConstant, relation != .equal {
      let end = RealInterval.End(-constant / slope, isIncluded: !relation.isStrict)
      var interval = RealInterval(variable.span)
      if slope > 0 { interval.raiseLower(to: end) } else { interval.dropUpper(to: end) }
      let narrower = Span(interval).map { Variable(variable.name, $0) }
      return Line(variable: variable, value: narrower.map { Node(.variable($0)) })
    }
    let way = Variable("d", relation.isStrict ? .positive : Span(lower: 0, upper: nil))
    let distance = relation == .equal ? Node.zero : Node(.variable(way))
    let value = Node.quotient(.difference(distance, rest), .constant(slope)).withConstantsEvaluated
    return Line(variable: variable, value: value)
  }

  private var staysInSpan: Bool {
    value.map { RealInterval(variable.span).holds($0.bounds()) } ?? true
  }
}

extension RealInterval {
  fileprivate func holds(_ other: RealInterval) -> Bool {
    intersection(other) == other
  }
}

extension Span {
  /// The span of an interval, with an upper end that belongs to it; `nil` if it is empty.
  fileprivate init?(_ interval: RealInterval) {
    if let lower = interval.lower, let upper = interval.upper {
      guard lower.value < upper.value || (lower.value == upper.value && lower.isIncluded) else {
        return nil
      }
    }
    self.init(lower: interval.lower?.value, upper: interval.upper?.value)
    isOpenBelow = interval.lower.map { !$0.isIncluded } ?? false
  }
}
