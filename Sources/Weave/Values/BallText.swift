// A ball as "midpoint ± radius": the radius to two digits, rounded up; the midpoint to the radius's
// last place. The interval that is printed contains the ball that was computed.

/// A midpoint and a radius in decimals.
struct BallText: Equatable {
  var midpoint: DecimalNumber
  /// `nil` when the ball is a single number that the midpoint prints exactly.
  var radius: DecimalNumber?

  /// More digits of a midpoint than this are not shown; the radius then grows to cover the rest.
  static let mostDigits = 15

  /// Ends as in a record; `nil` when one is not a quotient of integers or they are in disorder.
  init?(lower: String, upper: String) {
    guard let lower = ExactQuotient(lower), let upper = ExactQuotient(upper) else { return nil }
    let width = upper - lower
    guard !width.isNegative else { return nil }
    let middle = (lower + upper).half
    let place = Self.lastPlace(of: middle, radius: width.half)
    let rounded = middle.nearestMultiple(ofTenTo: place)
    midpoint = DecimalNumber(
      isNegative: middle.isNegative, digits: rounded.digits, exponent: place)
    let shown = ExactQuotient(
      isNegative: middle.isNegative, rounded * .power(ofTen: place), .power(ofTen: -place))
    let reach = max(
      (upper - shown).multipleAbove(tenTo: place), (lower - shown).multipleAbove(tenTo: place))
    radius =
      reach.isZero ? nil : DecimalNumber(isNegative: false, digits: reach.digits, exponent: place)
    if reach.isZero { midpoint = DecimalNumber(shown, significant: Self.mostDigits) }
  }

  var text: String { midpoint.text + (radius.map { " ± " + $0.text } ?? "") }
  var tex: String { midpoint.tex + (radius.map { " \\pm " + $0.tex } ?? "") }

  private static func lastPlace(of middle: ExactQuotient, radius: ExactQuotient) -> Int {
    let finest = middle.magnitude - mostDigits + 1
    if radius.numerator.isZero { return finest }
    let place = radius.magnitude - 1
    return middle.numerator.isZero ? place : max(place, finest)
  }
}
