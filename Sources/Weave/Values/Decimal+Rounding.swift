// Rounding for display: doubles to significant digits, exact quotients to a decimal place, and
// balls to the digits that their radius supports.

extension DecimalNumber {
  /// An exact quotient to at most `significant` digits.
  init(_ value: ExactQuotient, significant: Int) {
    let place = value.magnitude - significant + 1
    let nearest = value.nearestMultiple(ofTenTo: place)
    self.init(isNegative: value.isNegative, digits: nearest.digits, exponent: place)
    trimZeros()
    if digits == "0" { exponent = 0 }
  }
}

/// A rational number read from a record, `p/q` or `p`.
struct ExactQuotient: Equatable {
  var isNegative: Bool
  var numerator: Natural
  var denominator: Natural

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    self.init(numerator: String(parts[0]), denominator: parts.count == 2 ? String(parts[1]) : "1")
  }

  init?(numerator: String, denominator: String) {
    guard let p = Natural(numerator.drop { $0 == "-" }), let q = Natural(denominator), !q.isZero
    else { return nil }
    self.init(isNegative: numerator.hasPrefix("-"), p, q)
  }

  init(isNegative: Bool, _ numerator: Natural, _ denominator: Natural) {
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The power of ten of the first digit: exact for every number but zero, whose magnitude is 0.
  var magnitude: Int {
    guard !numerator.isZero else { return 0 }
    let guess = numerator.digits.count - denominator.digits.count
    return isBelow(tenTo: guess) ? guess - 1 : guess
  }

  /// |self| / 10^place, rounded to the nearest integer, halves away from zero.
  func nearestMultiple(ofTenTo place: Int) -> Natural {
    let (p, q) = scaled(by: place)
    let (quotient, remainder) = p.divided(by: q)
    return remainder + remainder < q ? quotient : quotient + Natural(1)
  }

  /// |self| / 10^place, rounded up.
  func multipleAbove(tenTo place: Int) -> Natural {
    let (p, q) = scaled(by: place)
    let (quotient, remainder) = p.divided(by: q)
    return remainder.isZero ? quotient : quotient + Natural(1)
  }

  static func - (a: ExactQuotient, b: ExactQuotient) -> ExactQuotient {
    a + ExactQuotient(isNegative: !b.isNegative, b.numerator, b.denominator)
  }

  static func + (a: ExactQuotient, b: ExactQuotient) -> ExactQuotient {
    let left = a.numerator * b.denominator
    let right = b.numerator * a.denominator
    let denominator = a.denominator * b.denominator
    if a.isNegative == b.isNegative {
      return ExactQuotient(isNegative: a.isNegative, left + right, denominator)
    }
    let isNegative = left < right ? b.isNegative : a.isNegative
    return ExactQuotient(isNegative: isNegative, Natural.distance(left, right), denominator)
  }

  var half: ExactQuotient {
    ExactQuotient(isNegative: isNegative, numerator, denominator + denominator)
  }

  private func scaled(by place: Int) -> (Natural, Natural) {
    (numerator * .power(ofTen: -place), denominator * .power(ofTen: place))
  }

  private func isBelow(tenTo place: Int) -> Bool {
    let (p, q) = scaled(by: place)
    return p < q
  }
}
