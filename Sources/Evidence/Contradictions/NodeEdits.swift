import MathCore

// Formulas with one place changed: what a slip of the pen makes of them.

extension Node {
  /// The formulas that arise when `change` is made at one place, outer places of the same branch
  /// first; at most `limit` of them.
  ///
  /// - Parameter change: the node that takes another's place, or `nil` to leave that one alone.
  func edits(limit: Int, _ change: (Node) -> Node?) -> [Node] {
    var found: [Node] = []
    var visits = Node.editVisits
    collectEdits(limit, change, &visits, &found) { $0 }
    return found
  }

  /// Places that a search for edits looks at: shared subtrees are as many places as they have uses.
  private static let editVisits = 2_000

  private func collectEdits(
    _ limit: Int, _ change: (Node) -> Node?, _ visits: inout Int, _ found: inout [Node],
    _ rebuild: (Node) -> Node
  ) {
    guard found.count < limit, visits > 0 else { return }
    visits -= 1
    if let changed = change(self) { found.append(rebuild(changed)) }
    for (index, child) in children.enumerated() {
      child.collectEdits(limit, change, &visits, &found) {
        rebuild(replacing(child: index, by: $0))
      }
    }
  }

  /// The node with the operand of this number replaced.
  func replacing(child index: Int, by node: Node) -> Node {
    var number = -1
    return mappingChildren { child in
      number += 1
      return number == index ? node : child
    }
  }
}

/// The slips that are tried, each as a change of one node.
enum Slip: CaseIterable {
  case sign, droppedTerm, literal, divisor, index, order, extreme

  var why: String {
    switch self {
    case .sign: "a sign flipped"
    case .droppedTerm: "a term dropped"
    case .literal: "a number off by one"
    case .divisor: "a divisor less by one"
    case .index: "an index shifted"
    case .order: "a quotient turned over"
    case .extreme: "max and min exchanged"
    }
  }

  /// - Parameter siblings: the next variable of the same family, where a family has several.
  func change(_ node: Node, siblings: [Variable: Variable]) -> Node? {
    switch (self, node.kind) {
    case (.sign, .add(let a, let b)): Node(.subtract(a, b))
    case (.sign, .subtract(let a, let b)): Node(.add(a, b))
    case (.sign, .negate(let a)): a
    case (.droppedTerm, .add(let a, _)), (.droppedTerm, .subtract(let a, _)): a
    case (.literal, .constant(let value)): .constant(value + value.unitOfNumerator)
    case (.divisor, .divide(let a, let b)):
      b.isConstant.flatMap { $0.isInteger && $0 >= 2 ? Node(.divide(a, .constant($0 - 1))) : nil }
    case (.index, .variable(let v)): siblings[v].map { Node(.variable($0)) }
    case (.order, .divide(let a, let b)): Node(.divide(b, a))
    case (.extreme, .larger(let a, let b)): Node(.smaller(a, b))
    case (.extreme, .smaller(let a, let b)): Node(.larger(a, b))
    default: nil
    }
  }
}

extension Rational {
  /// What one more in the numerator comes to.
  fileprivate var unitOfNumerator: Rational { 1 / denominatorValue }
}
