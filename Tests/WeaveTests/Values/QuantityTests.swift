// A computed value shows the digits that it supports, and no others.

import Records
import Testing

@testable import Weave

@Suite struct QuantityTests {
  @Test(
    arguments: [
      (.integer("42"), "42", "42"),
      (.integer("-42"), "−42", "-42"),
      (.rational(numerator: "7", denominator: "8"), "7/8", "\\frac{7}{8}"),
      (.rational(numerator: "-7", denominator: "8"), "−7/8", "-\\frac{7}{8}"),
      (.rational(numerator: "-3", denominator: "1"), "−3", "-3"),
      (.double("0.6652409557748219"), "0.665241", "0.665241"),
      (.double("-0.5"), "−0.5", "-0.5"),
      (.double("3.0"), "3", "3"),
      (.double("-0.0"), "0", "0"),
      (.double("123456789.0"), "123456789", "123456789"),
      (.double("1234567.25"), "1.23457 × 10⁶", "1.23457 \\times 10^{6}"),
      (.double("0.30000000000000004"), "0.3", "0.3"),
      (.double("9.999996"), "10", "10"),
      (.double("1e+22"), "1 × 10²²", "1 \\times 10^{22}"),
      (.double("5e-324"), "5 × 10⁻³²⁴", "5 \\times 10^{-324}"),
      (.double("1e5"), "100000", "100000"),
      (.double("999999999999999.0"), "999999999999999", "999999999999999"),
      (.double("1.25e+16"), "1.25 × 10¹⁶", "1.25 \\times 10^{16}"),
      (.double("0.1234565"), "0.123457", "0.123457"),
      (.double("1.5e-05"), "0.000015", "0.000015"),
      (.double("1.5e-07"), "1.5 × 10⁻⁷", "1.5 \\times 10^{-7}"),
      (.double("nan"), "NaN", "\\mathrm{NaN}"),
      (.double("-inf"), "−∞", "-\\infty"),
      (.ball(lower: nil, upper: nil), "not enclosed", "\\text{not enclosed}"),
      (.boolean(true), "true", "\\text{true}"),
      (.text("a_b {c}"), "a_b {c}", "\\text{a\\_b \\{c\\}}"),
      (.complex(re: .double("1.5"), im: .double("-2.0")), "1.5 − 2i", "1.5 - 2i"),
      (.complex(re: .integer("0"), im: .integer("1")), "0 + 1i", "0 + 1i"),
      (
        .tuple([.integer("1"), .boolean(false)]), "(1, false)", "\\left(1,\\; \\text{false}\\right)"
      ),
      (.vector([.double("1.0"), .double("0.25")]), "(1, 0.25)", "\\left(1,\\; 0.25\\right)"),
      (
        .matrix([[.integer("1"), .integer("2")], [.integer("3"), .integer("4")]]), "2 × 2 matrix",
        "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}"
      ),
    ] as [(Quantity, String, String)])
  func `as text and as TeX`(quantity: Quantity, text: String, tex: String) throws {
    #expect(quantity.displayText == text)
    #expect(quantity.displayTeX == tex)
    _ = try Bench.typesetter.get().typeset(tex, display: true).get()
  }

  @Test(arguments: [
    // More than fifteen digits are not shown, the radius grows to cover the rest.
    (
      "33333333333333333332/100000000000000000000", "33333333333333333334/100000000000000000000",
      "0.333333333333333 ± 1 × 10⁻¹⁵"
    ),
    ("3/2", "5/2", "2.00 ± 0.50"),
    ("1/1", "1/1", "1"),
    ("7/8", "7/8", "0.875"),
    ("-1/1000", "1/1000", "0 ± 0.0010"),
    ("-20001/10000", "-19999/10000", "−2.00000 ± 0.00010"),
    ("314159/100000", "314160/100000", "3.1415950 ± 5.0 × 10⁻⁶"),
    ("0/1", "3/1", "1.5 ± 1.5"),
    ("1/3", "2/3", "0.50 ± 0.17"),
    ("1234567/1", "7654321/1", "4.4 × 10⁶ ± 3.3 × 10⁶"),
  ])
  func `a ball shows its radius, rounded up`(lower: String, upper: String, text: String) {
    #expect(Quantity.ball(lower: lower, upper: upper).displayText == text)
  }

