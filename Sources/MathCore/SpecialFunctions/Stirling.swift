// Stirling's series of log Γ, with bounds of its remainder (DLMF 5.11.1 and 5.11(ii)).
//
//     log Γ(z) = (z − ½) log z − z + ½ log 2π + Σ_{k = 1}^{K} B₂ₖ/(2k(2k − 1)z²ᵏ⁻¹) + R_K(z)
//
// The series diverges for every z; its terms are smallest near k = π|z|.

/// B₂ₖ/(2k(2k − 1)): 1/12, −1/360, 1/1260, …
///
/// - Precondition: `k >= 1`.
public func stirlingCoefficient(_ k: Int) -> Rational {
  require(k >= 1, "Stirling's series begins with term 1, not \(k)")
  return bernoulliNumber(2 * k) / Rational(2 * k * (2 * k - 1))
}

/// Term k of Stirling's series, B₂ₖ/(2k(2k − 1)x²ᵏ⁻¹).
///
/// - Precondition: `k >= 1`.
public func stirlingTerm<S: Field>(_ k: Int, _ x: S) -> S {
  let coefficient = S(stirlingCoefficient(k))
  let power = (1..<k).reduce(x) { power, _ in power * x * x }
  return coefficient / power
}

/// The first `terms` terms of Stirling's series, without the leading part; 0 for none. Exact
/// over ``Rational``.
///
/// - Precondition: `terms >= 0`.
public func stirlingSum<S: Field>(_ x: S, terms: Int) -> S {
  require(terms >= 0, "a sum of \(terms) terms")
  guard terms > 0 else { return .zero }
  let numbers = bernoulliNumbers(through: 2 * terms)
  var power = x
  var sum = S.zero
  for k in 1...terms {
    sum += S(numbers[2 * k] / Rational(2 * k * (2 * k - 1))) / power
    power *= x * x
  }
  return sum
}

/// Stirling's approximation of log Γ(x) by so many terms, **without** its remainder, whose sign
/// and bound for x > 0 are those of the next term.
///
/// - Precondition: `terms >= 0`.
public func stirlingLogGamma(_ x: Double, terms: Int) -> Double {
  let halfLog2Pi = 0.918938533204672741780329736405617640
  return (x - 0.5) * machineLog(x) - x + halfLog2Pi + stirlingSum(x, terms: terms)
}

/// Stirling's approximation of log Γ(x) by so many terms, enclosed; **without** its remainder, so
/// the ball need not contain log Γ(x): ``stirlingEnclosure(_:terms:)`` does. Not finite unless x
/// is certainly positive.
///
/// - Precondition: `terms >= 0`.
public func stirlingLogGamma(_ x: Ball, terms: Int) -> Ball {
  let bits = x.precision
  let half = Ball(Rational(1, 2), precision: bits)
  let log2Pi = Ball.log(Ball(2, precision: bits) * .pi(precision: bits))
  let leading = (x - half) * Ball.log(x) - x + half * log2Pi
  return leading + stirlingSum(x, terms: terms)
}

/// A ball that contains log Γ(x) for x > 0: K terms, and the interval from 0 to the next term,
/// which contains the remainder. Not finite unless x is certainly positive.
///
/// - Precondition: `terms >= 0`.
public func stirlingEnclosure(_ x: Ball, terms: Int) -> Ball {
  let next = stirlingTerm(terms + 1, x)
  let remainder = next * Ball(lower: 0, upper: 1, precision: x.precision)
  return stirlingLogGamma(x, terms: terms) + remainder
}

/// A bound of |R_K(z)| off the negative reals: |term K + 1| · sec²ᴷ⁺²(½ arg z).
///
/// As sec²(½ arg z) = 2|z|/(|z| + Re z), there is no angle to compute. Not finite where z may be
/// 0 or a negative real.
///
/// - Precondition: `terms >= 0`.
public func stirlingErrorBound(_ z: Complex<Ball>, terms: Int) -> Ball {
  let modulus = z.modulus
  let secant2 = 2 * modulus / (modulus + z.re)
  let power = 2 * terms + 2
  let next =
    Ball.abs(Ball(stirlingCoefficient(terms + 1), precision: modulus.precision))
    / Ball.power(modulus, power - 1)
  return next * Ball.power(secant2, power / 2)
}
