import MathCore

/// Decides a law on one box at a time: outside of its hypotheses, shown, or open.
struct BoxDecider {
  /// Bits that balls start with.
  static let precision = 96
  /// Bits that a box gets where fewer do not tell the sides apart at its midpoint.
  static let precisions = [96, 512, 2048]

  enum Outcome {
    case excluded
    case shown(margin: Double, contact: [Rational]?)
    /// The side across which to split, unless the box is a point.
    case open(split: Int?)
  }

  private let evaluator: PointEvaluator
  private let goals: [BoundedBelow]
  /// For each hypothesis that is an inequality, its contrary.
  private let falsities: [BoundedBelow]
  /// Both sides of every conclusion: they must have a value on a whole box before anything is said
  /// of it, however the difference simplifies.
  private let sides: Tape
  private let isComplex: Bool
  private let holdsIntegral: Bool
  /// The formulas whose enclosures a proof uses: both sides, what must not be negative, its slopes.
  let enclosed: [Node]

  init(_ law: Law, within tolerance: Formula?, evaluator: PointEvaluator) {
    self.evaluator = evaluator
    let variables = law.freeVariables
    sides = Tape(law.conclusions.flatMap { [$0.left, $0.right] }, variables: variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
    holdsIntegral = law.nodes.contains { $0.contains(\.isIntegral) }
    func bounded(_ comparison: Comparison) -> BoundedBelow {
      BoundedBelow(comparison.slack, isStrict: comparison.relation.isStrict, variables: variables)
    }
    goals = law.expanded(within: tolerance).conclusions.map(bounded)
    enclosed = law.conclusions.flatMap { [$0.left, $0.right] } + goals.flatMap(\.enclosed)
    falsities = law.hypotheses.compactMap(\.negation).map(bounded)
  }

  func decide(on box: Box, precision: Int) -> Outcome {
    // A hypothesis that is certainly false on the whole box takes it out; one that cannot be
    // decided counts as true, so that its box must satisfy the conclusion.
    for falsity in falsities {
      if case .shown = falsity.decide(on: box, precision: precision) { return .excluded }
    }
    if box.isPoint {
      guard case .holds(let margin) = evaluator.decide(at: box.midpoint) else {
        return .open(split: nil)
      }
      return .shown(margin: margin, contact: nil)
    }
    guard isDefined(on: box, precision) else { return .open(split: box.widestSide) }
    var smallest = Double.infinity
    var contact: [Rational]?
    for goal in goals {
      switch goal.decide(on: box, precision: precision) {
      case .shown(let margin, let point):
        smallest = Swift.min(smallest, margin)
        contact = contact ?? point
      case .open(let split): return .open(split: split)
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

  /// The bits that a box around a point needs whose sides were not told apart with few: more only
  /// if more help at the point itself.
  func precision(at point: [Rational], atLeast least: Int) -> Int {
    // An integral is thousands of evaluations, the more the more bits.
    if holdsIntegral { return least }
    for precision in Self.precisions where precision > least {
      if case .holds = evaluator.decide(at: point, precision: precision) { return precision }
    }
    return least
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
