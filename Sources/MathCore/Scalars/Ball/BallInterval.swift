// Balls from intervals, tight at the ends that matter: an interval that does not reach below 0
// gives a ball that does not either. (Arb's own conversion widens every radius by 2⁻³⁰ of itself,
// so that [0, 1] becomes a ball without a square root.)

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball {
  /// A ball that contains every number from `lower` to `upper`.
  ///
  /// Exactly that interval if its half width has at most 30 bits and its centre at most
  /// `precision`; otherwise wider by a relative 2⁻²⁹ at most, and never across 0.
  ///
  /// - Precondition: `lower <= upper`.
  public init(lower: Rational, upper: Rational, precision: Int) {
    precondition(lower <= upper, "the ball from \(lower) to \(upper) is empty")
    let low = Dyadic { end in
      lower.lend { _ = arf_set_fmpq(end, $0, precision, ARF_RND_FLOOR) }
    }
    let high = Dyadic { end in
      upper.lend { _ = arf_set_fmpq(end, $0, precision, ARF_RND_CEIL) }
    }
    let ball = Self.between(low, high, precision)
    if lower.sign >= 0 {
      self = ball.withoutNegativeMembers
    } else if upper.sign <= 0 {
      self = -(-ball).withoutNegativeMembers
    } else {
      self = ball
    }
  }

  private static func between(_ low: Dyadic, _ high: Dyadic, _ precision: Int) -> Ball {
    low.lend { a in
      high.lend { b in
        Ball(precision: precision) { ball, bits in
          let half = Dyadic { width in
            _ = arf_sub(width, b, a, 30, ARF_RND_DOWN)
            arf_mul_2exp_si(width, width, -1)
          }
          // Kept if both ends come out exactly (Int.max bits: no rounding), or left to Arb.
          let rest = Dyadic { rest in
            half.lend { half in
              _ = arf_add(&ball.pointee.mid, a, half, bits, ARF_RND_DOWN)
              arf_get_mag_lower(&ball.pointee.rad, half)
              _ = arf_add(rest, &ball.pointee.mid, half, Int.max, ARF_RND_DOWN)
            }
          }
          let start = Dyadic { start in
            half.lend { _ = arf_sub(start, &ball.pointee.mid, $0, Int.max, ARF_RND_DOWN) }
          }
          let isExact = rest.lend { arf_equal($0, b) != 0 } && start.lend { arf_equal($0, a) != 0 }
          if !isExact { arb_set_interval_arf(ball, a, b, bits) }
        }
      }
    }
  }
}
