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
  /// Some hypotheses were not used.
  private let isNarrower: Bool

  /// - Parameter law: has one conclusion. Hypotheses that bound the variable are used.
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
    let used = law.hypotheses.filter { interval.narrow(by: $0, of: variable) }
    isNarrower = used.count < law.hypotheses.count
    question = SignQuestion(
      polynomial: function.numerator * function.denominator, poles: function.poles,
      isStrict: comparison.relation.isStrict, interval: interval)
  }

  /// The slack as it stands, if it is in one variable; in one atom, once others have cancelled.
  private static func reduced(_ slack: Node) -> (Variable, meaning: Node?, Node)? {
    let own = slack.freeVariables
    if own.count == 1, RationalFunction(slack, in: own[0]) != nil { return (own[0], nil, slack) }
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

  enum Answer {
    case proved(SignQuestion.Proof)
    /// At the one point that there is, or at none.
    case evaluated
    case refuted(Witness)
    case open
  }

  /// What Sturm's theorem says, with a point that the law itself has confirmed.
  func answer(_ law: Law) -> Answer {
    switch question.answer {
    case .proved(let proof): return .proved(proof)
    case .fails(let point):
      guard meaning == nil else { return .open }
      if let simple = CounterexampleSearch.findSimple(law, budget: 200) { return .refuted(simple) }
      let evaluator = PointEvaluator(law)
      let values = evaluator.variables.map { $0 == variable ? point : $0.span.anyPoint }
      var simplifier = WitnessSimplifier(evaluator)
      return simplifier.simplify(values).map { .refuted($0) } ?? .open
    case .vanishes(let root):
      guard meaning == nil, !isNarrower else { return .open }
      return .refuted(root.witness(of: law, variable))
    case .isSo: return .evaluated
    case .unasked: return .open
    }
  }
}

extension SignQuestion.Root {
  /// The two sides agree at this root, which a strict inequality does not allow.
  fileprivate func witness(of law: Law, _ variable: Variable) -> Witness {
    var bracket = bracket
    while (bracket.to - bracket.from).magnitude * Rational(1 << 60) > bracket.to.magnitude {
      bracket = chain.refined(bracket)
    }
    let near = Double(bracket.to)
    let name = TeXPrinter.print(chain.first.node(of: variable))
    let side = law.conclusions.first.flatMap { comparison in
      try? Tape([comparison.right], variables: law.freeVariables)
        .evaluate(law.freeVariables.map { $0 == variable ? near : 0 }, precision: 53).first
    }
    let value = side.map { $0.magnitude < 1e-9 ? "0" : "\($0)" } ?? "the same"
    return Witness(
      point: [Binding(variable.name, "\(near)…, a root of $\(name)$")], left: value,
      relation: law.conclusions.first?.relation.rawValue ?? "", right: value)
  }
}

extension Span {
  /// A number of the span.
  fileprivate var anyPoint: Rational { SimplePoints.candidates(in: self).first ?? lower ?? 0 }
}

extension RealInterval {
  init(_ span: Span) {
    self.init(
      lower: span.lower.map { End($0, isIncluded: !span.isOpenBelow) },
      upper: span.upper.map { End($0, isIncluded: true) })
  }

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
