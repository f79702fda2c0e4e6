import MathCore
import Records

/// Damaged versions of a law, chosen by the engine: what a slip of the pen would make of it. A check
/// of the law must notice them.
package enum LawDamage {
  /// Tries the damages of a law with the check that the law itself went through. Versions that are
  /// the same law written differently are left out.
  package static func mutants(of law: Law, _ trial: (Law) -> Trial) -> [EngineMutant] {
    guard !law.isTautology else { return [] }
    return damages(of: law).map { damage in
      EngineMutant(why: damage.why, statement: damage.law.tex, trial: trial(damage.law))
    }
  }

  private struct Damage {
    var why: String
    var law: Law
  }

  private static func damages(of law: Law) -> [Damage] {
    guard let comparison = law.conclusions.last else { return [] }
    let kinds: [(String, (Node) -> Node?)] = [
      ("a sign flipped", flippingSign), ("a term dropped", droppingTerm),
      ("two variables swapped", swappingVariables),
    ]
    var list = kinds.compactMap { why, change -> Damage? in
      guard let damaged = damage(comparison, change) else { return nil }
      return Damage(why: why, law: replacing(law, by: damaged))
    }
    if let reversed = comparison.reversed {
      list.append(Damage(why: "the inequality reversed", law: replacing(law, by: reversed)))
    }
    return list
  }

  private static func replacing(_ law: Law, by comparison: Comparison) -> Law {
    Law(hypotheses: law.hypotheses, conclusions: law.conclusions.dropLast() + [comparison])
  }

  /// The change on the right side, or on the left where it changes nothing there.
  private static func damage(_ comparison: Comparison, _ change: (Node) -> Node?) -> Comparison? {
    for isRight in [true, false] {
      let side = isRight ? comparison.right : comparison.left
      guard let changed = change(side),
        !IdentityProver.proves(Comparison(side, .equal, changed))
      else { continue }
      return isRight
        ? Comparison(comparison.left, comparison.relation, changed)
        : Comparison(changed, comparison.relation, comparison.right)
    }
    return nil
  }

  /// The outermost sum becomes a difference, or the other way round.
  private static func flippingSign(_ node: Node) -> Node? {
    switch node.kind {
    case .add(let a, let b): Node(.subtract(a, b))
    case .subtract(let a, let b): Node(.add(a, b))
    case .negate(let a): a
    default: changingFirstChild(of: node, flippingSign)
    }
  }

  /// The outermost sum loses its last term.
  private static func droppingTerm(_ node: Node) -> Node? {
    switch node.kind {
    case .add(let a, _), .subtract(let a, _): a
    default: changingFirstChild(of: node, droppingTerm)
    }
  }

  /// The first two variables trade places.
  private static func swappingVariables(_ node: Node) -> Node? {
    let variables = node.freeVariables
    guard variables.count >= 2, variables[0].span == variables[1].span else { return nil }
    return node.replacing([
      variables[0]: Node(.variable(variables[1])), variables[1]: Node(.variable(variables[0])),
    ])
  }

  /// The node with the first child changed that can be.
  private static func changingFirstChild(
    of node: Node, _ change: (Node) -> Node?
  ) -> Node? {
    switch node.kind {
    case .multiply(let a, let b):
      if let a = change(a) { return Node(.multiply(a, b)) }
      return change(b).map { Node(.multiply(a, $0)) }
    case .divide(let a, let b):
      if let a = change(a) { return Node(.divide(a, b)) }
      return change(b).map { Node(.divide(a, $0)) }
    case .negate(let a): return change(a).map { Node(.negate($0)) }
    case .power(let a, let b): return change(a).map { Node(.power($0, b)) }
    case .apply(let f, let a): return change(a).map { Node(.apply(f, $0)) }
    default: return nil
    }
  }
}

extension Comparison {
  fileprivate var reversed: Comparison? {
    switch relation {
    case .equal: nil
    case .lessOrEqual: Comparison(left, .greaterOrEqual, right)
    case .less: Comparison(left, .greater, right)
    case .greaterOrEqual: Comparison(left, .lessOrEqual, right)
    case .greater: Comparison(left, .less, right)
    }
  }
}
