import Evident
import Testing

@Suite("Formulas")
struct FormulaTests {
  let x = real("x")
  let y = real("y")

  @Test("literals are exact decimals and fractions")
  func literals() {
    #expect(exactly(0.1 + x .== 1 / 10 + x) == .proved)
    #expect(exactly(1 / 2 + x .== x) == .refuted)
    #expect(Formula("0.09003057317038045799")?.tex.hasPrefix("\\tfrac") == true)
    #expect(Formula("no number") == nil)
  }

  @Test("TeX is what a person would write")
  func tex() {
    #expect((1 + x + x ** 2 / 2).tex == "1 + x + \\frac{{x}^{2}}{2}")
    #expect((x - (y - 1)).tex == "x - \\left(y - 1\\right)")
    #expect((2 * 3 * x).tex == "2 \\cdot 3 x")
    #expect((-(x ** 2)).tex == "-{x}^{2}")
    #expect(((-x) ** 2).tex == "{\\left(-x\\right)}^{2}")
    #expect((exp(-x) * log(y)).tex == "e^{-x} \\ln\\left(y\\right)")
    #expect(sqrt(x + 1).tex == "\\sqrt{x + 1}")
    #expect((x .<= Formula("1e-30")!).tex == "x \\le 10^{-30}")
    #expect((x + 1e-4).tex == "x + \\tfrac{1}{10000}")
    #expect((x + 3e-7).tex == "x + \\tfrac{3}{10000000}")
    #expect((x * (-y)).tex == "x \\left(-y\\right)")
    #expect(integral(exp(x), by: x, over: 0...1).tex == "\\int_{0}^{1} e^{x}\\,dx")
    #expect(((x .<= y).given(x .> 0)).tex == "x \\le y \\quad\\text{if } x > 0")
  }

  @Test("derivatives, against their closed forms")
  func derivatives() {
    #expect(exactly(exp(x ** 2).derivative(by: x) .== 2 * x * exp(x ** 2)) == .proved)
    #expect(exactly((x ** 5).derivative(by: x) .== 5 * x ** 4) == .proved)
    #expect(
      exactly((1 / (1 + exp(-x))).derivative(by: x) .== exp(x) / (1 + exp(x)) ** 2) == .proved)
    #expect(exactly(log(x * y).derivative(by: y) .== 1 / y) == .proved)
    #expect(
      exactly(softmax([x, y])[0].derivative(by: y) .== softmax([x, y])[0] * softmax([x, y])[1])
        == .refuted)
    #expect(
      exactly(softmax([x, y])[0].derivative(by: y) .== -softmax([x, y])[0] * softmax([x, y])[1])
        == .proved)
  }

  @Test("derivatives of functions agree with difference quotients within balls")
  func functionDerivatives() {
    let functions: [(Formula) -> Formula] = [
      sin, cos, tan, sinh, cosh, tanh, atan, erf, exp, gamma, logGamma, digamma, sqrt,
    ]
    let h = Formula("1e-9")!
    let at = Formula("1.25")!
    for f in functions {
      let slope = f(x).derivative(by: x).substituting(x, by: at)
      let quotient = (f(at + h) - f(at - h)) / (2 * h)
      #expect(enclosed(abs(slope - quotient) .<= 1e-14) == .proved, "\(f(x).tex)")
    }
  }
}
