// Complex numbers of about 100 bits.

struct ComplexDoubleDouble: Sendable {
  var re: DoubleDouble
  var im: DoubleDouble

  init(_ re: DoubleDouble, _ im: DoubleDouble = DoubleDouble(0)) {
    self.re = re
    self.im = im
  }

  init(_ z: Complex<Double>) { self.init(DoubleDouble(z.re), DoubleDouble(z.im)) }

  static let zero = ComplexDoubleDouble(DoubleDouble(0))
  static let one = ComplexDoubleDouble(.one)

  /// Each part rounded.
  var rounded: Complex<Double> { Complex(re.high, im.high) }

  /// Each part times a power of two, rounded once.
  func rounded(timesTwoTo exponent: Int) -> Complex<Double> {
    Complex(re.rounded(timesTwoTo: exponent), im.rounded(timesTwoTo: exponent))
  }

  static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  static prefix func - (a: Self) -> Self { Self(-a.re, -a.im) }

  static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  static func * (a: DoubleDouble, b: Self) -> Self { Self(a * b.re, a * b.im) }

  /// A divisor of unusual size is brought near 1 first, so that its square neither overflows nor
  /// underflows.
  static func / (a: Self, b: Self) -> Self {
    let exponent = b.exponent
    if exponent.magnitude < 300 { return a.dividedByModerate(b) }
    return a.dividedByModerate(b.scaled(-exponent)).scaled(-exponent)
  }

  private func dividedByModerate(_ divisor: Self) -> Self {
    let norm = divisor.re * divisor.re + divisor.im * divisor.im
    let product = self * Self(divisor.re, -divisor.im)
    return Self(product.re / norm, product.im / norm)
  }

  func scaled(_ exponent: Int) -> Self { Self(re.scaled(exponent), im.scaled(exponent)) }

  /// The binary exponent of the larger part; 0 for 0.
  var exponent: Int {
    let size = Swift.max(re.high.magnitude, im.high.magnitude)
    return size > 0 && size.isFinite ? Int(size.exponent) : 0
  }

  /// e^z = m · 2ᵏ with |m| near 1.
  static func exp(_ z: Self) -> (mantissa: Self, exponent: Int) {
    let (mantissa, exponent) = DoubleDouble.exp(z.re)
    let (sin, cos) = DoubleDouble.sinCos(z.im)
    return (Self(mantissa * cos, mantissa * sin), exponent)
  }

  /// The principal logarithm, to about 100 bits **absolutely**; `z` is not 0. On the cut the sign
  /// of the zero imaginary part decides.
  ///
  /// One step of Newton's method from the machine's logarithm w: w + δ − δ²/2 with
  /// δ = z e^{−w} − 1.
  static func log(_ z: Self) -> Self {
    let exponent = z.exponent
    let near = z.scaled(-exponent)
    let (x, y) = (near.re.high, near.im.high)
    let start = Self(
      DoubleDouble(machineLog(machineHypot(x, y))), DoubleDouble(machineAtan2(y, x)))
    let (mantissa, power) = exp(-start)
    let step = near * mantissa.scaled(power) - .one
    let correction = step - DoubleDouble(0.5) * (step * step)
    let shift = DoubleDouble(Double(exponent)) * .log2
    return start + correction + Self(shift)
  }
}
