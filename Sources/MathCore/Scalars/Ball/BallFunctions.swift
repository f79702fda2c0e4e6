// Elementary and special functions of balls. Outside its domain a function gives a ball that is
// not finite, never a trap.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball: Transcendental {
  public static func exp(_ x: Ball) -> Ball { x.mapped { arb_exp($0, $1, $2) } }
  /// e^x − 1, without the loss of digits near 0.
  package static func expMinusOne(_ x: Ball) -> Ball { x.mapped { arb_expm1($0, $1, $2) } }
  /// Not finite unless `x` is certainly positive.
  public static func log(_ x: Ball) -> Ball { x.mapped { arb_log($0, $1, $2) } }
  /// Not finite unless `x` is certainly not negative.
  public static func sqrt(_ x: Ball) -> Ball {
    x.isCertainlyNonNegative
      ? x.mapped { arb_sqrtpos($0, $1, $2) } : .indeterminate(precision: x.precision)
  }

  public static func sin(_ x: Ball) -> Ball { x.mapped { arb_sin($0, $1, $2) } }
  public static func cos(_ x: Ball) -> Ball { x.mapped { arb_cos($0, $1, $2) } }
  public static func tan(_ x: Ball) -> Ball { x.mapped { arb_tan($0, $1, $2) } }
  public static func sinh(_ x: Ball) -> Ball { x.mapped { arb_sinh($0, $1, $2) } }
  public static func cosh(_ x: Ball) -> Ball { x.mapped { arb_cosh($0, $1, $2) } }
  public static func tanh(_ x: Ball) -> Ball { x.mapped { arb_tanh($0, $1, $2) } }
  public static func atan(_ x: Ball) -> Ball { x.mapped { arb_atan($0, $1, $2) } }
  public static func erf(_ x: Ball) -> Ball { x.mapped { arb_hypgeom_erf($0, $1, $2) } }

  /// Γ; not finite where `x` contains a pole (0, −1, −2, …).
  public static func gamma(_ x: Ball) -> Ball { x.mapped { arb_gamma($0, $1, $2) } }
  /// log Γ on the positive reals; not finite unless `x` is certainly positive.
  public static func logGamma(_ x: Ball) -> Ball { x.mapped { arb_lgamma($0, $1, $2) } }
  /// Γ′/Γ; not finite where `x` contains a pole.
  public static func digamma(_ x: Ball) -> Ball { x.mapped { arb_digamma($0, $1, $2) } }

  /// Contains max(s, t) for all members s of `a` and t of `b`.
  public static func larger(_ a: Ball, _ b: Ball) -> Ball {
    a.combined(with: b) { arb_max($0, $1, $2, $3) }
  }
  /// Contains min(s, t) for all members s of `a` and t of `b`.
  public static func smaller(_ a: Ball, _ b: Ball) -> Ball {
    a.combined(with: b) { arb_min($0, $1, $2, $3) }
  }

  /// |x|; certainly not negative.
  public static func abs(_ x: Ball) -> Ball {
    let distance = x.mapped { y, z, _ in arb_abs(y, z) }
    return distance.withoutNegativeMembers
  }
  public var magnitude: Ball { Ball.abs(self) }

  /// For a result that is known by algebra not to be negative: the ball without its negative
  /// members. (Arb's own square of [−1, 1] reaches below zero.)
  var withoutNegativeMembers: Ball {
    guard isFinite, !isCertainlyNonNegative else { return self }
    return fromZero
  }

  /// [0, M] where M bounds every |x| of the ball.
  var fromZero: Ball {
    mapped { ball, x, _ in
      // [0, M] as M/2 ± M/2, both exact: M has 30 bits.
      arb_get_mag(&ball.pointee.rad, x)
      mag_mul_2exp_si(&ball.pointee.rad, &ball.pointee.rad, -1)
      arf_set_mag(&ball.pointee.mid, &ball.pointee.rad)
    }
  }
}

@_disfavoredOverload
public func gamma(_ x: Ball) -> Ball { .gamma(x) }
@_disfavoredOverload
public func logGamma(_ x: Ball) -> Ball { .logGamma(x) }
@_disfavoredOverload
public func digamma(_ x: Ball) -> Ball { .digamma(x) }
