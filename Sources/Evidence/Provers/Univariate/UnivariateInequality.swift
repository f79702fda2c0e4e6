import MathCore
import Records

/// An inequality whose two sides differ by a quotient of polynomials in one real number: a
/// variable, or something like `e^x` or `sin x` that stands in the place of one.
struct UnivariateInequality {
  let variable: Variable
  /// What the variable stands for, if it is none of the law's own.
  let meaning: Node?
  /// left − right where that must not be negative, else right − left, in the variable.
  let slack: Node
  let question: SignQuestion
  /// Of the slack; the question is about the slack times its square.
  let denominator: Polynomial
  /// Hypotheses about the variable that are no bounds of it.
  private let conditions: [ConditionalSign.Condition]
  /// Some hypotheses are of another kind, and were not used.
  private let isNarrower: Bool

  /// - Parameter law: has one conclusion.
  /// - Returns: `nil` if the difference is of another kind.
  init?(_ law: Law) {
    guard law.conclusions.count == 1, let comparison = law.conclusions.first,
      comparison.relation != .equal, !comparison.left.mayBeComplex,
      !comparison.right.mayBeComplex,
      let (variable, meaning, slack) = Self.reduced(comparison.slack),
      let function = RationalFunction(slack, in: variable)
    else { return nil }
    self.variable = variable
    self.meaning = meaning
    self.slack = slack
    var interval = RealInterval(variable.span)
    let others = law.hypotheses.filter { !interval.narrow(by: $0, of: variable) }
    conditions = others.compactMap { ConditionalSign.Condition($0, variable) }
    isNarrower = conditions.count < others.count
    denominator = function.denominator
    question = SignQuestion(
      polynomial: function.numerator * function.denominator, poles: function.poles,
      isStrict: comparison.relation.isStrict, interval: interval)
  }

  /// The slack as it stands, if it is in one variable; in one atom, once others have cancelled.
  private static func reduced(_ slack: Node) -> (Variable, meaning: Node?, Node)? {
    let own = slack.freeVariables
    if own.count == 1 {
      if RationalFunction(slack, in: own[0]) != nil { return (own[0], nil, slack) }
      if let (root, meaning, reduced) = withoutRoots(slack, of: own[0]) {
        return (root, meaning, reduced)
      }
    }
    var atoms = Atoms(shiftsGrowth: true)
    _ = atoms.form(of: slack)
    guard let form = atoms.form(of: slack) else { return nil }
    var numerator = form.numerator
    if Set(numerator.freeVariables).union(form.denominator.keys.flatMap(\.freeVariables)).count > 1
    {
      numerator = LaurentPolynomial(numerator).canonicalNode
    }
    let quotient = Node.quotient(numerator, RationalForm.product(form.denominator))
    guard quotient.freeVariables.count == 1, let variable = quotient.freeVariables.first else {
      return nil
    }
    return (variable, atoms.meaning(of: variable), quotient)
  }

  /// With √x in the place of x, where x is not negative and nothing else stands in the way.
  private static func withoutRoots(
    _ slack: Node, of variable: Variable
  ) -> (Variable, meaning: Node, Node)? {
    guard let lower = variable.span.lower, lower >= 0 else { return nil }
    var span = Span(lower: 0, upper: nil)
    span.isOpenBelow = lower > 0 || variable.span.isOpenBelow
    let meaning = Node.apply(.sqrt, Node(.variable(variable)))
    let root = Variable(TeXPrinter.print(meaning), span)
    let square = Node.power(Node(.variable(root)), 2)
    guard let function = RationalFunction(slack.replacing([variable: square]), in: root) else {
      return nil
    }
    let quotient = Node.quotient(
      function.numerator.node(of: root), function.denominator.node(of: root))
    return (root, meaning, quotient)
  }

  enum Answer {
    case proved(SignQuestion.Proof)
    /// In a way that has no certificate: from hypotheses that are no bounds, or at the only point.
    case holds
    case refuted(Witness)
    case open
  }

