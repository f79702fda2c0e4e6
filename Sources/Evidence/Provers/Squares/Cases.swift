import MathCore

/// A comparison with maxima, minima and moduli taken apart: where a ≥ b, max(a, b) is a. A point
/// lies in at least one of the cases, so what holds in each of them holds.
struct Case {
  var comparison: Comparison
  /// What tells the case from the others, and the law's own hypotheses.
  var hypotheses: [Comparison]

  /// - Returns: the case itself if there is nothing to take apart; at most `limit` cases, or none.
  static func all(of comparison: Comparison, under hypotheses: [Comparison]) -> [Case] {
    var open = [Case(comparison: comparison, hypotheses: hypotheses)]
    var closed: [Case] = []
    while let next = open.popLast() {
      guard let split = next.split else {
        closed.append(next)
        continue
      }
      open += split
      guard open.count + closed.count <= limit else { return [] }
    }
    return closed
  }

  private static let limit = 32

  private var split: [Case]? {
    let nodes = ([comparison] + hypotheses).flatMap { [$0.left, $0.right] }
    for node in nodes {
      guard let choice = node.innermost(where: { Self.choices(of: $0) != nil }),
        let choices = Self.choices(of: choice)
      else { continue }
      return choices.map { condition, value in
        func taken(_ comparison: Comparison) -> Comparison {
          Comparison(
            comparison.left.replacing(choice, by: value), comparison.relation,
            comparison.right.replacing(choice, by: value))
        }
        return Case(comparison: taken(comparison), hypotheses: hypotheses.map(taken) + [condition])
      }
    }
    return nil
  }

  /// What a maximum, a minimum or a modulus is, and where.
  private static func choices(of node: Node) -> [(Comparison, Node)]? {
    switch node.kind {
    case .larger(let a, let b):
      [(Comparison(a, .greaterOrEqual, b), a), (Comparison(b, .greaterOrEqual, a), b)]
    case .smaller(let a, let b):
      [(Comparison(a, .lessOrEqual, b), a), (Comparison(b, .lessOrEqual, a), b)]
    case .apply(.abs, let a) where !a.mayBeComplex:
      [
        (Comparison(a, .greaterOrEqual, .zero), a),
        (Comparison(a, .lessOrEqual, .zero), .negation(a)),
      ]
    default: nil
    }
  }
}

extension Node {
  /// A node below this one, or itself, that satisfies a condition which nothing below it does; not
  /// within integrals, whose variable is bound.
  func innermost(where condition: (Node) -> Bool) -> Node? {
    guard !isIntegral else { return nil }
    for child in children {
      if let found = child.innermost(where: condition) { return found }
    }
    return condition(self) ? self : nil
  }

  func replacing(_ target: Node, by value: Node) -> Node {
    if self == target { return value }
    return isIntegral ? self : mappingChildren { $0.replacing(target, by: value) }
  }
}
