// Rigorous integration by acb_calc_integrate: adaptive bisection with Gauss–Legendre quadrature
// (F. Johansson, "Numerical integration in arbitrary-precision ball arithmetic", 2018).
//
// Soundness rests on the integrand: whenever it is called with `order != 0` it must give a ball
// that is not finite unless it is holomorphic on the whole argument. So integrands are made from
// formulas whose nodes know their analytic variants, never written by hand.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// Carries a Swift closure through a C callback, which cannot capture.
private final class Integrand {
  let function: (ComplexBall, _ order: Int) -> ComplexBall
  init(_ function: @escaping (ComplexBall, _ order: Int) -> ComplexBall) {
    self.function = function
  }
}

/// The integral of `f` along the straight segment from `start` to `end`.
///
/// - Parameters:
///   - f: The integrand; `order != 0` asks for its analytic variant.
///   - precision: Working precision in bits; the goal is as many bits relative to the result.
///   - evaluationLimit: How often `f` may be called, so that the outcome depends on no clock.
/// - Returns: A ball that contains the integral; wide, or not finite, when the limit was reached.
package func integrate(
  _ f: (ComplexBall, _ order: Int) -> ComplexBall,
  from start: ComplexBall, to end: ComplexBall,
  precision: Int, evaluationLimit: Int
) -> ComplexBall {
  withoutActuallyEscaping(f) { f in
    let integrand = Integrand(f)
    return withExtendedLifetime(integrand) {
      integrate(
        Unmanaged.passUnretained(integrand).toOpaque(), start, end, precision, evaluationLimit)
    }
  }
}

/// The integral of `f` over the real interval from `start` to `end`.
package func integrate(
  _ f: (ComplexBall, _ order: Int) -> ComplexBall,
  from start: Rational, to end: Rational,
  precision: Int, evaluationLimit: Int
) -> ComplexBall {
  integrate(
    f, from: ComplexBall(start, precision: precision), to: ComplexBall(end, precision: precision),
    precision: precision, evaluationLimit: evaluationLimit)
}

private func integrate(
  _ integrand: UnsafeMutableRawPointer, _ start: ComplexBall, _ end: ComplexBall,
  _ precision: Int, _ evaluationLimit: Int
) -> ComplexBall {
  var options = acb_calc_integrate_opt_struct()
  acb_calc_integrate_opt_init(&options)
  options.eval_limit = evaluationLimit
  var tolerance = mag_struct()
  mag_init(&tolerance)
  defer { mag_clear(&tolerance) }
  mag_set_ui_2exp_si(&tolerance, 1, -precision)
  return start.lend { a in
    end.lend { b in
      ComplexBall(precision: precision) { result, bits in
        _ = acb_calc_integrate(
          result, evaluateIntegrand, integrand, a, b, bits, &tolerance, &options, bits)
      }
    }
  }
}

/// The callback: boxes the C argument, calls the closure, copies its result back.
private func evaluateIntegrand(
  _ result: UnsafeMutablePointer<acb_struct>?, _ argument: UnsafePointer<acb_struct>?,
  _ parameter: UnsafeMutableRawPointer?, _ order: Int, _ precision: Int
) -> Int32 {
  guard let result, let argument, let parameter else { return 1 }
  let integrand = Unmanaged<Integrand>.fromOpaque(parameter).takeUnretainedValue()
  let z = ComplexBall(precision: precision) { z, _ in acb_set(z, argument) }
  let value = integrand.function(z, order)
  value.lend { acb_set(result, $0) }
  return 0
}
