import MathCore
import Records

/// One point that refutes a law (or settles that a point with a property exists), its hypotheses
/// certified there.
package enum WitnessProver {
  /// What a law says at a point: `violated` when it fails there, `held` when it holds.
  package static func trial(of law: Law, at point: [Formula]) -> Trial {
    let evaluator = PointEvaluator(law)
    var trial = Trial(required: 1)
    guard point.count == evaluator.variables.count else {
      let names = evaluator.variables.map(\.name).joined(separator: ", ")
      trial.undecided = 1
      trial.stopped =
        "the law has \(evaluator.variables.count) variables (\(names)), the point \(point.count) "
        + "values"
      return trial
    }
    for (variable, value) in zip(evaluator.variables, point) {
      guard let exact = value.node.rationalValue, !variable.span.contains(exact) else { continue }
      trial.excluded = 1
      trial.stopped = "\(variable.name) = \(exact) lies outside of the variable's span"
      return trial
    }
    switch PointEvaluator(law.withinSpans).decide(at: point) {
    case .excluded: trial.excluded = 1
    case .unclear: trial.unclear = 1
    case .undecided(let reason):
      trial.undecided = 1
      trial.stopped = reason
    case .holds(let margin):
      trial.held = 1
      trial.margin = margin
      trial.stopped = nil
    case .fails(let witness):
      trial.violated = 1
      trial.violation = witness
    }
    return trial
  }

  /// "Refuted at this point" as a trial of its own: it holds when the law fails. Where the law
  /// holds, its values there are what speaks against the refutation.
  package static func refutation(_ trial: Trial) -> Trial {
    var result = trial
    result.held = trial.violated
    result.violated = trial.held
    result.worst = trial.violation
    result.violation = trial.held > 0 ? trial.worst : nil
    return result
  }
}

extension Law {
  /// The law with the spans of its variables as hypotheses, for points that are not rational.
  fileprivate var withinSpans: Law {
    let ends = freeVariables.flatMap { variable -> [Comparison] in
      let node = Node(.variable(variable))
      let sign: RelationSign = variable.span.isOpenBelow ? .greater : .greaterOrEqual
      let lower = variable.span.lower.map { Comparison(node, sign, .constant($0)) }
      let upper = variable.span.upper.map { Comparison(node, .lessOrEqual, .constant($0)) }
      return [lower, upper].compactMap { $0 }
    }
    return Law(hypotheses: ends + hypotheses, conclusions: conclusions)
  }
}
