import MathCore

/// Spans without an end, or open at one, brought down to closed intervals: where what must not be
/// negative only grows on the way out, its value at a cut bounds all that lies beyond.
///
/// That the slope has one sign beyond the cut is shown by rules on the tree, for all values of the
/// other variables; so is that both sides have a value there.
struct SpanReduction: Sendable {
  /// A place beyond which nothing had to be looked at.
  struct Cut: Sendable {
    var variable: Variable
    var place: Rational
    var isAbove: Bool

    /// "$x > 4$"
    var phrase: String { "$\(variable.name) \(isAbove ? ">" : "<") \(place.tex)$" }
  }

  private(set) var box: Box
  private(set) var cuts: [Cut] = []

  /// - Parameters:
  ///   - goals: the formulas that must not be negative.
  ///   - hypotheses: where one of them is about a variable, the goals must not be negative at its
  ///     cut, whatever the hypothesis says there.
  ///   - sides: what must have a value everywhere.
  /// - Returns: `nil` if some end is not reached by these rules.
  init?(_ variables: [Variable], goals: [Node], hypotheses: [Comparison], sides: [Node]) {
    box = Box(sides: [])
    for variable in variables {
      let span = variable.span
      let isRestricted = hypotheses.contains { $0.freeVariables.contains(variable) }
      func cut(above: Bool) -> Rational? {
        Self.places(for: span, above: above).first { place in
          Self.isCut(place, variable, above: above, goals, sides)
            && (!isRestricted || Self.mayHold(goals, variable, at: place))
        }
      }
      var side = Span.Closed(lower: span.lower ?? 0, upper: span.upper ?? 0)
      if span.upper == nil {
        guard let cut = cut(above: true) else { return nil }
        side.upper = cut
        cuts.append(Cut(variable: variable, place: cut, isAbove: true))
      }
      if span.lower == nil || span.isOpenBelow {
        if let cut = cut(above: false) {
          side.lower = cut
          cuts.append(Cut(variable: variable, place: cut, isAbove: false))
        } else if span.lower == nil {
          return nil
        }
        // Boxes may as well hold an end that is left out; no point of it refutes anything.
        side.excludesLower = span.isOpenBelow && side.lower == span.lower
      }
      guard side.lower <= side.upper else { return nil }
      box.sides.append(side)
    }
  }

  /// Where cuts of different variables meet, each of them alone among these.
  var corners: [[Cut]] {
    cuts.reduce([[]]) { corners, cut in
      corners
        + corners.filter { corner in corner.allSatisfy { $0.variable != cut.variable } }
        .map { $0 + [cut] }
    }.filter { !$0.isEmpty }
  }

  /// "beyond $x = 4$ by the sign of the slope".
  var phrase: String? {
    guard !cuts.isEmpty else { return nil }
    return "for \(cuts.map(\.phrase).joined(separator: " and ")) by the sign of the slope"
  }

  /// How far beyond a cut: a variable of its own.
  private static let way = Variable("d", Span(lower: 0, upper: nil))

  private static let distances: [Rational] = [0, 1, 2, 4, 8, 16, 64, 256, 1024]

  private static func isCut(
    _ place: Rational, _ v: Variable, above: Bool, _ goals: [Node], _ sides: [Node]
  ) -> Bool {
    let beyond = beyond(place, v.span, above: above)
    return sides.allSatisfy { $0.replacing([v: beyond]).isDefinedEverywhere }
      && goals.allSatisfy { growsOutward($0, v, to: beyond, above: above) }
  }

  /// Whether no simple point shows that a goal is negative at a cut.
  private static func mayHold(_ goals: [Node], _ v: Variable, at place: Rational) -> Bool {
    let there = goals.map {
      Comparison($0.replacing([v: .constant(place)]), .greaterOrEqual, .zero)
    }
    return CounterexampleSearch.findSimple(Law(conclusions: there), budget: 30) == nil
  }

  /// Where a cut is tried, the nearest first.
  private static func places(for span: Span, above: Bool) -> [Rational] {
    if above {
      let start = Swift.max(span.lower ?? 0, 0)
      return distances.map { start + $0 }.filter { span.contains($0) }
    }
    if span.isOpenBelow, let lower = span.lower {
      return distances.dropFirst().map { lower + 1 / $0 }.filter { span.contains($0) }
    }
    let start = Swift.min(span.upper ?? 0, 0)
    return distances.map { start - $0 }.filter { span.contains($0) }
  }

  /// All numbers beyond a cut, as a formula in a fresh variable that is not negative.
  private static func beyond(_ place: Rational, _ span: Span, above: Bool) -> Node {
    let way = Node(.variable(way))
    let cut = Node.constant(place)
    if above { return .sum(cut, way) }
    guard span.isOpenBelow, let lower = span.lower else { return .difference(cut, way) }
    return .sum(.constant(lower), .quotient(.constant(place - lower), .sum(.one, way)))
  }

  private static func growsOutward(
    _ goal: Node, _ v: Variable, to beyond: Node, above: Bool
  ) -> Bool {
    guard goal.isSmooth, !goal.needsComplexArithmetic,
      goal.replacing([v: beyond]).isDefinedEverywhere
    else { return false }
    let slope = goal.derivative(by: v).replacing([v: beyond])
    let outward = above ? slope : .negation(slope)
    return isNonNegative(outward, orders: 4)
  }

  /// A formula in the way beyond the cut: by rules, or because it starts at no less than 0 and its
  /// own slope is not negative, for the same reasons.
  private static func isNonNegative(_ node: Node, orders: Int) -> Bool {
    if InequalityProver.proves(Comparison(node, .greaterOrEqual, .zero)) { return true }
    // In the way alone, which starts at 0: another variable may start anywhere.
    guard orders > 0, node.freeVariables == [way], node.isSmooth, node.isDefinedEverywhere else {
      return false
    }
    let start = PointEvaluator(Law(conclusions: [Comparison(node, .greaterOrEqual, .zero)]))
    guard case .holds = start.decide(at: [0]) else { return false }
    return isNonNegative(node.derivative(by: way), orders: orders - 1)
  }
}
