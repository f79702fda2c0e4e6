import MathCore
import Records

/// Decides a law on one box at a time: outside of its hypotheses, shown, or open. It remembers
/// contact points from one box to the next.
struct BoxDecider {
  /// Bits that balls start with.
  static let precision = 96
  /// Bits that a box gets where fewer do not tell the sides apart at its midpoint.
  static let precisions = [96, 512, 2048]

  enum Outcome {
    case shown(margin: Double, contact: [Double]?)
    /// The side across which to split, unless the box is a point.
    case open(split: Int?)
  }

  private let evaluator: PointEvaluator
  private let goals: [BoundedBelow]
  private var contacts: [ContactSearch?]
  private let hypotheses: [Hypothesis]
  /// For each goal, the hypotheses on whose edges it may close.
  private var edges: [[HypothesisEdge]]
  /// Both sides of every conclusion: they must have a value on a whole box before anything is said
  /// of it, however the difference simplifies.
  private let sides: Tape
  private let isComplex: Bool
  private let holdsIntegral: Bool
  /// Both sides, what must not be negative, its slopes.
  private let evaluated: [Node]

  init(_ law: Law, within tolerance: Formula?, evaluator: PointEvaluator) {
    self.evaluator = evaluator
    let variables = law.freeVariables
    sides = Tape(law.conclusions.flatMap { [$0.left, $0.right] }, variables: variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
    holdsIntegral = law.nodes.contains { $0.contains(\.isIntegral) }
    let conclusions = law.expanded(within: tolerance).conclusions
    goals = conclusions.map {
      BoundedBelow($0.slack, isStrict: $0.relation.isStrict, variables: variables)
    }
    contacts = conclusions.map { ContactSearch($0.slack, variables: variables) }
    evaluated = law.conclusions.flatMap { [$0.left, $0.right] } + goals.flatMap(\.enclosed)
    hypotheses = law.hypotheses.map { Hypothesis($0, variables: variables) }
    edges = conclusions.map { goal in
      law.hypotheses.compactMap { hypothesis in
        HypothesisEdge(
          hypothesis, goal: goal.slack, isStrict: goal.relation.isStrict,
          sides: law.conclusions.flatMap { [$0.left, $0.right] }, variables)
      }
    }
  }

  /// The formulas whose enclosures a proof uses, higher derivatives of contact points among them.
  var enclosed: [Node] {
    evaluated + contacts.flatMap { $0?.enclosed ?? [] }.prefix(Self.derivativeLimit)
  }

  private static let derivativeLimit = 24

  /// The part of the box where the hypotheses may hold; `nil` if one is certainly false on all of
  /// it. One that cannot be decided counts as true, so that its part must satisfy the conclusion.
  func feasible(part box: Box, precision: Int) -> Box? {
    // Twice, because what one takes away may let another take more.
    (hypotheses + hypotheses.dropLast()).reduce(box as Box?) { box, hypothesis in
      box.flatMap { hypothesis.narrowed($0, precision: precision) }
    }
  }

  mutating func decide(on box: Box, precision: Int) -> Outcome {
    if box.isPoint {
      guard case .holds(let margin) = evaluator.decide(at: box.midpoint) else {
        return .open(split: nil)
      }
      return .shown(margin: margin, contact: nil)
    }
    guard isDefined(on: box, precision) else { return .open(split: box.widestSide) }
    var smallest = Double.infinity
    var contact: [Double]?
    for (index, goal) in goals.enumerated() {
      switch goal.decide(on: box, precision: precision, contacts: &contacts[index]) {
      case .shown(let margin, let point):
        smallest = Swift.min(smallest, margin)
        contact = contact ?? point
      case .open(let split):
        let isShown = edges[index].indices.contains {
          edges[index][$0].shows(on: box, precision: precision)
        }
        guard isShown else { return .open(split: split) }
        smallest = Swift.min(smallest, 0)
      }
    }
    return .shown(margin: smallest, contact: contact)
  }

  private func isDefined(on box: Box, _ precision: Int) -> Bool {
    let balls = box.balls(precision: precision)
    if isComplex {
      let values = try? sides.evaluate(balls.map { ComplexBall($0) }, precision: precision)
      return values?.allSatisfy(\.isFinite) ?? false
    }
    return (try? sides.evaluate(balls, precision: precision))?.allSatisfy(\.isFinite) ?? false
  }

  /// A point whose sides were not told apart with few bits, with more of them.
  enum CloserLook {
    case fails(Witness)
    /// The bits that a box around the point needs: more only if more help at the point itself.
    case bits(Int)
  }

  func closerLook(at point: [Rational], atLeast least: Int) -> CloserLook {
    // An integral is thousands of evaluations, the more the more bits.
    if holdsIntegral { return .bits(least) }
    for precision in Self.precisions where precision > least {
      switch evaluator.decide(at: point, precision: precision) {
      case .fails(let witness) where evaluator.isWithinSpans(point): return .fails(witness)
      case .holds: return .bits(precision)
      case .excluded, .unclear, .undecided, .fails: continue
      }
    }
    return .bits(least)
  }

  /// Hands over, once, contact points that did not show the box: a strict inequality fails there,
  /// and a law that is false by little fails near them.
  mutating func takeUnhelpfulContacts() -> [[ContactCoordinate]] {
    contacts.indices.flatMap { contacts[$0]?.takeUnhelpful() ?? [] }
  }

  func reason(at point: [Rational]) -> String {
    if case .undecided(let reason?) = evaluator.decide(at: point) { return reason }
    return "the two sides could not be told apart with 2048 bits"
  }
}

extension Comparison {
  /// Whether it compares complex numbers by size.
  package var ordersComplexNumbers: Bool {
    relation != .equal && (left.mayBeComplex || right.mayBeComplex)
  }
}
