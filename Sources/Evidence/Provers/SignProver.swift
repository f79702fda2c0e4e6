import MathCore
import Records

/// Proves inequalities whose sign is visible in the tree: sums of squares, products of things of
/// known sign. "Prove the excess": state `R − L` as a sum of squares by an identity, and the rest
/// is a rule.
enum SignProver {
  static func trial(of law: Law) -> Trial {
    var trial = Trial(required: law.conclusions.count)
    for conclusion in law.conclusions {
      if proves(conclusion) {
        trial.held += 1
        continue
      }
      let single = Law(hypotheses: law.hypotheses, conclusions: [conclusion])
      if let witness = CounterexampleSearch.find(single) {
        trial.violated += 1
        trial.violation = witness
        return trial
      }
      trial.undecided += 1
      trial.stopped =
        "an inequality is proved exactly only when its sign can be read off the formula; "
        + "state the excess as a sum of squares, or use .enclosed()"
    }
    return trial
  }

  static func proves(_ comparison: Comparison) -> Bool {
    let left = Sign.of(comparison.left)
    let right = Sign.of(comparison.right)
    let slack = Sign.of(comparison.slack)
    switch comparison.relation {
    case .equal: return false
    case .lessOrEqual:
      return slack.isNonNegative || (left.isNonPositive && right.isNonNegative)
    case .greaterOrEqual:
      return slack.isNonNegative || (left.isNonNegative && right.isNonPositive)
    case .less, .greater: return slack == .positive
    }
  }
}
