import MathCore
import Records

/// Turns a point of a floating-point search into an exact one: the simplest fractions near it are
/// tried first, the machine numbers themselves last.
struct NearbyRationals {
  let variables: [Variable]

  /// How far from the point fractions may lie, relative to its coordinates.
  private static let distances: [Rational] = [
    Rational(1, 4), Rational(1, 16), Rational(1, 100), Rational(1, 1_000), Rational(1, 100_000),
    Rational(1, 100_000_000), Rational(1, 1_000_000_000_000),
  ]

  /// Exact points near a machine one, the simplest first.
  func points(near point: [Double]) -> [[Rational]] {
    let exact = point.compactMap { Rational(exactly: $0) }
    guard exact.count == variables.count else { return [] }
    var list: [[Rational]] = []
    for distance in Self.distances {
      let rounded = zip(exact, variables).map { value, variable in
        variable.span.simplest(near: value, within: value.magnitude * distance)
      }
      if list.last != rounded { list.append(rounded) }
    }
    let inside = zip(exact, variables).map { value, variable in
      variable.span.simplest(near: value, within: 0)
    }
    return list.last == inside ? list : list + [inside]
  }
}

extension Span {
  /// The simplest number of the span that is not farther from a value; the nearest end when there
  /// is none.
  fileprivate func simplest(near value: Rational, within distance: Rational) -> Rational {
    var (from, to) = (value - distance, value + distance)
    if let lower { from = Swift.max(from, lower) }
    if let upper { to = Swift.min(to, upper) }
    if isOpenBelow, let lower, from == lower {
      // Strictly above the end: half way to the value, or to a small number.
      from = lower + (value > lower ? (value - lower) / 2 : Rational(1, 1_000_000))
    }
    if from <= to { return Rational.simplest(from: from, to: to) }
    if let upper, from > upper { return upper }
    return from
  }
}
