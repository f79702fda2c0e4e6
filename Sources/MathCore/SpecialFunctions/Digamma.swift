// ψ = Γ′/Γ and ψ′ over the complex plane in machine numbers.

/// ψ(z) = Γ′(z)/Γ(z), for every complex z but the poles 0, −1, −2, ….
///
/// Accuracy, **measured** as for ``gamma(_:)-(Complex<Double>)``, in units of the last place of
/// the modulus:
///
/// | where | worst |
/// |---|---|
/// | real: positive, negative, next to poles, 1 and 2, tiny, up to 10³⁰⁷ | 0.500 |
/// | boxes of sides 2 and 200 around 0 | 0.699 |
/// | next to 1 and 2 | 0.570 |
/// | next to and straight above poles, next to the cut, far left | 0.646 |
/// | tiny | 0.624 |
/// | Re z from −5 to 150, Im z up to 440 | 0.544 |
/// | next to the line Re z = ½ | 0.641 |
/// | huge; where Γ underflows; where it is moderate far out | 0.611 |
///
/// Next to a zero of ψ (1.4616… and one between any two poles) the error is below 10⁻³⁰, which at
/// the machine numbers on both sides of the zero is a few units of the tiny result.
///
/// NaN at the poles and for arguments that are not finite; parts infinite next to a pole.
/// Conjugates give conjugates bit for bit.
@_disfavoredOverload
public func digamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return digamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite else { return Complex(.nan, .nan) }
  if z.re >= 0.5 { return digammaRight(ComplexDoubleDouble(z)).rounded }
  let sine = ReflectedSine(z)
  if sine.isPole { return Complex(.nan, .nan) }
  let reflected = digammaRight(ReflectedSine.reflected(z))
  let pole = -DoubleDouble.pi * (sine.cosine / sine.sine)
  if sine.isNextToPole {
    // Beside 2⁵⁰⁰ the rest is nothing, but one part of the pole may be small.
    return pole.rounded(timesTwoTo: -sine.exponent) + reflected.rounded
  }
  return (reflected + pole).rounded
}

/// ψ(z) for Re z ≥ ½.
private func digammaRight(_ z: ComplexDoubleDouble) -> ComplexDoubleDouble {
  // ψ(z) − log z is about −1/2z.
  if z.exponent >= 900 { return ComplexDoubleDouble.log(z) }
  return ShiftedStirling(z, keeping: .reciprocals).digamma
}

/// ψ(x) for real x; accuracy as for complex arguments.
///
/// ∓∞ at ±0, NaN at −1, −2, … and for −∞.
public func digamma(_ x: Double) -> Double {
  if x == 0 { return -1 / x }
  return x == .infinity ? x : digamma(Complex(x, 0)).re
}

/// ψ′(z) = Σₙ 1/(z + n)², for every complex z but the poles 0, −1, −2, ….
///
/// Accuracy, **measured** as for ``gamma(_:)-(Complex<Double>)``, in units of the last place of
/// the modulus:
///
/// | where | worst |
/// |---|---|
/// | real: positive, negative, next to poles, 1 and 2, tiny, up to 10³⁰⁷ | 0.500 |
/// | boxes of sides 2 and 200 around 0 | 0.694 |
/// | next to 1 and 2 | 0.510 |
/// | next to and straight above poles, next to the cut, far left | 0.587 |
/// | tiny | 0.500 |
/// | Re z from −5 to 150, Im z up to 440 | 0.680 |
/// | next to the line Re z = ½ | 0.599 |
/// | huge; where Γ underflows; where it is moderate far out | 0.706 |
///
/// NaN at the poles and for arguments that are not finite; parts infinite next to a pole.
/// Conjugates give conjugates bit for bit.
@_disfavoredOverload
public func trigamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return trigamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite else { return Complex(.nan, .nan) }
  // 4π²e^{−2πy} is less than any machine number.
  let isFarFromPoles = z.re >= 0.5 || z.im > 128
  if isFarFromPoles { return trigammaFarFromPoles(z) }
  let sine = ReflectedSine(z)
  if sine.isPole { return Complex(.nan, .nan) }
  // π²/sin²πz − ψ′(1 − z); the sine's growth e^{πy} becomes a factor e^{−2πy}.
  let cosecant = ComplexDoubleDouble(.pi) / sine.sine
  let square = cosecant * cosecant
  if sine.isNextToPole { return square.rounded(timesTwoTo: -2 * sine.exponent) }
  let (decay, exponent) = DoubleDouble.exp(-sine.decay.doubled)
  let reflected = ShiftedStirling(ReflectedSine.reflected(z), keeping: .reciprocals).trigamma
  return ((decay * square).scaled(exponent) - reflected).rounded
}

/// ψ′(z) where Re z ≥ ½, or so far above the poles that the reflected point says all.
private func trigammaFarFromPoles(_ z: Complex<Double>) -> Complex<Double> {
  let w = ComplexDoubleDouble(z)
  if w.exponent >= 500 {
    // ψ′(z) − 1/z is about 1/2z².
    return (.one / w.scaled(-w.exponent)).rounded(timesTwoTo: -w.exponent)
  }
  if z.re >= 0.5 { return ShiftedStirling(w, keeping: .reciprocals).trigamma.rounded }
  return (-ShiftedStirling(ReflectedSine.reflected(z), keeping: .reciprocals).trigamma).rounded
}

/// ψ′(x) for real x, always positive; accuracy as for complex arguments.
///
/// ∞ at the poles 0, −1, −2, …, which it has from both sides; 0 at ∞, NaN for −∞.
public func trigamma(_ x: Double) -> Double {
  if x == .infinity { return 0 }
  if x <= 0, x.isFinite, x == x.rounded() { return .infinity }
  return trigamma(Complex(x, 0)).re
}
