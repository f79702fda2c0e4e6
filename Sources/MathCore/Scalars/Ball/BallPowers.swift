// Powers of balls, with the facts about signs that balls alone lose: an even power is never
// negative, and 0 to a positive power is 0.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball {
  /// `base` to an integer power; `base` to the power 0 is 1, as for polynomials.
  ///
  /// An even power is certainly not negative. A negative power of a ball that contains 0 is not
  /// finite.
  public static func power(_ base: Ball, _ exponent: Int) -> Ball {
    let positive = base.mapped { arb_pow_ui($0, $1, exponent.magnitude, $2) }
    let result = exponent % 2 == 0 ? positive.withoutNegativeMembers : positive
    return exponent < 0 ? Ball(1) / result : result
  }

  /// `base` to a rational power.
  ///
  /// Integer exponents as for `Int`. Otherwise not finite unless `base` is certainly not
  /// negative, or, for a negative exponent, positive.
  public static func power(_ base: Ball, _ exponent: Rational) -> Ball {
    if exponent.isInteger, let (whole, _) = exponent.words { return power(base, whole) }
    guard base.isCertainlyNonNegative else { return .indeterminate(precision: base.precision) }
    if base.contains(0) {
      return power(base, Ball(exponent, precision: base.precision))
    }
    return base.lend { x in
      exponent.lend { y in
        Ball(precision: base.precision) { arb_pow_fmpq($0, x, y, $1) }
      }
    }
  }

  /// `base` to a real power: exp(y log x) for x > 0, and 0 at x = 0 for y > 0.
  ///
  /// An exponent that is exactly an integer acts as an integer. Otherwise not finite unless
  /// `base` is certainly positive, or certainly not negative and `exponent` certainly positive.
  public static func power(_ base: Ball, _ exponent: Ball) -> Ball {
    if let whole = exponent.exactInteger {
      return power(base.withAtLeast(exponent.precision), whole)
    }
    if base.isCertainlyPositive {
      return base.combined(with: exponent) { arb_pow($0, $1, $2, $3) }
    }
    let precision = Swift.max(base.precision, exponent.precision)
    guard base.isCertainlyNonNegative, exponent.isCertainlyPositive else {
      return .indeterminate(precision: precision)
    }
    // x^y grows with x for y > 0, so [0, u]^y lies in [0, u^y].
    let top = base.mapped { ball, x, bits in
      arb_get_ubound_arf(&ball.pointee.mid, x, bits)
    }
    if top.isExactlyZero { return Ball(0).withAtLeast(precision) }
    let greatest = top.combined(with: exponent) { arb_pow($0, $1, $2, $3) }
    return greatest.fromZero
  }

  func withAtLeast(_ bits: Int) -> Ball { precision >= bits ? self : withPrecision(bits) }

  private var exactInteger: Int? {
    lend { x in
      guard arb_is_int(x) != 0, arf_cmpabs_2exp_si(&x.pointee.mid, 62) < 0 else { return nil }
      return arf_get_si(&x.pointee.mid, ARF_RND_DOWN)
    }
  }

  private var isExactlyZero: Bool { lend { arb_is_zero($0) != 0 } }

  /// `base` to a rational power.
  public static func ** (base: Ball, exponent: Rational) -> Ball { power(base, exponent) }
}