  /// What Sturm's theorem says, with a point that the law itself has confirmed.
  func answer(_ law: Law) -> Answer {
    switch question.answer {
    case .proved(let proof): return .proved(proof)
    case .isSo: return .holds
    case .fails(let point) where conditions.isEmpty: return refutation(of: law, at: point)
    case .vanishes(let root) where conditions.isEmpty: return refutation(of: law, at: root)
    case .fails, .vanishes, .unasked: break
    }
    guard !conditions.isEmpty else { return .open }
    switch ConditionalSign(question: question, conditions: conditions).answer {
    case .holds: return .holds
    case .fails(let point): return refutation(of: law, at: point)
    case .failsAtRoot(let root): return refutation(of: law, at: root)
    }
  }

  private func refutation(of law: Law, at point: Rational) -> Answer {
    guard meaning == nil else { return .open }
    if let simple = CounterexampleSearch.findSimple(law, budget: 200) { return .refuted(simple) }
    let evaluator = PointEvaluator(law)
    let values = evaluator.variables.map { $0 == variable ? point : $0.span.anyPoint }
    var simplifier = WitnessSimplifier(evaluator)
    return simplifier.simplify(values).map { .refuted($0) } ?? .open
  }

  private func refutation(of law: Law, at root: SignQuestion.Root) -> Answer {
    guard meaning == nil, !isNarrower, law.freeVariables == [variable] else { return .open }
    return .refuted(root.witness(of: law, variable))
  }
}

extension ConditionalSign.Condition {
  /// `nil` for hypotheses about anything else.
  fileprivate init?(_ hypothesis: Comparison, _ variable: Variable) {
    guard let slack = RationalFunction(hypothesis.slack, in: variable) else { return nil }
    polynomial = slack.numerator * slack.denominator
    poles = slack.poles
    relation = hypothesis.relation
  }
}

extension SignQuestion.Root {
  /// The root as a point where the law fails, to as many digits as a machine number has.
  fileprivate func witness(of law: Law, _ variable: Variable) -> Witness {
    var bracket = bracket
    while (bracket.to - bracket.from).magnitude * Rational(1 << 60) > bracket.to.magnitude {
      bracket = chain.refined(bracket)
    }
    let near = Double(bracket.to)
    let name = TeXPrinter.print(chain.first.node(of: variable))
    let comparison = law.conclusions.first
    let sides = try? Tape(
      [comparison?.left, comparison?.right].compactMap { $0 }, variables: [variable]
    )
    .evaluate([near], precision: 53)
    let right = sides?.last ?? .nan
    // Sides that seem to agree do, or the root would have been found to be a change of sign.
    let isContact = sides.map { ($0[0] - right).magnitude <= 1e-9 * (1 + right.magnitude) } ?? true
    let rightText = right.magnitude < 1e-9 ? "0" : "\(right)"
    return Witness(
      point: [Binding(variable.name, "\(near)…, a root of $\(name)$")],
      left: isContact ? rightText : "\(sides?.first ?? .nan)",
      relation: comparison?.relation.rawValue ?? "", right: rightText)
  }
}

extension Span {
  /// A number of the span.
  fileprivate var anyPoint: Rational { SimplePoints.candidates(in: self).first ?? lower ?? 0 }
}

extension RealInterval {
  /// Cuts the interval down to where a bound of the variable holds.
  ///
  /// - Returns: whether the comparison is such a bound.
  fileprivate mutating func narrow(by bound: Comparison, of variable: Variable) -> Bool {
    guard let slack = RationalFunction(bound.slack, in: variable), slack.poles.degree < 1,
      slack.denominator.degree == 0, slack.numerator.degree == 1
    else { return false }
    let line = slack.numerator.coefficients
    let end = End(-line[0] / line[1], isIncluded: !bound.relation.isStrict)
    let isRising = line[1] / slack.denominator.leading > 0
    if bound.relation == .equal || isRising { raiseLower(to: end) }
    if bound.relation == .equal || !isRising { dropUpper(to: end) }
    return true
  }
}
