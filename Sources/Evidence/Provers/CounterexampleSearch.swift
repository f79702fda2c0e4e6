import MathCore
import Records

/// A search for a small exact point at which a law certainly fails, its hypotheses certified.
///
/// Small numbers come first, so what is found is fit to be read. Finding nothing means nothing.
package enum CounterexampleSearch {
  /// Points that one search may try.
  package static let budget = 3_000

  package static func find(_ law: Law, budget: Int = budget) -> Witness? {
    let evaluator = PointEvaluator(law)
    var found: Witness?
    visit(evaluator.variables, budget: budget) { point in
      if case .fails(let witness) = evaluator.decide(at: point, quickly: true) { found = witness }
      return found == nil
    }
    return found
  }

  /// What the check of a law says of "false": it is refuted by any point where the hypotheses
  /// certainly hold and both sides have a value. Without such a point a law has nothing to say.
  package static func never(_ law: Law) -> Trial {
    let evaluator = PointEvaluator(law)
    var trial = Trial()
    visit(evaluator.variables, budget: budget) { point in
      if evaluator.isInhabited(by: point) { trial.violated = 1 }
      return trial.violated == 0
    }
    if trial.violated == 0 { trial.undecided = 1 }
    return trial
  }

  /// Goes through small exact points until `body` says stop or the budget is spent, by the largest
  /// index used: all small values are combined before larger ones come.
  private static func visit(
    _ variables: [Variable], budget: Int, _ body: ([Rational]) -> Bool
  ) {
    let choices = variables.map { candidates(in: $0.span) }
    guard choices.allSatisfy({ !$0.isEmpty }) else { return }
    var tried = 0
    for reach in 0..<(choices.map(\.count).max() ?? 1) {
      for indices in combinations(choices.map { Swift.min($0.count, reach + 1) }, touching: reach) {
        guard tried < budget, body(zip(choices, indices).map { $0[$1] }) else { return }
        tried += 1
      }
    }
  }

  private static let small: [Rational] = [
    0, 1, -1, 2, -2, Rational(1, 2), Rational(-1, 2), 3, -3, Rational(1, 3), Rational(-3, 2),
    Rational(7, 3), Rational(1, 10), 5, -5, Rational(1, 100), 10, -10, 30, -30,
  ]

  /// Values of one variable, simplest first: small numbers inside its span, then its ends and
  /// points between them.
  static func candidates(in span: Span) -> [Rational] {
    var list = small.filter { span.contains($0) }
    if let lower = span.lower, let upper = span.upper {
      let inner = (0...8).map { lower + (upper - lower) * Rational($0, 8) }
      list += inner.filter { !list.contains($0) }
    } else if let lower = span.lower {
      list += [0, 1, Rational(1, 2), 3].map { lower + $0 }.filter { !list.contains($0) }
    } else if let upper = span.upper {
      list += [0, 1, Rational(1, 2), 3].map { upper - $0 }.filter { !list.contains($0) }
    }
    return list.filter { span.contains($0) }
  }

  /// All index tuples below `counts` in which some index equals `reach`.
  private static func combinations(
    _ counts: [Int], touching reach: Int
  ) -> some Sequence<[Int]> {
    let total = counts.reduce(1) { product, count in
      let (value, overflow) = product.multipliedReportingOverflow(by: count)
      return overflow ? Int.max : value
    }
    return (0..<total).lazy.map { code in
      var rest = code
      return counts.map { count in
        defer { rest /= count }
        return rest % count
      }
    }.filter { $0.isEmpty || $0.contains(reach) }
  }
}
