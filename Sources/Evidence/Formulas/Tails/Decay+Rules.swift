import MathCore

// Decays read off a tree, never by evaluation. Every rule is a line of calculus:
//
//   e^h, h″ ≤ 0       the tangent lies above h:  e^{h(v)} ≤ e^{h(Y)} e^{h′(Y)(v − Y)}
//   cos z, cosh z     at most e^{|Im z|} and e^{|Re z|}; |a + bv| ≤ |a + bY| + |b||v − Y|
//   a + bv            |a + bv| ≤ |a + bY| (1 + |b||v − Y|/|a + bY|), and 1 + t ≤ e^t
//   1/(a + bv)        |a + bv| grows with |v − Y| where Re (conj(a + bY) b) points outward
//   e^A − 1, A ≤ 0    lies between −1 and 0, and above A
//   Γ(σ + iτ), σ > 0  ∂/∂τ log |Γ(σ + iτ)| = −Σ τ/((n + σ)² + τ²) ≤ −arctan(τ/σ) for τ > 0, which
//                     does not decrease

extension Decay {
  /// Alternatives that one formula may have.
  private static let limit = 8

  /// Ways in which `node`, as a function of `v`, certainly decays; none if no rule applies.
  static func rules(for node: Node, by v: Variable, towards side: Side) -> [Decay] {
    let rules = DecayRules(variable: v, side: side)
    return Array(rules.decays(of: node).prefix(limit))
  }

  fileprivate static func products(_ a: [Decay], _ b: [Decay]) -> [Decay] {
    Array(a.flatMap { x in b.map { x * $0 } }.prefix(limit))
  }
}

private struct DecayRules {
  let variable: Variable
  let side: Decay.Side

  func isFixed(_ node: Node) -> Bool { !node.freeVariables.contains(variable) }

  func decays(of node: Node) -> [Decay] {
    if let bound = node.modulusBound(by: variable) { return [.constant(bound)] }
    switch node.kind {
    case .apply(.exp, let a): return exponential(a)
    case .apply(.gamma, let a): return gamma(a).map { [$0] } ?? []
    case .apply(.sin, let a), .apply(.cos, let a): return exponential(size: a.parts.im)
    case .apply(.sinh, let a), .apply(.cosh, let a): return exponential(size: a.parts.re)
    case .apply(.abs, let a), .negate(let a): return decays(of: a)
    case .multiply(let a, let b): return Decay.products(decays(of: a), decays(of: b))
    case .divide(let a, let b): return Decay.products(decays(of: a), inverses(of: b))
    case .power(let a, let n): return power(a, n)
    case .variable: return affine(node)
    case .add(let a, let b), .subtract(let a, let b):
      let plain = affine(node) + exponentialMinusOne(node)
      return plain + decays(of: a).flatMap { x in decays(of: b).map { x + $0 } }
    default: return []
    }
  }

  private func power(_ base: Node, _ exponent: Node) -> [Decay] {
    if case .apply(.exp, let a) = base.kind, isFixed(exponent), !exponent.mayBeComplex {
      // A power of e^A with complex A has a cut; whole exponents do not.
      guard !a.mayBeComplex || exponent.rationalValue.flatMap({ Int(exactly: $0) }) != nil else {
        return []
      }
      return exponential(.product(exponent, a))
    }
    guard let value = exponent.rationalValue, Int(exactly: value) != nil else { return [] }
    return value >= 0
      ? decays(of: base).map { $0.power(value) } : inverses(of: base).map { $0.power(-value) }
  }

  private func inverses(of node: Node) -> [Decay] {
    if isFixed(node) { return [.constant(.quotient(.one, .apply(.abs, node)))] }
    switch node.kind {
    case .apply(.exp, let a): return exponential(.negation(a))
    case .negate(let a): return inverses(of: a)
    case .multiply(let a, let b): return Decay.products(inverses(of: a), inverses(of: b))
    case .power(let a, let n):
      guard let value = n.rationalValue, value >= 0, Int(exactly: value) != nil else { return [] }
      return inverses(of: a).map { $0.power(value) }
    default: return inverseAffine(node).map { [$0] } ?? []
    }
  }