  @Test func `what is printed of a ball contains the ball`() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<500 {
      let q = Int.random(in: 1...1_000_000, using: &generator)
      let p = Int.random(in: -1_000_000...1_000_000, using: &generator)
      let width = Int.random(in: 0...1000, using: &generator)
      let lower = "\(p * 1000)/\(q * 1000)"
      let upper = "\(p * 1000 + width)/\(q * 1000)"
      let ball = try #require(BallText(lower: lower, upper: upper))
      let middle = exact(ball.midpoint)
      let radius =
        ball.radius.map(exact) ?? exact(.init(isNegative: false, digits: "0", exponent: 0))
      let below = (try #require(ExactQuotient(lower)) - middle) + radius
      let above = (middle - (try #require(ExactQuotient(upper)))) + radius
      #expect(!below.isNegative, "\(lower) \(upper) \(ball.text)")
      #expect(!above.isNegative, "\(lower) \(upper) \(ball.text)")
    }
  }

  private func exact(_ number: DecimalNumber) -> ExactQuotient {
    ExactQuotient(
      isNegative: number.isNegative,
      (Natural(number.digits) ?? Natural(0)) * .power(ofTen: number.exponent),
      .power(ofTen: -number.exponent))
  }

  @Test func `what is big is elided, and says so`() {
    let big = "1" + String(repeating: "0", count: 99)
    #expect(Quantity.integer(big).displayText == "100000000000…000000 (100 digits)")
    #expect(
      Quantity.integer(big).displayTeX == "100000000000\\ldots 000000\\text{ (100 digits)}")
    #expect(
      Quantity.rational(numerator: "-" + big, denominator: "3" + big.dropFirst()).displayText
        == "≈ −0.333333333333333")
    let entries = (1...20).map { Quantity.integer("\($0)") }
    #expect(Quantity.vector(entries).displayText == "(1, 2, 3, 4, 5, 6, 7, 8, 9, …, 19, 20)")
    let rows = (0..<12).map { row in (0..<2).map { Quantity.integer("\(row * 2 + $0)") } }
    #expect(
      Quantity.matrix(rows).displayTeX
        == "\\begin{pmatrix}0 & 1 \\\\ 2 & 3 \\\\ 4 & 5 \\\\ 6 & 7 \\\\ 8 & 9 \\\\ 10 & 11 \\\\ "
        + "12 & 13 \\\\ \\vdots & \\vdots \\\\ 20 & 21 \\\\ 22 & 23\\end{pmatrix}")
  }

  @Test func `every digit is in the tooltip, when the text leaves some out`() {
    #expect(Quantity.double("0.6652409557748219").exactText == "0.6652409557748219")
    #expect(Quantity.double("0.5").exactText == nil)
    #expect(Quantity.double("-3.0").exactText == nil)
    #expect(Quantity.rational(numerator: "-7", denominator: "8").exactText == nil)
  }
}

@Suite struct NaturalTests {
  @Test func `arithmetic agrees with the machine's`() throws {
    var generator = SplitMix(state: 3)
    for _ in 0..<500 {
      let a = UInt64.random(
        in: 0...UInt64.max >> Int.random(in: 0...63, using: &generator),
        using: &generator)
      let b = UInt64.random(
        in: 1...(UInt64.max >> Int.random(in: 32...63, using: &generator)),
        using: &generator)
      let x = try #require(Natural("\(a)"))
      let y = try #require(Natural("\(b)"))
      #expect(x.digits == "\(a)")
      #expect((x + y).digits == "\(UInt128(a) + UInt128(b))")
      #expect((x * y).digits == "\(UInt128(a) * UInt128(b))")
      #expect(Natural.distance(x, y).digits == "\(a > b ? a - b : b - a)")
      #expect(x.divided(by: y).quotient.digits == "\(a / b)")
      #expect(x.divided(by: y).remainder.digits == "\(a % b)")
      #expect((x < y) == (a < b))
    }
  }

  @Test func `only digits are a natural number`() {
    for text in ["", "-1", "1.0", " 1", "0x1", "١"] { #expect(Natural(text) == nil) }
    #expect(Natural("000")?.digits == "0")
  }
}

/// A generator with a seed: a failing case fails again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
