import Diagnostics
import Foundation
import Testing

@testable import Site

/// A site in a folder of its own, with this repository's templates and its checker of certificates:
/// write, build, look, edit, build again.
final class SiteTest: Sendable {
  let folder: TemporaryFolder

  init(siteFile: String = "title: Test\n") throws {
    folder = try TemporaryFolder()
    try folder.write(siteFile, at: "site/site.yml")
    let templates = Repository.folder.templates
    for name in try FileManager.default.contentsOfDirectory(atPath: templates.path) {
      let data = try Data(contentsOf: templates.appending(path: name))
      try folder.write(String(decoding: data, as: UTF8.self), at: "site/templates/\(name)")
    }
    try folder.write("body {}\n", at: "site/assets/evident.css")
    let checker = "site/assets/check_certificates.py"
    let program = try Data(contentsOf: Repository.folder.url(checker))
    try folder.write(String(decoding: program, as: UTF8.self), at: checker)
  }

  /// An article with a title and a text.
  func article(_ slug: String, _ text: String, title: String? = nil) throws {
    try folder.write(
      "---\ntitle: \(title ?? slug)\n---\n\n\(text)\n", at: "articles/\(slug).md")
  }

  func builder() throws -> SiteBuilder {
    let site = SiteFolder(root: folder.url)
    return SiteBuilder(SiteInputs(in: site), stages: Stages(folder: site, jobs: nil))
  }

  @discardableResult
  func build() throws -> SiteBuilder.Result {
    let builder = try builder()
    let everything = try Selection([], in: builder.inputs.documents, of: builder.inputs.folder)
    return builder.build(everything)
  }

  func check(_ names: String...) throws -> Verification {
    let builder = try builder()
    let selection = try Selection(
      names, in: builder.inputs.documents, of: builder.inputs.folder)
    return builder.verify(selection)
  }

  /// The site as a visitor finds it: pages by path.
  func published() -> [String: String] {
    var pages: [String: String] = [:]
    for path in folder.files(below: "site/public") {
      pages[path] = folder.text("site/public/" + path)
    }
    return pages
  }
}

extension SiteTest {
  /// Where `python3` is, if anywhere.
  static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs the published program on all published certificates.
  func checkCertificates() throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
    process.arguments =
      ["assets/check_certificates.py"]
      + folder.files(below: "site/public/certificates").map { "certificates/" + $0 }
    process.currentDirectoryURL = folder.url.appending(path: "site/public")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}

extension Verification {
  /// Findings as `file:line:column id`, which is what tests compare.
  var findings: [String] {
    diagnostics.map { found in
      let place = found.place.map { "\($0.file):\($0.line):\($0.column) " } ?? ""
      return place + found.id
    }
  }
}
