/// How far the truth would have to be from what is stated for a test to see it.
///
/// A decimal or integer literal is a share of the stated value: `0.2` is a bias of 20 %. Where the
/// stated value is 0 there is nothing to take a share of; say `.absolute(…)`.
public enum Effect: Sendable, Hashable {
  /// The stated value times 1 ± this.
  case relative(Rational)
  /// The stated value ± this, in its own unit.
  case absolute(Rational)

  /// The share or the distance itself.
  public var size: Rational {
    switch self {
    case .relative(let size), .absolute(let size): size
    }
  }

  /// How far `value` moves, as a ball around it tells.
  public func shift(of value: Ball) -> Ball {
    switch self {
    case .relative(let share): Ball(share, precision: value.precision) * value.magnitude
    case .absolute(let distance): Ball(distance, precision: value.precision)
    }
  }

  /// The standard deviation that the power allows for where a mean is off by the effect: a draw
  /// that is too large by a factor varies by that factor more, too.
  public func shiftedDeviation(_ deviation: Double) -> Double {
    switch self {
    case .relative(let share): deviation * (1 + Double(share.magnitude))
    case .absolute: deviation
    }
  }
}

extension Effect: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .relative(Rational(floatLiteral: value)) }
  public init(integerLiteral value: Int) { self = .relative(Rational(value)) }
}
