import Article
import Records
import Testing

@testable import Ledger

@Suite("The words of a claim and what was checked")
struct StatedAsTests {
  private func box(_ body: String) throws -> Box {
    let source = "---\ntitle: t\n---\n\n> [!CLAIM a.b] Title\n>\n" + body + "\n"
    let document = ArticleParser.parse(Array(source.utf8), path: "articles/a.md")
    return try #require(document.statedBoxes.first)
  }

  private func stated(
    _ body: String, _ law: String, for coverage: [String] = [], part: Int? = nil,
    values: [Int: Quantity] = [:]
  ) throws -> StatedAs {
    StatedAs(
      law: law, for: coverage, in: StatedPart(try box(body), part: part), values: values)
  }

  @Test("a statement that prints the law is one with it")
  func fromLaw() throws {
    let values: [Int: Quantity] = [0: .tex("x^{2} \\ge 0")]
    let body = "> `{swift} square` for every real $x$."
    #expect(try stated(body, "{x}^{2} \\ge 0", values: values) == .fromLaw)
    #expect(try stated(body, "{x}^{2} > 0", values: values) == .byHand)
    #expect(try stated(body, "{x}^{2} \\ge 0", values: [0: .double("1")]) == .byHand)
  }

  @Test("a statement that prints the law and says more besides is not one with it")
  func lawAndMore() throws {
    let values: [Int: Quantity] = [0: .tex("a = b"), 1: .tex("c < d")]
    #expect(try stated("> $|f| = g$, and `{swift} x`.", "a = b", values: values) == .amongOthers)
    #expect(try stated("> `{swift} x` and `{swift} y`.", "a = b", values: values) == .amongOthers)
    #expect(try stated("> `{swift} x`, so $a = b$.", "a = b", values: values) == .fromLaw)
  }

  @Test("where the variables range over what is stated, that is part of the check")
  func scope() throws {
    let values: [Int: Quantity] = [0: .tex("a = b")]
    let scope = ["every real $a > 0$", "every real $y \\in [0, 1]$"]
    let body = "> `{swift} x` for $a > 0$ and $y \\in [0, 1]$."
    #expect(try stated(body, "a = b", for: scope, values: values) == .fromLaw)
    #expect(try stated(body, "a = b", for: ["every real $a$"], values: values) == .amongOthers)
    #expect(try stated("> $a = b$ for $a > 0$.", "a = b", for: scope) == .shown)
  }

  @Test(
    "the formula shown is the formula checked, however it is written",
    arguments: [
      ("> $x^2 \\geq 0$ for every real $x$.", "{x}^{2} \\ge 0"),
      ("> $7/5 < \\sqrt2 < 3/2$.", "7/5 < \\sqrt{2},\\quad \\sqrt{2} < 3/2"),
      ("> $$a + b = b + a.$$", "b + a = a + b"),
      ("> $a = b \\quad\\text{if } c > 0$", "a = b \\quad\\text{if } c > 0"),
      ("> $u \\ge 2$", "\\text{not: }\\ u \\ge 2"),
    ])
  func shown(body: String, law: String) throws {
    #expect(try stated(body, law) == .shown)
  }

  @Test("of several formulas only one was checked")
  func amongOthers() throws {
    #expect(try stated("> $a = b$, and so $c < d$.", "a = b") == .amongOthers)
  }

  @Test(
    "less than what is stated, more, or the other way round is not what is stated",
    arguments: [
      ("> $2 x \\le y$", "x \\le y"), ("> $x \\le y + 1$", "x \\le y"),
      ("> $a = b$", "a = b,\\quad c = d"), ("> In words.", "a = b"),
      // What is a hypothesis in the law is the conclusion in the words.
      ("> $c > 0$ if $a = b$", "a = b \\quad\\text{if } c > 0"),
      ("> ~~$a = b$~~", "a = b"),
      ("> $a = b \\text{ if } c > 0$", "a = b"),
    ])
  func byHand(body: String, law: String) throws {
    #expect(try stated(body, law) == .byHand)
  }

  @Test("each part answers for its own formulas")
  func parts() throws {
    let body = "> Let $n > 0$.\n>\n> 1. $a = b$\n> 2. $c = d$"
    #expect(try stated(body, "c = d", part: 2) == .shown)
    #expect(try stated(body, "c = d", part: 1) == .byHand)
    #expect(try stated(body, "c = d", part: 3) == .byHand)
    #expect(try stated(body, "c = d") == .amongOthers)
  }
}
