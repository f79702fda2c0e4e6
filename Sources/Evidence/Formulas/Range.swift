import MathCore

// What values a formula can have, by rules on the tree alone.

extension Node {
  /// An interval that holds all values of the formula, for all values of its variables.
  ///
  /// Balls cannot show that a square is not negative; these rules can. Where they know nothing, it
  /// is the whole line.
  ///
  /// - Parameter whereDefined: for what is stated only where the formula has a value: then a divisor
  ///   that is never negative is positive. Without it a quotient by what may be zero is unknown.
  func bounds(whereDefined: Bool = false) -> RealInterval {
    // A complex number has no sign, and a part of one has none that the rules below could know.
    mayBeComplex ? .reals : realBounds(whereDefined)
  }

  private func realBounds(_ whereDefined: Bool) -> RealInterval {
    func bounds(_ node: Node) -> RealInterval { node.realBounds(whereDefined) }
    func inverse(_ interval: RealInterval) -> RealInterval? {
      (whereDefined ? interval.withoutZeroEnd : interval).inverse
    }
    switch kind {
    case .constant(let value): return RealInterval(value)
    case .pi: return .pi
    case .imaginaryUnit, .integral: return .reals
    case .variable(let v): return RealInterval(v.span)
    case .add(let a, let b): return bounds(a) + bounds(b)
    case .subtract(let a, let b): return bounds(a) + -bounds(b)
    case .multiply(let a, let b): return a == b ? bounds(a).squared : bounds(a) * bounds(b)
    case .divide(let a, let b):
      return inverse(bounds(b)).map { bounds(a) * $0 } ?? .reals
    case .negate(let a): return -bounds(a)
    case .power(let a, let b):
      guard let exponent = b.rationalValue else { return bounds(a).power(bounds(b)) }
      guard let count = Int(exactly: exponent) else {
        return bounds(a).power(RealInterval(exponent))
      }
      if count >= 0 { return count == 0 ? RealInterval(1) : bounds(a).power(count) }
      return inverse(bounds(a).power(-count)) ?? .reals
    case .apply(.abs, let a) where a.mayBeComplex: return .nonNegative
    case .apply(.realPart, let a) where a.mayBeComplex: return .reals
    case .apply(.imaginaryPart, let a) where a.mayBeComplex: return .reals
    case .apply(let f, let a): return bounds(a).image(under: f)
    case .larger(let a, let b): return bounds(a).larger(bounds(b))
    case .smaller(let a, let b): return -(-bounds(a)).larger(-bounds(b))
    }
  }

  /// The same as a span. A strictly negative sign is not kept.
  package var range: Span {
    let bounds = bounds()
    var span = Span.reals
    switch kind {
    case .apply(.sin, _), .apply(.cos, _), .apply(.tanh, _), .apply(.erf, _), .apply(.cosh, _):
      span.lower = bounds.lower?.value
      span.upper = bounds.upper?.value
    default:
      span.lower = bounds.isNonNegative ? 0 : nil
      span.upper = bounds.isNonPositive ? 0 : nil
    }
    span.isOpenBelow = bounds.isPositive && span.lower == 0
    return span
  }

  /// Whether rules on the tree show that the formula has a value for all values of its variables.
  package var isDefinedEverywhere: Bool {
    let isDefinedHere: Bool
    switch kind {
    case .divide(_, let b): isDefinedHere = Sign.of(b).isStrict
    case .power(let a, let n):
      if let exponent = n.rationalValue.flatMap({ Int(exactly: $0) }) {
        isDefinedHere = exponent >= 0 || Sign.of(a).isStrict
      } else {
        isDefinedHere = Sign.of(a) == .positive
      }
    case .apply(.log, let a), .apply(.gamma, let a), .apply(.logGamma, let a),
      .apply(.polygamma, let a):
      isDefinedHere = Sign.of(a) == .positive
    case .apply(.sqrt, let a): isDefinedHere = Sign.of(a).isNonNegative
    case .apply(.tan, let a): isDefinedHere = a.bounds().lies(within: RealInterval.quarterTurn)
    case .integral: isDefinedHere = false
    default: isDefinedHere = true
    }
    return isDefinedHere && children.allSatisfy(\.isDefinedEverywhere)
  }
}
