import MathCore

/// Bounds for the tails of an integral whose outer variables are complex.
///
/// The rules for tails take variables as real. So each p is written as s + i·t with two real
/// variables of any size: spans say where p goes on the line, and nothing of the plane.
package struct ComplexTails: Sendable {
  private let tails: Tails

  /// - Parameters:
  ///   - body: the integrand's holomorphic extension.
  ///   - outer: the variables that may be complex, in the order of their values.
  /// - Returns: `nil` unless `body` is holomorphic in them wherever its tails are bounded.
  init?(_ body: Node, by v: Variable, outer: [Variable]) {
    guard body.isHolomorphicFarOut(by: v) else { return nil }
    let re = outer.map { Variable($0.name, .reals) }
    let im = outer.map { Variable($0.name, .reals) }
    var split: [Variable: Node] = [:]
    for (p, (s, t)) in zip(outer, zip(re, im)) where split[p] == nil {
      split[p] = .sum(
        Node(.variable(s)), .product(Node(.imaginaryUnit), Node(.variable(t))))
    }
    tails = Tails(body.replacing(split), by: v, variables: re + im + [v])
  }

  /// The point where the tail is cut, and a ball whose upper end bounds the tail beyond it for all
  /// values of the parameters.
  func cut(
    towards side: Decay.Side, past end: Ball?, _ parameters: [ComplexBall], precision: Int,
    below target: Rational
  ) throws -> (point: Rational, bound: Ball) {
    try tails.cut(
      towards: side, past: end, parameters.map(\.re) + parameters.map(\.im), precision: precision,
      below: target)
  }
}

extension Node {
  /// Whether everything that depends on `v` and on another variable is built by operations that are
  /// holomorphic but for poles.
  ///
  /// No ball is computed beyond a cut, so the tree must tell. A rule bounds a quotient only where
  /// its divisor has no zero, and Γ only right of its poles. What does not depend on `v` is
  /// the same on both sides of the cut, and seen to be holomorphic on the inner one.
  fileprivate func isHolomorphicFarOut(by v: Variable) -> Bool {
    let variables = freeVariables
    guard variables.contains(v), variables.count > 1 else { return !contains(\.isIntegral) }
    switch kind {
    case .variable, .constant, .pi, .imaginaryUnit, .add, .subtract, .multiply, .divide, .negate:
      break
    case .power(_, let n):
      guard n.rationalValue.flatMap({ Int(exactly: $0) }) != nil else { return false }
    case .apply(let f, _):
      switch f {
      case .exp, .sin, .cos, .sinh, .cosh, .gamma: break
      default: return false
      }
    case .larger, .smaller, .integral: return false
    }
    return children.allSatisfy { $0.isHolomorphicFarOut(by: v) }
  }
}
