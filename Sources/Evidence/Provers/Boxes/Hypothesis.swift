import MathCore

/// A hypothesis of a law on boxes: what part of a box can satisfy it.
struct Hypothesis: Sendable {
  /// What is not negative where the hypothesis holds; both signs of it for an equality.
  private let slacks: [Slack]
  /// What is shown where it is certainly false.
  private let falsities: [BoundedBelow]

  fileprivate struct Slack: Sendable {
    var value: Tape
    var gradient: Tape
  }

  init(_ comparison: Comparison, variables: [Variable]) {
    falsities = comparison.contraries.map {
      BoundedBelow($0.slack, isStrict: $0.relation.isStrict, variables: variables)
    }
    let slack = comparison.slack
    guard slack.isSmooth, !slack.needsComplexArithmetic else {
      slacks = []
      return
    }
    let signed = comparison.relation == .equal ? [slack, .negation(slack)] : [slack]
    slacks = signed.map { node in
      Slack(
        value: Tape([node], variables: variables),
        gradient: Tape(variables.map { node.derivative(by: $0) }, variables: variables))
    }
  }

  /// A part of the box outside of which the hypothesis is certainly false; `nil` if it is so on the
  /// whole box. What cannot be decided counts as true.
  func narrowed(_ box: Box, precision: Int) -> Box? {
    if falsities.contains(where: { $0.shows(on: box, precision: precision) }) { return nil }
    return slacks.reduce(box as Box?) { box, slack in box.flatMap { slack.narrowed($0, precision) }
    }
  }
}

extension Hypothesis.Slack {
  /// With g(x) ≤ g(m) + Σ ∂g(box)·(x − m) and a slope of one sign, g(x) ≥ 0 bounds that variable by
  /// the most that the others can add.
  fileprivate func narrowed(_ box: Box, _ precision: Int) -> Box? {
    let sides = box.balls(precision: precision)
    let middle = box.midpoint
    let centre = middle.map { Ball($0, precision: precision) }
    guard let slopes = finite(gradient, sides, precision),
      let value = finite(value, centre, precision)?[0].upper
    else { return box }
    let reach = zip(slopes, zip(sides, centre)).map { ($0 * ($1.0 - $1.1)).upper }
    var narrowed = box
    for (index, slope) in slopes.enumerated() where slope.isCertainlyNonZero {
      let others = reach.indices.filter { $0 != index }.map { reach[$0] }
      guard !others.contains(nil), let low = slope.lower, let high = slope.upper,
        low != 0, high != 0
      else { continue }
      // slope · t ≥ need for t = x − m.
      let need = -(value + others.reduce(0) { $0 + ($1 ?? 0) })
      var side = narrowed.sides[index]
      if slope.isCertainlyPositive {
        let bound = middle[index] + need / (need > 0 ? high : low)
        if bound > side.upper { return nil }
        side.raiseLower(to: bound)
      } else {
        let bound = middle[index] + need / (need > 0 ? low : high)
        if bound < side.lower { return nil }
        side.lowerUpper(to: bound)
      }
      narrowed.sides[index] = side
    }
    return narrowed
  }

  private func finite(_ tape: Tape, _ inputs: [Ball], _ precision: Int) -> [Ball]? {
    let balls = try? tape.evaluate(inputs, precision: precision)
    return balls.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil }
  }
}

extension Span.Closed {
  /// Steps of a side to which its ends move, so that they stay short; outward.
  private static let steps: Rational = 1024

  fileprivate mutating func raiseLower(to bound: Rational) {
    guard width > 0, bound > lower else { return }
    let steps = ((bound - lower) * Self.steps / width).floor
    guard steps > 0 else { return }
    lower = lower + width * steps / Self.steps
    excludesLower = false
  }

  fileprivate mutating func lowerUpper(to bound: Rational) {
    guard width > 0, bound < upper else { return }
    upper = upper - width * ((upper - bound) * Self.steps / width).floor / Self.steps
  }
}

extension Comparison {
  /// What holds exactly where this comparison does not, one or the other of them.
  fileprivate var contraries: [Comparison] {
    switch relation {
    case .equal: [Comparison(left, .less, right), Comparison(left, .greater, right)]
    case .lessOrEqual: [Comparison(left, .greater, right)]
    case .less: [Comparison(left, .greaterOrEqual, right)]
    case .greaterOrEqual: [Comparison(left, .less, right)]
    case .greater: [Comparison(left, .lessOrEqual, right)]
    }
  }
}
