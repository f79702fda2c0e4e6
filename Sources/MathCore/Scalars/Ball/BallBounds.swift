// What machine numbers can say of a ball from outside: bounds of its members, and wider balls.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball {
  /// A machine number not below |x| for any member x; infinite if there is none.
  package var greatestMagnitude: Double {
    guard isFinite else { return .infinity }
    return bound { arb_get_abs_ubound_arf($0, $1, 64) }.lend { arf_get_d($0, ARF_RND_UP) }
  }

  /// A machine number not above |x| for any member x: 0 if the ball contains 0 or is not finite.
  package var leastMagnitude: Double {
    guard isFinite else { return 0 }
    return bound { arb_get_abs_lbound_arf($0, $1, 64) }.lend { arf_get_d($0, ARF_RND_DOWN) }
  }

  /// The ball with everything that is at most `distance` from one of its members.
  ///
  /// - Precondition: `distance >= 0`; where it is infinite, so is the ball.
  package func widened(by distance: Double) -> Ball {
    guard distance > 0 else { return self }
    guard distance.isFinite else { return .indeterminate(precision: precision) }
    return lend { x in
      Ball(precision: precision) { ball, _ in
        arb_set(ball, x)
        Dyadic { arf_set_d($0, distance) }.lend { arb_add_error_arf(ball, $0) }
      }
    }
  }

  private func bound(
    _ bound: (UnsafeMutablePointer<arf_struct>, UnsafePointer<arb_struct>) -> Void
  ) -> Dyadic {
    lend { x in Dyadic { bound($0, x) } }
  }
}
