import MathCore
import Records

/// What multipliers, points and rays show of a linear program, as certificates.
struct LinearProgramProofs {
  private let program: LinearProgram
  private let variables: [Variable]

  init(_ program: LinearProgram) {
    self.program = program
    variables = program.names.map { Variable($0, .reals) }
  }

  /// That no point has a better value: value − c·x = Σ yᵢ(bᵢ − aᵢ·x), or the other way round for a
  /// minimum. With a margin, that none comes nearer than that.
  ///
  /// - Parameter multipliers: as for a maximum.
  func bound(
    _ value: Rational, _ multipliers: Vector<Rational>, margin: Rational = 0
  ) -> Certificate {
    let slack =
      program.goal == .maximize
      ? Node.difference(.constant(value), objective(variables.nodes))
      : .difference(objective(variables.nodes), .constant(value))
    return combination(slack, multipliers, margin: margin)
  }

  /// That no point satisfies the constraints: −1 would not be negative.
  func contradiction(_ multipliers: Vector<Rational>) -> Certificate {
    let sum = zip(multipliers, program.constraints).reduce(Rational.zero) {
      $0 + $1.0 * $1.1.bound
    }
    return combination(.constant(-1), (-1 / sum) * multipliers)
  }

  /// A point that satisfies the constraints; and how its value stands to another.
  func witness(_ point: Vector<Rational>, _ relation: String? = nil, _ value: Rational = 0)
    -> Certificate
  {
    var formula = FormulaSteps()
    var comparisons = program.constraints.map { row in
      WitnessCertificate.Comparison(
        formula.add(row.coefficients.node(variables.nodes)), row.relation.rawValue,
        formula.add(.constant(row.bound)))
    }
    if let relation {
      comparisons.append(
        .init(
          formula.add(objective(variables.nodes)), relation, formula.add(.constant(value))))
    }
    return .witness(WitnessCertificate(formula, variables, point, comparisons))
  }

  /// That the constraints hold all along a ray, and that the objective grows along it.
  func ray(_ point: Vector<Rational>, _ direction: Vector<Rational>) -> Certificate {
    let time = Node(.variable(Variable("t", .reals)))
    let moving = zip(point, direction).map {
      Node.sum(.constant($0), .product(.constant($1), time))
    }
    var formula = FormulaSteps()
    let given = CombinationCertificate.Fact(formula.add(time), "≥")
    func conclusion(_ slack: Node, _ start: Rational, _ rate: Rational)
      -> CombinationCertificate.Conclusion
    {
      let terms = [(start, []), (rate, [0])].filter { $0.0 != 0 }
      return .init(
        slack: formula.add(slack), relation: "≥",
        terms: terms.map { .init(weight: $0.description, given: $1) })
    }
    var conclusions = program.constraints.flatMap { row in
      row.slacks.map { sign in
        conclusion(
          .product(
            .constant(sign), .difference(.constant(row.bound), row.coefficients.node(moving))),
          sign * (row.bound - row.coefficients.dot(point)), -sign * row.coefficients.dot(direction))
      }
    }
    let sign: Rational = program.goal == .maximize ? 1 : -1
    let start = program.objective.dot(point) + program.offset
    let gain = Node.product(.constant(sign), .difference(objective(moving), .constant(start)))
    conclusions.append(conclusion(gain, 0, sign * program.objective.dot(direction)))
    return .combination(
      CombinationCertificate(steps: formula.steps, given: [given], conclusions: conclusions))
  }

  /// slack = margin + Σ yᵢ(bᵢ − aᵢ·x)
  private func combination(
    _ slack: Node, _ multipliers: Vector<Rational>, margin: Rational = 0
  ) -> Certificate {
    var formula = FormulaSteps()
    let place = formula.add(slack)
    let used = zip(program.constraints, multipliers).filter { $0.1 != 0 }
    let given = used.map { row, _ in
      let slack = Node.difference(
        .constant(row.bound), row.coefficients.node(variables.nodes))
      return CombinationCertificate.Fact(
        formula.add(row.relation == .atLeast ? .negation(slack) : slack),
        row.relation == .equal ? "=" : "≥")
    }
    var terms = used.enumerated().map { index, entry in
      let factor = entry.0.relation == .atLeast ? -entry.1 : entry.1
      return CombinationCertificate.Term(weight: factor.description, given: [index])
    }
    if margin > 0 { terms.append(.init(weight: margin.description)) }
    return .combination(
      CombinationCertificate(
        steps: formula.steps, given: given,
        conclusions: [
          .init(slack: place, relation: margin > 0 ? ">" : "≥", terms: terms)
        ]))
  }

  private func objective(_ x: [Node]) -> Node {
    .sum(program.objective.node(x), .constant(program.offset))
  }
}

extension LinearProgram.Constraint {
  /// The signs with which bound − a·x is not negative.
  fileprivate var slacks: [Rational] {
    switch relation {
    case .atMost: [1]
    case .atLeast: [-1]
    case .equal: [1, -1]
    }
  }
}

extension WitnessCertificate {
  /// - Parameter point: a value for each of the variables.
  init(
    _ formula: FormulaSteps, _ variables: [Variable], _ point: Vector<Rational>,
    _ comparisons: [Comparison]
  ) {
    let values = Dictionary(uniqueKeysWithValues: zip(variables.nodes, point))
    self.init(
      steps: formula.steps, values: formula.atoms.compactMap { values[$0]?.description },
      comparisons: comparisons)
  }
}

extension [Variable] {
  var nodes: [Node] { map { Node(.variable($0)) } }
}

extension Vector where Element == Rational {
  /// Σ aᵢxᵢ
  func node(_ x: [Node]) -> Node {
    zip(self, x).reduce(.zero) { $0.adding($1.0, times: $1.1) }
  }
}

extension Node {
  func adding(_ factor: Rational, times term: Node) -> Node {
    let size = Node.product(.constant(factor.magnitude), term)
    return factor > 0 ? .sum(self, size) : .difference(self, size)
  }
}
