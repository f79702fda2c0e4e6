import Foundation
import Testing

@testable import Article
@testable import Site

/// What the first page says is so.
@Suite("The README")
struct ReadmeTests {
  private let readme: Document

  init() throws {
    let bytes = try Data(contentsOf: Repository.folder.url("README.md"))
    readme = ArticleParser.parse(Array(bytes), path: "README.md", syntax: [])
  }

  private var listings: [CodeListing] {
    readme.blocks.compactMap { if case .code(let listing) = $0 { listing } else { nil } }
  }

  /// The first column of the table whose first column has this head.
  private func column(_ head: String) -> [String] {
    readme.blocks.flatMap { block -> [String] in
      guard case .table(let table) = block, PlainText.of(table.header[0]) == head else { return [] }
      return table.rows.map { PlainText.of($0[0]) }
    }
  }

  @Test(
    "the article that it shows builds as it stands, and its claim holds",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func example() throws {
    let article = try #require(listings.first { $0.info == "markdown" })
    let site = try SiteTest()
    try site.folder.write(article.code, at: "articles/softmax.md")
    let result = try site.build()
    #expect(result.verification.findings == [])
    #expect(result.verification.ledger.claims.map(\.id) == ["softmax.shift"])
    #expect(result.verification.ledger.claims.map(\.verdict) == [.holds])
    let page = try #require(site.published()["softmax/index.html"])
    #expect(page.contains(">0.665</span> of the mass."))
  }

  @Test("its table of commands has every command, and no other")
  func commands() throws {
    let told = column("command").map { $0.split(separator: " ")[1] }
    let folder = Repository.folder.url("Sources/EvidentCommand")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    // A command's file is called after it; the launcher has one of its own.
    let commands = files.compactMap { $0.firstMatch(of: /^(\w+)Command\.swift$/)?.output.1 }
      .map { $0.lowercased() }.filter { $0 != "evident" }
    #expect(told.map { "\($0)" }.sorted() == (commands + ["test"]).sorted())
  }

  @Test("its map names every folder of sources that is not a C library's")
  func layout() throws {
    let told = column("folder").joined(separator: ", ").matches(of: /[A-Z]\w+/).map {
      "\($0.output)"
    }
    let folder = Repository.folder.url("Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !FileManager.default.fileExists(atPath: "\(folder.path)/\($0)/module.modulemap") }
    #expect(Set(told).subtracting(["Sources"]) == Set(folders))
  }
}
