import MathCore

/// How fast a function of one variable certainly decays beyond a point Y:
///
///     |f(v)| ≤ bound(Y) · e^{−rate(Y) · |v − Y|}   for every v beyond Y,
///
/// whenever all of `positive` are positive at Y. Bound, rate and conditions are real formulas in
/// which the variable stands for Y. A rate may be negative: products add up rates.
struct Decay: Sendable {
  var bound: Node
  var rate: Node
  var positive: [Node] = []

  /// The side of the line towards which v goes.
  enum Side: Sendable {
    case left, right

    var sign: Node { self == .right ? .one : .constant(-1) }
  }

  static func constant(_ bound: Node) -> Decay { Decay(bound: bound, rate: .zero) }

  static func * (a: Decay, b: Decay) -> Decay {
    Decay(
      bound: .product(a.bound, b.bound), rate: .sum(a.rate, b.rate),
      positive: a.positive + b.positive)
  }

  /// |f + g| ≤ |f| + |g|, at the slower of the two rates.
  static func + (a: Decay, b: Decay) -> Decay {
    let rate = a.rate == b.rate ? a.rate : Node(.smaller(a.rate, b.rate))
    return Decay(bound: .sum(a.bound, b.bound), rate: rate, positive: a.positive + b.positive)
  }

  /// - Precondition: `exponent >= 0`.
  func power(_ exponent: Rational) -> Decay {
    Decay(
      bound: .power(bound, exponent), rate: .product(.constant(exponent), rate),
      positive: positive)
  }
}
