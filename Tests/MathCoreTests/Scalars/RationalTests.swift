// Rationals: literals, text, exactness across the border of the machine word, rounding.

import MathCore
import Testing

@Suite("Rational")
struct RationalTests {
  @Test("a decimal literal means the decimal")
  func decimalLiteral() {
    let tenth: Rational = 0.1
    #expect(tenth == Rational(1, 10))
    #expect(tenth + 0.2 == 0.3)
    let tiny: Rational = 1e-7
    #expect(tiny.description == "1/10000000")
  }

  @Test(
    "reads integers, quotients and decimals",
    arguments: [
      ("3", "3"), ("-3/4", "-3/4"), ("6/8", "3/4"), ("0.25", "1/4"), ("1e-7", "1/10000000"),
      ("-2.50E1", "-25"), ("+7", "7"), ("0/5", "0"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
  func reads(text: String, description: String) {
    #expect(Rational(text)?.description == description)
  }

  @Test(
    "refuses what is not a number",
    arguments: ["", "-", "1/0", "1/-2", ".5", "1.", "e5", "1e", "1e200000", "nan", " 1", "1_0"])
  func refuses(text: String) {
    #expect(Rational(text) == nil)
  }

  @Test("stays exact beyond the machine word, and comes back to it")
  func bigNumbers() {
    let big = Rational(Int.max) * Rational(Int.max)
    #expect(big.description == "85070591730234615847396907784232501249")
    #expect(big / Rational(Int.max) == Rational(Int.max))
    #expect((Rational(Int.max) + 1 - 1) == Rational(Int.max))
    #expect(Rational(Int.min).description == "-9223372036854775808")
    #expect(-Rational(Int.min) == Rational(Int.max) + 1)
    #expect(Set([big, Rational("85070591730234615847396907784232501249")]).count == 1)
  }

  @Test("orders by value, also where the cross products overflow a word")
  func order() {
    #expect(Rational(1, 3) < Rational(1, 2))
    #expect(Rational(-1, 2) < Rational(-1, 3))
    #expect(Rational(Int.max - 1, Int.max) < 1)
    #expect(Rational(Int.max - 1, Int.max) > Rational(Int.max - 2, Int.max - 1))
  }

  @Test("floor, magnitude, sign and powers")
  func parts() {
    #expect(Rational(-7, 2).floor == -4)
    #expect(Rational(7, 2).floor == 3)
    #expect(Rational(-7, 2).magnitude == Rational(7, 2))
    #expect(Rational(-7, 2).sign == -1)
    #expect(Rational(2, 3) ** -3 == Rational(27, 8))
    #expect(Rational(0) ** 0 == 1)
    let tower: Double = 2 ** 3 ** 2
    #expect(tower == 512)
  }

  @Test("a machine number enters with its exact value")
  func exactDouble() {
    #expect(Rational(exactly: 0.5) == Rational(1, 2))
    #expect(Rational(exactly: 0.1)?.denominator == "36028797018963968")
    #expect(Rational(exactly: .nan) == nil)
    #expect(Rational(exactly: -.infinity) == nil)
  }

  @Test("rounds to the nearest machine number, ties to even, also among the subnormal ones")
  func nearestDouble() {
    #expect(Double(Rational(1, 3)) == 1.0 / 3.0)
    #expect(Double(Rational(9_007_199_254_740_993)) == 9_007_199_254_740_992)
    #expect(Double(Rational(9_007_199_254_740_995)) == 9_007_199_254_740_996)
    let least = Rational(2).power(-1074)
    #expect(Double(least) == .leastNonzeroMagnitude)
    #expect(Double(least / 2) == 0)
    #expect(Double(least / 2 + least / 1_000_000) == .leastNonzeroMagnitude)
    #expect(Double(least * Rational(3, 2)) == 2 * .leastNonzeroMagnitude)
    #expect(Double(Rational(10).power(400)) == .infinity)
  }
}
