import Evident
import Records
import Testing

@Suite("Identities of complex formulas, circular functions and Γ")
struct FunctionFactTests {
  let x = real("x")
  let y = real("y")
  let s = real("s", in: .positive)

  func method(_ law: Law) -> String { Recorded { claim("test", law).exact() }.checks[0].method }

  @Test("the square of i is −1")
  func imaginaryUnit() {
    #expect(exactly((x + i * y) * (x - i * y) .== x ** 2 + y ** 2) == .proved)
    #expect(exactly((x + i * y) * (x - i * y) .== x ** 2 - y ** 2) == .refuted)
    #expect(exactly(1 / (x + i * y) .== (x - i * y) / (x ** 2 + y ** 2)) == .proved)
    #expect(exactly(i ** 3 * x .== -i * x) == .proved)
    #expect(exactly(i ** 3 * x .== i * x) == .refuted)
    #expect(exactly(exp(i * i * x) .== exp(-x)) == .proved)
    #expect(exactly(1 / (i ** 2 + 1) .== 0) != .proved)
  }

  @Test("whole turns and quarter turns of an exponent")
  func turns() {
    #expect(exactly(exp(x + 2 * pi * i) .== exp(x)) == .proved)
    #expect(exactly(exp(x + pi * i) .== exp(x)) == .refuted)
    #expect(exactly(exp(x + pi * i) .== -exp(x)) == .proved)
    #expect(exactly(exp(pi * i / 2) .== i) == .proved)
    #expect(exactly(exp(-pi * i / 2) .== -i) == .proved)
    #expect(exactly(exp(pi * i / 2) .== -i) == .refuted)
    #expect(exactly(exp(7 * pi * i / 3) .== exp(pi * i / 3)) == .proved)
    #expect(exactly(exp(2 * pi) .== 1) == .refuted)
  }

