import Evident
import Records
import Testing

@Suite("Equalities over a box that cover every real point of it")
struct InterpolationTests {
  let y = real("y", in: -8...8)
  let x = real("x", in: -1...1)

  private func check(
    _ law: Law, to tolerance: Formula, boxes: Int = 20_000
  ) -> CheckRecord {
    Recorded { claim("test", law).enclosed(to: tolerance, boxes: boxes) }.checks[0]
  }

  @Test("the modulus of Γ on the critical line, to 1e-25 on |y| ≤ 8")
  func gammaModulus() throws {
    let record = check(abs2(gamma(1 / 2 + i * y)) .== pi / cosh(pi * y), to: Formula("1e-25")!)
    #expect(record.trial.outcome == .proved)
    #expect(record.method.hasPrefix("interpolation at "))
    let margin = try #require(record.trial.margin)
    #expect(margin > 0 && margin < 1e-25)
    let picture = try #require(record.proof)
    #expect(picture.form == .nodes)
    #expect(record.restsOn.contains { $0.contains("Theorems 8.2 and 15.2") })
  }

  @Test("false by a relative 1e-6, or by 1e-24, is refuted at a point")
  func falseByLittle() {
    let square = abs2(gamma(1 / 2 + i * y))
    #expect(
      check(square .== pi / cosh(pi * y) * (1 + 1e-6), to: Formula("1e-25")!).trial.outcome
        == .refuted)
    #expect(
      check(square .== pi / cosh(pi * y) + Formula("2e-25")!, to: Formula("1e-25")!).trial.outcome
        == .refuted)
    #expect(
      check(square .== pi / cosh(pi * y) + Formula("1.01e-25")!, to: Formula("1e-25")!).trial
        .outcome
        != .proved)
  }

  @Test("what nodes alone would miss is not proved: a term that vanishes at all of them")
  func ripple() {
    // T_64(t) = cos(64 arccos t), by halving its argument six times.
    var ripple = x
    for _ in 0..<6 { ripple = 2 * ripple ** 2 - 1 }
    // Of size 1e-3 between the zeros, at which it vanishes.
    #expect(check(sin(x) + 0.001 * ripple .== sin(x), to: 1e-6).trial.outcome == .refuted)
    #expect(check(sin(x) + 0.001 * ripple .== sin(x), to: 1e-2).trial.outcome == .proved)
  }

  @Test("parts and moduli of holomorphic functions are holomorphic in a real variable")
  func reflection() {
    let z = 1 + i * x
    let tolerance = Formula("1e-30")!
    #expect(check(realPart(exp(z)) .== exp(1) * cos(x), to: tolerance).trial.outcome == .proved)
    #expect(
      check(imaginaryPart(exp(z)) .== exp(1) * sin(x), to: tolerance).trial.outcome == .proved)
    #expect(check(abs(exp(z)) .== exp(1), to: tolerance).trial.outcome == .proved)
    #expect(check(abs(z) .== sqrt(1 + x ** 2), to: tolerance).trial.outcome == .proved)
    #expect(check(realPart(log(z)) .== log(1 + x ** 2) / 2, to: tolerance).trial.outcome == .proved)
    #expect(check(imaginaryPart(log(z)) .== atan(x), to: tolerance).trial.outcome == .proved)
    #expect(check(imaginaryPart(log(z)) .== -atan(x), to: tolerance).trial.outcome == .refuted)
    #expect(check(exp(i * x) .== cos(x) + i * sin(x), to: tolerance).trial.outcome == .proved)
  }

  @Test("kinks are refused, whichever side of a node they lie on")
  func kinks() {
    let third = x - 1 / 3
    #expect(check(abs(third) .== third, to: 1e-3, boxes: 500).trial.outcome == .refuted)
    let flat = 1e-9 * abs(third)
    #expect(
      check(flat .== 1e-9 * max(third, -third), to: 1e-12, boxes: 500).trial.outcome != .refuted)
    #expect(check(sqrt(third ** 2) .== abs(third), to: 1e-12, boxes: 500).trial.outcome == .open)
    // Away from the kink they are what they are on either side.
    let far = real("s", in: 1...2)
    #expect(check(abs(far) .== far, to: Formula("1e-30")!).trial.outcome == .proved)
    #expect(check(max(far, far ** 2) .== far ** 2, to: 1e-9, boxes: 500).trial.outcome == .open)
  }

  @Test("logarithms and roots are not continued over their cuts")
  func cuts() {
    // Undefined for real numbers on a part of the box, however tame the continuation looks.
    #expect(check(log(x) .== log(x) + 0 * x, to: 1, boxes: 200).trial.outcome == .open)
    #expect(check(sqrt(x) ** 2 .== x, to: 1e-3, boxes: 200).trial.outcome == .open)
    // The imaginary part of log jumps by 2π at x = 0.
    let jump = imaginaryPart(log(-1 + i * x))
    #expect(check(jump .== -atan(x) + pi, to: 1e-3, boxes: 200).trial.outcome == .refuted)
    #expect(
      check(exp(log(-1 + i * x)) .== -1 + i * x, to: 1e-9, boxes: 200).trial.outcome != .refuted)
  }

  @Test("two and three variables, by products of nodes")
  func severalVariables() {
    let s = real("s", in: -1...1)
    let t = real("t", in: 0...2)
    let tolerance = Formula("1e-20")!
    #expect(
      check(sin(x + s) .== sin(x) * cos(s) + cos(x) * sin(s), to: tolerance).trial.outcome
        == .proved)
    #expect(
      check(sin(x + s) .== sin(x) * cos(s) + cos(x) * sin(s) + 1e-15 * x * s, to: tolerance)
        .trial.outcome == .refuted)
    #expect(
      check(exp(x + s + t) .== exp(x) * exp(s) * exp(t), to: 1e-6).trial.outcome == .proved)
    let a = real("a", in: 1...2)
    #expect(
      check(abs2(gamma(a + i * x)) .== gamma(a + i * x) * gamma(a - i * x), to: tolerance)
        .trial.outcome == .proved)
  }

  @Test("a singularity on the box stays open, with its place")
  func singular() throws {
    let trial = check(x / x .== 1, to: 1e-3, boxes: 300).trial
    #expect(trial.outcome == .open)
    #expect(try #require(trial.stopped).contains("near $x = 0$"))
  }

  @Test("a tolerance that is nearly reached is left to subdivision")
  func tight() {
    // sin x − (x − x³/6) reaches 0.008138 at 1.
    #expect(check(sin(x) .== x - x ** 3 / 6, to: 0.00814).trial.outcome == .proved)
    #expect(check(sin(x) .== x - x ** 3 / 6, to: 0.00813).trial.outcome == .refuted)
  }

  @Test("a budget of nodes ends in undecided")
  func budget() {
    let law = abs2(gamma(1 / 2 + i * y)) .== pi / cosh(pi * y)
    #expect(check(law, to: Formula("1e-25")!, boxes: 100).trial.outcome == .open)
  }
}
