import MathCore

// What holds all values of a function of the numbers of an interval: by its sign, by where it grows,
// and by what it is compared with in every textbook.

extension RealInterval {
  static let pi = RealInterval(
    from: Rational(314_159_265, 100_000_000), to: Rational(314_159_266, 100_000_000))
  /// Less than π/2: between −1.57 and 1.57 the cosine is positive and the tangent has no pole.
  static let quarterTurn = Rational(157, 100)
  private static let halfTurn = Rational(314, 100)

  func image(under f: Function) -> RealInterval {
    switch f {
    case .exp: exponential
    case .log: logarithm
    case .sqrt: squareRoot
    case .abs: magnitude
    case .sin: sine
    case .cos: cosine
    case .tan: lies(within: Self.quarterTurn) ? steep : .reals
    case .sinh: steep
    case .cosh: RealInterval(lower: End(1, isIncluded: !isPositive && !isNegative))
    case .tanh: flat.intersection(RealInterval(openTo: 1))
    case .atan: flat.intersection(RealInterval(openTo: Rational(15_708, 10_000)))
    case .erf: signs.intersection(RealInterval(openTo: 1))
    case .gamma: isPositive ? .positive : .reals
    // (−1)ᵏ⁺¹ ψ⁽ᵏ⁾ is positive for positive numbers.
    case .polygamma(let order) where order > 0 && isPositive:
      order.isMultiple(of: 2) ? -RealInterval.positive : .positive
    case .realPart: self
    case .imaginaryPart: RealInterval(0)
    case .logGamma, .polygamma: .reals
    }
  }

  /// All powers whose exponent is no integer or is not known; the base is not negative where they
  /// exist, and it is known on which side of 1 they lie.
  func power(_ exponent: RealInterval) -> RealInterval {
    guard isNonNegative else { return .reals }
    var result = isPositive ? RealInterval.positive : .nonNegative
    let isLarge = lower.map { $0.value >= 1 } ?? false
    let isSmall = upper.map { $0.value <= 1 } ?? false
    let one = End(1, isIncluded: true)
    if (isLarge && exponent.isNonNegative) || (isSmall && exponent.isNonPositive) {
      result.lower = one
    }
    if (isSmall && exponent.isNonNegative) || (isLarge && exponent.isNonPositive) {
      result.upper = one
    }
    return result
  }

  func larger(_ other: RealInterval) -> RealInterval {
    var result = RealInterval(
      lower: lower, upper: Self.outermost([upper, other.upper]) { $0.value > $1.value })
    if let end = other.lower { result.raiseLower(to: end) }
    return result
  }

  private init(openTo size: Rational) {
    self.init(lower: End(-size, isIncluded: false), upper: End(size, isIncluded: false))
  }

  /// 1 + a ≤ e^a ≤ 1 / (1 − a).
  private var exponential: RealInterval {
    var result = RealInterval.positive
    if let lower, lower.value > -1 {
      result.lower = End(1 + lower.value, isIncluded: lower.isIncluded)
    }
    if let upper, upper.value < 1 {
      result.upper = End((1 - upper.value).reciprocal, isIncluded: upper.isIncluded)
    }
    return result
  }

  /// 1 − 1/a ≤ ln a ≤ a − 1.
  private var logarithm: RealInterval {
    var result = RealInterval.reals
    if let lower, lower.value > 0 {
      result.lower = End(1 - lower.value.reciprocal, isIncluded: lower.isIncluded)
    }
    result.upper = upper.map { End($0.value - 1, isIncluded: $0.isIncluded) }
    return result
  }

  /// Exact for squares; else √a lies between 2a / (1 + a) and (1 + a) / 2.
  private var squareRoot: RealInterval {
    func root(_ end: End, else bound: (Rational) -> Rational) -> End {
      End(end.value.exactValue(of: .sqrt) ?? bound(end.value), isIncluded: end.isIncluded)
    }
    var result = isPositive ? RealInterval.positive : .nonNegative
    if let lower, lower.value > 0 { result.lower = root(lower) { 2 * $0 / (1 + $0) } }
    if let upper, upper.value >= 0 { result.upper = root(upper) { (1 + $0) / 2 } }
    return result
  }

  /// sin a ≤ a for a ≥ 0, and not negative in the first half turn.
  private var sine: RealInterval {
    if isNonPositive, !isZero { return -(-self).sine }
    let all = RealInterval(from: -1, to: 1)
    guard isNonNegative else { return all }
    let result = all.intersection(RealInterval(upper: upper))
    return lies(within: Self.halfTurn) ? result.intersection(signs) : result
  }

  private var cosine: RealInterval {
    let all = RealInterval(from: -1, to: 1)
    guard lies(within: Self.quarterTurn) else { return all }
    let parabola = RealInterval(1) + -(squared * RealInterval(Rational(1, 2)))
    return all.intersection(.positive).intersection(RealInterval(lower: parabola.lower))
  }

  /// What is said of values that have the sign of a and, if they are not 0, a greater size.
  private var steep: RealInterval {
    RealInterval(
      lower: lower.flatMap { $0.value >= 0 ? $0 : nil },
      upper: upper.flatMap { $0.value <= 0 ? $0 : nil })
  }

  /// The same for a smaller size.
  private var flat: RealInterval {
    func towardsZero(_ end: End) -> End { End(0, isIncluded: end.value == 0 && end.isIncluded) }
    return RealInterval(
      lower: lower.map { $0.value >= 0 ? towardsZero($0) : $0 },
      upper: upper.map { $0.value <= 0 ? towardsZero($0) : $0 })
  }

  /// The same for any size.
  private var signs: RealInterval {
    let flat = flat
    return RealInterval(
      lower: flat.lower.flatMap { $0.value < 0 ? nil : $0 },
      upper: flat.upper.flatMap { $0.value > 0 ? nil : $0 })
  }
}
