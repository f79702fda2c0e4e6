// Balls from intervals, exact at the end that matters: a positive interval gives a positive ball.
// (A radius has only 30 bits, and Arb's own conversion widens both ends, so that [0, 1] becomes a
// ball without a square root and [1e-12, 1] one without a logarithm.)

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball {
  /// A ball that contains every number from `lower` to `upper`.
  ///
  /// The end nearer to 0 is kept exactly (rounded outward to `precision` bits); the other one too
  /// if half the width has at most 30 bits, else it moves out by at most 2⁻²⁸ of the width. Only
  /// when the ends' magnitudes differ by more than 2 to the power `precision` the nearer one
  /// moves as well, though never across 0.
  ///
  /// - Precondition: `lower <= upper`.
  public init(lower: Rational, upper: Rational, precision: Int) {
    require(lower <= upper, "the ball from \(lower) to \(upper) is empty")
    if upper.sign <= 0, lower.sign < 0 {
      self = -Ball(lower: -upper, upper: -lower, precision: precision)
      return
    }
    let low = Dyadic { end in
      lower.lend { _ = arf_set_fmpq(end, $0, precision, ARF_RND_FLOOR) }
    }
    let high = Dyadic { end in
      upper.lend { _ = arf_set_fmpq(end, $0, precision, ARF_RND_CEIL) }
    }
    let ball = Self.upward(from: low, to: high, precision)
    self = lower.sign >= 0 ? ball.withoutNegativeMembers : ball
  }

  /// low + r ± r, where r is half the width, rounded up if need be.
  private static func upward(from low: Dyadic, to high: Dyadic, _ precision: Int) -> Ball {
    low.lend { a in
      high.lend { b in
        Ball(precision: precision) { ball, bits in
          // A width that needs more than twice the bits is left to Arb: its own conversion widens
          // both ends, soundly.
          let half = Dyadic { half in
            if arf_sub(half, b, a, 2 * bits + 64, ARF_RND_CEIL) != 0 { arf_nan(half) }
            arf_mul_2exp_si(half, half, -1)
          }
          guard half.isFinite else { return arb_set_interval_arf(ball, a, b, bits) }
          half.lend { half in setTightly(&ball.pointee.rad, half) }
          let radius = Dyadic { arf_set_mag($0, &ball.pointee.rad) }
          let isExact = radius.lend { r in
            arf_add(&ball.pointee.mid, a, r, 2 * bits + 128, ARF_RND_DOWN) == 0
          }
          if !isExact { arb_set_interval_arf(ball, a, b, bits) }
        }
      }
    }
  }
}

/// The number itself if it has at most 30 bits, otherwise a little more.
///
/// - Precondition: `value` is finite and not negative.
private func setTightly(
  _ bound: UnsafeMutablePointer<mag_struct>, _ value: UnsafePointer<arf_struct>
) {
  arf_get_mag_lower(bound, value)
  let isExact = Dyadic { arf_set_mag($0, bound) }.lend { arf_equal($0, value) != 0 }
  if !isExact { arf_get_mag(bound, value) }
}
