import MathCore

/// A statement about formulas: under some hypotheses, some comparisons hold, for every value of
/// the free variables in their spans. A law is a value; it decides nothing.
///
/// Laws are made by the dotted comparisons and joined by `&&`:
///
/// ```swift
/// let monotone = (f(u) .<= f(v)).given(u .<= v)
/// ```
public struct Law: Sendable, CustomStringConvertible {
  package var hypotheses: [Comparison]
  package var conclusions: [Comparison]

  package init(hypotheses: [Comparison] = [], conclusions: [Comparison]) {
    self.hypotheses = hypotheses
    self.conclusions = conclusions
  }

  /// The law restricted to where `hypothesis` holds too.
  public func given(_ hypothesis: Law) -> Law {
    require(hypothesis.hypotheses.isEmpty, "a hypothesis has no hypotheses of its own")
    return Law(hypotheses: hypotheses + hypothesis.conclusions, conclusions: conclusions)
  }

  /// Both laws.
  ///
  /// - Precondition: they have the same hypotheses, because those of one would restrict the other.
  public static func && (a: Law, b: Law) -> Law {
    if a.conclusions.isEmpty { return b }
    if b.conclusions.isEmpty { return a }
    require(
      Set(a.hypotheses) == Set(b.hypotheses),
      "two laws with different hypotheses cannot be joined; state each in a part of its own, or "
        + "write (a && b).given(hypothesis)")
    return Law(hypotheses: a.hypotheses, conclusions: a.conclusions + b.conclusions)
  }

  /// The statement as TeX: what the check is about.
  public var tex: String {
    let conclusion = conclusions.map(\.tex).joined(separator: ",\\quad ")
    guard !hypotheses.isEmpty else { return conclusion }
    let hypothesis = hypotheses.map(\.tex).joined(separator: ",\\ ")
    return "\(conclusion) \\quad\\text{if } \(hypothesis)"
  }

  public var description: String { tex }

  package var nodes: [Node] { (hypotheses + conclusions).flatMap { [$0.left, $0.right] } }

  /// - Precondition: no two of them have the same name, because the page could not tell them apart.
  package var freeVariables: [Variable] {
    let variables = Set(nodes.flatMap(\.freeVariables)).sorted { $0.order < $1.order }
    var names: Set<String> = []
    for variable in variables {
      require(
        names.insert(variable.name).inserted,
        "two different variables of a law are both called \(variable.name)")
    }
    return variables
  }

  /// Whether both sides of every conclusion are the same, up to the order and the grouping of sums
  /// and products: then a check tests nothing.
  package var isTautology: Bool {
    conclusions.allSatisfy { CommutedForm.areSame($0.left, $0.right) }
  }

  package var isEquality: Bool { conclusions.allSatisfy { $0.relation == .equal } }

  /// The law with = in place of every relation.
  var asEqualities: Law {
    Law(
      hypotheses: hypotheses, conclusions: conclusions.map { Comparison($0.left, .equal, $0.right) }
    )
  }

  package var mayBeComplex: Bool { nodes.contains(where: \.mayBeComplex) }
}

/// One comparison of two formulas.
package struct Comparison: Hashable, Sendable {
  package var left: Node
  package var relation: RelationSign
  package var right: Node

  package init(_ left: Node, _ relation: RelationSign, _ right: Node) {
    self.left = left
    self.relation = relation
    self.right = right
  }

  package var freeVariables: [Variable] { left.freeVariables + right.freeVariables }

  package var tex: String {
    "\(TeXPrinter.print(left)) \(relation.tex) \(TeXPrinter.print(right))"
  }

  /// `right − left` for ≤ and <, `left − right` for ≥ and >: what must not be negative.
  package var slack: Node {
    switch relation {
    case .lessOrEqual, .less, .equal: .difference(right, left)
    case .greaterOrEqual, .greater: .difference(left, right)
    }
  }
}

/// The relations that a law or a relation may state.
package enum RelationSign: String, Hashable, Sendable {
  case equal = "="
  case lessOrEqual = "≤"
  case less = "<"
  case greaterOrEqual = "≥"
  case greater = ">"

  package var tex: String {
    switch self {
    case .equal: "="
    case .lessOrEqual: "\\le"
    case .less: "<"
    case .greaterOrEqual: "\\ge"
    case .greater: ">"
    }
  }

  package var isStrict: Bool { self == .less || self == .greater }
}
