import MathCore

// The dotted comparisons: they state, plain ones decide. On formulas they make a `Law`, on numbers
// a `Relation`; between vectors, matrices and arrays they compare entry by entry (a precondition
// failure when the shapes differ).

/// States that `a` equals `b`.
public func .== (a: Formula, b: Formula) -> Law {
  Law(conclusions: [Comparison(a.node, .equal, b.node)])
}

public func .== (a: [Formula], b: [Formula]) -> Law { entrywise(a, .equal, b) }

public func .== (a: Vector<Formula>, b: Vector<Formula>) -> Law {
  entrywise(Array(a), .equal, Array(b))
}

public func .== <S: Field>(a: S, b: S) -> Relation<S> { Relation(a, .equal, b) }

public func .== <S: Field>(a: [S], b: [S]) -> Relation<S> { Relation(each: a, .equal, b) }

public func .== <S: Field>(a: Vector<S>, b: Vector<S>) -> Relation<S> {
  Relation(each: a, .equal, b)
}

public func .== (a: Matrix<Formula>, b: Matrix<Formula>) -> Law {
  checkShapes(a, b)
  return entrywise(a.entries, .equal, b.entries)
}

public func .== <S: Field>(a: Matrix<S>, b: Matrix<S>) -> Relation<S> {
  checkShapes(a, b)
  return Relation(each: a.entries, .equal, b.entries)
}

func checkShapes<S: Field>(_ a: Matrix<S>, _ b: Matrix<S>) {
  require(
    a.rows == b.rows && a.columns == b.columns,
    "a \(a.rows)×\(a.columns) matrix cannot be compared with a \(b.rows)×\(b.columns) one")
}

/// States that `a` is at most `b`.
public func .<= (a: Formula, b: Formula) -> Law {
  Law(conclusions: [Comparison(a.node, .lessOrEqual, b.node)])
}

public func .<= (a: [Formula], b: [Formula]) -> Law { entrywise(a, .lessOrEqual, b) }

public func .<= (a: Vector<Formula>, b: Vector<Formula>) -> Law {
  entrywise(Array(a), .lessOrEqual, Array(b))
}

public func .<= <S: Field>(a: S, b: S) -> Relation<S> { Relation(a, .lessOrEqual, b) }

public func .<= <S: Field>(a: [S], b: [S]) -> Relation<S> { Relation(each: a, .lessOrEqual, b) }

public func .<= <S: Field>(a: Vector<S>, b: Vector<S>) -> Relation<S> {
  Relation(each: a, .lessOrEqual, b)
}

/// States that `a` is less than `b`.
public func .< (a: Formula, b: Formula) -> Law {
  Law(conclusions: [Comparison(a.node, .less, b.node)])
}

public func .< (a: [Formula], b: [Formula]) -> Law { entrywise(a, .less, b) }

public func .< (a: Vector<Formula>, b: Vector<Formula>) -> Law {
  entrywise(Array(a), .less, Array(b))
}

public func .< <S: Field>(a: S, b: S) -> Relation<S> { Relation(a, .less, b) }

public func .< <S: Field>(a: [S], b: [S]) -> Relation<S> { Relation(each: a, .less, b) }

public func .< <S: Field>(a: Vector<S>, b: Vector<S>) -> Relation<S> {
  Relation(each: a, .less, b)
}

/// States that `a` is at least `b`.
public func .>= (a: Formula, b: Formula) -> Law {
  Law(conclusions: [Comparison(a.node, .greaterOrEqual, b.node)])
}

public func .>= (a: [Formula], b: [Formula]) -> Law { entrywise(a, .greaterOrEqual, b) }

public func .>= (a: Vector<Formula>, b: Vector<Formula>) -> Law {
  entrywise(Array(a), .greaterOrEqual, Array(b))
}

public func .>= <S: Field>(a: S, b: S) -> Relation<S> { Relation(a, .greaterOrEqual, b) }

public func .>= <S: Field>(a: [S], b: [S]) -> Relation<S> { Relation(each: a, .greaterOrEqual, b) }

public func .>= <S: Field>(a: Vector<S>, b: Vector<S>) -> Relation<S> {
  Relation(each: a, .greaterOrEqual, b)
}

/// States that `a` is greater than `b`.
public func .> (a: Formula, b: Formula) -> Law {
  Law(conclusions: [Comparison(a.node, .greater, b.node)])
}

public func .> (a: [Formula], b: [Formula]) -> Law { entrywise(a, .greater, b) }

public func .> (a: Vector<Formula>, b: Vector<Formula>) -> Law {
  entrywise(Array(a), .greater, Array(b))
}

public func .> <S: Field>(a: S, b: S) -> Relation<S> { Relation(a, .greater, b) }

public func .> <S: Field>(a: [S], b: [S]) -> Relation<S> { Relation(each: a, .greater, b) }

public func .> <S: Field>(a: Vector<S>, b: Vector<S>) -> Relation<S> {
  Relation(each: a, .greater, b)
}

private func entrywise(_ a: [Formula], _ sign: RelationSign, _ b: [Formula]) -> Law {
  require(a.count == b.count, "\(a.count) entries cannot be compared with \(b.count)")
  return Law(conclusions: zip(a, b).map { Comparison($0.node, sign, $1.node) })
}
