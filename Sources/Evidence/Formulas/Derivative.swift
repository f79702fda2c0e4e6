import MathCore

// Differentiation. The results go to provers, seldom to a page, so the constructors below drop
// zeros and ones as they appear.

extension Node {
  package static func constant(_ value: Rational) -> Node { Node(.constant(value)) }
  package static let zero = Node(.constant(0))
  package static let one = Node(.constant(1))

  package static func sum(_ a: Node, _ b: Node) -> Node {
    if a.isConstant == 0 { return b }
    if b.isConstant == 0 { return a }
    if let x = a.isConstant, let y = b.isConstant { return constant(x + y) }
    return Node(.add(a, b))
  }

  package static func difference(_ a: Node, _ b: Node) -> Node {
    if b.isConstant == 0 { return a }
    if a.isConstant == 0 { return negation(b) }
    if let x = a.isConstant, let y = b.isConstant { return constant(x - y) }
    return a == b ? zero : Node(.subtract(a, b))
  }

  package static func product(_ a: Node, _ b: Node) -> Node {
    if a.isConstant == 0 || b.isConstant == 0 { return zero }
    if a.isConstant == 1 { return b }
    if b.isConstant == 1 { return a }
    if let x = a.isConstant, let y = b.isConstant { return constant(x * y) }
    return Node(.multiply(a, b))
  }

  package static func quotient(_ a: Node, _ b: Node) -> Node {
    if a.isConstant == 0 { return zero }
    if b.isConstant == 1 { return a }
    return Node(.divide(a, b))
  }

  package static func negation(_ a: Node) -> Node {
    if let x = a.isConstant { return constant(-x) }
    if case .negate(let inner) = a.kind { return inner }
    return Node(.negate(a))
  }

  package static func power(_ a: Node, _ n: Rational) -> Node {
    if n == 0 { return one }
    return n == 1 ? a : Node(.power(a, constant(n)))
  }

  package static func apply(_ f: Function, _ a: Node) -> Node { Node(.apply(f, a)) }

  /// The derivative by a variable. At the kinks of `abs`, `max` and `min` the result is a quotient
  /// of zeros, so it has no value there.
  package func derivative(by v: Variable) -> Node {
    switch kind {
    case .constant, .pi, .imaginaryUnit: return .zero
    case .variable(let other): return other == v ? .one : .zero
    case .add(let a, let b): return .sum(a.derivative(by: v), b.derivative(by: v))
    case .subtract(let a, let b): return .difference(a.derivative(by: v), b.derivative(by: v))
    case .multiply(let a, let b):
      return .sum(.product(a.derivative(by: v), b), .product(a, b.derivative(by: v)))
    case .divide(let a, let b):
      let da = a.derivative(by: v)
      let db = b.derivative(by: v)
      if db.isConstant == 0 { return .quotient(da, b) }
      return .quotient(.difference(.product(da, b), .product(a, db)), .power(b, 2))
    case .negate(let a): return .negation(a.derivative(by: v))
    case .power(let a, let n): return powerDerivative(a, n, by: v)
    case .apply(.realPart, let a): return .apply(.realPart, a.derivative(by: v))
    case .apply(.imaginaryPart, let a): return .apply(.imaginaryPart, a.derivative(by: v))
    case .apply(.abs, let a): return absoluteDerivative(a, by: v)
    case .apply(let f, let a): return .product(outerDerivative(f, a), a.derivative(by: v))
    case .larger(let a, let b): return extremeDerivative(a, b, sign: 1, by: v)
    case .smaller(let a, let b): return extremeDerivative(a, b, sign: -1, by: v)
    case .integral(let body, let u, let from, let to):
      return integralDerivative(body, u, from, to, by: v)
    }
  }

  /// |f|′ = (Re f · Re f′ + Im f · Im f′) / |f|.
  private func absoluteDerivative(_ a: Node, by v: Variable) -> Node {
    let slope = a.derivative(by: v)
    guard a.mayBeComplex else { return .quotient(.product(a, slope), self) }
    let real = Node.product(.apply(.realPart, a), .apply(.realPart, slope))
    let imaginary = Node.product(.apply(.imaginaryPart, a), .apply(.imaginaryPart, slope))
    return .quotient(.sum(real, imaginary), self)
  }

