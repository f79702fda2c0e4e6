import MathCore

/// Where a formula goes as its variable goes to an end of its span, by rules on the tree.
enum Limit {
  /// A number that is given by a formula without variables.
  case finite(Node)
  case plusInfinity
  case minusInfinity

  /// - Returns: `nil` where it goes nowhere, or where no rule tells: ∞ − ∞, 0 · ∞.
  init?(of node: Node, _ variable: Variable, at end: IntervalEnd) {
    func limit(_ node: Node) -> Limit? { Limit(of: node, variable, at: end) }
    switch node.kind {
    case .constant, .pi: self = .finite(node)
    case .variable(let v):
      guard v == variable else { return nil }
      self =
        end.value(of: v.span).map { .finite(.constant($0)) }
        ?? (end == .lower ? .minusInfinity : .plusInfinity)
    case .add(let a, let b):
      guard let x = limit(a), let y = limit(b), let sum = Self.sum(x, y) else { return nil }
      self = sum
    case .subtract(let a, let b):
      guard let x = limit(a), let y = limit(b)?.negated, let sum = Self.sum(x, y) else {
        return nil
      }
      self = sum
    case .multiply(let a, let b):
      guard let x = limit(a), let y = limit(b), let product = Self.product(x, y) else {
        return nil
      }
      self = product
    case .divide(let a, let b):
      guard let x = limit(a), let y = limit(b)?.inverse(Sign.of(b)),
        let product = Self.product(x, y)
      else { return nil }
      self = product
    case .negate(let a):
      guard let x = limit(a)?.negated else { return nil }
      self = x
    case .power(let a, let n):
      guard let exponent = n.rationalValue, let x = limit(a),
        let power = x.power(exponent, Sign.of(a))
      else { return nil }
      self = power
    case .apply(let f, let a):
      guard let value = limit(a)?.image(under: f) else { return nil }
      self = value
    case .imaginaryUnit, .larger, .smaller, .integral: return nil
    }
  }

  /// −1, 0 or 1.
  var sign: Int? {
    switch self {
    case .plusInfinity: 1
    case .minusInfinity: -1
    case .finite(let number): number.signOfNumber
    }
  }

  var negated: Limit {
    switch self {
    case .finite(let number): .finite(.negation(number))
    case .plusInfinity: .minusInfinity
    case .minusInfinity: .plusInfinity
    }
  }

  private init(infinite sign: Int) { self = sign > 0 ? .plusInfinity : .minusInfinity }

  private static func sum(_ a: Limit, _ b: Limit) -> Limit? {
    switch (a, b) {
    case (.finite(let x), .finite(let y)): .finite(.sum(x, y))
    case (.finite, _): b
    case (_, .finite): a
    case (.plusInfinity, .plusInfinity), (.minusInfinity, .minusInfinity): a
    default: nil
    }
  }

  private static func product(_ a: Limit, _ b: Limit) -> Limit? {
    if case .finite(let x) = a, case .finite(let y) = b { return .finite(.product(x, y)) }
    guard let x = a.sign, let y = b.sign, x != 0, y != 0 else { return nil }
    return Limit(infinite: x * y)
  }

  /// - Parameter side: the sign of what goes there.
  private func inverse(_ side: Sign) -> Limit? {
    guard case .finite(let number) = self else { return .finite(.zero) }
    guard let sign = number.signOfNumber else { return nil }
    if sign != 0 { return .finite(.quotient(.one, number)) }
    return side == .positive ? .plusInfinity : side == .negative ? .minusInfinity : nil
  }

  private func power(_ exponent: Rational, _ side: Sign) -> Limit? {
    if exponent < 0 { return power(-exponent, side)?.inverse(.of(exponent, side)) }
    switch self {
    case .finite(let number):
      guard exponent.isInteger || (number.signOfNumber.map { $0 >= 0 } ?? false) else { return nil }
      return .finite(.power(number, exponent))
    case .plusInfinity: return exponent == 0 ? .finite(.one) : .plusInfinity
    case .minusInfinity:
      guard let n = Int(exactly: exponent) else { return nil }
      return n == 0 ? .finite(.one) : n.isMultiple(of: 2) ? .plusInfinity : .minusInfinity
    }
  }

  /// The limit of a continuous function's values.
  private func image(under f: Function) -> Limit? {
    switch (f, self) {
    case (.log, .finite(let number)), (.sqrt, .finite(let number)):
      guard let sign = number.signOfNumber, sign >= 0 else { return nil }
      return f == .log && sign == 0 ? .minusInfinity : .finite(.apply(f, number))
    case (.exp, .finite), (.sin, .finite), (.cos, .finite), (.sinh, .finite), (.cosh, .finite),
      (.tanh, .finite), (.atan, .finite), (.erf, .finite), (.abs, .finite):
      guard case .finite(let number) = self else { return nil }
      return .finite(.apply(f, number))
    case (.exp, .minusInfinity): return .finite(.zero)
    case (.exp, .plusInfinity), (.log, .plusInfinity), (.sqrt, .plusInfinity),
      (.sinh, .plusInfinity), (.cosh, _), (.abs, _):
      return .plusInfinity
    case (.sinh, .minusInfinity): return .minusInfinity
    case (.tanh, .plusInfinity), (.erf, .plusInfinity): return .finite(.one)
    case (.tanh, .minusInfinity), (.erf, .minusInfinity): return .finite(.constant(-1))
    case (.atan, .plusInfinity): return .finite(.quotient(Node(.pi), .constant(2)))
    case (.atan, .minusInfinity): return .finite(.quotient(Node(.pi), .constant(-2)))
    default: return nil
    }
  }
}

extension Sign {
  /// The sign of a power.
  fileprivate static func of(_ exponent: Rational, _ base: Sign) -> Sign {
    if base == .positive { return .positive }
    guard base == .negative, let n = Int(exactly: exponent) else { return .unknown }
    return n.isMultiple(of: 2) ? .positive : .negative
  }
}

extension Node {
  /// The sign of a formula without variables: by balls, or 0 by algebra.
  var signOfNumber: Int? {
    if let value = rationalValue { return value.sign }
    for precision in [128, 512] {
      guard
        let ball = try? Tape([self], variables: []).evaluate([Ball](), precision: precision).first,
        ball.isFinite
      else { return nil }
      if ball.isCertainlyPositive { return 1 }
      if ball.isCertainlyNegative { return -1 }
    }
    return vanishes(at: [:]) ? 0 : nil
  }
}
