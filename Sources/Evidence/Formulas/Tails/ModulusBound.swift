import MathCore

extension Node {
  /// Real and imaginary part as real trees: free of `i` when the node is built from real trees and
  /// `i` by sums, products, squares and real denominators.
  var parts: (re: Node, im: Node) {
    if !mayBeComplex { return (self, .zero) }
    switch kind {
    case .imaginaryUnit: return (.zero, .one)
    case .negate(let a): return (.negation(a.parts.re), .negation(a.parts.im))
    case .add(let a, let b):
      let (x, y) = (a.parts, b.parts)
      return (.sum(x.re, y.re), .sum(x.im, y.im))
    case .subtract(let a, let b):
      let (x, y) = (a.parts, b.parts)
      return (.difference(x.re, y.re), .difference(x.im, y.im))
    case .multiply(let a, let b):
      let (x, y) = (a.parts, b.parts)
      return (
        .difference(.product(x.re, y.re), .product(x.im, y.im)),
        .sum(.product(x.re, y.im), .product(x.im, y.re))
      )
    case .power(let a, let n) where n.isConstant == 2:
      let x = a.parts
      return (
        .difference(.power(x.re, 2), .power(x.im, 2)),
        .product(.constant(2), .product(x.re, x.im))
      )
    case .divide(let a, let b) where !b.mayBeComplex:
      return (.quotient(a.parts.re, b), .quotient(a.parts.im, b))
    default: return (.apply(.realPart, self), .apply(.imaginaryPart, self))
    }
  }

  /// A bound of the modulus for every real value of `v`, itself without `v`; `nil` if no rule gives
  /// one.
  func modulusBound(by v: Variable) -> Node? {
    guard freeVariables.contains(v) else { return .apply(.abs, self) }
    func bound(_ node: Node) -> Node? { node.modulusBound(by: v) }
    switch kind {
    case .negate(let a), .apply(.abs, let a), .apply(.realPart, let a),
      .apply(.imaginaryPart, let a):
      return bound(a)
    case .add(let a, let b), .subtract(let a, let b):
      guard let x = bound(a), let y = bound(b) else { return nil }
      return .sum(x, y)
    case .multiply(let a, let b):
      guard let x = bound(a), let y = bound(b) else { return nil }
      return .product(x, y)
    case .divide(let a, let b):
      guard let x = bound(a), !b.freeVariables.contains(v) else { return nil }
      return .quotient(x, .apply(.abs, b))
    case .power(let a, let n):
      guard let x = bound(a), let value = n.rationalValue, value >= 0, Int(exactly: value) != nil
      else { return nil }
      return .power(x, value)
    case .apply(.exp, let a):
      let height = a.parts.re
      if !height.freeVariables.contains(v) { return .apply(.exp, height) }
      return bound(a).map { .apply(.exp, $0) }
    case .apply(.sin, let a), .apply(.cos, let a), .apply(.tanh, let a), .apply(.erf, let a):
      return a.mayBeComplex ? nil : .one
    default: return nil
    }
  }
}
