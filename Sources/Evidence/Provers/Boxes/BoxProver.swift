import MathCore
import Records

/// Proves a law for every real point of the box that its variables span, in ball arithmetic.
///
/// Equalities go by interpolation first (`ChebyshevProver`); everything else, and what that refuses,
/// by branch and bound. Corners and midpoints are evaluated exactly before, so that a false law
/// ends in a witness and not in an endless subdivision. Budgets count boxes and bits, never
/// seconds. What the budget leaves open is `undecided`; an equality is |L − R| ≤ ε with ε stated,
/// because overlapping balls prove nothing.
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

  private let law: Law
  private let evaluator: PointEvaluator
  private let decider: BoxDecider
  private let tolerance: Formula?
  private let budget: Int
  private var variables: [Variable] { evaluator.variables }

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
    return result
  }

  /// The box, if need be cut off where rules say that nothing is lost beyond.
  private var reduction: SpanReduction? {
    SpanReduction(
      variables, goals: law.expanded(within: tolerance).conclusions.map(\.slack),
      sides: law.conclusions.flatMap { [$0.left, $0.right] })
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

  private func subdivide(_ start: Box, because refusal: String?) -> Result {
    var trial = Trial()
    var tree = Subdivision(start)
    var decider = decider
    while let (taken, whole, bits) = tree.take() {
      if let box = decider.feasible(part: whole, precision: bits) {
        let (number, excluded) = tree.narrow(taken, to: box)
        trial.excluded += excluded
        switch look(at: box, precision: bits, &decider) {
        case .fails(let witness): return Result(trial: Trial(refutedBy: witness))
        case .shown(let margin, let contact):
          trial.held += 1
          trial.margin = Swift.min(trial.margin ?? .infinity, margin)
          tree.end(number, .shown(margin: margin, contact: contact))
        case .open(let split, let precision):
          if let split = split ?? box.widestSide, box.isDivisible(across: split, of: start) {
            tree.split(number, across: split, precision: precision)
          } else {
            trial.undecided += 1
            trial.stopped = decider.reason(at: box.midpoint)
            tree.end(number, .open)
          }
        }
      } else {
        trial.excluded += 1
        tree.end(taken, .excluded)
      }
      if tree.visited == Self.patience, tree.waiting > 0, isShownByRules { return .byRules }
      if tree.visited >= budget, tree.waiting > 0 {
        trial.undecided += tree.waiting
        trial.stopped = "the budget of \(budget) boxes is spent"
        break
      }
    }
    return finished(trial, tree, decider, refusal)
  }

  private enum Look {
    case fails(Witness)
    case shown(margin: Double, contact: [Rational]?)
    case open(split: Int?, precision: Int)
  }

  /// The midpoint first, then the box, then the neighbourhood of contact points that did not help.
  private func look(at box: Box, precision: Int, _ decider: inout BoxDecider) -> Look {
    var precision = precision
    let middle = box.midpoint
    switch evaluator.decide(at: middle, quickly: true) {
    case .fails(let witness): return .fails(witness)
    case .undecided:
      switch decider.closerLook(at: middle, atLeast: precision) {
      case .fails(let witness): return .fails(witness)
      case .bits(let needed): precision = needed
      }
    default: break
    }
    switch decider.decide(on: box, precision: precision) {
    case .shown(let margin, let contact): return .shown(margin: margin, contact: contact)
    case .open(let split):
      for point in decider.takeSuspects(around: box) {
        if case .fails(let witness) = evaluator.decide(at: point) { return .fails(witness) }
      }
      return .open(split: split, precision: precision)
    }
  }

  /// Boxes after which rules on the tree are asked: where both sides meet along a curve, no number
  /// of boxes is enough.
  private static let patience = 256
  /// Operations of a law that rules are asked about.
  private static let rulesLimit = 300

  private var isShownByRules: Bool {
    law.nodes.allSatisfy(\.isDefinedEverywhere)
      && Tape(law.nodes, variables: variables).steps.count <= Self.rulesLimit
      && law.conclusions.allSatisfy { InequalityProver.proves($0) }
  }

  private func finished(
    _ trial: Trial, _ tree: Subdivision, _ decider: BoxDecider, _ refusal: String?
  ) -> Result {
    var trial = trial
    if trial.undecided > 0 {
      if let witness = CounterexampleSearch.find(evaluator.law) {
        return Result(trial: Trial(refutedBy: witness))
      }
      if let place = tree.smallestOpenBox?.place(variables) {
        trial.stopped = (trial.stopped ?? "") + "; it got stuck near \(place)"
      }
      if let refusal {
        trial.stopped = (trial.stopped ?? "") + " (by interpolation: \(refusal))"
      }
    }
    var agreement = AgreementCheck(decider.enclosed, variables: variables)
    for (box, precision) in agreement.sample(tree.shownBoxes) {
      agreement.add(box, precision: precision)
    }
    return Result(
      trial: trial, visited: tree.visited, picture: tree.picture(variables),
      agreement: agreement.found)
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

extension Box {
  /// Whether a side is not yet a vanishing part of the whole's, where no half would fare better.
  fileprivate func isDivisible(across index: Int, of whole: Box) -> Bool {
    sides[index].width * Rational(2).power(200) > whole.sides[index].width
  }
}

extension BoxProver.Result {
  /// Shown for all values of the variables at once.
  fileprivate static var byRules: Self {
    var trial = Trial()
    trial.held = 1
    trial.margin = 0
    return Self(trial: trial, method: "signs, expansion or tangent, after boxes had not closed")
  }
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
