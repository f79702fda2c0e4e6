// Running error analysis: machine arithmetic that carries a bound of its own rounding error
// (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 3.3).

/// A `Double` with a bound on how far it is from what exact arithmetic would have given.
///
/// `value` is bit for bit what the same operations give on `Double`, and comparisons compare
/// values, so generic code takes the very branches that it takes on `Double`. `error` bounds
/// |value − the result in real arithmetic from the same inputs **along those branches**|; each
/// operation adds half a unit in the last place (an elementary function: its entry in
/// the table of the C library's errors; below the normal numbers: their spacing) to what its
/// operands' errors become through it. The bound itself is rounded upward. Swift neither contracts
/// nor reorders operations.
///
/// Where values closer than their errors are compared, real arithmetic might take the other branch;
/// ``UndecidedBranch`` hears of it. ``larger(_:_:)`` is no branch: its bound covers both choices.
///
/// `error` is infinite where nothing is known: after overflow, NaN, a division whose divisor may
/// be 0, a function whose argument may lie outside the domain.
public struct Rounded: Scalar {
  public let value: Double
  /// Never negative, never NaN.
  public let error: Double

  /// A number known exactly: what a program is given.
  public init(_ exact: Double) {
    value = exact
    error = exact.isNaN ? .infinity : 0
  }

  package init(_ value: Double, error: Double) {
    self.value = value
    self.error = error.isNaN || value.isNaN ? .infinity : error
  }

  public init(_ value: Int) {
    let nearest = Double(value)
    self.init(nearest, error: Int(exactly: nearest) == value ? 0 : nearest.halfUlp)
  }

  /// The nearest `Double`; the error knows what that rounding lost.
  public init(_ value: Rational) {
    let nearest = Double(value)
    self.init(nearest, error: Rational(exactly: nearest) == value ? 0 : nearest.halfUlp)
  }

  public init(integerLiteral value: Int) { self.init(value) }

  public static var zero: Rounded { Rounded(0.0) }

  public var magnitude: Rounded { Rounded(value.magnitude, error: error) }

  public static func == (a: Rounded, b: Rounded) -> Bool {
    // The same value with the same error is a number beside itself, as in a test for NaN.
    if a.value != b.value || a.error != b.error { noteBranch(a, b) }
    return a.value == b.value
  }
  public static func < (a: Rounded, b: Rounded) -> Bool {
    noteBranch(a, b)
    return a.value < b.value
  }

  private static func noteBranch(_ a: Rounded, _ b: Rounded) {
    let reach = a.error + b.error
    if reach > 0, !((a.value - b.value).magnitude > reach) { UndecidedBranch.note() }
  }

  public static prefix func - (a: Rounded) -> Rounded { Rounded(-a.value, error: a.error) }

  public static func + (a: Rounded, b: Rounded) -> Rounded {
    // A sum below the normal numbers is exact: both terms are multiples of their spacing.
    let sum = a.value + b.value
    return result(
      sum, from: [a, b], propagated: .sumAbove(a.error, b.error),
      exact: sum.isZero || sum.isSubnormal)
  }

  public static func - (a: Rounded, b: Rounded) -> Rounded { a + -b }

  public static func * (a: Rounded, b: Rounded) -> Rounded {
    let linear = Double.sumAbove(
      .productAbove(a.value.magnitude, b.error), .productAbove(b.value.magnitude, a.error))
    return result(
      a.value * b.value, from: [a, b],
      propagated: .sumAbove(linear, .productAbove(a.error, b.error)),
      exact: a.isExactZero || b.isExactZero)
  }

  public static func / (a: Rounded, b: Rounded) -> Rounded {
    let quotient = a.value / b.value
    // |A/B − a/b| ≤ (ea + |a/b| eb) / (|b| − eb)
    let distance = (b.value.magnitude - b.error).nextDown
    let bound = Double.sumAbove(quotient.magnitude, quotient.halfUlp)
    let propagated = Double.quotientAbove(
      .sumAbove(a.error, .productAbove(bound, b.error)), distance)
    return result(
      quotient, from: [a, b], propagated: distance > 0 ? propagated : .infinity,
      exact: a.isExactZero)
  }

  private var isExactZero: Bool { value == 0 && error == 0 }
}

extension Rounded: ExpressibleByFloatLiteral {
  /// The nearest `Double` to the decimal that was written, as in a `Double` program; exact, since
  /// that `Double` is the program's input.
  public init(floatLiteral value: Double) { self.init(value) }
}

extension Rounded: CustomStringConvertible {
  public var description: String { "\(value) ± \(error)" }
}

extension Rounded {
  /// A computed value with the error its operands passed on and its own: half a unit in the last
  /// place, or so many `ulps` as a function of the C library may be off.
  static func result(
    _ value: Double, from operands: [Rounded], propagated: Double, exact: Bool = false,
    ulps: Double? = nil
  ) -> Rounded {
    if value.isInfinite {
      // Infinity from an exact infinity is exact; from finite numbers it is an overflow.
      let isInput = operands.contains { $0.value.isInfinite }
      return Rounded(value, error: isInput && operands.allSatisfy { $0.error == 0 } ? 0 : .infinity)
    }
    let own = exact ? 0 : ulps.map { value.ulps($0) } ?? value.halfUlp
    return Rounded(value, error: .sumAbove(propagated, own))
  }
}
