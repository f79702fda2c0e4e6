import Foundation
import Testing

@testable import Site

/// Whole builds with code in them. They need the core library, which `./evident test` builds first.
@Suite(
  "Articles with code, from Markdown to the page",
  .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
struct CodeTests {
  private let site: SiteTest
  init() throws { site = try SiteTest() }

  private let sum = """
    ```swift
    let sum = 1 + 2
    print("sum:", sum)
    ```

    It is `{swift} sum = 3`, or `{swift} Double(sum) / 9 ≈ 0.333` of nine.
    """

  @Test("what a block prints and what a span computes stand on the page")
  func page() throws {
    try site.article("one", sum)
    let result = try site.build()
    #expect(result.verification.findings == [])
    let page = try #require(site.published()["one/index.html"])
    #expect(page.contains("sum: 3"))
    #expect(page.contains(">0.333</span>"))
    #expect(page.contains("<dt>toolchain</dt><dd>Swift version"))
    #expect(result.verification.ledger.values.map(\.verdict) == [.holds, .holds])
  }

  @Test("the same site built in two folders differs in nothing but its seconds")
  func same() throws {
    let other = try SiteTest()
    try site.article("one", sum)
    try other.article("one", sum)
    try site.build()
    try other.build()
    func comparable(_ site: SiteTest) -> [String: String] {
      site.published().mapValues { $0.replacing(/"seconds": [0-9.e-]+/, with: "") }
    }
    #expect(comparable(site) == comparable(other))
    #expect(!comparable(site).isEmpty)
  }

  @Test("a wrong number and a trap are found at their places; the other article is verified")
  func errors() throws {
    try site.article("good", sum)
    try site.build()
    let before = site.published()
    try site.article("wrong", "One third is `{swift} 1.0 / 3 ≈ 0.334`.")
    try site.article("traps", "```swift\nlet few = [1]\nprint(few[3])\n```")
    let result = try site.build()
    #expect(result.verification.outcome == .wrong)
    #expect(
      result.verification.findings == [
        "articles/traps.md:7:10 swift.trap", "articles/wrong.md:5:35 value.wrong",
      ])
    #expect(
      result.verification.ledger.values.filter { $0.article == "articles/good.md" }
        .map(\.verdict) == [.holds, .holds])
    #expect(site.published() == before)
  }

  @Test("check of one claim reports that claim; its article is run, no other is")
  func oneClaim() throws {
    let claim = """
      > [!CLAIM shift] Shift
      >
      > $(x + 1)^2 = x^2 + 2x + 1$ for every real $x$.

      ```swift
      let x = real("x")
      claim("shift", (x + 1) * (x + 1) .== x * x + 2 * x + 1).exact()
      ```
      """
    try site.article("one", claim + "\n\n" + sum)
    try site.article("two", "```swift\nfatalError(\"not run\")\n```")
    let found = try site.check("shift")
    #expect(found.findings == [])
    #expect(found.ledger.claims.map(\.id) == ["shift"])
    #expect(found.ledger.claims.map(\.verdict) == [.holds])
    #expect(found.outcome == .holds)
  }

  @Test("a prose edit runs no code; a code edit runs its own article's alone")
  func proseEdit() throws {
    // Every run prints other numbers.
    let dice = "```swift\nprint(UInt64.random(in: 0...UInt64.max))\nlet three = 3\n```"
    let value = "It is `{swift} three = 3`."
    func output(_ slug: String) throws -> Substring {
      let page = try #require(site.published()["\(slug)/index.html"])
      return try #require(page.firstMatch(of: /output__text[^>]*>(?:<[^>]*>)*\s*([0-9]+)/)).output.1
    }
    try site.article("one", dice + "\n\n" + value)
    try site.article("two", dice)
    try site.build()
    let (one, two) = (try output("one"), try output("two"))
    try site.article("one", "Another opening.\n\n" + dice + "\n\n" + value + "\n\nThe end.")
    let edited = try site.build()
    #expect(edited.publication == .published)
    #expect(site.published()["one/index.html"]?.contains("The end.") == true)
    #expect(try output("one") == one)
    #expect(edited.verification.ledger.values.map(\.place.line) == [12])
    try site.article("two", dice.replacing("three", with: "four"))
    try site.build()
    #expect(try output("one") == one)
    #expect(try output("two") != two)
  }

  @Test("without the cache the code runs again, and gives the same page")
  func noCache() throws {
    try site.article("one", sum)
    try site.build()
    let before = site.published()["one/index.html"]
    let folder = SiteFolder(root: site.folder.url)
    let inputs = SiteInputs(in: folder)
    let everything = try Selection([], in: inputs.documents, of: folder)
    let builder = SiteBuilder(inputs, stages: Stages(folder: folder, jobs: nil, reuses: false))
    #expect(builder.build(everything).publication == .unchanged)
    #expect(site.published()["one/index.html"] == before)
  }
}
