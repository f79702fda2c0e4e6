import MathCore

/// A complex ball that knows whether holomorphy is asked for: rigorous integration asks of every
/// node "are you analytic on this whole ball?", and a node that cannot say yes must not be finite.
struct AnalyticBall: Arithmetic {
  var ball: ComplexBall
  var asksAnalytic: Bool

  static func constant(_ value: Rational, precision: Int) -> AnalyticBall {
    AnalyticBall(ball: .constant(value, precision: precision), asksAnalytic: false)
  }
  static func pi(precision: Int) -> AnalyticBall {
    AnalyticBall(ball: .pi(precision: precision), asksAnalytic: false)
  }
  static func imaginaryUnit(precision: Int) -> AnalyticBall {
    AnalyticBall(ball: .imaginaryUnit(precision: precision), asksAnalytic: false)
  }

  private func with(_ ball: ComplexBall, _ other: AnalyticBall? = nil) -> AnalyticBall {
    AnalyticBall(ball: ball, asksAnalytic: asksAnalytic || (other?.asksAnalytic ?? false))
  }

  static func + (a: Self, b: Self) -> Self { a.with(a.ball + b.ball, b) }
  static func - (a: Self, b: Self) -> Self { a.with(a.ball - b.ball, b) }
  static func * (a: Self, b: Self) -> Self { a.with(a.ball * b.ball, b) }
  static prefix func - (a: Self) -> Self { a.with(-a.ball) }
  func divided(by b: Self) -> Self { with(ball / b.ball, b) }
  func raised(to n: Int) -> Self { with(ComplexBall.power(ball, n)) }
  func raised(to power: Self, _ exponent: Rational?) throws -> Self {
    let asks = asksAnalytic || power.asksAnalytic
    let logarithm = try ball.applying(.log, analytic: asks)
    return with(ComplexBall.exp(power.ball * logarithm), power)
  }
  func applying(_ f: Function) throws -> Self {
    with(try ball.applying(f, analytic: asksAnalytic))
  }
  func exponentialMinusOne() -> Self { with(ball.exponentialMinusOne()) }
  static func larger(_ a: Self, _ b: Self) throws -> Self {
    guard !a.asksAnalytic, !b.asksAnalytic else { throw Undefined("max is not analytic") }
    return a.with(try ComplexBall.larger(a.ball, b.ball), b)
  }
  static func smaller(_ a: Self, _ b: Self) throws -> Self { try -larger(-a, -b) }

  /// A ball around 0: no more is known of the integral than a bound of its modulus.
  static func integral(
    _ step: Tape.IntegralStep, from: Self?, to: Self?, inputs: [Self], precision: Int
  ) throws -> Self {
    let bound = try IntegralBound(step.body, parameters: inputs, precision: precision)
      .value(from: from?.ball, to: to?.ball)
    guard let radius = bound.upper else { throw Undefined("an integral without a bound") }
    let spread = Ball(lower: -radius, upper: radius, precision: precision)
    return AnalyticBall(
      ball: ComplexBall(spread, spread), asksAnalytic: inputs.contains(where: \.asksAnalytic))
  }
}
