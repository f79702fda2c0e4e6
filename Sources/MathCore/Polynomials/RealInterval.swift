/// An interval of the real line with rational or infinite ends, each of which may belong to it.
package struct RealInterval: Hashable, Sendable {
  package struct End: Hashable, Sendable {
    package var value: Rational
    package var isIncluded: Bool

    package init(_ value: Rational, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// `nil` is infinite.
  package var lower: End?
  package var upper: End?

  package init(lower: End? = nil, upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether no number lies strictly between the ends.
  package var hasNoInterior: Bool {
    guard let lower, let upper else { return false }
    return lower.value >= upper.value
  }

  package func contains(_ x: Rational) -> Bool {
    if let lower, x < lower.value || (x == lower.value && !lower.isIncluded) { return false }
    if let upper, x > upper.value || (x == upper.value && !upper.isIncluded) { return false }
    return true
  }

  /// The interval without what lies below `end`.
  package mutating func raiseLower(to end: End) {
    guard let old = lower else {
      lower = end
      return
    }
    if end.value > old.value || (end.value == old.value && !end.isIncluded) { lower = end }
  }

  /// The interval without what lies above `end`.
  package mutating func dropUpper(to end: End) {
    guard let old = upper else {
      upper = end
      return
    }
    if end.value < old.value || (end.value == old.value && !end.isIncluded) { upper = end }
  }

  /// A number strictly between the ends, simple if there is room.
  ///
  /// - Precondition: there is one.
  package var interiorPoint: Rational {
    switch (lower?.value, upper?.value) {
    case (nil, nil): 0
    case (let a?, nil): a.floor + 1
    case (nil, let b?): -(-b).floor - 1
    case (let a?, let b?):
      Rational.simplest(from: a + (b - a) / 3, to: b - (b - a) / 3)
    }
  }
}
