import Diagnostics
import Foundation
import Testing

@testable import Article
@testable import Site

/// The manual is the specification of the syntax: what it shows is what runs.
@Suite("The guide")
struct GuideTests {
  private static let guides = SiteInputs(in: Repository.folder).documents.filter {
    $0.path.hasPrefix("articles/guide/")
  }

  @Test("each listing of Markdown stands there a second time, alive, letter by letter")
  func listings() {
    #expect(!Self.guides.isEmpty)
    for guide in Self.guides {
      let listings = guide.blocks.compactMap { block in
        if case .code(let listing) = block, listing.info == "markdown" { listing } else { nil }
      }
      if guide.slug == "writing" { #expect(listings.count >= 10) }
      for listing in listings {
        let fence = listing.code.contains("```") ? "````" : "```"
        let both = "\(fence)markdown\n\(listing.code)\(fence)\n\n\(listing.code)"
        #expect(guide.source.contains(both), "\(listing.place): \(listing.code)")
      }
    }
  }

  @Test("the table of words has every word of a block, and no other")
  func words() throws {
    let guide = try #require(Self.guides.first { $0.slug == "writing" })
    let words = guide.blocks.compactMap { block -> [String]? in
      guard case .table(let table) = block, PlainText.of(table.header[0]) == "word" else {
        return nil
      }
      return table.rows.map { PlainText.of($0[0]) }
    }
    #expect(
      words == [
        ["hide", "fold", "id=NAME", "own", "static", "fails", "traps", "slow", "timeout=SECONDS"]
      ])
  }

  @Test("the table of verbs has every verb of a claim, and no other")
  func verbs() throws {
    let guide = try #require(Self.guides.first { $0.slug == "verbs" })
    let told = guide.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block, PlainText.of(table.header[0]) == "verb" else {
        return []
      }
      return table.rows.map { PlainText.of($0[0]) }
    }
    let folder = Repository.folder.url("Sources/Evident/Claims")
    var written: Set<Substring> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      // A verb is a method that gives the claim back.
      let verbs = source.matches(of: /\n  public func (\w+)[^{]*? -> Claim\b/)
      written.formUnion(verbs.map(\.output.1))
    }
    #expect(told.sorted() == written.map(String.init).sorted())
  }

  @Test("the tables of the ledger have every member that is written, and no other")
  func ledger() throws {
    let guide = try #require(Self.guides.first { $0.slug == "continuous-integration" })
    let told = guide.blocks.compactMap { block -> [String]? in
      guard case .table(let table) = block, PlainText.of(table.header[0]) == "member" else {
        return nil
      }
      return table.rows.flatMap { PlainText.of($0[0]).components(separatedBy: ", ") }
    }
    func members(_ json: JSON) -> [String] {
      if case .object(let members) = json { members.map(\.key) } else { [] }
    }
    let claim = LedgerRecord.Claim.made("a", .holds)
    let check = try #require(claim.checks.first)
    let value = LedgerRecord.Value(
      article: "", line: 1, column: 1, expression: "", computed: "", verdict: .holds)
    let written = [LedgerRecord.made(of: []).json, claim.json, check.json, value.json].map(members)
    #expect(told.map { $0.sorted() } == written.map { $0.sorted() })
  }

  @Test(
    "it runs, and says what it says",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func output() throws {
    let site = try SiteTest()
    for guide in Self.guides { try site.folder.write(guide.source, at: guide.path) }
    let references = try Data(contentsOf: Repository.folder.url("site/references.json"))
    try site.folder.write(String(decoding: references, as: UTF8.self), at: "site/references.json")
    for slug in ["softmax", "heavy-tails"] {
      try site.article(slug, "The article that the guide links to.")
    }
    let result = try site.build()
    #expect(result.verification.findings == [])
    let claims = result.verification.ledger.claims
    #expect(
      claims.filter { $0.article == "articles/guide/writing.md" }.map(\.verdict)
        == [.holds, .holds, .cited, .holds, .holds])
    #expect(
      claims.filter { $0.article == "articles/guide/evidence.md" }.map(\.verdict) == [
        .holds, .holds, .supported, .supported, .supported, .holds, .cited, .refuted, .inconclusive,
        .vacuous, .notRun, .failed,
      ])
    let bounded = claims.first { $0.id == "guide.bounded" }
    #expect(bounded?.checks.map(\.verdict) == [.supported, .holds])
    #expect(
      claims.filter { $0.article == "articles/guide/verbs.md" }.map(\.verdict)
        == [.holds, .holds, .holds, .holds, .holds, .supported, .holds, .holds, .holds])
    #expect(
      claims.filter { $0.article == "articles/guide/chance.md" }.map(\.verdict)
        == [.supported, .vacuous, .supported, .supported])
    let certificates = claims.filter { $0.article == "articles/guide/exact-certificates.md" }
    #expect(certificates.allSatisfy { $0.verdict == .holds })
    #expect(
      certificates.map { $0.certificatePath == nil } == [
        false, false, false, false, false, false, true,
      ])
    if SiteTest.python != nil {
      let (status, output) = try site.checkCertificates()
      #expect(status == 0, "\(output)")
      let told = Self.guides.flatMap { $0.source.split(separator: "\n") }.filter {
        $0.hasPrefix("ok  ")
      }
      #expect(told.count == 1)
      for line in told { #expect(output.contains(line), "\(line)") }
    }
    #expect(
      claims.filter(\.isDemonstration).map(\.verdict)
        == [.inconclusive, .vacuous, .refuted, .inconclusive, .vacuous, .notRun, .failed])
    #expect(
      claims.filter { $0.article == "articles/guide/boxes.md" }.map(\.verdict)
        == [.holds, .holds, .holds, .holds, .inconclusive, .holds])
    let page = try #require(site.published()["writing/index.html"])
    for text in [
      "three probabilities:\n</pre>\n<div class=\"output__value\">(0.0900306, 0.244728, 0.665241)<",
      "<pre class=\"output__text\">a text, here only\n</pre>",
      "The largest is <span class=\"value\" title=\"0.6652409557748218\">0.665241</span>",
      "<p class=\"swift-label\">Does not compile</p>",
      "<a class=\"reference\" href=\"#guide.parts\">Claim 2</a>",
      "<a class=\"reference\" href=\"#eq:plus\">Equation 2</a>",
      "<span class=\"figure__number\">Table 1</span> Powers of two.",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }
}
