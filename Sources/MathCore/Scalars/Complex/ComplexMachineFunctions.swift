// Elementary functions of complex machine numbers, principal values, by the C library's real ones.
// Good to a few units in the last place of the modulus where nothing cancels.

extension Complex where S == Double {
  /// The principal logarithm; the sign of a zero imaginary part chooses the side of the cut.
  package static func log(_ z: Complex) -> Complex {
    Complex(Double.log(z.modulus), machineAtan2(z.im, z.re))
  }

  /// The principal root.
  package static func sqrt(_ z: Complex) -> Complex {
    let size = z.modulus
    if size == 0 { return Complex(0, 0) }
    let larger = ((size + z.re.magnitude) / 2).squareRoot()
    let smaller = z.im.magnitude / (2 * larger)
    let isRight = z.re >= 0
    let root = isRight ? Complex(larger, smaller) : Complex(smaller, larger)
    return z.im.sign == .minus ? root.conjugate : root
  }

  package static func sin(_ z: Complex) -> Complex {
    Complex(
      Double.sin(z.re) * Double.cosh(z.im), Double.cos(z.re) * Double.sinh(z.im))
  }

  package static func cos(_ z: Complex) -> Complex {
    Complex(
      Double.cos(z.re) * Double.cosh(z.im), -Double.sin(z.re) * Double.sinh(z.im))
  }

  package static func sinh(_ z: Complex) -> Complex {
    Complex(
      Double.sinh(z.re) * Double.cos(z.im), Double.cosh(z.re) * Double.sin(z.im))
  }

  package static func cosh(_ z: Complex) -> Complex {
    Complex(
      Double.cosh(z.re) * Double.cos(z.im), Double.sinh(z.re) * Double.sin(z.im))
  }
}
