// Machine arithmetic on a whole box of inputs at once: where the exact results lie, and how far
// what any Double program computes may be from them (N. J. Higham, "Accuracy and Stability of
// Numerical Algorithms", 2nd ed., sections 2.2 and 3.1, with intervals in place of symbols).

/// What an operation gives for every Double input of a box: an enclosure of the exact results, and
/// a bound of the rounding error of them all.
///
/// For each choice of Double inputs from the box, `exact` contains what real arithmetic gives, and
/// |what `Double` computes − that| is at most `error`. The model is that of ``Rounded``: half a unit
/// in the last place of the largest value an operation can have, the table of the C library's
/// errors, the spacing of subnormal numbers where a result may be one; in the order in which the
/// operations are written (Swift neither contracts nor reorders them). `error` is infinite where
/// nothing is known: overflow, a divisor that may be 0, an argument that may lie outside the
/// domain.
///
/// `value` is what `Double` computes at one input of the box. Comparisons compare these, and where
/// some input of the box could decide otherwise, or exact arithmetic could, ``UndecidedBranch``
/// hears of it: then nothing is known of the box. ``larger(_:_:)`` is no branch.
///
/// Generic code meets it where a box proof asks for it. Its operators are no choice for the type
/// checker where another type will do, so that literals mean what they meant.
public struct RoundedRange: Scalar {
  package let exact: Ball
  /// Never negative, never NaN.
  package let error: Double
  package let value: Double

  package init(exact: Ball, error: Double, value: Double) {
    self.exact = exact
    self.error = exact.isFinite && !error.isNaN ? error : .infinity
    self.value = value
  }

  /// The inputs in a range, one of which is `value`.
  ///
  /// - Precondition: `value` is finite.
  package init(inputs range: ClosedRange<Rational>, sample value: Double) {
    self.init(
      exact: Ball(
        lower: range.lowerBound, upper: range.upperBound, precision: Ball.defaultPrecision),
      error: 0, value: value)
  }

  /// The single input `value`.
  package init(input value: Double, precision: Int = Ball.defaultPrecision) {
    self.init(exact: Ball(exactly: value, precision: precision), error: 0, value: value)
  }

  public init(_ value: Int) { self.init(Rational(value)) }

  /// The nearest `Double`; the error knows what that rounding lost.
  public init(_ value: Rational) {
    let nearest = Double(value)
    self.init(
      exact: Ball(value), error: Rational(exactly: nearest) == value ? 0 : nearest.halfUlp,
      value: nearest)
  }

  public init(integerLiteral value: Int) { self.init(value) }

  public static var zero: RoundedRange { RoundedRange(0) }

  /// Contains everything that is computed, and everything exact.
  package var computed: Ball { exact.widened(by: error) }

  public var magnitude: RoundedRange {
    RoundedRange(exact: exact.magnitude, error: error, value: value.magnitude)
  }

  @_disfavoredOverload
  public static prefix func - (a: RoundedRange) -> RoundedRange {
    RoundedRange(exact: -a.exact, error: a.error, value: -a.value)
  }

  @_disfavoredOverload
  public static func + (a: RoundedRange, b: RoundedRange) -> RoundedRange {
    let propagated = Double.sumAbove(a.error, b.error)
    return result(
      a.exact + b.exact, propagated, a.value + b.value, exact: a.isExactZero || b.isExactZero)
  }

  @_disfavoredOverload
  public static func - (a: RoundedRange, b: RoundedRange) -> RoundedRange { a + -b }

  @_disfavoredOverload
  public static func * (a: RoundedRange, b: RoundedRange) -> RoundedRange {
    let linear = Double.sumAbove(
      effect(of: b.error, times: a.exact.greatestMagnitude),
      effect(of: a.error, times: b.exact.greatestMagnitude))
    return result(
      a.exact * b.exact, .sumAbove(linear, effect(of: a.error, times: b.error)), a.value * b.value,
      exact: a.isExactZero || b.isExactZero)
  }

  @_disfavoredOverload
  public static func / (a: RoundedRange, b: RoundedRange) -> RoundedRange {
    // |A/B − a/b| ≤ (ea + |a/b| eb) / (|b| − eb), A and B being the computed ones.
    let quotient = a.exact / b.exact
    let distance = (b.exact.leastMagnitude - b.error).nextDown
    let propagated = Double.quotientAbove(
      .sumAbove(a.error, effect(of: b.error, times: quotient.greatestMagnitude)), distance)
    return result(
      quotient, distance > 0 ? propagated : .infinity, a.value / b.value, exact: a.isExactZero)
  }

  var isExactZero: Bool { error == 0 && exact.isExact && exact.contains(0) }
}

extension RoundedRange {
  @_disfavoredOverload
  public static func == (a: RoundedRange, b: RoundedRange) -> Bool {
    noteBranch(a, b)
    return a.value == b.value
  }
  @_disfavoredOverload
  public static func < (a: RoundedRange, b: RoundedRange) -> Bool {
    noteBranch(a, b)
    return a.value < b.value
  }

  private static func noteBranch(_ a: RoundedRange, _ b: RoundedRange) {
    // A number beside itself, as in a test for NaN: balls are shared, never changed.
    let isSame = a.exact.storage === b.exact.storage && a.error == b.error && a.error.isFinite
    if !isSame, a.computed.compared(to: b.computed) == nil { UndecidedBranch.note() }
  }

  /// An error times what multiplies it. An infinite error stays one even times 0: what has it may
  /// have been computed as infinity or NaN.
  static func effect(of error: Double, times factor: Double) -> Double {
    error.isInfinite ? .infinity : .productAbove(error, factor)
  }

  /// A range of results with the error that the operands passed on and that of the operation: half
  /// a unit in the last place, or so many `ulps` as a function of the C library may be off.
  static func result(
    _ exact: Ball, _ propagated: Double, _ value: Double, exact isExact: Bool = false,
    ulps: Double? = nil
  ) -> RoundedRange {
    // Before rounding the result is at most this. Near the end of the machine numbers it may
    // overflow.
    let greatest = Double.sumAbove(exact.greatestMagnitude, propagated)
    guard greatest <= .greatestFiniteMagnitude / 2 else {
      return RoundedRange(exact: exact, error: .infinity, value: value)
    }
    let own = isExact ? 0 : ulps.map { greatest.ulps($0) } ?? greatest.halfUlp
    return RoundedRange(exact: exact, error: .sumAbove(propagated, own), value: value)
  }
}

extension RoundedRange: CustomStringConvertible {
  public var description: String { "\(exact) ± \(error)" }
}
