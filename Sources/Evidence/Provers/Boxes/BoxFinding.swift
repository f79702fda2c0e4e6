import MathCore
import Records

extension BoxProver {
  /// A false law is refuted early or by a witness. A mutant that is true as well may take somewhat
  /// longer to prove than the law itself, and is worth no more.
  private static let mutantBudget = 500
  private static let mutantShare = 4

  /// The proof with what was tried against it.
  package static func prove(
    _ law: Law, within tolerance: Formula?, boxes: Int = defaultBudget
  ) -> Finding {
    let result = BoxProver(law, within: tolerance, boxes: boxes).run()
    var finding = Finding(
      evidence: .enclosed, method: result.method, subject: .mathematics,
      coverage: law.freeVariables.map { .box($0) }, statement: law.folded(within: tolerance).tex,
      law: law, coversLaw: true, trial: result.trial, never: CounterexampleSearch.never(law),
      isTautology: law.isTautology, isEquality: law.isEquality,
      sensitivity: law.isEquality
        ? tolerance.flatMap { $0.node.rationalValue.map(Double.init) } : nil)
    if law.isEquality {
      finding.trial.bound = finding.sensitivity
      finding.isApproximate =
        CounterexampleSearch.find(law) != nil || CounterexampleSearch.failsSlightly(law)
      if let tolerance, finding.trial.isGreen, law.isLost(within: tolerance) {
        finding.trial.uninformative += finding.trial.held
        finding.trial.held = 0
      }
    }
    finding.picture = result.picture
    finding.agreement = result.agreement
    finding.theorems = result.theorems
    let budget = Swift.min(boxes, Swift.max(mutantBudget, mutantShare * result.visited))
    finding.contradict(law) { BoxProver($0, within: tolerance, boxes: budget).trial() }
    return finding
  }
}

extension Law {
  /// Whether ε is as large as both sides, so that anything as small would do as well for either.
  /// That a formula is 0 within ε is another matter: that says how small it is.
  fileprivate func isLost(within tolerance: Formula) -> Bool {
    let equalities = conclusions.filter { $0.left.isConstant != 0 && $0.right.isConstant != 0 }
    guard !equalities.isEmpty else { return false }
    let variables = freeVariables
    let sizes = equalities.flatMap { [Node.apply(.abs, $0.left), .apply(.abs, $0.right)] }
    let tape = Tape([tolerance.node] + sizes, variables: variables)
    // Where one side is large at any point, ε says something; an integral takes its time.
    let points = sizes.contains { $0.contains(\.isIntegral) } ? 4 : 60
    var isLost = true
    SimplePoints.visit(variables, 0..<points) { point in
      let inputs = point.map { ComplexBall($0, precision: 64) }
      let values = try? tape.evaluate(inputs, precision: 64).map(\.re)
      isLost =
        values?.first.map { bound in
          values?.dropFirst().allSatisfy { $0.isCertainlyAtMost(bound) } ?? false
        } ?? false
      return isLost
    }
    return isLost
  }

  /// The law with every equality as |L − R| ≤ ε, as it is printed and as points decide it.
  func folded(within tolerance: Formula?) -> Law {
    guard let tolerance = tolerance?.node else { return self }
    let conclusions = conclusions.map { comparison -> Comparison in
      guard comparison.relation == .equal else { return comparison }
      let difference = Node.difference(comparison.left, comparison.right)
      return Comparison(.apply(.abs, difference), .lessOrEqual, tolerance)
    }
    return Law(hypotheses: hypotheses, conclusions: conclusions)
  }

  /// The law with every equality as smooth inequalities that imply |L − R| ≤ ε.
  func expanded(within tolerance: Formula?) -> Law {
    guard let tolerance = tolerance?.node else { return self }
    let conclusions = conclusions.flatMap { comparison -> [Comparison] in
      guard comparison.relation == .equal else { return [comparison] }
      let difference = Node.difference(comparison.left, comparison.right)
      guard difference.mayBeComplex else { return difference.within(tolerance) }
      // 7/10 < 1/√2: both parts within it keep the modulus within ε.
      let part = Node.product(.constant(Rational(7, 10)), tolerance)
      return Node.apply(.realPart, difference).within(part)
        + Node.apply(.imaginaryPart, difference).within(part)
    }
    return Law(hypotheses: hypotheses, conclusions: conclusions)
  }
}

extension Node {
  fileprivate func within(_ bound: Node) -> [Comparison] {
    [
      Comparison(self, .lessOrEqual, bound),
      Comparison(self, .greaterOrEqual, .negation(bound)),
    ]
  }
}

extension Coverage {
  /// Every real point of the variable's span.
  static func box(_ variable: Variable) -> Coverage {
    Coverage(.box, "every real $\(variable.name) \\in \(variable.span.texInterval)$")
  }
}
