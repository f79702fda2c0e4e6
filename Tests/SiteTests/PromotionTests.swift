import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("Diffs and edits")
struct PromotionPartsTests {
  @Test("a diff has three lines around each change, and joins what touches")
  func diff() {
    let old = (1...12).map(String.init)
    var new = old
    new[4] = "five"
    new[5] = "six"
    #expect(
      UnifiedDiff(path: "a.md", old: old, new: new).lines.map(\.text) == [
        "--- a/a.md", "+++ b/a.md", "@@ -2,8 +2,8 @@", " 2", " 3", " 4", "-5", "-6", "+five",
        "+six", " 7", " 8", " 9",
      ])
    #expect(UnifiedDiff(path: "a.md", old: old, new: old).lines == [])
  }

  @Test("edits change their bytes and no other: line ends, a byte order mark, what is not UTF-8")
  func bytes() {
    let text = Array("\u{FEFF}one 数 two\r\nthree\rfour\n".utf8) + [0xFF, 0x0A]
    var lines = SourceLines(text)
    func edit(_ line: Int, _ column: Int, _ old: String, _ new: String) -> SourceEdit {
      SourceEdit(place: Place(file: "a", line: line, column: column), old: old, new: new)
    }
    let failed = lines.apply([
      edit(1, 9, "two", "2"), edit(3, 1, "four", "4444"), edit(2, 1, "thrice", "3"),
      edit(9, 1, "x", "y"),
    ])
    #expect(lines.bytes == Array("\u{FEFF}one 数 2\r\nthree\r4444\n".utf8) + [0xFF, 0x0A])
    #expect(failed == [edit(2, 1, "thrice", "3"), edit(9, 1, "x", "y")])
  }
}

