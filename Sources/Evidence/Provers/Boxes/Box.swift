import MathCore

/// A product of closed intervals with exact ends, one for each variable of a law.
struct Box: Sendable {
  var sides: [Span.Closed]

  /// The box of all values that the variables may have, with ends that are left out, or `nil` if
  /// one has an infinite end.
  init?(of variables: [Variable]) {
    sides = variables.compactMap { variable in
      guard let lower = variable.span.lower, let upper = variable.span.upper else { return nil }
      return Span.Closed(lower: lower, upper: upper, excludesLower: variable.span.isOpenBelow)
    }
    guard sides.count == variables.count else { return nil }
  }

  init(sides: [Span.Closed]) { self.sides = sides }

  var midpoint: [Rational] { sides.map(\.midpoint) }

  /// The box of the midpoint alone.
  var centre: Box { Box(sides: midpoint.map { Span.Closed(lower: $0, upper: $0) }) }

  func balls(precision: Int) -> [Ball] {
    sides.map {
      $0.lower == $0.upper
        ? Ball($0.lower, precision: precision)
        : Ball(lower: $0.lower, upper: $0.upper, precision: precision)
    }
  }

  var isPoint: Bool { sides.allSatisfy { $0.lower == $0.upper } }

  /// The shortest numbers in the box, as text: "$x = 1/2$, $y = -3$".
  func place(_ variables: [Variable]) -> String {
    zip(variables, sides).map { "$\($0.name) = \($1.simplest)$" }.joined(separator: ", ")
  }

  /// The longest side, unless the box is a point.
  var widestSide: Int? {
    let index = sides.indices.max { sides[$0].width < sides[$1].width }
    return index.flatMap { sides[$0].width > 0 ? $0 : nil }
  }

  /// The two halves across a side.
  func halves(across index: Int) -> [Box] {
    let middle = sides[index].midpoint
    var low = self
    var high = self
    low.sides[index].upper = middle
    high.sides[index].lower = middle
    high.sides[index].excludesLower = false
    return [low, high]
  }

  /// All corners (of few dimensions) that the variables may have as values.
  var corners: [[Rational]] {
    sides.reduce([[]]) { corners, side in
      let ends = (side.excludesLower ? [] : [side.lower]) + [side.upper]
      return corners.flatMap { corner in Set(ends).sorted().map { corner + [$0] } }
    }
  }
}

extension Span {
  /// An interval with both ends. Balls of it hold both, whether or not the variable may have them.
  struct Closed: Sendable, Hashable {
    var lower: Rational
    var upper: Rational
    /// Whether the variable does not have the lower end as a value.
    var excludesLower = false

    var width: Rational { upper - lower }
    var midpoint: Rational { (lower + upper) / 2 }

    /// The number of the interval with the smallest denominator, nearest to 0 among those.
    var simplest: Rational { Rational.simplest(from: lower, to: upper) }
  }
}
