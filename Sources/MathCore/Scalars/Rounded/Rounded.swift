// Running error analysis: machine arithmetic that carries a bound of its own rounding error
// (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., section 3.3).

/// A `Double` with a bound on how far it is from what exact arithmetic would have given.
///
/// `value` is bit for bit what the same operations give on `Double`, and comparisons compare
/// values, so generic code takes the very branches that it takes on `Double`. `error` bounds
/// |value − the result in real arithmetic from the same inputs **along those branches**|; each
/// operation adds half a unit in the last place (an elementary function: its entry in
/// the table of the C library's errors) to what its operands' errors become through it. The bound
/// itself is rounded upward.
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

  public static func == (a: Rounded, b: Rounded) -> Bool { a.value == b.value }
  public static func < (a: Rounded, b: Rounded) -> Bool { a.value < b.value }

  public static prefix func - (a: Rounded) -> Rounded { Rounded(-a.value, error: a.error) }

  public static func + (a: Rounded, b: Rounded) -> Rounded {
    // A sum that comes out as 0 is exact: sums do not underflow.
    let sum = a.value + b.value
    return result(sum, from: [a, b], propagated: up(a.error + b.error), exact: sum == 0)
  }

  public static func - (a: Rounded, b: Rounded) -> Rounded { a + -b }

  public static func * (a: Rounded, b: Rounded) -> Rounded {
    let product = a.value * b.value
    let linear = up(
      up(scaled(a.value.magnitude, b.error)) + up(scaled(b.value.magnitude, a.error)))
    return result(
      product, from: [a, b], propagated: up(linear + up(scaled(a.error, b.error))),
      exact: a.isExactZero || b.isExactZero)
  }

  public static func / (a: Rounded, b: Rounded) -> Rounded {
    let quotient = a.value / b.value
    // |A/B − a/b| ≤ (ea + |a/b| eb) / (|b| − eb)
    let distance = down(b.value.magnitude - b.error)
    let bound = up(quotient.magnitude + quotient.halfUlp)
    let propagated =
      a.error == 0 && b.error == 0
      ? 0 : up(up(a.error + up(scaled(bound, b.error))) / distance)
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
  /// A computed value with the error its operands passed on and `ulps` of its own.
  static func result(
    _ value: Double, from operands: [Rounded], propagated: Double, exact: Bool = false,
    ulps: Double = 0.5
  ) -> Rounded {
    if value.isInfinite {
      // Infinity from an exact infinity is exact; from finite numbers it is an overflow.
      let isInput = operands.contains { $0.value.isInfinite }
      return Rounded(value, error: isInput && operands.allSatisfy { $0.error == 0 } ? 0 : .infinity)
    }
    let own = exact ? 0 : Swift.max(value.ulp * ulps, .leastNonzeroMagnitude)
    return Rounded(value, error: propagated == 0 ? own : up(propagated + own))
  }

  /// 0 times infinity is 0 here: no error, however large the factor.
  private static func scaled(_ factor: Double, _ error: Double) -> Double {
    factor == 0 || error == 0 ? 0 : factor * error
  }

  /// The next `Double` above a positive bound: at least its value before rounding.
  static func up(_ bound: Double) -> Double { bound == 0 ? 0 : bound.nextUp }
  static func down(_ bound: Double) -> Double { bound.nextDown }
}

extension Double {
  /// A bound of the rounding error of an operation whose result this is.
  var halfUlp: Double { isFinite ? Swift.max(ulp / 2, .leastNonzeroMagnitude) : .infinity }
}
