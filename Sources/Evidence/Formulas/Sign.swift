import MathCore

/// What is known of a formula's sign for all values of its variables, by rules on the tree alone.
///
/// Balls cannot show that a square is not negative; these rules can. `unknown` claims nothing.
package enum Sign: Sendable {
  case negative, nonPositive, zero, nonNegative, positive, unknown

  package var isNonNegative: Bool { self == .zero || self == .nonNegative || self == .positive }
  package var isNonPositive: Bool { self == .zero || self == .nonPositive || self == .negative }

  /// The numbers that have this sign, as a span (a strictly negative sign is not kept).
  package var span: Span {
    switch self {
    case .positive: .positive
    case .nonNegative: Span(lower: 0, upper: nil)
    case .nonPositive, .negative: Span(lower: nil, upper: 0)
    case .zero: Span(lower: 0, upper: 0)
    case .unknown: .reals
    }
  }

  /// - Parameter whereDefined: for what is stated only where the formula has a value: then a
  ///   divisor that is never negative is positive.
  package static func of(_ node: Node, whereDefined: Bool = false) -> Sign {
    func of(_ node: Node) -> Sign { Sign.of(node, whereDefined: whereDefined) }
    func divisor(_ node: Node) -> Sign {
      let sign = of(node)
      guard whereDefined else { return sign }
      return sign == .nonNegative ? .positive : sign == .nonPositive ? .negative : sign
    }
    // A complex number has no sign, and a part of one has none that the rules below could know.
    guard !node.mayBeComplex else { return .unknown }
    switch node.kind {
    case .constant(let value): return Sign(value.sign)
    case .pi: return .positive
    case .imaginaryUnit, .integral: return .unknown
    case .variable(let v): return Sign(v.span)
    case .add(let a, let b): return of(a).plus(of(b))
    case .subtract(let a, let b): return of(a).plus(of(b).opposite)
    case .multiply(let a, let b):
      if a == b { return of(a).squared }
      return of(a).times(of(b))
    case .divide(let a, let b):
      let below = divisor(b)
      return below == .positive || below == .negative ? of(a).times(below) : .unknown
    case .negate(let a): return of(a).opposite
    case .power(let a, let b):
      let exponent = b.rationalValue.flatMap { Int(exactly: $0) }
      guard whereDefined, let exponent, exponent < 0 else { return power(of(a), b) }
      return divisor(.power(a, Rational(-exponent)))
    case .apply(let f, let a):
      if a.mayBeComplex { return f == .abs ? .nonNegative : .unknown }
      return apply(f, of(a))
    case .larger(let a, let b): return larger(of(a), of(b))
    case .smaller(let a, let b): return larger(of(a).opposite, of(b).opposite).opposite
    }
  }

  private init(_ sign: Int) {
    self = sign < 0 ? .negative : sign > 0 ? .positive : .zero
  }

  private init(_ span: Span) {
    if let lower = span.lower, lower >= 0 {
      self = lower > 0 || span.isOpenBelow ? .positive : .nonNegative
    } else if let upper = span.upper, upper <= 0 {
      self = upper < 0 ? .negative : .nonPositive
    } else {
      self = .unknown
    }
  }

  private var opposite: Sign {
    switch self {
    case .negative: .positive
    case .nonPositive: .nonNegative
    case .nonNegative: .nonPositive
    case .positive: .negative
    case .zero, .unknown: self
    }
  }

  private func plus(_ other: Sign) -> Sign {
    if self == .zero { return other }
    if other == .zero { return self }
    if isNonNegative && other.isNonNegative {
      return self == .positive || other == .positive ? .positive : .nonNegative
    }
    if isNonPositive && other.isNonPositive {
      return self == .negative || other == .negative ? .negative : .nonPositive
    }
    return .unknown
  }

  private func times(_ other: Sign) -> Sign {
    if self == .zero || other == .zero { return .zero }
    if self == .unknown || other == .unknown { return .unknown }
    let isStrict = [self, other].allSatisfy { $0 == .positive || $0 == .negative }
    let isSame = isNonNegative == other.isNonNegative
    return isSame ? (isStrict ? .positive : .nonNegative) : (isStrict ? .negative : .nonPositive)
  }

  private var squared: Sign {
    switch self {
    case .positive, .negative: .positive
    case .zero: .zero
    case .nonNegative, .nonPositive, .unknown: .nonNegative
    }
  }

  private static func power(_ base: Sign, _ exponent: Node) -> Sign {
    if base == .positive { return .positive }
    guard let value = exponent.rationalValue, let n = Int(exactly: value) else {
      return base == .nonNegative ? .nonNegative : .unknown
    }
    if n == 0 { return .positive }
    guard n > 0 || base == .negative else { return .unknown }
    return n.isMultiple(of: 2) ? base.squared : base
  }

  private static func apply(_ f: Function, _ a: Sign) -> Sign {
    switch f {
    case .exp, .cosh: .positive
    case .abs: a.squared
    case .sqrt: a == .positive ? .positive : .nonNegative
    case .sinh, .tanh, .atan, .erf, .realPart: a
    case .gamma where a == .positive: .positive
    default: .unknown
    }
  }

  private static func larger(_ a: Sign, _ b: Sign) -> Sign {
    if a == .positive || b == .positive { return .positive }
    if a.isNonNegative || b.isNonNegative { return .nonNegative }
    if a == .negative && b == .negative { return .negative }
    return a.isNonPositive && b.isNonPositive ? .nonPositive : .unknown
  }
}

extension Node {
  /// An interval that certainly holds all values of the formula, by rules on the tree.
  package var range: Span {
    let sign = Sign.of(self)
    switch kind {
    case .apply(.sin, let a), .apply(.cos, let a), .apply(.tanh, let a), .apply(.erf, let a):
      guard !a.mayBeComplex else { return sign.span }
      return Span(lower: sign.isNonNegative ? 0 : -1, upper: sign.isNonPositive ? 0 : 1)
    case .apply(.cosh, let a) where !a.mayBeComplex: return Span(lower: 1, upper: nil)
    default: return sign.span
    }
  }

  /// Whether rules on the tree show that the formula has a value for all values of its variables.
  package var isDefinedEverywhere: Bool {
    let isDefinedHere: Bool
    switch kind {
    case .divide(_, let b): isDefinedHere = Sign.of(b).isStrict
    case .power(let a, let n):
      let exponent = n.rationalValue
      if let exponent, exponent >= 0, Int(exactly: exponent) != nil {
        isDefinedHere = true
      } else {
        isDefinedHere = Sign.of(a) == .positive
      }
    case .apply(.log, let a), .apply(.gamma, let a), .apply(.logGamma, let a),
      .apply(.polygamma, let a):
      isDefinedHere = Sign.of(a) == .positive
    case .apply(.sqrt, let a): isDefinedHere = Sign.of(a).isNonNegative
    case .apply(.tan, _), .integral: isDefinedHere = false
    default: isDefinedHere = true
    }
    return isDefinedHere && children.allSatisfy(\.isDefinedEverywhere)
  }
}

extension Sign {
  fileprivate var isStrict: Bool { self == .positive || self == .negative }
}
