import MathCore
import Records

// The subdivision: every box is shown, excluded, or halved, until none waits or the budget is
// spent.

extension BoxProver {
  /// - Parameter refusal: why interpolation did not do, for the reader.
  func subdivide(_ start: Box, because refusal: String?) -> Result {
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
      if tree.visited == Self.patience, tree.waiting > 0, let result = byRules { return result }
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
    case shown(margin: Double, contact: [Double]?)
    case open(split: Int?, precision: Int)
  }

  /// The midpoint first, then the box, then the neighbourhood of contact points that did not help.
  private func look(at box: Box, precision: Int, _ decider: inout BoxDecider) -> Look {
    var precision = precision
    let middle = box.midpoint
    switch evaluator.decide(at: middle, quickly: true) {
    case .fails(let witness) where evaluator.isWithinSpans(middle): return .fails(witness)
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
      for contact in decider.takeUnhelpfulContacts() {
        if let witness = failure(near: contact, in: box) { return .fails(witness) }
      }
      return .open(split: split, precision: precision)
    }
  }

  /// The law's failure at a contact point, or at one of the points beside it.
  private func failure(near contact: [ContactCoordinate], in box: Box) -> Witness? {
    let centre = contact.map(\.side.lower)
    if evaluator.isWithinSpans(centre),
      case .fails(let witness) = evaluator.decide(at: contact.map { Formula($0.node) })
    {
      return witness
    }
    for point in box.points(beside: centre) where evaluator.isWithinSpans(point) {
      if case .fails(let witness) = evaluator.decide(at: point) { return witness }
    }
    return nil
  }

  /// Boxes after which rules on the tree are asked: where both sides meet along a curve, no number
  /// of boxes is enough.
  private static let patience = 256
  /// Operations of a law that rules are asked about.
  private static let rulesLimit = 300

  /// What `.exact()` says of an inequality, where it decides it.
  private var byRules: Result? {
    guard law.conclusions.allSatisfy({ $0.relation != .equal }),
      law.nodes.allSatisfy(\.isDefinedEverywhere),
      Tape(law.nodes, variables: variables).steps.count <= Self.rulesLimit
    else { return nil }
    var methods: Set<InequalityProver.Method> = []
    let rules = InequalityProver.trial(of: law, &methods)
    guard rules.undecided == 0 else { return nil }
    if let witness = rules.violation { return Result(trial: Trial(refutedBy: witness)) }
    var trial = Trial()
    (trial.held, trial.margin) = (1, 0)
    let names = InequalityProver.names(methods).joined(separator: ", ")
    return Result(trial: trial, method: "\(names), after boxes had not closed")
  }

  private func finished(
    _ trial: Trial, _ tree: Subdivision, _ decider: BoxDecider, _ refusal: String?
  ) -> Result {
    var trial = trial
    if trial.undecided > 0 {
      if let witness = CounterexampleSearch.find(evaluator.law) {
        return Result(trial: Trial(refutedBy: witness))
      }
      if !variables.isEmpty, let place = tree.smallestOpenBox?.place(variables) {
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
}

extension Box {
  /// Points on the way from one point to each face, the nearer the more.
  fileprivate func points(beside centre: [Rational]) -> [[Rational]] {
    sides.indices.flatMap { index in
      Self.steps.flatMap { step in
        [sides[index].upper - centre[index], sides[index].lower - centre[index]]
          .filter { $0 != 0 }
          .map { way in
            var point = centre
            point[index] = point[index] + way * step
            return point
          }
      }
    }
  }

  private static let steps = stride(from: 2, through: 50, by: 4).map { 1 / Rational(2).power($0) }

  /// Whether a side is not yet a vanishing part of the whole's, where no half would fare better.
  fileprivate func isDivisible(across index: Int, of whole: Box) -> Bool {
    sides[index].width * Rational(2).power(200) > whole.sides[index].width
  }
}
