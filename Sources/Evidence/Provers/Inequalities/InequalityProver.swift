import MathCore
import Records

/// Proves inequalities for every value of their variables, exactly: by signs that show in the tree;
/// by expansion into monomials of known sign, with exponentials as positive atoms (and both sides
/// exponentiated where logarithms stand in the way); by the tangent of a convex function at a point
/// where it touches. Differences of degree two are decided by elimination, and quotients of
/// polynomials in one number by Sturm's theorem: those are proved or refuted, always. Last, where
/// no point refutes the law, come sums of squares, with the hypotheses' help and case by case. What
/// none of these sees becomes provable when the excess is stated as such a sum by an identity.
enum InequalityProver {
  /// How an inequality was proved.
  enum Method: String, CaseIterable {
    case signs = "signs, expansion or tangent"
    case identity = "identity by degrees"
    case elimination = "sum of squares by elimination"
    case sturm = "Sturm's theorem"
    case squares = "sum of squares, found and then expanded"
  }

  /// What was used, as the page names it.
  static func names(_ methods: Set<Method>) -> [String] {
    let known = Method.allCases.filter { methods.contains($0) }
    return (known.isEmpty ? [.signs] : known).map(\.rawValue)
  }

  static func trial(of law: Law, _ methods: inout Set<Method>) -> Trial {
    var trial = Trial(required: law.conclusions.count)
    for conclusion in law.conclusions {
      switch answer(Law(hypotheses: law.hypotheses, conclusions: [conclusion]), conclusion) {
      case .proved(let method):
        trial.held += 1
        methods.insert(method)
      case .refuted(let witness):
        trial.violated += 1
        trial.violation = witness
        return trial
      case .open:
        trial.undecided += 1
        trial.stopped =
          law.freeVariables.isEmpty
          ? "no rule shows which of the two numbers is larger; .enclosed() computes them"
          : "the sign of the difference does not show; state the excess as a sum of squares, put "
            + "hypotheses into the variables (y = x + d with d ≥ 0), or use .enclosed() on a box"
      }
    }
    return trial
  }

  private enum Answer {
    case proved(Method)
    case refuted(Witness)
    case open
  }

  private static func answer(_ law: Law, _ conclusion: Comparison) -> Answer {
    switch UnivariateInequality(law)?.answer(law) {
    case .proved, .holds: return .proved(.sturm)
    case .refuted(let witness): return .refuted(witness)
    case .open, nil: break
    }
    if IdentityProver.proves(conclusion) { return .proved(.identity) }
    if proves(conclusion) { return .proved(.signs) }
    switch QuadraticInequality(law)?.answer {
    case .proved: return .proved(.elimination)
    case .refuted(let witness): return .refuted(witness)
    case .open, nil: break
    }
    if let witness = CounterexampleSearch.find(law) { return .refuted(witness) }
    let isShown = SquaresProver.proves(conclusion, under: law.hypotheses)
    return isShown ? .proved(.squares) : .open
  }

  /// By signs, expansion or a tangent.
  static func proves(_ comparison: Comparison) -> Bool {
    guard comparison.relation != .equal, !comparison.left.mayBeComplex,
      !comparison.right.mayBeComplex
    else { return false }
    let isStrict = comparison.relation.isStrict
    let slack = comparison.slack
    if let value = slack.rationalValue { return isStrict ? value > 0 : value >= 0 }
    if shows(Sign.of(slack, whereDefined: true), isStrict) { return true }
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
