import MathCore

/// The tree behind a `Formula`: immutable, shared, compared by structure.
///
/// The tree keeps what the author wrote (a difference stays a difference), because it is printed;
/// provers bring it into forms of their own. A node's hash is computed once.
package final class Node: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case constant(Rational)
    case pi
    case imaginaryUnit
    case variable(Variable)
    case add(Node, Node)
    case subtract(Node, Node)
    case multiply(Node, Node)
    case divide(Node, Node)
    case negate(Node)
    case power(Node, Node)
    case apply(Function, Node)
    case larger(Node, Node)
    case smaller(Node, Node)
    /// The integral of the first node by the variable between two bounds (`nil`: infinite).
    case integral(Node, Variable, Node?, Node?)
  }

  package let kind: Kind
  private let hash: Int

  package init(_ kind: Kind) {
    self.kind = kind
    var hasher = Hasher()
    hasher.combine(kind)
    hash = hasher.finalize()
  }

  package static func == (a: Node, b: Node) -> Bool {
    a === b || (a.hash == b.hash && a.kind == b.kind)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// The operands, in order.
  package var children: [Node] {
    switch kind {
    case .constant, .pi, .imaginaryUnit, .variable: []
    case .negate(let a), .apply(_, let a): [a]
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
      .divide(let a, let b), .power(let a, let b), .larger(let a, let b), .smaller(let a, let b):
      [a, b]
    case .integral(let body, _, let from, let to): [body] + [from, to].compactMap { $0 }
    }
  }

  /// The node with its operands changed, one after the other.
  package func mappingChildren(_ change: (Node) -> Node) -> Node {
    switch kind {
    case .constant, .pi, .imaginaryUnit, .variable: self
    case .add(let a, let b): Node(.add(change(a), change(b)))
    case .subtract(let a, let b): Node(.subtract(change(a), change(b)))
    case .multiply(let a, let b): Node(.multiply(change(a), change(b)))
    case .divide(let a, let b): Node(.divide(change(a), change(b)))
    case .negate(let a): Node(.negate(change(a)))
    case .power(let a, let b): Node(.power(change(a), change(b)))
    case .apply(let f, let a): Node(.apply(f, change(a)))
    case .larger(let a, let b): Node(.larger(change(a), change(b)))
    case .smaller(let a, let b): Node(.smaller(change(a), change(b)))
    case .integral(let body, let variable, let from, let to):
      Node(.integral(change(body), variable, from.map(change), to.map(change)))
    }
  }

  /// The variables that are free, in the order in which the author declared them.
  package var freeVariables: [Variable] {
    var seen: Set<Node> = []
    var found: Set<Variable> = []
    func visit(_ node: Node, bound: Set<Variable>) {
      guard !bound.isEmpty || seen.insert(node).inserted else { return }
      switch node.kind {
      case .variable(let v): if !bound.contains(v) { found.insert(v) }
      case .integral(let body, let v, let from, let to):
        visit(body, bound: bound.union([v]))
        for limit in [from, to] { if let limit { visit(limit, bound: bound) } }
      default: for child in node.children { visit(child, bound: bound) }
      }
    }
    visit(self, bound: [])
    return found.sorted { $0.order < $1.order }
  }

  /// Whether the node or anything below it satisfies a condition.
  package func contains(_ condition: (Node) -> Bool) -> Bool {
    condition(self) || children.contains { $0.contains(condition) }
  }

  package var isIntegral: Bool {
    if case .integral = kind { true } else { false }
  }

  package var isConstant: Rational? {
    if case .constant(let value) = kind { value } else { nil }
  }

  /// The exact rational value of a node built from constants by field operations and integer
  /// powers.
  package var rationalValue: Rational? {
    if let value = isConstant { return value }
    guard freeVariables.isEmpty else { return nil }
    return try? Tape([self], variables: []).evaluate([Rational](), precision: 0).first
  }
}

/// The functions that a formula may apply.
package enum Function: Hashable, Sendable {
  case exp, log, sqrt, abs, sin, cos, tan, sinh, cosh, tanh, atan, erf
  case gamma, logGamma
  /// ψ⁽ᵏ⁾; ψ⁽⁰⁾ is the digamma function.
  case polygamma(Int)
  case realPart, imaginaryPart
}
