import MathCore
import Records

/// Proves equalities of formulas for every value of their variables, exactly.
///
/// Both sides become quotients of polynomials in independent atoms (`RationalForm`). The difference
/// of the cross products is a polynomial whose degree in every atom is read off the tree; it is
/// evaluated in rationals on a full grid of (degree + 1) values an atom. If it vanishes there, it
/// is zero, and the equality holds wherever both sides are defined. Where algebra does not do,
/// `FunctionFact`s are used. If the difference does not vanish, a point where the law certainly
/// fails is looked for; without one the check stays undecided.
package enum IdentityProver {
  /// Grid points that one equality may take.
  static let budget = 400_000

  package static func prove(_ law: Law) -> Finding {
    var facts: Set<FunctionFact> = []
    var methods: Set<InequalityProver.Method> = []
    var trial =
      law.isEquality ? trial(of: law, &facts) : InequalityProver.trial(of: law, &methods)
    if trial.violated == 0, law.hasContradictoryHypotheses {
      trial = Trial()
      trial.excluded = 1
    }
    let isHiddenEquality = methods == [.identity]
    var finding = Finding(
      evidence: .exact,
      method: law.isEquality ? method(facts) : method(methods),
      subject: .mathematics,
      coverage: Coverage.universal(law), statement: law.tex, law: law, coversLaw: true,
      trial: trial, never: CounterexampleSearch.never(law), isTautology: law.isTautology,
      isEquality: law.isEquality)
    if trial.isGreen, !law.isDefinedEverywhere, let lack = law.lackOfValue() {
      finding.coversLaw = false
      finding.coverage.except(lack)
    }
    // What is true in both directions has no damages in one of them.
    finding.contradict(isHiddenEquality ? law.asEqualities : law) { Self.trial(of: $0) }
    finding.certify(law)
    return finding
  }

  private static func method(_ facts: Set<FunctionFact>) -> String {
    let known = FunctionFact.allCases.filter { facts.contains($0) }.map(\.phrase)
    return (["identity by degrees"] + known).joined(separator: ", ")
  }

  private static func method(_ methods: Set<InequalityProver.Method>) -> String {
    if methods == [.identity] { return "identity by degrees: in fact an equality" }
    return InequalityProver.names(methods).joined(separator: "; ")
  }

  package static func trial(of law: Law) -> Trial {
    if law.isEquality {
      var facts: Set<FunctionFact> = []
      return trial(of: law, &facts)
    }
    var methods: Set<InequalityProver.Method> = []
    return InequalityProver.trial(of: law, &methods)
  }

  private static func trial(of law: Law, _ facts: inout Set<FunctionFact>) -> Trial {
    var trial = Trial(required: 0)
    for conclusion in law.conclusions {
      let single = Law(hypotheses: law.hypotheses, conclusions: [conclusion])
      trial.add(of: single, conclusion, &facts)
      if trial.violation != nil { break }
    }
    return trial
  }
}

extension IdentityProver {
  /// Whether an equality is proved; a looser relation follows from it.
  static func proves(_ comparison: Comparison) -> Bool {
    guard !comparison.relation.isStrict, case .vanishes = IdentityGrid(comparison) else {
      return false
    }
    return true
  }
}

extension Trial {
  fileprivate mutating func add(
    of law: Law, _ comparison: Comparison, _ facts: inout Set<FunctionFact>
  ) {
    let result = IdentityGrid(comparison)
    switch result {
    case .vanishes(let points, let used):
      required = (required ?? 0) + points
      held += points
      facts.formUnion(used)
    case .notPolynomial(let reason), .tooLarge(let reason):
      settle(law, reason)
    case .doesNotVanish:
      settle(
        law, "the two sides differ as expressions, but no point was found that refutes the law")
    }
  }

  /// Looks for a refuting point when there is no proof.
  private mutating func settle(_ law: Law, _ reason: String) {
    required = (required ?? 0) + 1
    if let witness = CounterexampleSearch.find(law) {
      violated += 1
      violation = witness
    } else {
      undecided += 1
      stopped = reason
    }
  }
}

extension Coverage {
  /// Every value of the law's variables; where a side may be undefined, wherever it is not.
  fileprivate static func universal(_ law: Law) -> [Coverage] {
    var coverage = law.freeVariables.map { universal($0) }
    if !law.isDefinedEverywhere, let last = coverage.popLast() {
      coverage.append(Coverage(.universal, last.phrase + " where both sides are defined"))
    }
    return coverage
  }

  /// Every value that the variable's span has.
  static func universal(_ variable: Variable) -> Coverage {
    let span = variable.span
    if let lower = span.lower, let upper = span.upper {
      return Coverage(
        .universal, "every real $\(variable.name) \\in [\(lower.tex), \(upper.tex)]$")
    }
    if let lower = span.lower {
      let sign = span.isOpenBelow ? ">" : "\\ge"
      return Coverage(.universal, "every real $\(variable.name) \(sign) \(lower.tex)$")
    }
    if let upper = span.upper {
      return Coverage(.universal, "every real $\(variable.name) \\le \(upper.tex)$")
    }
    return Coverage(.universal, "every real $\(variable.name)$")
  }
}

extension [Coverage] {
  /// Says at the end that one side, or both, have no value somewhere.
  fileprivate mutating func except(_ lack: String) {
    guard let last = popLast() else { return }
    append(Coverage(last.scope, last.phrase + "; \(lack)"))
  }
}

extension Law {
  /// Whether rules on the trees show that all sides have a value everywhere.
  fileprivate var isDefinedEverywhere: Bool { nodes.allSatisfy(\.isDefinedEverywhere) }
}

extension Rational {
  /// The number as TeX.
  package var tex: String { TeXPrinter.print(.constant(self)) }
}
