import Diagnostics
import Testing

@testable import Article

@Suite("Values in prose")
struct InlineValueTests {
  private func firstValue(in body: String) -> InlineValue? {
    for case .value(let value) in parse(body).runnables { return value }
    return nil
  }

  @Test("expression and literal are split, with their places")
  func split() throws {
    let value = try #require(firstValue(in: "The *`{swift} p.max()! ≈ 0.665`* mass"))
    #expect(value.expression == "p.max()!")
    #expect(at(value.place) == "1:15")
    let claimed = try #require(value.claimed)
    #expect(claimed.relation == .approximately)
    #expect(claimed.text == "0.665")
    #expect(claimed.value == .decimal(negative: false, digits: "665", exponent: -3))
    #expect(at(claimed.place) == "1:28")
  }

  @Test("a span without its closing backtick is one error, whatever it swallows")
  func unclosed() {
    expect(["value.unclosed"], in: "The value `①{swift} 1 + 1 = 2 is nice.")
    let document = expect(
      ["value.unclosed"], in: "A `①{swift} 1 + 1 and `{swift} 2` b, `{swift} 3`.")
    #expect(document.runnables.isEmpty)
    expect(["value.unclosed"], in: "| a |\n|---|\n| `①{swift} 1 |")
    expect([], in: "A \\`{swift} 1 + 1, {swift} 2, `` `{swift} 3` `` and ` {swift} 4`.")
  }

  @Test("a bracket that is not closed is one error at the bracket; texts may hold any")
  func brackets() {
    let document = expect(
      ["value.bracket", "value.bracket"],
      in:
        "`{swift} ①(1 + 1` and `{swift} f([1, 2], ②[3 ≈ 0.5` and `{swift} f(\"(\")` `{swift} (1 / 2)`"
    )
    #expect(document.runnables.count == 2)
  }

  @Test("the split is at the last relation outside brackets with a literal on its right")
  func lastRelation() throws {
    let value = try #require(firstValue(in: "`{swift} x <= 3 = true`"))
    #expect(value.expression == "x <= 3")
    #expect(value.claimed?.value == .boolean(true))
    #expect(firstValue(in: "`{swift} f(a = 3)`")?.claimed == nil)
    #expect(firstValue(in: #"`{swift} f(" = 3")`"#)?.claimed == nil)
    #expect(firstValue(in: "`{swift} a = b`")?.expression == "a = b")
    #expect(firstValue(in: "``{swift} f(`default`) ≈ 2``")?.expression == "f(`default`)")
    #expect(firstValue(in: "`{swift}\nx`")?.expression == "x")
    #expect(firstValue(in: "`{swift} a\n= 2`")?.expression == "a")
  }

  @Test(
    "literals are read exactly",
    arguments: [
      ("42", Literal.decimal(negative: false, digits: "42", exponent: 0)),
      ("-0.50", .decimal(negative: true, digits: "50", exponent: -2)),
      ("−1.5", .decimal(negative: true, digits: "15", exponent: -1)),
      ("12\u{2009}345.6", .decimal(negative: false, digits: "123456", exponent: -1)),
      ("1_000", .decimal(negative: false, digits: "1000", exponent: 0)),
      ("2.5e-8", .decimal(negative: false, digits: "25", exponent: -9)),
      ("2.5 × 10⁻⁸", .decimal(negative: false, digits: "25", exponent: -9)),
      ("66.5 %", .decimal(negative: false, digits: "665", exponent: -3)),
      ("66.5%", .decimal(negative: false, digits: "665", exponent: -3)),
      ("0.000", .decimal(negative: false, digits: "0", exponent: -3)),
      ("-7/8", .fraction(negative: true, numerator: "7", denominator: "8")),
      ("true", .boolean(true)),
      ("−∞", .infinity(negative: true)),
      ("nan", .nan),
      (#""a \"b\"""#, .text(#"a "b""#)),
      (
        "1.5 - 2i",
        .complex(
          re: .decimal(negative: false, digits: "15", exponent: -1),
          im: .decimal(negative: true, digits: "2", exponent: 0))
      ),
      (
        "(1, true)",
        .tuple([.decimal(negative: false, digits: "1", exponent: 0), .boolean(true)])
      ),
    ])
  func literals(_ text: String, _ literal: Literal) {
    #expect(LiteralReader.read(text) == literal)
  }

  @Test(
    "what is no literal is not taken for one",
    arguments: [
      "", "x", "1x", "1/0", "1.", ".5", "1e", "(1)", "--1", "1 2", "\"a", "1 × 11", "1__0",
    ])
  func noLiterals(_ text: String) {
    #expect(LiteralReader.read(text) == nil)
  }

  @Test("≈ needs a decimal with places")
  func approximations() {
    expect(["value.approximately-zero"], in: "`{swift} x ≈ ①0`")
    expect([], in: "`{swift} x ≈ 0.000` and `{swift} x = 0`")
    expect(["value.approximately-exact"], in: "`{swift} x ≈ ①1/2`")
    expect(["value.literal"], in: "`{swift} x ≈ ①y`")
    expect(["value.empty"], in: "`{swift} ①`")
  }

  @Test("a leading space shows the span and does not run it")
  func shown() {
    let document = expect([], in: "` {swift} x`")
    #expect(document.runnables.isEmpty)
    guard case .paragraph(let paragraph)? = document.blocks.first else { return }
    #expect(paragraph.inlines == [.code("{swift} x")])
  }

  @Test("values run in links, cells, footnotes and headings, in order")
  func everywhere() {
    let document = parse(
      """
      # `{swift} a`

      [`{swift} b`](u)[^1] `{swift} c`

      | h |
      |---|
      | `{swift} d\\|e` |

      [^1]: `{swift} f`
      """
    )
    let found = document.runnables.map { runnable -> String in
      guard case .value(let value) = runnable else { return "" }
      return "\(value.expression) at \(at(value.place))"
    }
    #expect(
      found == ["a at 1:12", "b at 3:11", "c at 3:31", "d|e at 7:12", "f at 9:16"])
  }
}