  @Test("exponentials inside of exponents")
  func nested() {
    #expect(exactly(exp(-exp(x + y)) .== exp(-exp(x) * exp(y))) == .proved)
    #expect(
      exactly(
        exp(x * (y + 2 * pi * i) - exp(y + 2 * pi * i))
          .== exp(2 * pi * i * x) * exp(x * y - exp(y))) == .proved)
    #expect(exactly(exp(-exp(y - log(2))) ** 2 .== exp(-exp(y))) == .proved)
    #expect(exactly(exp(-exp(y - log(3))) ** 2 .== exp(-exp(y))) == .refuted)
    let size = abs(exp(x * (y + i * s) - exp(y + i * s))) ** 2
    #expect(exactly(size .== exp(2 * (x * y - exp(y) * cos(s)))) == .proved)
    #expect(exactly(size .== exp(2 * (x * y - exp(y) * sin(s)))) == .refuted)
    #expect(exactly(exp(-exp(y + pi * i)) .== exp(-exp(y))) == .refuted)
    #expect(exactly(exp(exp(x / 2) * exp(x / 2)) .== exp(exp(x))) == .open)
  }

  @Test("circular and hyperbolic functions")
  func circular() {
    #expect(exactly(sin(x) ** 2 + cos(x) ** 2 .== 1) == .proved)
    #expect(exactly(sin(x + y) .== sin(x) * cos(y) + cos(x) * sin(y)) == .proved)
    #expect(exactly(sin(x + y) .== sin(x) * cos(y) - cos(x) * sin(y)) == .refuted)
    #expect(exactly(sin(pi / 2 + i * pi * y) .== cosh(pi * y)) == .proved)
    #expect(exactly(sin(2 * pi * (x + 1)) .== sin(2 * pi * x)) == .proved)
    #expect(exactly(sin(pi * (x + 1)) .== sin(pi * x)) == .refuted)
    #expect(exactly(tan(2 * x) .== 2 * tan(x) / (1 - tan(x) ** 2)) == .proved)
    #expect(exactly(cosh(x) ** 2 - sinh(x) ** 2 .== 1) == .proved)
    #expect(exactly(tanh(x) .== sinh(x) / cosh(x)) == .proved)
    #expect(
      method(sin(2 * x) .== 2 * sin(x) * cos(x))
        == "identity by degrees, circular and hyperbolic functions by exponentials")
    #expect(method(sin(x) * 2 .== sin(x) + sin(x)) == "identity by degrees")
  }

  @Test("moduli and parts by the conjugate")
  func conjugates() {
    let z = x + i * y
    #expect(exactly(abs(z) ** 2 .== x ** 2 + y ** 2) == .proved)
    #expect(exactly(abs2(exp(z)) .== exp(2 * x)) == .proved)
    #expect(exactly(abs2(sin(z)) .== sin(x) ** 2 + sinh(y) ** 2) == .proved)
    #expect(exactly(abs2(sin(z)) .== sin(x) ** 2 + cosh(y) ** 2) == .refuted)
    #expect(exactly(realPart(exp(i * x)) .== cos(x)) == .proved)
    #expect(exactly(imaginaryPart(exp(i * x)) .== sin(x)) == .proved)
    #expect(exactly(abs2(gamma(z)) .== gamma(z) * gamma(x - i * y)) == .proved)
    #expect(exactly(abs(exp(z)) .== exp(x)) == .proved)
    #expect(exactly(abs(i * exp(z) / exp(i * y)) .== exp(x)) == .proved)
    #expect(exactly(abs(exp(z)) .== exp(y)) == .refuted)
    #expect(enclosed(abs(3 + 4 * i) .== 5, to: 1e-30) == .proved)
    #expect(enclosed(abs(gamma(1 + i)) .<= 0.5215640469) == .proved)
    #expect(enclosed(abs(gamma(1 + i)) .<= 0.5215640468) == .refuted)
    // The cut of the root: for x < 0 the conjugate of √(x + iy) is not √(x − iy) at y = 0.
    #expect(exactly(abs2(sqrt(z)) .== sqrt(z) * sqrt(x - i * y)) != .proved)
  }

  @Test("the recurrence of Γ, up and down, also for complex arguments")
  func recurrence() {
    let z = x + i * y
    #expect(exactly(gamma(z + 1) .== z * gamma(z)) == .proved)
    #expect(exactly(gamma(z + 1) .== (z + 1) * gamma(z)) == .refuted)
    #expect(exactly(gamma(z - 2) .== gamma(z) / ((z - 1) * (z - 2))) == .proved)
    #expect(exactly(gamma(x + 1 / 2) .== (x - 1 / 2) * gamma(x - 1 / 2)) == .proved)
    #expect(exactly(gamma(y + x) .== gamma(x + y)) == .proved)
    #expect(exactly(gamma(2 * x) .== 2 * gamma(x)) == .refuted)
    #expect(method(gamma(s + 1) .== s * gamma(s)) == "identity by degrees, Γ(z + 1) = z Γ(z)")
  }

  @Test("the recurrence under logarithms")
  func logarithms() {
    let t = real("t", in: .positive)
    #expect(exactly(log(gamma(t + 1)) .== log(gamma(t)) + log(t)) == .proved)
    #expect(exactly(log(gamma(t + 1)) .== log(gamma(t)) - log(t)) == .refuted)
  }

  @Test("Γ at whole numbers is a factorial, at poles nothing")
  func factorials() {
    #expect(exactly(gamma(1) .== 1) == .proved)
    #expect(exactly(gamma(7) .== 720) == .proved)
    #expect(exactly(gamma(7) .== 721) == .refuted)
    #expect(exactly(gamma(3) .== 0) == .refuted)
    let nowhere = Recorded { claim("test", gamma(0) .== gamma(0) + 0).exact() }.checks[0]
    #expect(nowhere.never?.violated == 0)
    #expect(exactly(gamma(5 / 2) .== 3 * gamma(1 / 2) / 4) == .proved)
    #expect(exactly(gamma(-1 / 2) .== -2 * gamma(1 / 2)) == .proved)
  }

  @Test("an argument that is secretly a constant is no polynomial")
  func hiddenConstants() {
    let one = sin(x) ** 2 + cos(x) ** 2
    // −3 + 5 = 2, but a shift down to the constant term 1 would end in the pole −2.
    #expect(exactly(gamma(5 - 3 * one) .== 0) != .proved)
    #expect(exactly(gamma(one) .== 0) == .refuted)
  }
}
