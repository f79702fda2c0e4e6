import MathCore

/// Bounds for the tails of `∫ e^{h(u)} θ(u) du` with `|θ| = 1` and `h` concave, without a lemma:
/// beyond a point B with `h′(B) < 0` the tangent lies above `h`, so
/// `∫_B^∞ e^h ≤ e^{h(B)} / (−h′(B))`, and the same on the left where `h′ > 0`.
///
/// That `h″ ≤ 0` for every real u is shown by sign rules on the tree, never by evaluation.
package struct LogConcaveTails: Sendable {
  /// h and h′ over the outer variables and u.
  private let tape: Tape

  package init?(_ body: Node, by v: Variable, variables: [Variable]) {
    guard let exponent = Self.exponent(of: body, by: v) else { return nil }
    let slope = exponent.derivative(by: v)
    guard exponent.isSmooth, Sign.of(slope.derivative(by: v)).isNonPositive else { return nil }
    tape = Tape([exponent, slope], variables: variables)
  }

  /// The point where the tail is cut, and a ball whose upper end bounds the tail beyond it.
  func cut(
    towards side: Int, _ values: [Ball], precision: Int
  ) throws -> (point: Rational, bound: Ball) {
    let target = Ball(Rational(1, 2).power(precision), precision: precision)
    var reach = Rational(2)
    for _ in 0..<14 {
      let point = side > 0 ? reach : -reach
      let both = try tape.evaluate(
        values + [Ball(point, precision: precision)], precision: precision)
      let decay = side > 0 ? -both[1] : both[1]
      if decay.isCertainlyPositive {
        let bound = Ball.exp(both[0]) / decay
        if (target - bound).isCertainlyPositive { return (point, bound) }
      }
      reach = reach * Rational(3, 2)
    }
    throw Undefined("the integrand's tail does not become small enough")
  }

  /// h, when the body is a positive constant times exponentials, each real or of modulus one.
  private static func exponent(of node: Node, by v: Variable) -> Node? {
    switch node.kind {
    case .constant(let value) where value > 0:
      return value == 1 ? .zero : .apply(.log, node)
    case .apply(.exp, let argument): return realPart(of: argument)
    case .multiply(let a, let b):
      guard let x = exponent(of: a, by: v), let y = exponent(of: b, by: v) else { return nil }
      return .sum(x, y)
    case .divide(let a, let b):
      guard let x = exponent(of: a, by: v), let y = exponent(of: b, by: v) else { return nil }
      return .difference(x, y)
    case .power(let a, let n):
      guard !n.mayBeComplex, let x = exponent(of: a, by: v) else { return nil }
      return .product(n, x)
    default:
      let isFixed = !node.freeVariables.contains(v) && !node.mayBeComplex
      return isFixed && Sign.of(node) == .positive ? .apply(.log, node) : nil
    }
  }

  /// The real part of a sum whose terms are real or `i` times something real.
  private static func realPart(of node: Node) -> Node? {
    if !node.mayBeComplex { return node }
    switch node.kind {
    case .add(let a, let b):
      guard let x = realPart(of: a), let y = realPart(of: b) else { return nil }
      return .sum(x, y)
    case .subtract(let a, let b):
      guard let x = realPart(of: a), let y = realPart(of: b) else { return nil }
      return .difference(x, y)
    case .negate(let a): return realPart(of: a).map { .negation($0) }
    default: return isImaginary(node) ? .zero : nil
    }
  }

  private static func isImaginary(_ node: Node) -> Bool {
    switch node.kind {
    case .imaginaryUnit: true
    case .negate(let a): isImaginary(a)
    case .multiply(let a, let b):
      (isImaginary(a) && !b.mayBeComplex) || (!a.mayBeComplex && isImaginary(b))
    case .divide(let a, let b): isImaginary(a) && !b.mayBeComplex
    default: false
    }
  }
}
