// sin πz and cos πz in the closed upper half-plane, without overflow, for the reflection formulas.

/// sin π(r + iy) and cos π(r + iy) divided by e^{πy}, where z = n + r + iy with n the integer
/// nearest to Re z, and y ≥ 0.
struct ReflectedSine {
  /// n. As sin πz = (−1)ⁿ sin π(r + iy); a cotangent needs no sign.
  let turns: Double
  /// sin π(r + iy) e^{−πy} · 2^{−exponent}; in the closed upper half-plane.
  let sine: ComplexDoubleDouble
  let cosine: ComplexDoubleDouble
  /// Not 0 only for z within 2⁻⁵⁰⁰ of an integer: then so that `sine` is about π.
  let exponent: Int
  /// πy; not above 2¹⁰⁰⁰π, so that it is finite.
  let decay: DoubleDouble
  /// z − n.
  let offset: Complex<Double>

  /// - Precondition: Im z ≥ 0, z is finite.
  init(_ z: Complex<Double>) {
    turns = z.re.rounded()
    let r = z.re - turns  // exact
    offset = Complex(r, z.im)
    decay = .pi * DoubleDouble(Swift.min(z.im, 0x1p1000))
    let size = Swift.max(r.magnitude, z.im)
    if size < 0x1p-500 {
      exponent = size > 0 ? Int(size.exponent) : 0
      let near = ComplexDoubleDouble(offset).scaled(-exponent)
      sine = .pi * near
      cosine = .one
      return
    }
    exponent = 0
    let (sin, cos) = DoubleDouble.sinCos(.pi * DoubleDouble(r))
    // (e^{−2πy} − 1) has a small relative error, so both sinh and cosh do.
    let drop = DoubleDouble.expMinus1OfNegative(-decay.doubled)
    let cosh = (DoubleDouble(2) + drop).halved
    let sinh = -drop.halved
    sine = ComplexDoubleDouble(sin * cosh, cos * sinh)
    cosine = ComplexDoubleDouble(cos * cosh, -(sin * sinh))
  }

  var isPole: Bool { offset.re == 0 && offset.im == 0 }
  /// Whether z is so near to an integer that only the leading term of a pole there is left.
  var isNextToPole: Bool { exponent != 0 }
  var isOddTurn: Bool { turns.truncatingRemainder(dividingBy: 2) != 0 }

  /// 1 − z, exactly.
  static func reflected(_ z: Complex<Double>) -> ComplexDoubleDouble {
    ComplexDoubleDouble(DoubleDouble(sum: 1, -z.re), DoubleDouble(-z.im))
  }
}
