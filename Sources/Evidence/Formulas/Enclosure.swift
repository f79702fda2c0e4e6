// The value of a formula without variables, enclosed: what a page prints of it.

import MathCore

extension Formula {
  /// A ball that contains the value of a real formula, integrals with their tails included; not
  /// finite where it has no value.
  ///
  /// - Parameter precision: bits of the arithmetic; the ball may be wider than that suggests.
  /// - Precondition: the formula has no free variables and is not complex.
  public func enclosure(precision: Int = Ball.defaultPrecision) -> Ball {
    require(!node.mayBeComplex, "the value of \(tex) is complex; use complexEnclosure()")
    return complexEnclosure(precision: precision).re
  }

  /// A rectangle that contains the value of a formula; not finite where it has no value.
  ///
  /// - Precondition: the formula has no free variables.
  public func complexEnclosure(precision: Int = Ball.defaultPrecision) -> Complex<Ball> {
    let names = node.freeVariables.map(\.name).joined(separator: ", ")
    require(names.isEmpty, "\(tex) has no single value: it depends on \(names)")
    let tape = Tape([node], variables: [])
    let value =
      node.needsComplexArithmetic
      ? try? tape.evaluate([ComplexBall](), precision: precision)[0]
      : try? ComplexBall(tape.evaluate([Ball](), precision: precision)[0])
    let ball = value ?? .indeterminate(precision: precision)
    return Complex(ball.re, ball.im)
  }
}
