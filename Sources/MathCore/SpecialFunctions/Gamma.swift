// Γ over the complex plane in machine numbers, right to about the last place.
//
// Computed in about 100 bits and rounded once: the exponent of Stirling's formula is so large
// beside its own error only because it is held in two machine numbers.

/// Γ(z), for every complex z but the poles 0, −1, −2, ….
///
/// Accuracy, **measured** (largest distance from an enclosure at 4000 points of each stratum, in
/// units of the last place of the modulus |Γ(z)|, subnormal results included; a part that is small
/// beside the modulus may have fewer right digits of its own):
///
/// | where | worst |
/// |---|---|
/// | real: positive, negative, next to poles, 1 and 2, tiny and subnormal | 0.500 |
/// | boxes of sides 2 and 200 around 0 | 0.700 |
/// | next to 1 and 2 | 0.501 |
/// | next to and straight above poles, next to the cut, far left | 0.549 |
/// | tiny | 0.624 |
/// | Re z from −5 to 150, Im z up to 440 | 0.684 |
/// | next to the line Re z = ½ | 0.693 |
/// | huge; where Γ underflows; where it is moderate far out | 0.701 |
///
/// Rounding alone costs that much: half a unit for each part, which is 0.707 for two.
///
/// Beyond |z| = 2⁴⁷ two machine numbers no longer hold the phase: there the result is 0 or
/// infinite where that is certain, otherwise NaN. NaN at the poles and for arguments that are not
/// finite. A result too large has infinite parts; one too small is 0.
///
/// Laws: Γ(z̄) is the conjugate of Γ(z), bit for bit; Γ(n) = (n − 1)! exactly for n ≤ 23, and
/// correctly rounded beyond. Γ(z + 1) = zΓ(z) and reflection hold up to rounding only.
@_disfavoredOverload
public func gamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return gamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite, !isPoleOfGamma(z) else { return Complex(.nan, .nan) }
  if let limit = gammaBeyondPrecision(z) { return limit }
  let (mantissa, exponent) = z.re >= 0.5 ? gammaRight(ComplexDoubleDouble(z)) : gammaLeft(z)
  return mantissa.rounded(timesTwoTo: exponent)
}

/// Γ(x) for real x, to half a unit in the last place: 0.5000 is the worst **measured** at 4000
/// points each of (0, 171.6), (−184, 0), next to poles, next to 1 and 2, and tiny and subnormal x.
/// At the same points `tgamma` of glibc 2.36 is up to 3.71, 4.28, 3.50, 1.49 and 0.50 units off.
///
/// ±∞ at ±0, NaN at −1, −2, … and for −∞; ∞ from 171.62… on. Negative x are right however near
/// to a pole they are.
public func gamma(_ x: Double) -> Double {
  if x == 0 { return 1 / x }
  if x == .infinity || x > 172 { return .infinity }
  return gamma(Complex(x, 0)).re
}

/// Whether z is 0, −1, −2, ….
func isPoleOfGamma(_ z: Complex<Double>) -> Bool {
  z.im == 0 && z.re <= 0 && z.re == z.re.rounded()
}

/// Γ(z) = e^{log Γ(z + n)}/(z ⋯ (z + n − 1)), as m · 2ᵏ.
private func gammaRight(_ z: ComplexDoubleDouble) -> (ComplexDoubleDouble, Int) {
  let stirling = ShiftedStirling(z, keeping: .product)
  let (mantissa, exponent) = ComplexDoubleDouble.exp(stirling.logGammaAtPoint)
  return (mantissa / stirling.product, exponent)
}

/// Γ(z) = π/(sin πz Γ(1 − z)), as m · 2ᵏ; the growth of the sine joins the exponent.
private func gammaLeft(_ z: Complex<Double>) -> (ComplexDoubleDouble, Int) {
  let stirling = ShiftedStirling(ReflectedSine.reflected(z), keeping: .product)
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
