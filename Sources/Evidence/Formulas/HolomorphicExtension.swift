import MathCore

/// A formula in real variables as a holomorphic function of complex ones.
///
/// The extension agrees with the formula for real variables, and is holomorphic on every box on
/// which `AnalyticBall` finds it finite. Parts and moduli are no holomorphic functions of their
/// argument; as functions of a real variable they are, by reflection: with g*(z) the conjugate of
/// g(z̄), Re g is (g + g*)/2, Im g is (g − g*)/2i, |g|² is g·g* and |g| its root, which has no
/// value where g vanishes. To form g*, conjugation goes down the tree: i becomes −i, and every
/// function here takes conjugates to conjugates off its cut.
///
/// The variable of an integral stays real. So the extension of an integral is the integral of its
/// body's extension, and its reflection that of the body's (see `IntegralBound`).
package struct HolomorphicExtension {
  /// The variables of the integrals around a node.
  private let real: Set<Variable>

  /// - Returns: `nil` where an integral holds another one, or has ends that depend on a variable:
  ///   nothing here knows what becomes of these.
  package static func of(_ node: Node) -> Node? { HolomorphicExtension(real: []).extended(node) }

  private func extended(_ node: Node) -> Node? {
    if staysReal(node) { return node }
    switch node.kind {
    case .constant, .pi, .imaginaryUnit, .variable: return node
    case .add(let a, let b):
      if let inner = squaredModulus(a, b) { return extended(inner).map(timesReflection) }
      return both(a, b) { Node(.add($0, $1)) }
    case .subtract(let a, let b): return both(a, b) { Node(.subtract($0, $1)) }
    case .multiply(let a, let b): return both(a, b) { Node(.multiply($0, $1)) }
    case .divide(let a, let b): return both(a, b) { Node(.divide($0, $1)) }
    case .power(let a, let b): return both(a, b) { Node(.power($0, $1)) }
    case .negate(let a): return extended(a).map { Node(.negate($0)) }
    case .apply(.realPart, let a):
      return extended(a).map { .quotient(.sum($0, reflected($0)), .constant(2)) }
    case .apply(.imaginaryPart, let a):
      return extended(a).map {
        .quotient(.difference($0, reflected($0)), .product(.constant(2), Node(.imaginaryUnit)))
      }
    case .apply(.abs, let a): return extended(a).map { .apply(.sqrt, timesReflection($0)) }
    case .apply(let f, let a): return extended(a).map { .apply(f, $0) }
    case .larger(let a, let b): return extreme(a, b) { Node(.add($0, $1)) }
    case .smaller(let a, let b): return extreme(a, b) { Node(.subtract($0, $1)) }
    case .integral(let body, let v, let from, let to):
      let ends = [from, to].compactMap { $0 }
      guard real.isEmpty, ends.allSatisfy(\.freeVariables.isEmpty) else { return nil }
      return HolomorphicExtension(real: [v]).extended(body).map {
        Node(.integral($0, v, from, to))
      }
    }
  }

  /// Whether the node depends on no variable that becomes complex: it is its own extension.
  private func staysReal(_ node: Node) -> Bool { node.freeVariables.allSatisfy(real.contains) }

  private func both(_ a: Node, _ b: Node, _ join: (Node, Node) -> Node) -> Node? {
    guard let a = extended(a), let b = extended(b) else { return nil }
    return join(a, b)
  }

  /// (a + b ± |a − b|)/2.
  private func extreme(_ a: Node, _ b: Node, _ join: (Node, Node) -> Node) -> Node? {
    guard let distance = extended(.apply(.abs, Node(.subtract(a, b)))),
      let total = extended(Node(.add(a, b)))
    else { return nil }
    return .quotient(join(total, distance), .constant(2))
  }

  /// g, when the two nodes are (Re g)² and (Im g)².
  private func squaredModulus(_ a: Node, _ b: Node) -> Node? {
    guard case .power(let x, let m) = a.kind, case .power(let y, let n) = b.kind,
      m.isConstant == 2, n.isConstant == 2, case .apply(.realPart, let g) = x.kind,
      case .apply(.imaginaryPart, let h) = y.kind, g == h
    else { return nil }
    return g
  }

  private func timesReflection(_ g: Node) -> Node { Node(.multiply(g, reflected(g))) }

  /// g*(z), the conjugate of g(z̄), of an extension.
  private func reflected(_ node: Node) -> Node {
    switch node.kind {
    case .imaginaryUnit: return Node(.negate(node))
    case .integral(let body, let v, let from, let to):
      let inner = HolomorphicExtension(real: real.union([v]))
      return Node(.integral(inner.reflected(body), v, from, to))
    default: break
    }
    // What stays real may lie on a cut, as √−2 does, and is not asked whether it does.
    if node.conjugatesPiecewise, staysReal(node) {
      return .difference(.product(.constant(2), .apply(.realPart, node)), node)
    }
    return node.mappingChildren(reflected)
  }
}

extension Node {
  /// Whether the outermost operation does not take conjugates to conjugates everywhere.
  fileprivate var conjugatesPiecewise: Bool {
    switch kind {
    case .power(_, let n): n.rationalValue.flatMap { Int(exactly: $0) } == nil
    case .larger, .smaller: true
    case .apply(let f, _):
      switch f {
      case .log, .sqrt, .logGamma, .atan, .abs, .realPart, .imaginaryPart: true
      case .exp, .sin, .cos, .tan, .sinh, .cosh, .tanh, .erf, .gamma, .polygamma: false
      }
    default: false
    }
  }
}
