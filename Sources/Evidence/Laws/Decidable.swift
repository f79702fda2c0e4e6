import MathCore

extension Rational: Decidable {
  public static var scalarName: String { "Rational" }
  public var witnessText: String { description }

  public static func difference(_ left: Rational, _ right: Rational) -> Difference {
    let difference = left - right
    return .exact(
      sign: difference.sign, size: Double(difference.magnitude),
      scale: Swift.max(Double(left.magnitude), Double(right.magnitude)))
  }
}

extension Rounded: Decidable {
  public static var scalarName: String { "Double" }
  public var witnessText: String { value.witnessText }

  /// The tolerance is the running error bound that both sides carry.
  public static func difference(_ left: Rounded, _ right: Rounded) -> Difference {
    guard left.value.isFinite, right.value.isFinite else {
      return .nonFinite(left.value, right.value)
    }
    let difference = left - right
    return .rounded(
      difference.value, tolerance: difference.error,
      scale: Swift.max(Swift.abs(left.value), Swift.abs(right.value)))
  }
}

extension Double: Decidable {
  public static var scalarName: String { "Double" }
  public var witnessText: String { isNaN ? "nan" : "\(self)" }

  /// A bare double knows nothing of its history: the tolerance is that of one rounding on either
  /// side. Run the law in `Rounded` to have the error of the whole computation derived.
  public static func difference(_ left: Double, _ right: Double) -> Difference {
    guard left.isFinite, right.isFinite else { return .nonFinite(left, right) }
    let scale = Swift.max(Swift.abs(left), Swift.abs(right))
    return .rounded(left - right, tolerance: scale.ulp, scale: scale)
  }
}

extension Ball: Decidable {
  public static var scalarName: String { "Ball" }

  /// Nine rounded digits of a narrow ball, else the ball with its radius.
  public var witnessText: String {
    isNarrow ? digits(9) : description
  }

  public var longWitnessText: String { isNarrow ? digits(40) : description }

  private var isNarrow: Bool { radius < approximation.magnitude * 1e-12 }

  public static func difference(_ left: Ball, _ right: Ball) -> Difference {
    let difference = left - right
    guard difference.isFinite else {
      return .enclosed(isPositive: false, isNegative: false, isZero: false, size: .infinity)
    }
    let ends = (difference.lower, difference.upper)
    let size = ends.0 == nil || ends.1 == nil ? .infinity : Double(difference.midpoint.magnitude)
    return .enclosed(
      isPositive: difference.isCertainlyPositive, isNegative: difference.isCertainlyNegative,
      isZero: ends.0 == 0 && ends.1 == 0, size: size)
  }
}
