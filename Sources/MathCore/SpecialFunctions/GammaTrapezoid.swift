// Γ as a Fourier transform, and the trapezoidal rule for it, whose error Poisson's summation
// formula gives exactly:
//
//     Γ(σ + iy) = ∫ e^{σu − e^u} e^{iyu} du,      h Σₖ f(kh) = Σₖ Γ(z + 2πik/h).
//
// (L. N. Trefethen, J. A. C. Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM
// Rev. 56 (2014).)

/// e^{σu − e^u}, whose Fourier transform in u is Γ(σ + iy), σ > 0.
public func gammaFourierDensity<S: Elementary>(_ sigma: S, _ u: S) -> S {
  S.exp(sigma * u - S.exp(u))
}

/// h Σₖ f(kh) for k in a finite range.
///
/// - Precondition: `step` is positive.
public func trapezoidSum(
  step: Rational, over range: ClosedRange<Int>, precision: Int = Ball.defaultPrecision,
  _ f: (Ball) -> Complex<Ball>
) -> Complex<Ball> {
  require(step > 0, "a step of \(step) in a trapezoidal sum")
  var sum = Complex<Ball>(Ball(0, precision: precision), Ball(0, precision: precision))
  for k in range { sum += f(Ball(Rational(k) * step, precision: precision)) }
  return sum.scaled(by: Ball(step, precision: precision))
}

/// Contains the **infinite** trapezoidal sum h Σ_{k ∈ ℤ} e^{zkh − e^{kh}}, which differs from
/// Γ(z) by ``gammaTrapezoidError(_:step:images:)``.
///
/// As many terms are summed as make both tails smaller than 2 to the power −precision: about
/// precision · log 2/(h Re z) to the left, so small Re z is slow. What is left out is bounded by
/// geometric series and added to the radius. Not finite unless Re z is certainly positive.
///
/// - Precondition: `step` is positive; at most a million terms are needed.
public func gammaTrapezoid(_ z: Complex<Ball>, step: Rational) -> Complex<Ball> {
  require(step > 0, "a step of \(step) in a trapezoidal sum")
  let precision = Swift.max(z.re.precision, z.im.precision)
  guard z.re.isCertainlyPositive, z.im.isFinite, let least = z.re.lower, let most = z.re.upper
  else { return .indeterminate(precision: precision) }
  let tails = TrapezoidTails(least: least, most: most, step: step, precision: precision)
  let range = tails.range
  let sum = trapezoidSum(step: step, over: range, precision: precision) { u in
    let growth = z.scaled(by: u)
    return exp(Complex(growth.re - Ball.exp(u), growth.im))
  }
  let bound = tails.bound(outside: range)
  guard let most = bound.upper else { return .indeterminate(precision: precision) }
  let spread = Ball(lower: -most, upper: most, precision: precision)
  return Complex(sum.re + spread, sum.im + spread)
}

/// The tails of h Σ g(kh), g(u) = e^{σu − e^u}, for σ from `least` to `most`.
private struct TrapezoidTails {
  let least: Rational
  let most: Rational
  let step: Rational
  let precision: Int

  /// Where the tails become negligible, estimated in `Double`; ``bound(outside:)`` does not
  /// trust it.
  var range: ClosedRange<Int> {
    let (sigma, largest, h) = (Double(least), Double(most), Double(step))
    let bits = Double(precision) * 0.6931471805599453
    let left = (bits + 2) / (sigma * h)
    // e^u ≥ bits + largest·u from here on.
    var u = machineLog(bits + largest + 3)
    for _ in 0..<4 { u = machineLog(bits + largest * u + 3) }
    let right = u / h
    require(
      left + right < 1e6,
      "the trapezoidal sum for Γ at Re z = \(sigma) with step \(h) needs more than a million terms"
    )
    return -Int(left.rounded(.up))...Int(right.rounded(.up)) + 1
  }

  /// h Σ_{k < first} e^{σkh} + h g(B)/(1 − q), where B is the first point above the range and
  /// q = e^{σh − e^B(e^h − 1)} bounds every later ratio g(u + h)/g(u); not finite unless q < 1.
  func bound(outside range: ClosedRange<Int>) -> Ball {
    let (low, high) = (Ball(least, precision: precision), Ball(most, precision: precision))
    let h = Ball(step, precision: precision)
    let first = Ball(Rational(range.lowerBound - 1), precision: precision)
    let left = Ball.exp(low * first * h) / (1 - Ball.exp(-low * h))
    let start = Ball(Rational(range.upperBound + 1) * step, precision: precision)
    let ratio = Ball.exp(high * h - Ball.exp(start) * (Ball.exp(h) - 1))
    guard (1 - ratio).isCertainlyPositive else { return .indeterminate(precision: precision) }
    return h * (left + gammaFourierDensity(high, start) / (1 - ratio))
  }
}

extension Complex where S == Ball {
  static func indeterminate(precision: Int) -> Complex {
    Complex(.indeterminate(precision: precision), .indeterminate(precision: precision))
  }
}
