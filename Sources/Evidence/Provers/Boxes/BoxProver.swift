import MathCore
import Records

/// Proves a law for every real point of the box that its variables span, in ball arithmetic.
///
/// Equalities go by interpolation first (`ChebyshevProver`); everything else, and what that
/// refuses, by branch and bound. Corners and midpoints are evaluated exactly before, so that a
/// false law ends in a witness and not in an endless subdivision. Budgets count boxes and bits,
/// never seconds. What the budget leaves open is `undecided`; an equality is |L − R| ≤ ε with ε
/// stated, because overlapping balls prove nothing.
package struct BoxProver {
  package static let defaultBudget = 20_000
  /// An integral costs thousands of evaluations a box.
  private static let integralBudget = 500

  /// What came of it.
  struct Result {
    var trial: Trial
    /// Boxes, or nodes and halvings, that were looked at.
    var visited = 0
    var picture: ProofPicture?
    var method = "branch and bound in ball arithmetic"
    /// Where the facts are proved that the method rests on.
    var theorems: [String] = []
    var agreement: Agreement?
  }

  let law: Law
  let evaluator: PointEvaluator
  let decider: BoxDecider
  private let tolerance: Formula?
  let budget: Int
  var variables: [Variable] { evaluator.variables }

  /// - Parameter tolerance: ε for equalities; `nil` allows none but closed inequalities.
  package init(_ law: Law, within tolerance: Formula?, boxes: Int = defaultBudget) {
    self.law = law
    self.tolerance = tolerance
    let hasIntegral = law.nodes.contains { $0.contains(\.isIntegral) }
    budget = hasIntegral ? Swift.min(boxes, Self.integralBudget) : boxes
    evaluator = PointEvaluator(law.folded(within: tolerance), variables: law.freeVariables)
    decider = BoxDecider(law, within: tolerance, evaluator: evaluator)
  }

  package func trial() -> Trial { run().trial }

  func run() -> Result {
    var result = outcome()
    guard let witness = result.trial.violation else { return result }
    // What fails at a closed point, such as π/2, fails by algebra: no bits could change that.
    guard witness.isAtFractions else { return result }
    guard evaluator.confirms(witness) else { return unconfirmed(witness) }
    result.trial.violation = WitnessSimplifier.simplified(witness, by: evaluator)
    return result
  }

  /// What refutes at few bits and not at more shows a fault in what proofs rest on.
  private func unconfirmed(_ witness: Witness) -> Result {
    var result = stopped("the point that refuted it does not when it is computed again")
    let place = witness.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    var agreement = Agreement()
    agreement.places = 1
    agreement.alarms = ["the law fails with few bits and does not with more, at $\(place)$"]
    result.agreement = agreement
    return result
  }

  private func outcome() -> Result {
    if law.conclusions.contains(where: \.ordersComplexNumbers) {
      return stopped("complex numbers have no order")
    }
    if evaluator.law.conclusions.contains(where: { $0.relation == .equal }) {
      return stopped(
        "balls cannot prove an equality: state how close with .enclosed(to: …), or use .exact()",
        searching: law)
    }
    guard let reduction = reduction else {
      return stopped(
        "a variable has no ends, and no rule shows what happens far out: give it a span, as in "
          + "real(\"x\", in: -8...8)", searching: evaluator.law)
    }
    var beyond = 0
    for corner in reduction.corners {
      guard let shown = shown(at: corner, of: reduction.box) else {
        let place = corner.map(\.phrase).joined(separator: ", ")
        return stopped(
          "for \(place) the law would follow from its edge, where a hypothesis may be false: "
            + "give the variable a span", searching: evaluator.law)
      }
      beyond += shown
    }
    let whole = reduction.box
    if whole.sides.count <= 6 {
      for corner in whole.corners {
        if case .fails(let witness) = evaluator.decide(at: corner, quickly: true) {
          return Result(trial: Trial(refutedBy: witness))
        }
      }
    }
    var result = interpolate(whole) { reason in subdivide(whole, because: reason) }
    if let phrase = reduction.phrase { result.method += "; \(phrase)" }
    result.trial.held += beyond
    return result
  }

  /// The box, if need be cut off where rules say that nothing is lost beyond.
  private var reduction: SpanReduction? {
    SpanReduction(
      variables, goals: law.expanded(within: tolerance).conclusions.map(\.slack),
      hypotheses: law.hypotheses, sides: law.conclusions.flatMap { [$0.left, $0.right] })
  }

  /// What lies beyond some cuts follows from the law where they meet. There a hypothesis about one
  /// of their variables may be false although it is true beyond: the law must hold without it.
  ///
  /// - Returns: boxes on which that was shown, none where no hypothesis is about the variables;
  ///   `nil` if it was not shown.
  private func shown(at cuts: [SpanReduction.Cut], of box: Box) -> Int? {
    let places = Dictionary(uniqueKeysWithValues: cuts.map { ($0.variable, $0.place) })
    let kept = law.hypotheses.filter { $0.freeVariables.allSatisfy { places[$0] == nil } }
    guard kept.count < law.hypotheses.count else { return 0 }
    let free = Law(hypotheses: kept, conclusions: law.conclusions)
    let sides = zip(variables, box.sides).compactMap { variable, side in
      !free.freeVariables.contains(variable)
        ? nil : places[variable].map { Span.Closed(lower: $0, upper: $0) } ?? side
    }
    let prover = BoxProver(free, within: tolerance, boxes: budget)
    let trial = prover.subdivide(Box(sides: sides), because: nil).trial
    return trial.violated == 0 && trial.undecided == 0 && trial.held > 0 ? trial.held : nil
  }

  /// Equalities by interpolation; `otherwise` with the reason why not.
  private func interpolate(_ whole: Box, otherwise: (String?) -> Result) -> Result {
    let prover = ChebyshevProver(law, within: tolerance, stated: evaluator, budget: budget)
    switch prover?.run(on: whole) {
    case .proved(let proof): return proof.result(variables, whole)
    case .refuted(let witness): return Result(trial: Trial(refutedBy: witness))
    case .refused(let reason): return otherwise(reason)
    case nil: return otherwise(nil)
    }
  }

  private func stopped(_ reason: String, searching law: Law? = nil) -> Result {
    if let law, let witness = CounterexampleSearch.find(law) {
      return Result(trial: Trial(refutedBy: witness))
    }
    var trial = Trial()
    trial.undecided = 1
    trial.stopped = reason
    return Result(trial: trial)
  }
}

extension Witness {
  fileprivate var isAtFractions: Bool { point.allSatisfy { Rational($0.value) != nil } }
}

extension Trial {
  /// A law that fails at a point.
  init(refutedBy witness: Witness) {
    self.init()
    violated = 1
    violation = witness
  }
}

extension ChebyshevProver.Proof {
  fileprivate func result(_ variables: [Variable], _ whole: Box) -> BoxProver.Result {
    var trial = Trial()
    trial.held = pieces
    trial.margin = margin
    return BoxProver.Result(
      trial: trial, visited: nodes + halvings, picture: picture(variables, whole),
      method: "interpolation at \(nodes) Chebyshev nodes, bounded on ellipses around them",
      theorems: ChebyshevBound.theorems, agreement: agreement)
  }
}
