import MathCore

// Logarithms, roots and powers of what is positive, by each other.

extension Node {
  /// ln of this by logarithms of its parts; `nil` where nothing is known of it.
  var logarithm: Node? {
    guard !mayBeComplex else { return nil }
    switch kind {
    case .constant(let value): return Self.logarithm(of: value)
    case .apply(.exp, let a): return a
    case .apply(.sqrt, let a) where a.isPositive: return .quotient(.log(a), .constant(2))
    case .multiply(let a, let b) where a.isPositive && b.isPositive: return .sum(.log(a), .log(b))
    case .divide(let a, let b) where a.isPositive && b.isPositive:
      return .difference(.log(a), .log(b))
    case .power(let a, let n) where a.isPositive: return .product(n, .log(a))
    default: return nil
    }
  }

  /// The square root of this by what is better known, and the fact that says so.
  var squareRoot: (node: Node, fact: FunctionFact)? {
    guard !mayBeComplex else { return nil }
    if isPositive { return (.exp(.quotient(.log(self), .constant(2))), .powers) }
    switch kind {
    case .power(let a, let n):
      guard let half = n.rationalValue.flatMap({ Int(exactly: $0 / 2) }), half > 0 else {
        return nil
      }
      return (.power(.apply(.abs, a), Rational(half)), .moduli)
    case .multiply(let a, let b) where a == b: return (.apply(.abs, a), .moduli)
    case .multiply(let a, let b) where Sign.of(a).isNonNegative && Sign.of(b).isNonNegative:
      return (.product(.apply(.sqrt, a), .apply(.sqrt, b)), .powers)
    default: return nil
    }
  }

  /// This to a power that is no integer.
  func raised(to exponent: Node) -> Node? {
    guard !mayBeComplex, !exponent.mayBeComplex else { return nil }
    let value = exponent.rationalValue
    guard value == nil || value?.isInteger == false else { return nil }
    if isPositive { return .exp(.product(exponent, .log(self))) }
    guard let value, value > 0, (2 * value).isInteger, Sign.of(self).isNonNegative else {
      return nil
    }
    return .product(.power(self, value - Rational(1, 2)), .apply(.sqrt, self))
  }

  /// Σ e ln p over the prime factors of a fraction that is no prime itself.
  private static func logarithm(of value: Rational) -> Node? {
    guard let (above, below) = value.words, above > 0 else { return nil }
    guard let numerator = primeFactors(of: above), let denominator = primeFactors(of: below) else {
      return nil
    }
    let powers = numerator.merging(denominator.mapValues { -$0 }, uniquingKeysWith: +)
    if powers.count == 1, powers.first?.value == 1 { return nil }
    return powers.sorted { $0.key < $1.key }.reduce(.zero) {
      .sum($0, .product(.constant(Rational($1.value)), .log(.constant(Rational($1.key)))))
    }
  }

  private static func log(_ a: Node) -> Node { .apply(.log, a) }
  private static func exp(_ a: Node) -> Node { .apply(.exp, a) }
  private var isPositive: Bool { Sign.of(self) == .positive }
}

/// The prime factors of a positive number with their powers; `nil` when it takes too long.
private func primeFactors(of number: Int) -> [Int: Int]? {
  var rest = number
  var factors: [Int: Int] = [:]
  var divisor = 2
  while divisor * divisor <= rest {
    guard divisor < 10_000 else { return nil }
    while rest.isMultiple(of: divisor) {
      factors[divisor, default: 0] += 1
      rest /= divisor
    }
    divisor += 1
  }
  if rest > 1 { factors[rest, default: 0] += 1 }
  return factors
}