  /// max(a, b) = (a + b + |a − b|) / 2, min with the other sign.
  private func extremeDerivative(_ a: Node, _ b: Node, sign: Int, by v: Variable) -> Node {
    let distance = Node.apply(.abs, .difference(a, b)).derivative(by: v)
    let total = Node.sum(a.derivative(by: v), b.derivative(by: v))
    let both = sign > 0 ? Node.sum(total, distance) : Node.difference(total, distance)
    return .quotient(both, .constant(2))
  }

  /// Leibniz's rule, with moving limits.
  private func integralDerivative(
    _ body: Node, _ u: Variable, _ from: Node?, _ to: Node?, by v: Variable
  ) -> Node {
    let inner = u == v ? Node.zero : body.derivative(by: v)
    var slope = inner.isConstant == 0 ? Node.zero : Node(.integral(inner, u, from, to))
    if let to {
      slope = .sum(slope, .product(body.replacing([u: to]), to.derivative(by: v)))
    }
    if let from {
      slope = .difference(slope, .product(body.replacing([u: from]), from.derivative(by: v)))
    }
    return slope
  }

  /// Whether `derivative(by:)` is the derivative everywhere inside the formula's domain.
  package var isSmooth: Bool {
    !contains { node in
      switch node.kind {
      case .larger, .smaller, .apply(.abs, _), .integral: true
      default: false
      }
    }
  }

  private func powerDerivative(_ a: Node, _ n: Node, by v: Variable) -> Node {
    let da = a.derivative(by: v)
    if let exponent = n.rationalValue {
      return .product(.product(.constant(exponent), .power(a, exponent - 1)), da)
    }
    // a^n = exp(n ln a)
    let dn = n.derivative(by: v)
    let logPart = Node.product(dn, .apply(.log, a))
    return .product(self, .sum(logPart, .quotient(.product(n, da), a)))
  }

  private func outerDerivative(_ f: Function, _ a: Node) -> Node {
    switch f {
    case .exp: return self
    case .log: return .quotient(.one, a)
    case .sqrt: return .quotient(.one, .product(.constant(2), self))
    case .sin: return .apply(.cos, a)
    case .cos: return .negation(.apply(.sin, a))
    case .tan: return .sum(.one, .power(self, 2))
    case .sinh: return .apply(.cosh, a)
    case .cosh: return .apply(.sinh, a)
    case .tanh: return .difference(.one, .power(self, 2))
    case .atan: return .quotient(.one, .sum(.one, .power(a, 2)))
    case .erf:
      let scale = Node.quotient(.constant(2), .apply(.sqrt, Node(.pi)))
      return .product(scale, .apply(.exp, .negation(.power(a, 2))))
    case .gamma: return .product(self, .apply(.polygamma(0), a))
    case .logGamma: return .apply(.polygamma(0), a)
    case .polygamma(let k): return .apply(.polygamma(k + 1), a)
    case .abs, .realPart, .imaginaryPart:
      fatalError("\(f) is no function of one complex variable; derivative(by:) handles it")
    }
  }

  /// The node with variables replaced (bound variables stay).
  package func replacing(_ values: [Variable: Node]) -> Node {
    if values.isEmpty { return self }
    switch kind {
    case .variable(let v): return values[v] ?? self
    case .integral(let body, let u, let from, let to):
      var inner = values
      inner[u] = nil
      let limits = [from, to].map { $0?.replacing(values) }
      // What is put in may be called like the variable of integration, and is another one.
      let isCaptured = inner.contains { v, value in
        value.freeVariables.contains(u) && body.freeVariables.contains(v)
      }
      let bound = isCaptured ? Variable(u.name + "'", u.span) : u
      if isCaptured { inner[u] = Node(.variable(bound)) }
      return Node(.integral(body.replacing(inner), bound, limits[0], limits[1]))
    default: return mappingChildren { $0.replacing(values) }
    }
  }
}
