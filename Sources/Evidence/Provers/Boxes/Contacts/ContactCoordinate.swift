import MathCore

/// One coordinate of a contact point: a fraction, or a closed formula such as ln 2, √2 or π/4.
struct ContactCoordinate: Sendable {
  let node: Node
  /// An interval that holds the value: of width 0 for a fraction.
  private let lower: Rational
  private let upper: Rational

  private static let precision = 256

  init(_ value: Rational) {
    node = .constant(value)
    (lower, upper) = (value, value)
  }

  /// - Returns: `nil` for a formula without a value.
  init?(_ node: Node) {
    let ball = try? Tape([node], variables: []).evaluate([Ball](), precision: Self.precision).first
    guard let lower = ball?.lower, let upper = ball?.upper else { return nil }
    self.node = node
    self.lower = lower
    self.upper = upper
  }

  var exact: Rational? { lower == upper ? lower : nil }

  /// A tiny interval that holds it; the value itself for a fraction.
  var side: Span.Closed { Span.Closed(lower: lower, upper: upper) }

  func isWithin(_ side: Span.Closed) -> Bool { side.lower <= lower && upper <= side.upper }
}

extension Box {
  /// Points with the simplest coordinates that the box has: the fraction first, then closed numbers
  /// in its place, in all sides at once or in single ones.
  var simplestPoints: [[ContactCoordinate]] {
    let choices = sides.map { side -> [ContactCoordinate] in
      let fraction = ContactCoordinate(side.excludesLower ? side.lower : side.simplest)
      let closed = ClosedNumbers.between(Double(side.lower), Double(side.upper)).compactMap {
        ContactCoordinate($0).flatMap { $0.isWithin(side) ? $0 : nil }
      }
      return [fraction] + closed
    }
    return choices.reduce([[]]) { points, choice in
      points.count * choice.count > Self.pointLimit
        ? points.map { $0 + choice.prefix(1) }
        : points.flatMap { point in choice.map { point + [$0] } }
    }
  }

  private static let pointLimit = 16
}
