import Foundation
import Testing

@testable import Site

@Suite("A new site")
struct NewSiteTests {
  private let place: TemporaryFolder
  init() throws { place = try TemporaryFolder() }

  private func start(_ name: String = "my-notes", title: String? = nil) throws -> NewSite {
    try NewSite(
      in: place.url.appending(path: name), title: title, date: "2026-01-02",
      like: Repository.folder)
  }

  @Test(
    "it builds as it is, its article's claim holds, and nothing of it reaches Git that is made",
    .enabled(if: Repository.hasCore, "the core library is not built: run ./evident test"))
  func builds() throws {
    let site = try start()
    try site.write()
    let builder = SiteBuilder(
      SiteInputs(in: site.folder), stages: Stages(folder: site.folder, jobs: nil))
    let everything = try Selection([], in: builder.inputs.documents, of: site.folder)
    let result = builder.build(everything)
    #expect(result.verification.findings == [])
    #expect(result.publication == .published)
    #expect(result.verification.outcome == .holds)
    #expect(result.verification.ledger.claims.map(\.verdict) == [.holds])
    let page = try #require(place.text("my-notes/site/public/a-first-article/index.html"))
    #expect(page.contains("> My notes</a>"))
    #expect(place.text("my-notes/.gitignore") == ".evident/\nsite/public/\n")
  }

  @Test("its templates and assets are this program's own, byte for byte")
  func templates() throws {
    try start().write()
    let copied = place.files(below: "my-notes/site").filter { $0.contains("/") }
    #expect(copied.contains("templates/article.mustache") && copied.contains("assets/evident.css"))
    for path in copied {
      let model = FileManager.default.contents(atPath: Repository.folder.url("site/" + path).path)
      #expect(
        place.text("my-notes/site/" + path) == model.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  @Test("any title is a title")
  func titles() throws {
    for (name, title) in [("a", "数 \"学\""), ("b", "C:\\ # no: comment"), ("c", "- x")] {
      let site = try start(name, title: title)
      try site.write()
      let inputs = SiteInputs(in: site.folder)
      #expect(inputs.site.title == title)
      #expect(inputs.diagnostics == [])
    }
  }

  @Test("what is there already is neither replaced nor added to")
  func existing() throws {
    try place.write("Mine.\n", at: "my-notes/articles/mine.md")
    try place.write("mine\n", at: "my-notes/.gitignore")
    try start().write()
    #expect(place.text("my-notes/articles/mine.md") == "Mine.\n")
    #expect(place.files(below: "my-notes/articles") == ["mine.md"])
    #expect(place.text("my-notes/.gitignore") == "mine\n")
    let root = place.url.appending(path: "my-notes").path
    #expect(throws: NewSite.Refusal(description: "\(root) holds a site already")) { try start() }
    try place.write("mine", at: "other/site/templates/article.mustache")
    let template = place.url.appending(path: "other/site/templates/article.mustache").path
    #expect(
      throws: NewSite.Refusal(description: "\(template) is there already; nothing was written")
    ) { try start("other") }
    #expect(place.files(below: "other") == ["site/templates/article.mustache"])
  }
}
