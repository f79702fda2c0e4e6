import Foundation
import Testing

@testable import Ledger
@testable import Site

@Suite("Recording what was read")
struct StatementPromotionTests {
  private let site: SiteTest
  init() throws { site = try SiteTest() }

  private func article(_ words: String, law: String = "x * x .>= 0") throws {
    try site.article(
      "a",
      """
      > [!CLAIM one] One
      >
      > \(words)

      ```swift
      let x = real("x")
      claim("one", \(law)).exact()
      ```
      """)
  }

  private func promotion() throws -> (StatementPromotion, SiteInputs) {
    let verification = try site.check()
    let inputs = try site.builder().inputs
    return (StatementPromotion(verification, known: inputs.claimIDs, in: inputs), inputs)
  }

  @Test("a line for each claim, sorted, the comma in front; it reads back the same")
  func file() {
    let file = ReviewedFile(reviews: [
      "b.x#2": Review(statement: "01", law: "02"), "a": Review(statement: "03", law: "04"),
      "b.x#10": Review(statement: "05", law: "06"),
    ])
    #expect(
      file.text == """
        { "schema": "1"
        , "a": "03 04"
        , "b.x#10": "05 06"
        , "b.x#2": "01 02"
        }

        """)
    #expect(ReviewedFile(reading: Data(file.text.utf8)) == file)
    #expect(ReviewedFile(reading: Data(ReviewedFile().text.utf8)) == ReviewedFile())
  }

  @Test(
    "what is no such file is an error of the site, not an empty one",
    arguments: [
      "", "{", "[]", "{}", "{ \"schema\": \"2\" }", "{ \"schema\": \"1\", \"a\": \"x\" }",
      "<<<<<<< HEAD\n{ \"schema\": \"1\"\n}", "{ \"schema\": \"1\", \"a\": 1 }",
    ])
  func malformed(text: String) throws {
    try site.folder.write(text, at: "site/reviewed.json")
    try site.article("a", "Text.")
    #expect(try site.check().findings == ["site/reviewed.json:1:1 site.reviewed"])
  }

  @Test(
    "words that change alone warn until they are recorded",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func whole() throws {
    try article("$x^2$ is never negative.")
    #expect(try site.check().findings == [])
    var (promotion, inputs) = try promotion()
    #expect(promotion.changes.map(\.kind) == [.new])
    #expect(promotion.text.contains("says     $x^2$ is never negative."))
    #expect(promotion.text.contains("checked  x x \\ge 0"))
    try promotion.apply(over: inputs)
    let recorded = try #require(site.folder.text("site/reviewed.json"))
    #expect(try site.check().findings == [])
    #expect(try self.promotion().0.count == 0)

    try article("$x^2$ is positive.")
    let verification = try site.check()
    #expect(verification.findings == ["articles/a.md:5:3 statement.changed-alone"])
    #expect(verification.outcome == .holds)
    #expect(verification.woven[0].body.contains("Changed since last read: the statement, but"))
    (promotion, inputs) = try self.promotion()
    #expect(promotion.changes.map(\.kind) == [.statement])
    try promotion.apply(over: inputs)
    #expect(try site.check().findings == [])
    #expect(site.folder.text("site/reviewed.json") != recorded)
  }

  @Test("claims that are gone are dropped; those of articles that were not looked at stay")
  func gone() throws {
    try site.article("a", "> [!CITED here] Here\n>\n> It is so.")
    let gone = Review(statement: "01", law: "02")
    let file = ReviewedFile(reviews: ["gone": gone, "here#1": gone, "here": gone, "gone#2": gone])
    try site.folder.write(file.text, at: "site/reviewed.json")
    let (promotion, inputs) = try promotion()
    #expect(promotion.changes.map(\.key) == ["gone", "gone#2", "here#1"])
    #expect(promotion.changes.allSatisfy { $0.kind == .gone })
    try promotion.apply(over: inputs)
    #expect(site.folder.text("site/reviewed.json") == ReviewedFile(reviews: ["here": gone]).text)

    try site.article("b", "Text.")
    let other = ReviewedFile(reviews: ["here": gone])
    try site.folder.write(other.text, at: "site/reviewed.json")
    let verification = try site.check("b")
    let builder = try site.builder()
    let partial = StatementPromotion(
      verification, known: builder.inputs.claimIDs, in: builder.inputs)
    #expect(partial.count == 0)
  }

  @Test("a file that somebody has saved meanwhile is left alone")
  func meanwhile() throws {
    try site.article("a", "Text.")
    let (promotion, inputs) = try promotion()
    let saved = ReviewedFile(reviews: ["x": Review(statement: "01", law: "02")]).text
    try site.folder.write(saved, at: "site/reviewed.json")
    #expect(throws: Promotion.Changed.self) { try promotion.apply(over: inputs) }
    #expect(site.folder.text("site/reviewed.json") == saved)
  }
}