  /// e^A: by the tangent of Re A if it is concave, else factor by factor.
  private func exponential(_ argument: Node) -> [Decay] {
    if let bound = Node.apply(.exp, argument).modulusBound(by: variable) {
      return [.constant(bound)]
    }
    let concave = tangent(argument.parts.re)
    if let concave, concave.positive.isEmpty { return [concave] }
    let alternatives = concave.map { [$0] } ?? []
    switch argument.kind {
    case .add(let a, let b):
      return alternatives + Decay.products(exponential(a), exponential(b))
    case .subtract(let a, let b):
      return alternatives + Decay.products(exponential(a), exponential(.negation(b)))
    default: return alternatives
    }
  }

  private func tangent(_ height: Node) -> Decay? {
    let slope = height.derivative(by: variable)
    let curvature = slope.derivative(by: variable)
    guard height.isSmooth, let positive = curvature.signConditions(-1, by: variable) else {
      return nil
    }
    return Decay(
      bound: .apply(.exp, height), rate: .negation(.product(side.sign, slope)),
      positive: positive)
  }

  /// e^|h| for an affine h.
  private func exponential(size h: Node) -> [Decay] {
    guard let slope = slope(ofAffine: h) else { return [] }
    return [
      Decay(bound: .apply(.exp, .apply(.abs, h)), rate: .negation(.apply(.abs, slope)))
    ]
  }

  private func slope(ofAffine node: Node) -> Node? {
    let slope = node.derivative(by: variable)
    return node.isSmooth && isFixed(slope) ? slope : nil
  }

  private func affine(_ node: Node) -> [Decay] {
    guard let slope = slope(ofAffine: node) else { return [] }
    let size = Node.apply(.abs, node)
    return [Decay(bound: size, rate: .negation(.quotient(.apply(.abs, slope), size)))]
  }

  private func inverseAffine(_ node: Node) -> Decay? {
    guard let slope = slope(ofAffine: node) else { return nil }
    let outward = Node.sum(
      .product(.apply(.realPart, node), .apply(.realPart, slope)),
      .product(.apply(.imaginaryPart, node), .apply(.imaginaryPart, slope)))
    return Decay(
      bound: .quotient(.one, .apply(.abs, node)), rate: .zero,
      positive: [.product(side.sign, outward)])
  }

  /// e^A − 1 or 1 − e^A for real A ≤ 0.
  private func exponentialMinusOne(_ node: Node) -> [Decay] {
    guard case .subtract(let a, let b) = node.kind else { return [] }
    let (power, other) = b.isConstant == 1 ? (a, b) : (b, a)
    guard other.isConstant == 1, case .apply(.exp, let exponent) = power.kind,
      Sign.of(exponent).isNonPositive
    else { return [] }
    return [.constant(.one)] + decays(of: exponent)
  }

  private func gamma(_ argument: Node) -> Decay? {
    let (sigma, tau) = argument.parts
    guard isFixed(sigma), let slope = slope(ofAffine: tau) else { return nil }
    let angle = Node.apply(.atan, .quotient(.apply(.abs, tau), sigma))
    return Decay(
      bound: .apply(.abs, .apply(.gamma, argument)),
      rate: .product(.apply(.abs, slope), angle),
      positive: [sigma, .product(side.sign, .product(slope, tau))])
  }
}

extension Node {
  /// Numbers without `v`: if all of them are positive, `sign` times the node is not negative for
  /// any value of `v`; `nil` if no rule gives them.
  fileprivate func signConditions(_ sign: Rational, by v: Variable) -> [Node]? {
    let known = Sign.of(self)
    if sign > 0 ? known.isNonNegative : known.isNonPositive { return [] }
    guard freeVariables.contains(v) else { return [.product(.constant(sign), self)] }
    func both(_ a: Node, _ b: Node, _ signs: (Rational, Rational)) -> [Node]? {
      guard let x = a.signConditions(signs.0, by: v), let y = b.signConditions(signs.1, by: v)
      else { return nil }
      return x + y
    }
    switch kind {
    case .negate(let a): return a.signConditions(-sign, by: v)
    case .add(let a, let b): return both(a, b, (sign, sign))
    case .subtract(let a, let b): return both(a, b, (sign, -sign))
    case .multiply(let a, let b): return both(a, b, (1, sign)) ?? both(a, b, (-1, -sign))
    default: return nil
    }
  }
}
