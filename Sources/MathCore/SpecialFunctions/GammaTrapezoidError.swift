// The error of the trapezoidal rule for Γ, exactly, and what bounds it: how fast |Γ| decays on a
// vertical line.

/// A bound of |Γ(σ + iy)| from the value at y₀: |Γ(σ + iy₀)| e^{−(y − y₀) arctan(y₀/σ)}, for
/// σ > 0 and y ≥ y₀ ≥ 0.
///
/// Because ∂/∂y log|Γ(σ + iy)| = −Σₙ y/((n + σ)² + y²) ≤ −∫_σ^∞ y/(t² + y²) dt = −arctan(y/σ),
/// and arctan(y/σ) does not decrease. Not finite unless the balls certainly satisfy this.
public func gammaDecayBound(_ sigma: Ball, from start: Ball, to y: Ball) -> Ball {
  let isDomain =
    sigma.isCertainlyPositive && start.isCertainlyNonNegative && start.isCertainlyAtMost(y)
  guard isDomain else { return .indeterminate(precision: sigma.precision) }
  return gamma(Complex(sigma, start)).modulus * Ball.exp((start - y) * Ball.atan(start / sigma))
}

/// Contains the error of the trapezoidal rule, ``gammaTrapezoid(_:step:)`` minus Γ(z), which is
/// Σ_{k ≠ 0} Γ(z + 2πik/h): `images` pairs of terms, and the bound of the rest in the radius.
///
/// Not finite unless Re z is certainly positive and |Im z| < 2π(images + 1)/h.
///
/// - Precondition: `step` is positive, `images >= 0`.
public func gammaTrapezoidError(
  _ z: Complex<Ball>, step: Rational, images: Int = 2
) -> Complex<Ball> {
  require(step > 0, "a step of \(step) in a trapezoidal sum")
  require(images >= 0, "\(images) pairs of images")
  let precision = Swift.max(z.re.precision, z.im.precision)
  let zero = Ball(0, precision: precision)
  var sum = Complex(zero, zero)
  for k in 0..<images {
    let shift = Complex(zero, period(step, precision) * Ball(k + 1))
    sum += gamma(z + shift) + gamma(z - shift)
  }
  guard let most = imagesBound(z, step, from: images + 1).upper else {
    return .indeterminate(precision: precision)
  }
  let spread = Ball(lower: -most, upper: most, precision: precision)
  return Complex(sum.re + spread, sum.im + spread)
}

/// Bounds |``gammaTrapezoid(_:step:)`` − Γ(z)|: the sum of the moduli of all images, by a
/// geometric series from the first. For real z it is 2|Γ(z + 2πi/h)|(1 + a little).
///
/// Not finite unless Re z is certainly positive and |Im z| < 2π/h.
///
/// - Precondition: `step` is positive.
public func gammaTrapezoidErrorBound(_ z: Complex<Ball>, step: Rational) -> Ball {
  require(step > 0, "a step of \(step) in a trapezoidal sum")
  return imagesBound(z, step, from: 1)
}

/// Σ_{|k| ≥ first} |Γ(z + 2πik/h)|, bounded on both sides.
private func imagesBound(_ z: Complex<Ball>, _ step: Rational, from first: Int) -> Ball {
  let precision = Swift.max(z.re.precision, z.im.precision)
  let distance = period(step, precision)
  let sides = [z.im, -z.im].map { height in
    let start = height + Ball(first) * distance
    guard z.re.isCertainlyPositive, start.isCertainlyPositive else {
      return Ball.indeterminate(precision: precision)
    }
    let ratio = Ball.exp(-distance * Ball.atan(start / z.re))
    return gamma(Complex(z.re, start)).modulus / (1 - ratio)
  }
  return sides[0] + sides[1]
}

private func period(_ step: Rational, _ precision: Int) -> Ball {
  Ball(2) * Ball.pi(precision: precision) / Ball(step, precision: precision)
}

/// The trapezoidal rule with N points for the n-th Fourier coefficient of a 2π-periodic f:
/// (1/N) Σⱼ f(2πj/N) e^{−2πijn/N}.
///
/// Its value is the sum of aliases Σₘ c_{n + mN}, **not** cₙ alone: for an enclosure of cₙ add a
/// bound of the others. For f(ω) = exp(−e^{iω}), cₙ = (−1)ⁿ/n! for n ≥ 0 and 0 for n < 0.
///
/// - Precondition: `points >= 1`.
public func fourierCoefficient(
  _ n: Int, points: Int, precision: Int = Ball.defaultPrecision, _ f: (Ball) -> Complex<Ball>
) -> Complex<Ball> {
  require(points >= 1, "a Fourier coefficient from \(points) points")
  let circle = Ball(2) * Ball.pi(precision: precision)
  var sum = Complex<Ball>(Ball(0, precision: precision), Ball(0, precision: precision))
  for j in 0..<points {
    let turns = Rational(j, points)
    // Whole turns do not matter.
    let phase = turns * Rational(n) - (turns * Rational(n)).floor
    let angle = circle * Ball(phase, precision: precision)
    sum +=
      f(circle * Ball(turns, precision: precision)) * Complex(Ball.cos(angle), -Ball.sin(angle))
  }
  return sum.scaled(by: Ball(Rational(1, points), precision: precision))
}
