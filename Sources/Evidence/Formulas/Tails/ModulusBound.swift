import MathCore

extension Node {
  /// Real and imaginary part as real trees, when the node is built from real trees and `i` by sums,
  /// products and real denominators.
  var parts: (re: Node, im: Node)? {
    if !mayBeComplex { return (self, .zero) }
    switch kind {
    case .imaginaryUnit: return (.zero, .one)
    case .negate(let a): return a.parts.map { (.negation($0.re), .negation($0.im)) }
    case .add(let a, let b):
      guard let x = a.parts, let y = b.parts else { return nil }
      return (.sum(x.re, y.re), .sum(x.im, y.im))
    case .subtract(let a, let b):
      guard let x = a.parts, let y = b.parts else { return nil }
      return (.difference(x.re, y.re), .difference(x.im, y.im))
    case .multiply(let a, let b):
      guard let x = a.parts, let y = b.parts else { return nil }
      return (
        .difference(.product(x.re, y.re), .product(x.im, y.im)),
        .sum(.product(x.re, y.im), .product(x.im, y.re))
      )
    case .divide(let a, let b):
      guard let x = a.parts, !b.mayBeComplex else { return nil }
      return (.quotient(x.re, b), .quotient(x.im, b))
    default: return nil
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
      if let height = a.parts?.re, !height.freeVariables.contains(v) { return .apply(.exp, height) }
      return bound(a).map { .apply(.exp, $0) }
    case .apply(.sin, let a), .apply(.cos, let a), .apply(.tanh, let a), .apply(.erf, let a):
      return a.mayBeComplex ? nil : .one
    default: return nil
    }
  }
}
