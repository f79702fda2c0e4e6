import MathCore

// The dotted comparisons of numbers once more, for the types that articles compare with literals.
// They state nothing that the generic ones do not. But the standard library has more than a hundred
// operators of each of these names, for SIMD vectors, and beside a literal like `[6/5, 4/3]` the
// type checker goes through all of them with every number type, unless one choice names its types.
// (Measured in solver scopes: 291 548 without for `.exact(x .== [6/5, 4/3])`, 54 with them.) They
// are disfavoured so that literals on both sides mean formulas, as before.

@_disfavoredOverload
public func .== (a: Rational, b: Rational) -> Relation<Rational> { Relation(a, .equal, b) }

@_disfavoredOverload
public func .== (a: Ball, b: Ball) -> Relation<Ball> { Relation(a, .equal, b) }

@_disfavoredOverload
public func .== (a: Double, b: Double) -> Relation<Double> { Relation(a, .equal, b) }

@_disfavoredOverload
public func .== (a: [Rational], b: [Rational]) -> Relation<Rational> {
  Relation(each: a, .equal, b)
}

@_disfavoredOverload
public func .== (a: Vector<Rational>, b: Vector<Rational>) -> Relation<Rational> {
  Relation(each: a, .equal, b)
}

@_disfavoredOverload
public func .== (a: Vector<Ball>, b: Vector<Ball>) -> Relation<Ball> {
  Relation(each: a, .equal, b)
}

@_disfavoredOverload
public func .== (a: Vector<Double>, b: Vector<Double>) -> Relation<Double> {
  Relation(each: a, .equal, b)
}

@_disfavoredOverload
public func .== (a: Matrix<Rational>, b: Matrix<Rational>) -> Relation<Rational> {
  checkShapes(a, b)
  return Relation(each: a.entries, .equal, b.entries)
}

@_disfavoredOverload
public func .<= (a: Rational, b: Rational) -> Relation<Rational> { Relation(a, .lessOrEqual, b) }

@_disfavoredOverload
public func .<= (a: Ball, b: Ball) -> Relation<Ball> { Relation(a, .lessOrEqual, b) }

@_disfavoredOverload
public func .<= (a: Double, b: Double) -> Relation<Double> { Relation(a, .lessOrEqual, b) }

@_disfavoredOverload
public func .<= (a: [Rational], b: [Rational]) -> Relation<Rational> {
  Relation(each: a, .lessOrEqual, b)
}

@_disfavoredOverload
public func .<= (a: Vector<Rational>, b: Vector<Rational>) -> Relation<Rational> {
  Relation(each: a, .lessOrEqual, b)
}

@_disfavoredOverload
public func .<= (a: Vector<Ball>, b: Vector<Ball>) -> Relation<Ball> {
  Relation(each: a, .lessOrEqual, b)
}

@_disfavoredOverload
public func .<= (a: Vector<Double>, b: Vector<Double>) -> Relation<Double> {
  Relation(each: a, .lessOrEqual, b)
}

@_disfavoredOverload
public func .< (a: Rational, b: Rational) -> Relation<Rational> { Relation(a, .less, b) }

@_disfavoredOverload
public func .< (a: Ball, b: Ball) -> Relation<Ball> { Relation(a, .less, b) }

@_disfavoredOverload
public func .< (a: Double, b: Double) -> Relation<Double> { Relation(a, .less, b) }

@_disfavoredOverload
public func .< (a: [Rational], b: [Rational]) -> Relation<Rational> { Relation(each: a, .less, b) }

@_disfavoredOverload
public func .< (a: Vector<Rational>, b: Vector<Rational>) -> Relation<Rational> {
  Relation(each: a, .less, b)
}

@_disfavoredOverload
public func .< (a: Vector<Ball>, b: Vector<Ball>) -> Relation<Ball> { Relation(each: a, .less, b) }

@_disfavoredOverload
public func .< (a: Vector<Double>, b: Vector<Double>) -> Relation<Double> {
  Relation(each: a, .less, b)
}

@_disfavoredOverload
public func .>= (a: Rational, b: Rational) -> Relation<Rational> { Relation(a, .greaterOrEqual, b) }

@_disfavoredOverload
public func .>= (a: Ball, b: Ball) -> Relation<Ball> { Relation(a, .greaterOrEqual, b) }

@_disfavoredOverload
public func .>= (a: Double, b: Double) -> Relation<Double> { Relation(a, .greaterOrEqual, b) }

@_disfavoredOverload
public func .>= (a: [Rational], b: [Rational]) -> Relation<Rational> {
  Relation(each: a, .greaterOrEqual, b)
}

@_disfavoredOverload
public func .>= (a: Vector<Rational>, b: Vector<Rational>) -> Relation<Rational> {
  Relation(each: a, .greaterOrEqual, b)
}

@_disfavoredOverload
public func .>= (a: Vector<Ball>, b: Vector<Ball>) -> Relation<Ball> {
  Relation(each: a, .greaterOrEqual, b)
}

@_disfavoredOverload
public func .>= (a: Vector<Double>, b: Vector<Double>) -> Relation<Double> {
  Relation(each: a, .greaterOrEqual, b)
}

@_disfavoredOverload
public func .> (a: Rational, b: Rational) -> Relation<Rational> { Relation(a, .greater, b) }

@_disfavoredOverload
public func .> (a: Ball, b: Ball) -> Relation<Ball> { Relation(a, .greater, b) }

@_disfavoredOverload
public func .> (a: Double, b: Double) -> Relation<Double> { Relation(a, .greater, b) }

@_disfavoredOverload
public func .> (a: [Rational], b: [Rational]) -> Relation<Rational> {
  Relation(each: a, .greater, b)
}

@_disfavoredOverload
public func .> (a: Vector<Rational>, b: Vector<Rational>) -> Relation<Rational> {
  Relation(each: a, .greater, b)
}

@_disfavoredOverload
public func .> (a: Vector<Ball>, b: Vector<Ball>) -> Relation<Ball> {
  Relation(each: a, .greater, b)
}

@_disfavoredOverload
public func .> (a: Vector<Double>, b: Vector<Double>) -> Relation<Double> {
  Relation(each: a, .greater, b)
}
