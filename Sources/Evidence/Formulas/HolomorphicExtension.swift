import MathCore

/// A formula in real variables as a holomorphic function of complex ones.
///
/// The extension agrees with the formula for real variables, and is holomorphic on every box on
/// which `AnalyticBall` finds it finite. Parts and moduli are no holomorphic functions of their
/// argument; as functions of a real variable they are, by reflection: with g*(z) the conjugate of
/// g(z̄), Re g is (g + g*)/2, Im g is (g − g*)/2i, |g|² is g·g* and |g| its root, which has no
/// value where g vanishes. To form g*, conjugation goes down the tree: i becomes −i, and every
/// function here takes conjugates to conjugates off its cut.
package enum HolomorphicExtension {
  /// - Returns: `nil` where there is an integral, whose dependence on outer variables nothing here
  ///   knows.
  package static func of(_ node: Node) -> Node? {
    func next(_ node: Node) -> Node? { of(node) }
    switch node.kind {
    case .constant, .pi, .imaginaryUnit, .variable: return node
    case .add(let a, let b):
      if let inner = squaredModulus(a, b) { return next(inner).map(timesReflection) }
      return both(a, b) { Node(.add($0, $1)) }
    case .subtract(let a, let b): return both(a, b) { Node(.subtract($0, $1)) }
    case .multiply(let a, let b): return both(a, b) { Node(.multiply($0, $1)) }
    case .divide(let a, let b): return both(a, b) { Node(.divide($0, $1)) }
    case .power(let a, let b): return both(a, b) { Node(.power($0, $1)) }
    case .negate(let a): return next(a).map { Node(.negate($0)) }
    case .apply(.realPart, let a):
      return next(a).map { .quotient(.sum($0, reflected($0)), .constant(2)) }
    case .apply(.imaginaryPart, let a):
      return next(a).map {
        .quotient(.difference($0, reflected($0)), .product(.constant(2), Node(.imaginaryUnit)))
      }
    case .apply(.abs, let a): return next(a).map { .apply(.sqrt, timesReflection($0)) }
    case .apply(let f, let a): return next(a).map { .apply(f, $0) }
    case .larger(let a, let b): return extreme(a, b) { Node(.add($0, $1)) }
    case .smaller(let a, let b): return extreme(a, b) { Node(.subtract($0, $1)) }
    case .integral: return nil
    }
  }

  private static func both(_ a: Node, _ b: Node, _ join: (Node, Node) -> Node) -> Node? {
    guard let a = of(a), let b = of(b) else { return nil }
    return join(a, b)
  }

  /// (a + b ± |a − b|)/2.
  private static func extreme(_ a: Node, _ b: Node, _ join: (Node, Node) -> Node) -> Node? {
    guard let distance = of(.apply(.abs, Node(.subtract(a, b)))), let total = of(Node(.add(a, b)))
    else { return nil }
    return .quotient(join(total, distance), .constant(2))
  }

  /// g, when the two nodes are (Re g)² and (Im g)².
  private static func squaredModulus(_ a: Node, _ b: Node) -> Node? {
    guard case .power(let x, let m) = a.kind, case .power(let y, let n) = b.kind,
      m.isConstant == 2, n.isConstant == 2, case .apply(.realPart, let g) = x.kind,
      case .apply(.imaginaryPart, let h) = y.kind, g == h
    else { return nil }
    return g
  }

  private static func timesReflection(_ g: Node) -> Node { Node(.multiply(g, reflected(g))) }

  /// g*(z), the conjugate of g(z̄), of an extension.
  private static func reflected(_ node: Node) -> Node {
    guard node.needsComplexArithmetic, !node.isIntegral else { return node }
    if case .imaginaryUnit = node.kind { return Node(.negate(node)) }
    return node.mappingChildren(reflected)
  }
}
