// |Γ|² on the vertical lines where it is elementary (DLMF 5.4.3, 5.4.4 and the recurrence).

/// |Γ(n/2 + iy)|² for n ≥ 1, in closed form: π/cosh πy for n = 1, πy/sinh πy for n = 2, and
/// |Γ(s + 1 + iy)|² = (s² + y²)|Γ(s + iy)|² from there.
///
/// Computed from e^{−π|y|}, so that no sinh overflows; it underflows where the value does. The
/// relative error is about (π|y| + n) ulps.
///
/// - Precondition: `n >= 1`.
public func gammaModulusSquared(halves n: Int, _ y: Double) -> Double {
  require(n >= 1, "|Γ|² has no closed form here at \(n)/2")
  let size = Double.pi * y.magnitude
  let twice = machineExp(-2 * size)
  // The limit of 2s/(1 − e^{−2s}) at 0 is 1.
  let even = size == 0 ? 1 : 2 * size / -machineExpMinus1(-2 * size)
  let start = n % 2 == 1 ? 2 * Double.pi / (1 + twice) : even
  // One half of the decay at each end: neither it nor the product leaves the range alone.
  let half = machineExp(-size / 2)
  let product = shifts(n).reduce(start * half) { $0 * (Double($1 * $1) + y * y) }
  return product * half
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
    product * (Ball(s * s, precision: y.precision) + Ball.power(y, 2))
  }
}

/// The s by which the recurrence climbs from ½ or 1 to n/2.
private func shifts(_ n: Int) -> [Rational] {
  stride(from: n % 2 == 1 ? 1 : 2, to: n, by: 2).map { Rational($0, 2) }
}
