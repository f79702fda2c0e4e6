import MathCore
import Records

/// Proves a law for every real point of the box that its variables span, by branch and bound in
/// ball arithmetic.
///
/// Corners and midpoints are evaluated exactly first, so that a false law ends in a witness and not
/// in an endless subdivision. Budgets count boxes and bits, never seconds. What the budget leaves
/// open is `undecided`; an equality is |L − R| ≤ ε with ε stated, because overlapping balls prove
/// nothing.
package struct BoxProver {
  package static let defaultBudget = 20_000
  /// A false law is refuted early or by a witness; a mutant is worth no long proof.
  private static let mutantBudget = 500
  /// An integral costs thousands of evaluations a box.
  private static let integralBudget = 500
  private static let precision = 96

  private let law: Law
  private let evaluator: PointEvaluator
  private let goals: [BoundedBelow]
  private let hypotheses: [(falsity: BoundedBelow, Void)]
  private let budget: Int
  /// Both sides of every conclusion: they must have a value on a whole box before anything is said
  /// of it, however the difference simplifies.
  private let sides: Tape
  private let isComplex: Bool

  /// - Parameter tolerance: ε for equalities; `nil` allows none but closed inequalities.
  package init(_ law: Law, within tolerance: Formula?, boxes: Int = defaultBudget) {
    self.law = law
    let variables = law.freeVariables
    let hasIntegral = law.nodes.contains { $0.contains(\.isIntegral) }
    budget = hasIntegral ? Swift.min(boxes, Self.integralBudget) : boxes
    sides = Tape(law.conclusions.flatMap { [$0.left, $0.right] }, variables: variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
    let stated = Self.inequalities(of: law, tolerance)
    evaluator = PointEvaluator(stated)
    goals = stated.conclusions.map {
      BoundedBelow($0.slack, isStrict: $0.relation.isStrict, variables: variables)
    }
    hypotheses = law.hypotheses.compactMap { hypothesis in
      guard let negation = hypothesis.negation else { return nil }
      let falsity = BoundedBelow(
        negation.slack, isStrict: negation.relation.isStrict, variables: variables)
      return (falsity, ())
    }
  }

  package static func prove(
    _ law: Law, within tolerance: Formula?, boxes: Int = defaultBudget
  ) -> Finding {
    let (trial, tree) = BoxProver(law, within: tolerance, boxes: boxes).run()
    var statement = law.tex
    if law.conclusions.contains(where: { $0.relation == .equal }), let tolerance {
      statement = inequalities(of: law, tolerance, folded: true).tex
    }
    var finding = Finding(
      evidence: .enclosed, method: "branch and bound in ball arithmetic", subject: .mathematics,
      coverage: law.freeVariables.map { .box($0) }, statement: statement, law: law, coversLaw: true,
      trial: trial, never: CounterexampleSearch.never(law), isTautology: law.isTautology,
      isEquality: law.isEquality,
      sensitivity: law.isEquality
        ? tolerance.flatMap { $0.node.rationalValue.map(Double.init) } : nil)
    if law.isEquality {
      finding.trial.bound = finding.sensitivity
      finding.isApproximate = CounterexampleSearch.find(law) != nil
    }
    finding.picture = tree?.picture(law.freeVariables)
    finding.mutants = LawDamage.mutants(of: law) {
      BoxProver($0, within: tolerance, boxes: Swift.min(boxes, mutantBudget)).trial()
    }
    return finding
  }

  /// The law with every equality as |L − R| ≤ ε: folded for the page, or as two inequalities.
  private static func inequalities(
    of law: Law, _ tolerance: Formula?, folded: Bool = false
  ) -> Law {
    guard let tolerance = tolerance?.node else { return law }
    let conclusions = law.conclusions.flatMap { comparison -> [Comparison] in
      guard comparison.relation == .equal else { return [comparison] }
      let difference = Node.difference(comparison.left, comparison.right)
      if folded { return [Comparison(.apply(.abs, difference), .lessOrEqual, tolerance)] }
      guard difference.mayBeComplex else { return within(difference, tolerance) }
      // 7/10 < 1/√2: both parts within it keep the modulus within ε.
      let part = Node.product(.constant(Rational(7, 10)), tolerance)
      return within(.apply(.realPart, difference), part)
        + within(.apply(.imaginaryPart, difference), part)
    }
    return Law(hypotheses: law.hypotheses, conclusions: conclusions)
  }

  private static func within(_ difference: Node, _ bound: Node) -> [Comparison] {
    [
      Comparison(difference, .lessOrEqual, bound),
      Comparison(difference, .greaterOrEqual, .negation(bound)),
    ]
  }

  package func trial() -> Trial { run().trial }

  private func run() -> (trial: Trial, tree: Subdivision?) {
    var trial = Trial()
    if law.conclusions.contains(where: \.ordersComplexNumbers) {
      trial.undecided = 1
      trial.stopped = "complex numbers have no order"
      return (trial, nil)
    }
    if evaluator.law.conclusions.contains(where: { $0.relation == .equal }) {
      trial.undecided = 1
      trial.stopped =
        "balls cannot prove an equality: state how close with .enclosed(to: …), or use .exact()"
      return (CounterexampleSearch.find(law).map(refuted) ?? trial, nil)
    }
    guard let whole = Box(of: evaluator.variables) else {
      trial.undecided = 1
      trial.stopped =
        "a variable has no ends: give it a span, as in real(\"x\", in: -8...8)"
      return (CounterexampleSearch.find(evaluator.law).map(refuted) ?? trial, nil)
    }
    if whole.sides.count <= 6 {
      for corner in whole.corners {
        if case .fails(let witness) = evaluator.decide(at: corner, quickly: true) {
          return (refuted(by: witness), nil)
        }
      }
    }
    return subdivide(whole)
  }

  /// What became of the whole box: counts, and the tree that a picture is drawn from.
  private func subdivide(_ whole: Box) -> (trial: Trial, tree: Subdivision?) {
    var trial = Trial()
    var tree = Subdivision(whole)
    while let (number, box) = tree.take() {
      if case .fails(let witness) = evaluator.decide(at: box.midpoint, quickly: true) {
        return (refuted(by: witness), nil)
      }
      if isExcluded(box) {
        trial.excluded += 1
        tree.end(number, .excluded)
        continue
      }
      switch decideGoals(on: box) {
      case .shown(let margin, let contact):
        trial.held += 1
        trial.margin = Swift.min(trial.margin ?? .infinity, margin)
        tree.end(number, .shown(margin: margin, contact: contact))
      case .open(let split?): tree.split(number, across: split)
      case .open(nil):
        trial.undecided += 1
        trial.stopped = pointReason(box)
        tree.end(number, .open)
      }
      if tree.visited >= budget, tree.waiting > 0 {
        trial.undecided += tree.waiting
        trial.stopped = "the budget of \(budget) boxes is spent"
        break
      }
    }
    if trial.undecided > 0, let witness = CounterexampleSearch.find(evaluator.law) {
      return (refuted(by: witness), nil)
    }
    return (trial, tree)
  }

  /// A hypothesis that is certainly false on the whole box takes it out; one that cannot be
  /// decided counts as true, so that its box must satisfy the conclusion.
  private func isExcluded(_ box: Box) -> Bool {
    hypotheses.contains { hypothesis in
      if case .shown = hypothesis.falsity.decide(on: box, precision: Self.precision) {
        true
      } else {
        false
      }
    }
  }

  private func decideGoals(on box: Box) -> BoundedBelow.Outcome {
    if box.sides.allSatisfy({ $0.lower == $0.upper }) {
      // A single point: precision grows as needed.
      if case .holds(let margin) = evaluator.decide(at: box.midpoint) {
        return .shown(margin: margin)
      }
      return .open(split: nil)
    }
    guard isDefined(on: box) else { return .open(split: box.widestSide) }
    var smallest = Double.infinity
    var contact: [Rational]?
    for goal in goals {
      switch goal.decide(on: box, precision: Self.precision) {
      case .shown(let margin, let point):
        smallest = Swift.min(smallest, margin)
        contact = contact ?? point
      case .open(let split): return .open(split: split)
      }
    }
    return .shown(margin: smallest, contact: contact)
  }

  private func isDefined(on box: Box) -> Bool {
    let balls = box.balls(precision: Self.precision)
    if isComplex {
      let values = try? sides.evaluate(
        balls.map { ComplexBall($0) }, precision: Self.precision)
      return values?.allSatisfy(\.isFinite) ?? false
    }
    return (try? sides.evaluate(balls, precision: Self.precision))?.allSatisfy(\.isFinite) ?? false
  }

  private func pointReason(_ box: Box) -> String {
    if case .undecided(let reason?) = evaluator.decide(at: box.midpoint) { return reason }
    return "the two sides could not be told apart with 2048 bits"
  }

  private func refuted(by witness: Witness) -> Trial {
    var trial = Trial()
    trial.violated = 1
    trial.violation = witness
    return trial
  }
}

extension Comparison {
  /// Whether it compares complex numbers by size.
  package var ordersComplexNumbers: Bool {
    relation != .equal && (left.mayBeComplex || right.mayBeComplex)
  }

  /// What holds exactly where this comparison does not; `nil` for an equality.
  fileprivate var negation: Comparison? {
    switch relation {
    case .equal: nil
    case .lessOrEqual: Comparison(left, .greater, right)
    case .less: Comparison(left, .greaterOrEqual, right)
    case .greaterOrEqual: Comparison(left, .less, right)
    case .greater: Comparison(left, .lessOrEqual, right)
    }
  }
}

extension Coverage {
  /// Every real point of the variable's span.
  static func box(_ variable: Variable) -> Coverage {
    let lower = variable.span.lower?.tex ?? "-\\infty"
    let upper = variable.span.upper?.tex ?? "\\infty"
    return Coverage(.box, "every real $\(variable.name) \\in [\(lower), \(upper)]$")
  }
}
