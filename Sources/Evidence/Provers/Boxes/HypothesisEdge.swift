import MathCore

/// A goal near the edge of a hypothesis h ≥ 0 that is linear in one variable v: with h itself as a
/// coordinate d ≥ 0 in the place of v, the edge is a face of the box, and the goal may close there
/// by the sign of a slope. For h = 0 nothing but the face is left. What an author would do by hand:
/// instead of x ≤ y, y = x + d; instead of x + y = 1, y = 1 − x.
struct HypothesisEdge: Sendable {
  private let index: Int
  private let relation: RelationSign
  private let hypothesis: Tape
  private let goal: BoundedBelow
  private var contacts: ContactSearch?
  /// Both sides of the conclusions in the new coordinates: they must have values there.
  private let sides: Tape

  /// - Returns: `nil` unless the hypothesis compares real formulas and is linear in a variable.
  init?(
    _ hypothesis: Comparison, goal: Node, isStrict: Bool, sides: [Node], _ variables: [Variable]
  ) {
    let slack = hypothesis.slack
    guard slack.isSmooth,
      !(sides + [slack]).contains(where: \.needsComplexArithmetic)
    else { return nil }
    let slopes = variables.map { slack.derivative(by: $0).withConstantsEvaluated.isConstant }
    guard let index = slopes.lastIndex(where: { $0 != nil && $0 != 0 }), let slope = slopes[index]
    else { return nil }
    let replaced = variables[index]
    let distance = Variable(
      "d", hypothesis.relation.isStrict ? .positive : Span(lower: 0, upper: nil))
    let rest = slack.replacing([replaced: .zero])
    let value = Node.quotient(
      .difference(Node(.variable(distance)), rest), .constant(slope)
    ).withConstantsEvaluated
    var coordinates = variables
    coordinates[index] = distance
    let moved = goal.replacing([replaced: value])
    self.index = index
    self.hypothesis = Tape([slack], variables: variables)
    relation = hypothesis.relation
    self.goal = BoundedBelow(moved, isStrict: isStrict, variables: coordinates)
    contacts = ContactSearch(moved, variables: coordinates)
    self.sides = Tape(sides.map { $0.replacing([replaced: value]) }, variables: coordinates)
  }

  /// Whether the goal is shown where the hypothesis holds on the box.
  mutating func shows(on box: Box, precision: Int) -> Bool {
    let inputs = box.balls(precision: precision)
    guard let ball = try? hypothesis.evaluate(inputs, precision: precision).first,
      let low = ball.lower, let high = ball.upper, low < 0, high >= 0
    else { return false }
    var moved = box
    moved.sides[index] = Span.Closed(
      lower: 0, upper: relation == .equal ? 0 : high, excludesLower: relation.isStrict)
    let values = try? sides.evaluate(moved.balls(precision: precision), precision: precision)
    guard values?.allSatisfy(\.isFinite) ?? false else { return false }
    if case .shown = goal.decide(on: moved, precision: precision, contacts: &contacts) {
      return true
    }
    return false
  }
}
