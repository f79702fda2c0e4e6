import MathCore

// Arithmetic of intervals with exact ends that may belong to them or not: what holds all sums and
// products of their numbers.

extension RealInterval {
  static let reals = RealInterval()
  static let positive = RealInterval(lower: End(0, isIncluded: false))
  static let nonNegative = RealInterval(lower: End(0, isIncluded: true))

  init(_ value: Rational) {
    let end = End(value, isIncluded: true)
    self.init(lower: end, upper: end)
  }

  init(_ span: Span) {
    self.init(
      lower: span.lower.map { End($0, isIncluded: !span.isOpenBelow) },
      upper: span.upper.map { End($0, isIncluded: true) })
  }

  /// All numbers between two ends that belong to it.
  init(from lower: Rational, to upper: Rational) {
    self.init(lower: End(lower, isIncluded: true), upper: End(upper, isIncluded: true))
  }

  var isNonNegative: Bool { lower.map { $0.value >= 0 } ?? false }
  var isNonPositive: Bool { upper.map { $0.value <= 0 } ?? false }
  var isPositive: Bool { lower.map { $0.value > 0 || ($0.value == 0 && !$0.isIncluded) } ?? false }
  var isNegative: Bool { upper.map { $0.value < 0 || ($0.value == 0 && !$0.isIncluded) } ?? false }
  var isZero: Bool { lower?.value == 0 && upper?.value == 0 }

  /// Whether it lies strictly between −bound and bound.
  func lies(within bound: Rational) -> Bool {
    guard let lower, let upper else { return false }
    return lower.value > -bound && upper.value < bound
  }

  /// Without zero, if that is an end.
  var withoutZeroEnd: RealInterval {
    var result = self
    if lower?.value == 0 { result.lower?.isIncluded = false }
    if upper?.value == 0 { result.upper?.isIncluded = false }
    return result
  }

  static prefix func - (a: RealInterval) -> RealInterval {
    RealInterval(lower: a.upper.map { -$0 }, upper: a.lower.map { -$0 })
  }

  static func + (a: RealInterval, b: RealInterval) -> RealInterval {
    func sum(_ a: End?, _ b: End?) -> End? {
      guard let a, let b else { return nil }
      return End(a.value + b.value, isIncluded: a.isIncluded && b.isIncluded)
    }
    return RealInterval(lower: sum(a.lower, b.lower), upper: sum(a.upper, b.upper)).shortened
  }

  static func * (a: RealInterval, b: RealInterval) -> RealInterval {
    if a.isZero || b.isZero { return RealInterval(0) }
    if a.isNonPositive { return -(-a * b) }
    if b.isNonPositive { return -(a * -b) }
    switch (a.isNonNegative, b.isNonNegative) {
    case (true, true):
      return RealInterval(lower: product(a.lower, b.lower), upper: product(a.upper, b.upper))
        .shortened
    case (true, false):
      return RealInterval(lower: product(a.upper, b.lower), upper: product(a.upper, b.upper))
        .shortened
    case (false, true): return b * a
    case (false, false):
      let least = [product(a.lower, b.upper), product(a.upper, b.lower)]
      let largest = [product(a.lower, b.lower), product(a.upper, b.upper)]
      return RealInterval(
        lower: outermost(least) { $0.value < $1.value },
        upper: outermost(largest) { $0.value > $1.value }
      ).shortened
    }
  }

  /// A product of ends; an infinite one times anything but zero is infinite.
  private static func product(_ a: End?, _ b: End?) -> End? {
    if let zero = [a, b].compactMap({ $0 }).first(where: { $0.value == 0 && $0.isIncluded }) {
      return zero
    }
    guard let a, let b else { return nil }
    return End(a.value * b.value, isIncluded: a.isIncluded && b.isIncluded)
  }

  /// The farthest of some ends; of two in the same place the one that belongs to it.
  static func outermost(_ ends: [End?], _ isBeyond: (End, End) -> Bool) -> End? {
    var result: End?
    for end in ends {
      guard let end else { return nil }
      guard let old = result else {
        result = end
        continue
      }
      if isBeyond(end, old) || (end.value == old.value && end.isIncluded) { result = end }
    }
    return result
  }

  /// All absolute values.
  var magnitude: RealInterval {
    if isNonNegative { return self }
    if isNonPositive { return -self }
    let upper = Self.outermost([self.upper, lower.map { -$0 }]) { $0.value > $1.value }
    return RealInterval(lower: End(0, isIncluded: true), upper: upper)
  }

  /// All squares.
  var squared: RealInterval { magnitude * magnitude }

  /// All inverses; `nil` unless all numbers have the same sign and none is zero.
  var inverse: RealInterval? {
    guard !isZero else { return nil }
    if isNegative { return (-self).inverse.map { -$0 } }
    guard isPositive else { return nil }
    func inverse(_ end: End?) -> End? {
      end.flatMap { $0.value == 0 ? nil : End($0.value.reciprocal, isIncluded: $0.isIncluded) }
    }
    return RealInterval(
      lower: inverse(upper) ?? End(0, isIncluded: false), upper: inverse(lower))
  }

  /// All powers; the exponent is positive.
  func power(_ exponent: Int) -> RealInterval {
    if exponent.isMultiple(of: 2), !isNonNegative { return magnitude.power(exponent) }
    func power(_ end: End) -> End? {
      guard end.value.bits == 1 || end.value.bits <= Self.longest / exponent else { return nil }
      return End(end.value.power(exponent), isIncluded: end.isIncluded)
    }
    return RealInterval(
      lower: lower.flatMap { power($0) ?? $0.lowered },
      upper: upper.flatMap { power($0) ?? $0.raised })
  }

  /// Bits of an end beyond which a shorter one takes its place: nothing here is worth long numbers.
  private static let longest = 40

  /// An interval around this one, with short ends.
  private var shortened: RealInterval {
    func isShort(_ end: End) -> Bool { end.value.bits <= Self.longest }
    return RealInterval(
      lower: lower.flatMap { isShort($0) ? $0 : $0.lowered },
      upper: upper.flatMap { isShort($0) ? $0 : $0.raised })
  }

  func intersection(_ other: RealInterval) -> RealInterval {
    var result = self
    if let lower = other.lower { result.raiseLower(to: lower) }
    if let upper = other.upper { result.dropUpper(to: upper) }
    return result
  }
}

extension RealInterval.End {
  /// A short end below this one, and below all positive powers of it.
  fileprivate var lowered: RealInterval.End? {
    if value >= 1 { return RealInterval.End(1, isIncluded: true) }
    if value > 0 { return RealInterval.End(0, isIncluded: false) }
    return value >= -1 ? RealInterval.End(-1, isIncluded: true) : nil
  }

  /// A short end above this one, and above all odd powers of it.
  fileprivate var raised: RealInterval.End? { (-self).lowered.map { -$0 } }

  static prefix func - (end: RealInterval.End) -> RealInterval.End {
    RealInterval.End(-end.value, isIncluded: end.isIncluded)
  }
}
