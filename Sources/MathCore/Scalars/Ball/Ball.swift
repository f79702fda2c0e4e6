// Ball arithmetic: a real number known to lie within an interval, by FLINT/Arb.
//
// Promise: every operation gives a ball that contains the result for every choice of members of
// its operands. Where the result is undefined for some member, the ball is not finite.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// A midpoint with a radius, and the precision in bits at which results are rounded.
///
/// A result takes the larger precision of its operands; literals are exact and have 128 bits.
/// There is no `==` and no `<`: two overlapping balls are neither equal nor different, and the
/// negation of "certainly less" is not "greater or equal". Ask ``compared(to:)``, which answers
/// in three values, or the `isCertainly…` predicates.
///
/// A ball is not an algebraic object: `x - x` contains 0 but is wider than it; distributivity
/// holds as overlap only.
public struct Ball: Sendable {
  /// The precision that literals and conversions get when none is named.
  public static let defaultPrecision = 128

  let storage: BallStorage
  /// Bits to which results are rounded; at least 2.
  public let precision: Int

  init(precision: Int, _ build: (UnsafeMutablePointer<arb_struct>, Int) -> Void) {
    require(precision >= 2, "a ball needs a precision of at least 2 bits, not \(precision)")
    self.precision = precision
    storage = BallStorage { build($0, precision) }
  }

  /// A ball around `value`, of radius 0 if `precision` bits suffice.
  public init(_ value: Rational, precision: Int) {
    self.init(precision: precision) { ball, bits in
      value.lend { arb_set_fmpq(ball, $0, bits) }
    }
  }

  /// The exact value of a machine number; not finite for NaN and infinities.
  public init(exactly value: Double) {
    self.init(exactly: value, precision: Self.defaultPrecision)
  }

  /// The exact value of a machine number, whatever the precision of later results.
  public init(exactly value: Double, precision: Int) {
    self.init(precision: precision) { ball, _ in arb_set_d(ball, value) }
  }

  /// π.
  public static func pi(precision: Int) -> Ball {
    Ball(precision: precision) { arb_const_pi($0, $1) }
  }

  /// π to 128 bits.
  public static var pi: Ball { pi(precision: defaultPrecision) }

  /// The whole real line and more: what an undefined operation gives.
  static func indeterminate(precision: Int) -> Ball {
    Ball(precision: precision) { ball, _ in arb_indeterminate(ball) }
  }

  /// The same ball, rounding later results (and itself, outward) to `precision` bits.
  public func withPrecision(_ precision: Int) -> Ball {
    lend { x in Ball(precision: precision) { arb_set_round($0, x, $1) } }
  }

  func lend<Result>(_ body: (UnsafeMutablePointer<arb_struct>) -> Result) -> Result {
    storage.lend(body)
  }

  /// The result of a C function of this ball.
  func mapped(
    _ operation: (UnsafeMutablePointer<arb_struct>, UnsafePointer<arb_struct>, Int) -> Void
  ) -> Ball {
    lend { x in Ball(precision: precision) { operation($0, x, $1) } }
  }

  /// The result of a C function of two balls, at the larger of their precisions.
  func combined(
    with other: Ball,
    _ operation: (
      UnsafeMutablePointer<arb_struct>, UnsafePointer<arb_struct>, UnsafePointer<arb_struct>, Int
    ) -> Void
  ) -> Ball {
    lend { x in
      other.lend { y in
        Ball(precision: Swift.max(precision, other.precision)) { operation($0, x, y, $1) }
      }
    }
  }
}

extension Ball: Field {
  public init(_ value: Int) {
    self.init(precision: Self.defaultPrecision) { ball, _ in arb_set_si(ball, value) }
  }
  public init(_ value: Rational) { self.init(value, precision: Self.defaultPrecision) }
  public init(integerLiteral value: Int) { self.init(value) }

  public static var zero: Ball { Ball(0) }

  public static func + (a: Ball, b: Ball) -> Ball {
    let sum = a.combined(with: b) { arb_add($0, $1, $2, $3) }
    guard sum.isOfBothSigns, let sign = a.certainSign, sign == b.certainSign else { return sum }
    return sum.keeping(sign: sign)
  }
  public static func - (a: Ball, b: Ball) -> Ball {
    let difference = a.combined(with: b) { arb_sub($0, $1, $2, $3) }
    guard difference.isOfBothSigns, let sign = a.certainSign, let other = b.certainSign,
      sign == -other
    else { return difference }
    return difference.keeping(sign: sign)
  }
  public static func * (a: Ball, b: Ball) -> Ball {
    let product = a.combined(with: b) { arb_mul($0, $1, $2, $3) }
    guard product.isOfBothSigns, let sign = a.certainSign, let other = b.certainSign else {
      return product
    }
    return product.keeping(sign: sign * other)
  }
  /// Not finite if `b` contains 0.
  public static func / (a: Ball, b: Ball) -> Ball {
    let quotient = a.combined(with: b) { arb_div($0, $1, $2, $3) }
    guard quotient.isOfBothSigns, let sign = a.certainSign, let other = b.certainSign else {
      return quotient
    }
    return quotient.keeping(sign: sign * other)
  }
  public static prefix func - (a: Ball) -> Ball { a.mapped { x, y, _ in arb_neg(x, y) } }
}

extension Ball: ExpressibleByFloatLiteral {
  /// A ball around the decimal that was written: `0.1` means 1/10.
  public init(floatLiteral value: Double) { self.init(Rational(floatLiteral: value)) }
}
