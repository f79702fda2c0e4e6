import MathCore
import Records

/// Proves inequalities for every value of their variables, exactly: by signs that show in the tree;
/// by expansion into monomials of known sign, with exponentials as positive atoms (and both sides
/// exponentiated where logarithms stand in the way); by the tangent of a convex function at a point
/// where it touches. Differences of degree two are decided by elimination, and quotients of
/// polynomials in one number, or in the sines and cosines of one angle, by Sturm's theorem: those
/// are proved or refuted, always. Other functions of one variable are followed from one zero of
/// their derivatives to the next. Last, where no point refutes the law, it is taken case by case,
/// with the hypotheses' help, and sums of squares are looked for. What none of these sees becomes
/// provable when the excess is stated as such a sum by an identity.
enum InequalityProver {
  /// How an inequality was proved.
  enum Method: String, CaseIterable {
    case signs = "signs, expansion or tangent"
    case identity = "identity by degrees"
    case elimination = "sum of squares by elimination"
    case sturm = "Sturm's theorem"
    case halfAngle = "Sturm's theorem in the tangent of half an angle"
    case growth = "growth and fall, by the signs of derivatives"
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
      case .proved(let used):
        trial.held += 1
        methods.formUnion(used)
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
    case proved(Set<Method>)
    case refuted(Witness)
    case open
  }

  private static func answer(_ law: Law, _ conclusion: Comparison) -> Answer {
    let decisions: [(Method, () -> InequalityAnswer?)] = [
      (.sturm, { UnivariateInequality(law).map { InequalityAnswer($0.answer(law)) } }),
      (.identity, { IdentityProver.proves(conclusion) ? .proved : nil }),
      (.signs, { proves(conclusion) ? .proved : nil }),
      (.elimination, { QuadraticInequality(law)?.answer }),
      (.halfAngle, { TrigonometricInequality(conclusion)?.answer(in: law) }),
      (.growth, { GrowthInequality.answer(conclusion, in: law) }),
    ]
    for (method, decide) in decisions {
      switch decide() {
      case .proved: return .proved([method])
      case .refuted(let witness): return .refuted(witness)
      case .open, nil: continue
      }
    }
    if let witness = CounterexampleSearch.find(law) { return .refuted(witness) }
    return CaseProver.methods(for: conclusion, under: law.hypotheses).map { .proved($0) } ?? .open
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
