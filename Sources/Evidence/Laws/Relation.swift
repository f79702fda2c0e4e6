import MathCore

/// A statement about computed numbers: comparisons that keep both sides, so that a check always has
/// residual and tolerance. `x .<= y` is a `Relation`; `x <= y` is a `Bool`, which no check takes.
public struct Relation<S: Field>: Sendable {
  package struct Side: Sendable {
    package var left: S
    package var relation: RelationSign
    package var right: S
  }

  package var hypotheses: [Side]
  package var conclusions: [Side]

  package init(_ sides: [Side], hypotheses: [Side] = []) {
    conclusions = sides
    self.hypotheses = hypotheses
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
    Relation(a.conclusions + b.conclusions, hypotheses: a.hypotheses + b.hypotheses)
  }

  /// The relation, stated only where `hypothesis` holds.
  public func given(_ hypothesis: Relation) -> Relation {
    Relation(conclusions, hypotheses: hypotheses + hypothesis.conclusions)
  }

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
