import Foundation
import Site
import Testing

@testable import Preview

/// A site in a folder of its own, with this repository's templates, and a preview of it: write as
/// an editor does, ask as a browser does.
final class PreviewSite: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "evident-preview-\(UUID().uuidString)")
    try write("title: Test\n", at: "site/site.yml")
    let templates = PreviewSite.repository.appending(path: "site/templates")
    for name in try FileManager.default.contentsOfDirectory(atPath: templates.path) {
      let text = try String(contentsOf: templates.appending(path: name), encoding: .utf8)
      try write(text, at: "site/templates/\(name)")
    }
    try write("body {}\n", at: "site/assets/evident.css")
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  // MARK: The author

  func write(_ text: String, at path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func article(_ slug: String, _ text: String) throws {
    try write("---\ntitle: \(slug)\n---\n\n\(text)\n", at: "articles/\(slug).md")
  }

  /// As many editors save: another file, then a rename.
  func articleByRename(_ slug: String, _ text: String) throws {
    let path = "articles/.\(slug).md.swp"
    try write("---\ntitle: \(slug)\n---\n\n\(text)\n", at: path)
    let target = root.appending(path: "articles/\(slug).md").path
    #expect(rename(root.appending(path: path).path, target) == 0)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  // MARK: The preview

  /// Starts a preview, gives it to `body`, and ends it.
  func preview(_ body: (Browser) async throws -> Void) async throws {
    let preview = try Preview(SiteFolder(root: root), port: 0)
    let address = try await preview.start()
    let port = try #require(UInt16(address.split(separator: ":")[2].dropLast()))
    do {
      try await body(Browser(port: port))
    } catch {
      await preview.stop()
      throw error
    }
    await preview.stop()
  }
}
