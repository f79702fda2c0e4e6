// Γ over the complex plane in machine numbers, right to about the last place.
//
// Computed in about 100 bits and rounded once: the exponent of Stirling's formula is so large
// beside its own error only because it is held in two machine numbers.

/// Γ(z), for every complex z but the poles 0, −1, −2, ….
///
/// Accuracy, **measured** (largest distance from an enclosure at some thousand points of each
/// stratum, in units of the last place of the modulus |Γ(z)|; a part that is small beside the
/// modulus may have fewer right digits of its own):
/// MEASURED-GAMMA
///
/// Beyond |z| = 2⁴⁷ two machine numbers no longer hold the phase: there the result is 0 or
/// infinite where that is certain, otherwise NaN. NaN at the poles and for arguments that are not
/// finite. A result too large has infinite parts; one too small is 0.
///
/// Laws: Γ(z̄) is the conjugate of Γ(z), bit for bit; Γ(n) = (n − 1)! exactly for n ≤ 23, and
/// correctly rounded beyond. Γ(z + 1) = zΓ(z) and reflection hold up to rounding only.
public func gamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return gamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite, !isPoleOfGamma(z) else { return Complex(.nan, .nan) }
  if let limit = gammaBeyondPrecision(z) { return limit }
  let (mantissa, exponent) = z.re >= 0.5 ? gammaRight(ComplexDoubleDouble(z)) : gammaLeft(z)
  return mantissa.rounded(timesTwoTo: exponent)
}

/// Γ(x) for real x; to within one unit in the last place, **measured** as for complex arguments.
///
/// ±∞ at ±0, NaN at −1, −2, … and for −∞; ∞ from 171.62… on. Negative x are right however near
/// to a pole they are.
public func gamma(_ x: Double) -> Double {
  if x == 0 { return 1 / x }
  if x == .infinity || x > 172 { return .infinity }
  return gamma(Complex(x, 0)).re
}

private func isPoleOfGamma(_ z: Complex<Double>) -> Bool {
  z.im == 0 && z.re <= 0 && z.re == z.re.rounded()
}

/// Γ(z) = e^{log Γ(z + n)}/(z ⋯ (z + n − 1)), as m · 2ᵏ.
private func gammaRight(_ z: ComplexDoubleDouble) -> (ComplexDoubleDouble, Int) {
  let stirling = ShiftedStirling(z)
  let (mantissa, exponent) = ComplexDoubleDouble.exp(stirling.logGammaAtPoint)
  return (mantissa / stirling.product, exponent)
}

/// Γ(z) = π/(sin πz Γ(1 − z)), as m · 2ᵏ; the growth of the sine joins the exponent.
private func gammaLeft(_ z: Complex<Double>) -> (ComplexDoubleDouble, Int) {
  let stirling = ShiftedStirling(ReflectedSine.reflected(z))
  let sine = ReflectedSine(z)
  let growth = stirling.logGammaAtPoint + ComplexDoubleDouble(sine.decay)
  let (mantissa, exponent) = ComplexDoubleDouble.exp(-growth)
  let quotient = DoubleDouble.pi * (stirling.product * mantissa) / sine.sine
  return (sine.isOddTurn ? -quotient : quotient, exponent - sine.exponent)
}

/// For |z| ≥ 2⁴⁷: 0 or infinity where the modulus leaves no doubt, otherwise NaN.
private func gammaBeyondPrecision(_ z: Complex<Double>) -> Complex<Double>? {
  let size = machineHypot(z.re, z.im)
  guard size >= 0x1p47 else { return nil }
  if z.im == 0 { return z.re > 0 ? Complex(.infinity, 0) : Complex(0, 0) }
  // Re log Γ(z)/|z| is about (Re z/|z|)(log|z| − 1) − (Im z/|z|) arg z; other terms are smaller
  // than 2⁻³⁰ here, and near the negative reals, where they are not, it is below −30.
  let (x, y) = size.isFinite ? (z.re / size, z.im / size) : (z.re * 0x1p-1023, z.im * 0x1p-1023)
  let logSize = size.isFinite ? machineLog(size) : 710
  let growth = x * (logSize - 1) - y * machineAtan2(z.im, z.re)
  if growth > 1e-8 { return Complex(.infinity, .nan) }
  return growth < -1e-8 ? Complex(0, 0) : Complex(.nan, .nan)
}
