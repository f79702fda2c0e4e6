import Foundation
import Testing

@testable import Site

@Suite("Finding articles")
struct ArticleFilesTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func find(_ paths: [String]) throws -> ArticleFiles {
    for path in paths { try folder.write("# T\n", at: path) }
    return ArticleFiles(in: SiteFolder(root: folder.url))
  }

  @Test("every .md below articles/, by the bytes of the path, hidden ones left out")
  func order() throws {
    let found = try find([
      "articles/b.md", "articles/a/m.md", "articles/Z.md", "articles/.hidden.md",
      "articles/notes.txt", "articles/概率.md", "other.md",
    ])
    #expect(
      found.files.map(\.path) == [
        "articles/Z.md", "articles/a/m.md", "articles/b.md", "articles/概率.md",
      ])
    #expect(found.files.map(\.slug) == ["Z", "m", "b", "概率"])
  }

  @Test("two articles cannot share a page, whatever the case of their names")
  func collision() throws {
    let found = try find(["articles/a/softmax.md", "articles/Softmax.md"])
    #expect(found.diagnostics.map(\.id) == ["article.slug"])
    #expect(found.diagnostics.first?.place?.file == "articles/a/softmax.md")
    #expect(found.diagnostics.first?.notes.first?.place?.file == "articles/Softmax.md")
  }

  @Test("names that cannot be part of an address, or that the site uses itself")
  func names() throws {
    let found = try find(["articles/a b.md", "articles/100%.md", "articles/assets.md"])
    #expect(found.diagnostics.map(\.id) == Array(repeating: "article.slug", count: 3))
  }

  @Test("what is called like an article and cannot be read is an error, not left out")
  func unreadable() throws {
    try folder.write("x", at: "articles/folder.md/inner.txt")
    let link = folder.url.appending(path: "articles/loop.md")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "loop.md")
    let found = try find(["articles/good.md"])
    #expect(found.files.map(\.path) == ["articles/good.md"])
    #expect(found.diagnostics.map(\.id) == ["article.unreadable", "article.unreadable"])
  }

  @Test("a site without articles is an error: it would replace a good one by nothing")
  func none() throws {
    #expect(try find([]).diagnostics.map(\.id) == ["site.no-articles"])
  }
}
