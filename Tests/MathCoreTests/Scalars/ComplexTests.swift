// Complex numbers over the rationals and over doubles.

import MathCore
import Testing

@Suite("Complex")
struct ComplexTests {
  @Test("a field over the rationals, exactly")
  func field() {
    let z = Complex<Rational>(1, 2)
    let w = Complex<Rational>(3, -1)
    #expect(z * w == Complex(5, 5))
    #expect(z / w * w == z)
    #expect(Complex<Rational>.i * .i == -1)
    #expect(z * z.conjugate == Complex(z.norm2))
    #expect(z.norm2 == 5)
  }

  @Test("vectors and matrices over complex numbers")
  func matrices() {
    let i = Complex<Rational>.i
    let a: Matrix<Complex<Rational>> = [[0, -i], [i, 0]]
    #expect(a * a == .identity(2))
    #expect(a.trace == 0)
  }

  @Test("e^{iπ} + 1 vanishes up to rounding")
  func euler() {
    let z = exp(Complex<Double>(0, .pi)) + 1
    #expect(z.re == 0)
    #expect(z.im.magnitude < 2e-16)
  }

  @Test("the modulus of a box around 0 is finite and not negative")
  func modulus() {
    let around = Ball(lower: -1, upper: 1, precision: 64)
    let modulus = Complex(around, around).modulus
    #expect(modulus.isFinite && modulus.isCertainlyNonNegative)
    #expect(modulus.contains(0) && modulus.contains(Rational(7, 5)) && !modulus.contains(2))
    #expect(Complex(Ball(3), Ball(-4)).modulus.contains(5))
  }
}
