import MathCore

/// A statement about computed numbers: comparisons that keep both sides, so that a check always has
/// residual and tolerance. `x .<= y` is a `Relation`; `x <= y` is a `Bool`, which no check takes.
public struct Relation<S: Field>: Sendable {
  package struct Side: Sendable {
    package var left: S
    package var relation: RelationSign
    package var right: S
  }

  /// Comparisons that are stated where some others hold.
  package struct Clause: Sendable {
    package var conclusions: [Side]
    package var hypotheses: [Side]
  }

  /// Each keeps its own hypotheses, so that one which is false silences no other.
  package var clauses: [Clause]

  package init(_ sides: [Side], hypotheses: [Side] = []) {
    clauses = sides.isEmpty ? [] : [Clause(conclusions: sides, hypotheses: hypotheses)]
  }

  package init(_ left: S, _ relation: RelationSign, _ right: S) {
    self.init([Side(left: left, relation: relation, right: right)])
  }

  package init<A: Collection, B: Collection>(each left: A, _ relation: RelationSign, _ right: B)
  where A.Element == S, B.Element == S {
    require(
      left.count == right.count,
      "\(left.count) entries cannot be compared with \(right.count)")
    self.init(zip(left, right).map { Side(left: $0, relation: relation, right: $1) })
  }

  /// Both relations.
  public static func && (a: Relation, b: Relation) -> Relation {
    var both = a
    both.clauses += b.clauses
    return both
  }

  /// The relation, stated only where `hypothesis` holds.
  public func given(_ hypothesis: Relation) -> Relation {
    require(
      hypothesis.clauses.allSatisfy(\.hypotheses.isEmpty),
      "a hypothesis has no hypotheses of its own")
    var restricted = self
    for index in clauses.indices {
      restricted.clauses[index].hypotheses += hypothesis.conclusions
    }
    return restricted
  }

  package var conclusions: [Side] { clauses.flatMap(\.conclusions) }

  package var hypotheses: [Side] { clauses.flatMap(\.hypotheses) }

  package var isEquality: Bool { conclusions.allSatisfy { $0.relation == .equal } }
}

/// What `statement` says of every element.
public func all<C: Sequence, S: Field>(
  _ elements: C, _ statement: (C.Element) -> Relation<S>
) -> Relation<S> {
  elements.map(statement).reduce(Relation([])) { $0 && $1 }
}

/// What `statement` says of every element, as a law.
public func all<C: Sequence>(_ elements: C, _ statement: (C.Element) -> Law) -> Law {
  elements.map(statement).reduce(Law(conclusions: [])) { $0 && $1 }
}
