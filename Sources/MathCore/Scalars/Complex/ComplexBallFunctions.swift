// Functions of complex balls. Those with a branch cut take `analytic`, see `ComplexBall`.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension ComplexBall {
  package static func exp(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_exp($0, $1, $2) } }
  /// e^z − 1, without the loss of digits near 0.
  package static func expMinusOne(_ z: ComplexBall) -> ComplexBall {
    z.mapped { acb_expm1($0, $1, $2) }
  }
  package static func sin(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_sin($0, $1, $2) } }
  package static func cos(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_cos($0, $1, $2) } }
  package static func tan(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_tan($0, $1, $2) } }
  package static func sinh(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_sinh($0, $1, $2) } }
  package static func cosh(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_cosh($0, $1, $2) } }
  package static func tanh(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_tanh($0, $1, $2) } }
  package static func erf(_ z: ComplexBall) -> ComplexBall {
    z.mapped { acb_hypgeom_erf($0, $1, $2) }
  }
  /// Not finite at a pole.
  package static func gamma(_ z: ComplexBall) -> ComplexBall { z.mapped { acb_gamma($0, $1, $2) } }

  /// The principal logarithm; cut along the negative reals and 0.
  package static func log(_ z: ComplexBall, analytic: Bool = false) -> ComplexBall {
    z.mapped { acb_log_analytic($0, $1, analytic ? 1 : 0, $2) }
  }

  /// The principal root; cut along the negative reals and 0.
  package static func sqrt(_ z: ComplexBall, analytic: Bool = false) -> ComplexBall {
    z.mapped { acb_sqrt_analytic($0, $1, analytic ? 1 : 0, $2) }
  }

  /// log Γ with its cut along the negative reals.
  package static func logGamma(_ z: ComplexBall, analytic: Bool = false) -> ComplexBall {
    if analytic, !z.avoidsNegativeReals { return .indeterminate(precision: z.precision) }
    return z.mapped { acb_lgamma($0, $1, $2) }
  }

  /// The principal arc tangent; cuts along the imaginary axis from ±i outward.
  package static func atan(_ z: ComplexBall, analytic: Bool = false) -> ComplexBall {
    if analytic, !z.re.isCertainlyNonZero, !(Ball(1) - Ball.abs(z.im)).isCertainlyPositive {
      return .indeterminate(precision: z.precision)
    }
    return z.mapped { acb_atan($0, $1, $2) }
  }

  /// A whole power; analytic but for the pole of a negative one.
  package static func power(_ z: ComplexBall, _ exponent: Int) -> ComplexBall {
    let positive = z.mapped { acb_pow_ui($0, $1, exponent.magnitude, $2) }
    return exponent < 0 ? ComplexBall(1) / positive : positive
  }

  /// exp(w log z), cut along the negative reals and 0 unless `w` is an integer.
  package static func power(
    _ z: ComplexBall, _ w: ComplexBall, analytic: Bool = false
  ) -> ComplexBall {
    z.combined(with: w) { acb_pow_analytic($0, $1, $2, analytic ? 1 : 0, $3) }
  }

  /// The continuation of |x| off the real axis: −z left of the imaginary axis, z right of it;
  /// with `analytic`, not finite where it meets the axis.
  package static func realMagnitude(_ z: ComplexBall, analytic: Bool = false) -> ComplexBall {
    realLarger(z, -z, analytic: analytic)
  }

  /// The continuation of max(x, y) off the real axis: the one with the larger real part; with
  /// `analytic`, not finite where that is undecided.
  package static func realLarger(
    _ z: ComplexBall, _ w: ComplexBall, analytic: Bool = false
  ) -> ComplexBall {
    let lead = (z - w).re
    if lead.isCertainlyPositive { return z }
    if lead.isCertainlyNegative { return w }
    guard !analytic, z.isFinite, w.isFinite else {
      return .indeterminate(precision: Swift.max(z.precision, w.precision))
    }
    return z.combined(with: w) { acb_union($0, $1, $2, $3) }
  }

  private var avoidsNegativeReals: Bool { re.isCertainlyPositive || im.isCertainlyNonZero }
}
