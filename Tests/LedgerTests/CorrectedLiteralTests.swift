import Article
import Diagnostics
import Records
import Testing

@testable import Ledger

@Suite("A wrong literal is rewritten as its author writes")
struct CorrectedLiteralTests {
  private func corrected(
    _ quantity: Quantity, _ relation: ClaimedLiteral.Relation, _ text: String
  ) throws -> CorrectedLiteral {
    let place = Place(file: "a.md", line: 1, column: 1)
    return CorrectedLiteral(
      quantity,
      claimed: try #require(ClaimedLiteral(relation, reading: text, at: place), "\(text)"))
  }

  @Test(
    "as many places, or as many digits where these would all be zeros",
    arguments: [
      ("0.6666666666666666", "0.666", "0.667"), ("-0.6666666666666666", "−0.6", "−0.7"),
      ("-0.6666666666666666", "0.7", "-0.7"), ("0.6666666666666666", "+0.6", "+0.7"),
      ("12345678.9", "1.2e6", "1.2e7"), ("9.99e-09", "9.8e-9", "1.0e-8"),
      ("1.5e-09", "1.4 × 10⁻⁹", "1.5 × 10⁻⁹"), ("1.5e-09", "1.4 × 10^-9", "1.5 × 10^-9"),
      ("0.6666666666666666", "66 %", "67 %"), ("1.234e-05", "0.002", "0.00001"),
      ("31415.9", "31_415.8", "31_415.9"), ("31415.9265", "3.14", "31415.93"),
    ])
  func decimals(computed: String, old: String, new: String) throws {
    #expect(try corrected(.double(computed), .approximately, old) == .text(new))
  }

  @Test(
    "exactly, behind =",
    arguments: [
      (Quantity.integer("42"), "41", "42"), (.integer("1234567"), "1_234_568", "1_234_567"),
      (.rational(numerator: "7", denominator: "8"), "9/8", "7/8"),
      (.rational(numerator: "7", denominator: "8"), "0.5", "0.875"),
      (.rational(numerator: "-1", denominator: "3"), "0.3", "-1/3"),
      (.double("2.5"), "2.4", "2.5"), (.boolean(true), "false", "true"),
      (.text("a \"b\""), "\"c\"", "\"a \\\"b\\\"\""), (.double("inf"), "1", "∞"),
    ])
  func exact(quantity: Quantity, old: String, new: String) throws {
    #expect(try corrected(quantity, .equal, old) == .text(new))
  }

  @Test("in a tuple, what is right keeps its form; a complex number keeps both")
  func parts() throws {
    let tuple = Quantity.tuple([.double("0.50"), .double("0.125")])
    #expect(
      try corrected(tuple, .approximately, "(5.0e-1,  0.13, 0.1)") == .none)
    #expect(try corrected(tuple, .approximately, "(5.0e-1,  0.23)") == .text("(5.0e-1,  0.13)"))
    let number = Quantity.complex(re: .double("1.25"), im: .double("-0.5"))
    #expect(try corrected(number, .approximately, "1.3 + 0.5i") == .text("1.3 - 0.5i"))
  }

  @Test("what holds is right; what no such literal says is left")
  func limits() throws {
    #expect(try corrected(.double("0.6666"), .approximately, "0.67") == .right)
    #expect(try corrected(.double("0.30000000000000004"), .equal, "0.3") == .none)
    let wide = Quantity.ball(lower: "1/2", upper: "3/4")
    #expect(try corrected(wide, .approximately, "0.123") == .none)
    #expect(try corrected(wide, .approximately, "1.2") == .none)
    #expect(try corrected(.matrix([[.integer("1")]]), .equal, "2") == .none)
  }

  @Test("whatever is proposed is right", arguments: 0..<200)
  func right(seed: Int) throws {
    let value = Double(seed * 7919 % 1000 - 500) / 7 * [1e-9, 1e-3, 1, 1e6][seed % 4]
    let styles = ["0.00", "1.23", "1.2e5", "12 %", "1_000.5", "3.4 × 10⁻²", "5.0e-3"]
    let quantity = Quantity.double("\(value)")
    for old in styles {
      guard case .text(let new) = try corrected(quantity, .approximately, old) else { continue }
      #expect(try corrected(quantity, .approximately, new) == .right, "\(value): \(old), \(new)")
    }
  }
}
