import MathCore

/// Integrals of formulas as balls that certainly contain the value, tails included.
enum RigorousIntegral {
  /// Evaluations of the integrand that one integral may spend: a budget that does not depend on
  /// the machine, larger where many digits are asked for.
  private static func evaluationLimit(_ precision: Int) -> Int { precision <= 96 ? 3_000 : 30_000 }

  static func value(
    _ step: Tape.IntegralStep, from: ComplexBall?, to: ComplexBall?, inputs: [ComplexBall],
    precision: Int
  ) throws -> ComplexBall {
    let integrand = step.body
    guard integrand.isReal != .unknown else {
      throw Undefined(
        "the integrand is not seen to be real on the interval: a logarithm, a root or a power of "
          + "something that may be negative")
    }
    guard !integrand.tape.holdsIntegral else {
      throw Undefined("an integral inside of an integral is not computed")
    }
    let values = inputs.map(\.re)
    let negligible = Rational(1, 2).power(precision)
    var (lower, upper) = (from, to)
    var error = Ball(0, precision: precision)
    if to == nil {
      let cut = try integrand.tails.cut(
        towards: .right, past: from?.re, values, precision: precision, below: negligible)
      upper = ComplexBall(Ball(cut.point, precision: precision))
      error = error + cut.bound
    }
    if from == nil {
      let cut = try integrand.tails.cut(
        towards: .left, past: to?.re, values, precision: precision, below: negligible)
      lower = ComplexBall(Ball(cut.point, precision: precision))
      error = error + cut.bound
    }
    guard let lower, let upper else { throw Undefined("an integral without bounds") }
    let finite = integrate(
      { z, order in integrandValue(integrand.tape, inputs, z, order, precision) },
      from: lower, to: upper, precision: precision, evaluationLimit: evaluationLimit(precision))
    return finite.widened(by: error, isReal: integrand.isReal == .real)
  }

  private static func integrandValue(
    _ tape: Tape, _ outer: [ComplexBall], _ z: ComplexBall, _ order: Int, _ precision: Int
  ) -> ComplexBall {
    let fixed = outer.map { AnalyticBall(ball: $0, asksAnalytic: false) }
    let inputs = fixed + [AnalyticBall(ball: z, asksAnalytic: order != 0)]
    // A formula that has no value on this ball gives the indeterminate ball: integration then
    // subdivides, and in the end reports a result that is not finite.
    let value = try? tape.evaluate(inputs, precision: precision).first?.ball
    return value ?? ComplexBall.indeterminate(precision: precision)
  }
}

extension ComplexBall {
  /// The ball with a non-negative error bound added to its radius.
  fileprivate func widened(by error: Ball, isReal: Bool) -> ComplexBall {
    guard let bound = error.upper else { return .indeterminate(precision: precision) }
    if bound == 0 { return self }
    let spread = Ball(lower: -bound, upper: bound, precision: error.precision)
    let zero = Ball(0, precision: error.precision)
    return self + ComplexBall(spread, isReal ? zero : spread)
  }
}
