import MathCore

/// The body of an integral, ready for rigorous integration: a tape over the outer variables and,
/// last, the variable of integration, and the bounds that rules on the tree give for its tails.
package struct Integrand: Sendable {
  package let tape: Tape
  package let tails: Tails
  package let isReal: Reality

  /// Whether values are real for real arguments.
  package enum Reality: Sendable { case real, complex, unknown }

  /// - Parameter span: where the variable of integration goes.
  package init(_ body: Node, by v: Variable, over span: Span, outer: [Variable]) {
    let others = outer.filter { $0 != v }
    tape = Tape([body], variables: others + [v])
    // What signs are known follows from where the variable goes here, not from its own span.
    let ranged = Variable(v.name, span)
    let narrowed = body.replacing([v: Node(.variable(ranged))])
    tails = Tails(narrowed, by: ranged, variables: others + [ranged])
    isReal = body.needsComplexArithmetic ? .complex : narrowed.isRealValued ? .real : .unknown
  }

  /// The values of the outer variables in the order of this integrand's tape.
  func inputs<A>(from values: [A], outer: [Variable]) -> [A] {
    zip(outer, values).compactMap { tape.variables.dropLast().contains($0.0) ? $0.1 : nil }
  }
}

extension Node {
  /// Whether rules on the tree show that no logarithm, root or fractional power of a negative
  /// number is taken.
  fileprivate var isRealValued: Bool {
    let isRealHere: Bool
    switch kind {
    case .apply(.log, let a), .apply(.logGamma, let a), .apply(.sqrt, let a):
      isRealHere = Sign.of(a).isNonNegative
    case .power(let a, let n):
      isRealHere = n.rationalValue.flatMap { Int(exactly: $0) } != nil || Sign.of(a).isNonNegative
    default: isRealHere = true
    }
    return isRealHere && children.allSatisfy(\.isRealValued)
  }
}

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
}
