import MathCore
import Records

/// Proves inequalities for every value of their variables, exactly, in one of three ways:
/// signs that show in the tree; an expansion into monomials of known sign, with exponentials as
/// positive atoms (and both sides exponentiated where logarithms stand in the way); and the tangent
/// of a convex function at a point where it touches. "Prove the excess": what none of these sees
/// becomes provable when the difference is stated as a sum of squares by an identity.
enum InequalityProver {
  static func trial(of law: Law) -> Trial {
    var trial = Trial(required: law.conclusions.count)
    for conclusion in law.conclusions {
      let single = Law(hypotheses: law.hypotheses, conclusions: [conclusion])
      if proves(conclusion) || IdentityProver.proves(conclusion) {
        trial.held += 1
      } else if let witness = CounterexampleSearch.find(single) {
        trial.violated += 1
        trial.violation = witness
        return trial
      } else {
        trial.undecided += 1
        trial.stopped =
          "the sign of the difference does not show; state the excess as a sum of squares, put "
          + "hypotheses into the variables (y = x + d with d ≥ 0), or use .enclosed() on a box"
      }
    }
    return trial
  }

  static func proves(_ comparison: Comparison) -> Bool {
    guard comparison.relation != .equal, !comparison.left.mayBeComplex,
      !comparison.right.mayBeComplex
    else { return false }
    let isStrict = comparison.relation.isStrict
    let slack = comparison.slack
    if let value = slack.rationalValue { return isStrict ? value > 0 : value >= 0 }
    if shows(Sign.of(slack), isStrict) { return true }
    if shows(ExpandedSign.of(slack), isStrict) { return true }
    if hasLogarithm(slack) {
      let scaled = [comparison] + comparison.dividedByPositiveVariables
      if scaled.contains(where: { shows(ExpandedSign.of($0.exponentiatedSlack), isStrict) }) {
        return true
      }
    }
    guard !isStrict else { return false }
    if ConvexTangent.proves(nonNegative: slack) { return true }
    return ExpandedSign.numerator(of: slack).map(ConvexTangent.proves(nonNegative:)) ?? false
  }

  private static func shows(_ sign: Sign, _ isStrict: Bool) -> Bool {
    isStrict ? sign == .positive : sign.isNonNegative
  }

  private static func hasLogarithm(_ node: Node) -> Bool {
    node.contains { if case .apply(.log, _) = $0.kind { true } else { false } }
  }
}

extension Comparison {
  /// Both sides divided by a variable that is positive: `τ ln u` becomes `ln u`.
  fileprivate var dividedByPositiveVariables: [Comparison] {
    slack.freeVariables.map { Node(.variable($0)) }.filter { Sign.of($0) == .positive }.map {
      Comparison(.quotient(left, $0), relation, .quotient(right, $0))
    }
  }

  /// The slack of `e^L` against `e^R`: the same sign, as the exponential grows.
  fileprivate var exponentiatedSlack: Node {
    Comparison(.apply(.exp, left), relation, .apply(.exp, right)).slack
  }
}
