import Evident
import Testing

@testable import MathCore

@Suite("Values of formulas")
struct EnclosureTests {
  let u = real("u")

  @Test("a closed formula has a value, as narrow as the precision allows")
  func closed() {
    #expect(exp(1).enclosure().digits(20) == "2.7182818284590452354")
    #expect(sqrt(2).enclosure(precision: 400).radius < 1e-100)
    let value = gamma(1 / 2 + i).complexEnclosure()
    #expect(value.re.digits(15) == "0.300694617260656")
    #expect(value.im.digits(15) == "-0.424967879433124")
    #expect(abs(gamma(i)).enclosure().digits(12) == "0.521564046865")
  }

  @Test("an integral is enclosed with its tails")
  func integrals() {
    let gauss = integral(exp(-(u ** 2)), by: u, over: .reals).enclosure()
    #expect(gauss.digits(25) == "1.772453850905516027298167")
  }

  @Test("what has no value is not finite")
  func undefined() {
    #expect(!log(-1).enclosure().isFinite)
    #expect(!(1 / (exp(0) - 1)).enclosure().isFinite)
    #expect(!gamma(-2).enclosure().isFinite)
    #expect(!integral(exp(u), by: u, over: .reals).enclosure().isFinite)
  }
}
