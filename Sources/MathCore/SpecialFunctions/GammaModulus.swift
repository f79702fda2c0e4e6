// |Γ|² on the vertical lines where it is elementary (DLMF 5.4.3, 5.4.4 and the recurrence).

/// |Γ(n/2 + iy)|² for n ≥ 1, in closed form: π/cosh πy for n = 1, πy/sinh πy for n = 2, and
/// |Γ(s + 1 + iy)|² = (s² + y²)|Γ(s + iy)|² from there.
///
/// Computed in about 100 bits and rounded once, so the error is half a unit in the last place and
/// 2⁻²⁵ of one (up to n = 10⁶). Nothing on the way overflows or underflows before the value does.
///
/// - Precondition: `n >= 1`.
public func gammaModulusSquared(halves n: Int, _ y: Double) -> Double {
  require(n >= 1, "|Γ|² has no closed form here at \(n)/2")
  // e^{−πy} is the smaller factor by far, unless n is about y.
  guard y.magnitude < 0x1p47 else { return y.isNaN ? y : 0 }
  // Below 2⁻⁶⁰ the value differs from that at 0 by less than 2⁻¹¹⁰ of itself.
  let height = DoubleDouble(y.magnitude < 0x1p-60 ? 0 : y.magnitude)
  let decay = .pi * height
  let drop = DoubleDouble.expMinus1OfNegative(-decay.doubled)
  var (value, exponent) = DoubleDouble.exp(-decay)
  if n % 2 == 1 {
    value = value * (DoubleDouble.pi.doubled / (DoubleDouble(2) + drop))
  } else if height.high != 0 {
    value = value * (decay.doubled / -drop)
  }
  let square = height * height
  for s in shifts(n) {
    value = value * (DoubleDouble(product: s, s) + square)
    let growth = Int(value.high.exponent)
    value = value.scaled(-growth)
    exponent += growth
  }
  return value.rounded(timesTwoTo: exponent)
}

/// |Γ(n/2 + iy)|² for n ≥ 1, enclosed by its closed form.
///
/// For even n not finite if the ball contains 0 and other numbers.
///
/// - Precondition: `n >= 1`.
public func gammaModulusSquared(halves n: Int, _ y: Ball) -> Ball {
  require(n >= 1, "|Γ|² has no closed form here at \(n)/2")
  let pi = Ball.pi(precision: y.precision)
  let start: Ball
  if n % 2 == 1 {
    start = pi / Ball.cosh(pi * y)
  } else if y.isExact, y.contains(0) {
    start = Ball(1)
  } else {
    start = pi * y / Ball.sinh(pi * y)
  }
  return shifts(n).reduce(start) { product, s in
    product * (Ball.power(Ball(exactly: s, precision: y.precision), 2) + Ball.power(y, 2))
  }
}

/// The s by which the recurrence climbs from ½ or 1 to n/2.
private func shifts(_ n: Int) -> [Double] {
  stride(from: n % 2 == 1 ? 1 : 2, to: n, by: 2).map { Double($0) / 2 }
}
