import MathCore

extension Node {
  /// The complex conjugate, where rules on the tree give it: variables are real, and functions that
  /// are real on the real line satisfy f(z̄) = conj f(z). `nil` for what has a cut (roots,
  /// logarithms and fractional powers of what may be complex or negative).
  package var conjugate: Node? {
    switch kind {
    case .constant, .pi, .variable, .larger, .smaller: return self
    case .imaginaryUnit: return .negation(self)
    case .add(let a, let b): return Self.both(a, b) { .sum($0, $1) }
    case .subtract(let a, let b): return Self.both(a, b) { .difference($0, $1) }
    case .multiply(let a, let b): return Self.both(a, b) { .product($0, $1) }
    case .divide(let a, let b): return Self.both(a, b) { .quotient($0, $1) }
    case .negate(let a): return a.conjugate.map { .negation($0) }
    case .power(let a, let n): return powerConjugate(a, n)
    case .apply(let f, let a): return f.conjugate(at: a)
    case .integral: return mayBeComplex ? nil : self
    }
  }

  private static func both(_ a: Node, _ b: Node, _ join: (Node, Node) -> Node) -> Node? {
    guard let x = a.conjugate, let y = b.conjugate else { return nil }
    return join(x, y)
  }

  private func powerConjugate(_ a: Node, _ n: Node) -> Node? {
    if let exponent = n.rationalValue, Int(exactly: exponent) != nil {
      return a.conjugate.map { Node(.power($0, n)) }
    }
    return !n.mayBeComplex && Sign.of(a) == .positive ? self : nil
  }
}

extension Function {
  fileprivate func conjugate(at argument: Node) -> Node? {
    switch self {
    case .abs, .realPart, .imaginaryPart: .apply(self, argument)
    case .exp, .sin, .cos, .tan, .sinh, .cosh, .tanh, .erf, .gamma, .polygamma:
      argument.conjugate.map { .apply(self, $0) }
    case .log, .logGamma: Sign.of(argument) == .positive ? .apply(self, argument) : nil
    case .sqrt: Sign.of(argument).isNonNegative ? .apply(self, argument) : nil
    case .atan: argument.mayBeComplex ? nil : .apply(self, argument)
    }
  }
}
