// ψ = Γ′/Γ and ψ′ over the complex plane in machine numbers.

/// ψ(z) = Γ′(z)/Γ(z), for every complex z but the poles 0, −1, −2, ….
///
/// Accuracy, **measured** as for ``gamma(_:)-(Complex<Double>)``, in units of the last place of
/// the modulus; within about 10⁻¹³ of a zero of ψ (1.4616… and one between any two poles) the
/// error is below 10⁻²⁸ absolutely:
/// MEASURED-DIGAMMA
///
/// NaN at the poles and for arguments that are not finite; parts infinite next to a pole. Conjugates
/// give conjugates bit for bit.
public func digamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return digamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite else { return Complex(.nan, .nan) }
  if machineHypot(z.re, z.im) >= 0x1p900 {
    return ComplexDoubleDouble.log(ComplexDoubleDouble(z)).rounded
  }
  if z.re >= 0.5 {
    return ShiftedStirling(ComplexDoubleDouble(z), derivatives: true).digamma.rounded
  }
  let sine = ReflectedSine(z)
  if sine.isPole { return Complex(.nan, .nan) }
  let reflected = ShiftedStirling(ReflectedSine.reflected(z), derivatives: true).digamma
  let pole = -DoubleDouble.pi * (sine.cosine / sine.sine)
  if sine.isNextToPole {
    // Beside 2⁵⁰⁰ the rest is nothing, but one part of the pole may be small.
    let (large, rest) = (pole.rounded(timesTwoTo: -sine.exponent), reflected.rounded)
    return large + rest
  }
  return (reflected + pole).rounded
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
/// MEASURED-TRIGAMMA
///
/// NaN at the poles and for arguments that are not finite; parts infinite next to a pole. Conjugates
/// give conjugates bit for bit.
public func trigamma(_ z: Complex<Double>) -> Complex<Double> {
  if z.im.sign == .minus { return trigamma(z.conjugate).conjugate }
  guard z.re.isFinite, z.im.isFinite else { return Complex(.nan, .nan) }
  if machineHypot(z.re, z.im) >= 0x1p900 {
    return (.one / ComplexDoubleDouble(z)).rounded
  }
  if z.re >= 0.5 {
    return ShiftedStirling(ComplexDoubleDouble(z), derivatives: true).trigamma.rounded
  }
  let sine = ReflectedSine(z)
  if sine.isPole { return Complex(.nan, .nan) }
  // π²/sin²πz − ψ′(1 − z); the sine's growth e^{πy} becomes a factor e^{−2πy}.
  let cosecant = ComplexDoubleDouble(.pi) / sine.sine
  let square = cosecant * cosecant
  if sine.isNextToPole {
    return square.rounded(timesTwoTo: -2 * sine.exponent)
  }
  let reflected = ShiftedStirling(ReflectedSine.reflected(z), derivatives: true).trigamma
  let decay = DoubleDouble.expMinus1OfNegative(-sine.decay.scaled(1)) + .one
  return (decay * square - reflected).rounded
}

/// ψ′(x) for real x, always positive; accuracy as for complex arguments.
///
/// ∞ at the poles 0, −1, −2, …, which it has from both sides; 0 at ∞, NaN for −∞.
public func trigamma(_ x: Double) -> Double {
  if x == .infinity { return 0 }
  if x <= 0, x.isFinite, x == x.rounded() { return .infinity }
  return trigamma(Complex(x, 0)).re
}
