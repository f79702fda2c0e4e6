// log Γ in machine numbers: real on the positive reals, continued with a cut along the negative
// ones.

/// log Γ(z): the continuation of the real function that has its cut along the negative reals. It
/// is **not** the principal logarithm of Γ(z), whose imaginary part jumps by 2π on curves.
///
/// On the cut the sign of the zero imaginary part decides the side: `Complex(-1.5, 0.0)` is above,
/// `Complex(-1.5, -0.0)` below.
///
/// Accuracy, **measured** as for ``gamma(_:)-(Complex<Double>)``, in units of the last place of
/// the modulus:
///
/// | where | worst |
/// |---|---|
/// | real and positive, up to 10³⁰⁷ | 0.500 |
/// | boxes of sides 2 and 200 around 0 | 0.680 |
/// | next to 1 and 2 | 0.679 |
/// | next to and straight above poles, next to and on the cut, far left | 0.706 |
/// | tiny | 0.500 |
/// | Re z from −5 to 150, Im z up to 440 | 0.675 |
/// | next to the line Re z = ½ | 0.695 |
/// | huge; where Γ underflows; where it is moderate far out | 0.700 |
///
/// NaN at the poles and for arguments that are not finite. Γ(z̄) ↔ conjugate: bit for bit.
/// log Γ(z + 1) = log Γ(z) + log z holds with the principal logarithm, up to rounding.
@_disfavoredOverload
public func logGamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return logGamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite else { return Complex(.nan, .nan) }
  if let near = logGammaNearZero(z) { return near }
  if isPoleOfGamma(z) { return Complex(.nan, .nan) }
  if ComplexDoubleDouble(z).exponent >= 900 { return logGammaFarOut(z) }
  if z.re >= 0.5 { return logGammaRight(ComplexDoubleDouble(z)).rounded }
  let sine = ReflectedSine(z)
  // log Γ(z) = log π − log sin πz − log Γ(1 − z), and above the real axis the branch of the
  // logarithm that is 0 at ½ is πy − iπn + Log(the sine next to n).
  let logSine = ComplexDoubleDouble.log(sine.sine)
  let exponent = DoubleDouble(Double(sine.exponent)) * .log2
  let re = DoubleDouble(1.1447298858494002, 1.0265951162707826e-17) - sine.decay - exponent
  let constant = ComplexDoubleDouble(re, DoubleDouble(sine.turns) * .pi)
  return (constant - logSine - logGammaRight(ReflectedSine.reflected(z))).rounded
}

/// log Γ(x) for x > 0, to half a unit in the last place: 0.5000 is the worst **measured**, also
/// next to the zeros 1 and 2. At the same points `lgamma` of glibc 2.36 is up to 1.88 units off.
///
/// ∞ at 0 and at ∞, NaN for x < 0, where Γ may be negative: the complex function is defined there.
public func logGamma(_ x: Double) -> Double {
  if x == 0 { return .infinity }
  guard x > 0 else { return .nan }
  return x == .infinity ? x : logGamma(Complex(x, 0)).re
}

private func logGammaRight(_ z: ComplexDoubleDouble) -> ComplexDoubleDouble {
  let stirling = ShiftedStirling(z, keeping: .productAndArgument)
  return stirling.logGammaAtPoint - stirling.logProduct
}

/// z(log z − 1): the rest is below the last place.
private func logGammaFarOut(_ z: Complex<Double>) -> Complex<Double> {
  let w = ComplexDoubleDouble(z)
  let growth = ComplexDoubleDouble.log(w) - .one
  // A small z, so that nothing overflows but the result.
  return (w.scaled(-w.exponent) * growth).rounded(timesTwoTo: w.exponent)
}

/// Within 2⁻¹⁰ of the zeros 1 and 2: the Taylor polynomial, so that the small result has as many
/// right digits as a large one.
private func logGammaNearZero(_ z: Complex<Double>) -> Complex<Double>? {
  let isAtOne = z.re < 1.5
  let offset = Complex(isAtOne ? z.re - 1 : z.re - 2, z.im)
  guard Swift.max(offset.re.magnitude, offset.im) < 0x1p-10 else { return nil }
  let e = ComplexDoubleDouble(offset)
  let coefficients = isAtOne ? taylorAtOne : taylorAtTwo
  let sum = coefficients.reversed().reduce(ComplexDoubleDouble.zero) {
    $0 * e + ComplexDoubleDouble(DoubleDouble($1))
  }
  let slope =
    isAtOne
    ? DoubleDouble(-0.5772156649015329, 4.942915152430645e-18)
    : DoubleDouble(0.42278433509846713, 4.942915152430645e-18)
  return (e * (ComplexDoubleDouble(slope) + e * sum)).rounded
}

/// (−1)ᵏ ζ(k)/k for k = 2, …, 8.
private let taylorAtOne = [
  0.8224670334241132, -0.40068563438653143, 0.27058080842778454, -0.20738555102867398,
  0.1695571769974082, -0.1440498967688461, 0.12550966952474304,
]

/// (−1)ᵏ (ζ(k) − 1)/k for k = 2, …, 8.
private let taylorAtTwo = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425,
]
