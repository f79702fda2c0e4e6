// Γ and its relatives, enclosed, for real and complex balls. (Γ, log Γ and ψ of real balls stand
// with the other functions of `Ball`.)

/// ψ′ for real x, the derivative of ``digamma(_:)-(Ball)``; not finite where `x` contains a pole.
@_disfavoredOverload
public func trigamma(_ x: Ball) -> Ball { .polygamma(1, x) }

/// Contains Γ(z) for every z in the box; not finite where it contains a pole (0, −1, −2, …).
@_disfavoredOverload
public func gamma(_ z: Complex<Ball>) -> Complex<Ball> { Complex(ComplexBall.gamma(z.ball)) }

/// Contains log Γ(z): the continuation of the real one along paths that avoid the negative reals,
/// where it has its cut (it is **not** the principal logarithm of Γ). On the cut it continues the
/// values above; a box that meets the cut from both sides gets a ball that contains both.
@_disfavoredOverload
public func logGamma(_ z: Complex<Ball>) -> Complex<Ball> { Complex(ComplexBall.logGamma(z.ball)) }

/// Contains ψ(z) = Γ′(z)/Γ(z); not finite where the box contains a pole.
@_disfavoredOverload
public func digamma(_ z: Complex<Ball>) -> Complex<Ball> { Complex(ComplexBall.digamma(z.ball)) }

/// Contains ψ′(z); not finite where the box contains a pole.
@_disfavoredOverload
public func trigamma(_ z: Complex<Ball>) -> Complex<Ball> {
  Complex(ComplexBall.polygamma(1, z.ball))
}

extension Complex where S == Ball {
  init(_ ball: ComplexBall) { self.init(ball.re, ball.im) }

  var ball: ComplexBall { ComplexBall(re, im) }
}