@Suite(
  "Promoting what was computed",
  .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
struct PromotionTests {
  private let site: SiteTest
  init() throws { site = try SiteTest() }

  private static let before = """
    ---
    title: A
    ---

    Two thirds: `{swift} 2.0 / 3 ≈ 0.666`, | `{swift} 6 * 7 = 42` |, `{swift} 6 * 7 = 41`.

    ```swift fails
    let a: Int = "x" // error: something else
    ```

    ```swift fails
    let a: Int = "x"
    let b = 1 // error: cannot convert
    ```

    - in a list

      ```swift traps
      let few = [1]
      print(few[3])
      ```

    """

  private static let after = """
    ---
    title: A
    ---

    Two thirds: `{swift} 2.0 / 3 ≈ 0.667`, | `{swift} 6 * 7 = 42` |, `{swift} 6 * 7 = 42`.

    ```swift fails
    let a: Int = "x" // error: cannot convert value of type 'String' to specified type 'Int'
    ```

    ```swift fails
    let a: Int = "x"  // error: cannot convert value of type 'String' to specified type 'Int'
    let b = 1
    ```

    - in a list

      ```swift traps
      let few = [1]
      print(few[3])  // trap: Index out of range
      ```

    """

  @Test("literals and messages; then everything holds, and nothing is left to promote")
  func all() throws {
    try site.folder.write(Self.before, at: "articles/a.md")
    let promotion = Promotion(try site.check(), in: SiteFolder(root: site.folder.url))
    #expect(promotion.count == 6)
    #expect(promotion.left == [])
    #expect(site.folder.text("articles/a.md") == Self.before)
    #expect(Outcome(promotion, isApplied: false) == .wrong)
    try promotion.apply()
    #expect(site.folder.text("articles/a.md") == Self.after)
    #expect(Outcome(promotion, isApplied: true) == .holds)
    let again = try site.check()
    #expect(again.findings == [])
    #expect(Promotion(again, in: SiteFolder(root: site.folder.url)).count == 0)
  }

  @Test("a file that was saved meanwhile is not overwritten")
  func changed() throws {
    try site.folder.write(Self.before, at: "articles/a.md")
    let promotion = Promotion(try site.check(), in: SiteFolder(root: site.folder.url))
    try site.folder.write(Self.before + "More.\n", at: "articles/a.md")
    #expect(throws: Promotion.Changed.self) { try promotion.apply() }
    #expect(site.folder.text("articles/a.md") == Self.before + "More.\n")
  }

  @Test("what no literal can say is left, with a reason")
  func left() throws {
    try site.article("a", "`{swift} 0.1 + 0.2 = 0.3`")
    let promotion = Promotion(try site.check(), in: SiteFolder(root: site.folder.url))
    #expect(promotion.count == 0)
    #expect(promotion.left.map(\.id) == ["promote.impossible"])
    #expect(Outcome(promotion, isApplied: false) == .wrong)
  }

  @Test("a new article builds, twice from one title it does not begin; its claim is explained")
  func new() throws {
    let folder = SiteFolder(root: site.folder.url)
    func start(_ name: String) throws -> NewArticle {
      try NewArticle(
        name, in: folder, beside: SiteInputs(in: folder).documents, date: "2026-11-23")
    }
    let article = try start("Γ: a \"first\" look")
    #expect(article.path == "articles/γ-a-first-look.md")
    try article.write()
    try start("articles/guide/second.md").write()
    let found = try site.check()
    #expect(found.findings == [])
    #expect(found.ledger.claims.map(\.verdict) == [.holds, .holds])
    #expect(found.ledger.values.map(\.verdict) == [.holds, .holds, .holds, .holds])
    #expect(
      throws: NewArticle.Refusal(
        description: "articles/γ-a-first-look.md is there already; it was not touched")
    ) { try start("Γ, a first look") }
    #expect(
      throws: NewArticle.Refusal(
        description: "articles/guide/second.md is the page `second/` already")
    ) { try start("articles/second.md") }
    #expect(throws: NewArticle.Refusal.self) { try start("../outside.md") }
    #expect(throws: NewArticle.Refusal.self) { try start("Ledger") }
    let text = try #require(ClaimExplanation("second.square", in: found)).text
    #expect(text.hasPrefix("second.square: Square of a sum\n  articles/guide/second.md:20, "))
    #expect(text.contains("Statement\n  $(a + b)^2 = a^2 + 2ab + b^2$ for all real $a$ and $b$.\n"))
    #expect(text.contains("Check 1 of 1: exact, identity by degrees\n  ✓ Proved exactly for "))
    #expect(text.contains("    refuted: the mixed term once only: "))
    #expect(text.hasSuffix("Reproduce\n  ./evident check --no-cache second.square\n"))
  }

  @Test("the ledger and the folklore page list what the articles state, and lead to it")
  func pages() throws {
    try site.article(
      "one",
      """
      > [!CLAIM square] Square of $a + b$
      >
      > $(a + b)^2 = a^2 + 2ab + b^2$ for all real $a$ and $b$.

      > [!FOLKLORE same] Squares add
      >
      > $(a + b)^2 = a^2 + b^2$, as in [](#square).
      >
      > It is so when $ab = 0$.

      ```swift
      let a = real("a"), b = real("b")
      claim("square", (a + b) * (a + b) .== a * a + 2 * a * b + b * b).exact()
      claim("same").refuted((a + b) * (a + b) .== a * a + b * b, at: [1, 1])
      ```
      """)
    let result = try site.build()
    #expect(result.verification.findings == [])
    let pages = site.published()
    let ledger = try #require(pages["ledger/index.html"])
    #expect(
      ledger.contains("<a class=\"ledger__title\" href=\"../one/index.html#square\">Square of "))
    #expect(ledger.contains("data-label=\"Subject\">the mathematics</td>"))
    #expect(ledger.contains("<dt>toolchain</dt><dd>Swift version"))
    let folklore = try #require(pages["folklore/index.html"])
    #expect(folklore.contains("href=\"../one/index.html#same\">Squares add</a>"))
    #expect(
      folklore.contains("<a class=\"reference\" href=\"../one/index.html#square\">Claim 1</a>"))
    #expect(folklore.contains("It is so when "))
    #expect(!folklore.contains("Square of"))
  }
}
