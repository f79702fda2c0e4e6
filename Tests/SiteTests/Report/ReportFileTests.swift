import Diagnostics
import Foundation
import Testing

@testable import Ledger
@testable import Site

@Suite("Report files")
struct ReportFileTests {
  private let folder: TemporaryFolder
  private let record = LedgerRecord.made(of: ["a title"])
  private let places = SourcePlaces(sources: [:])
  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  @Test("written whole, twice the same bytes, folders that are missing are made")
  func written() throws {
    for kind in ReportFile.Kind.allCases {
      let name = "new/\(kind.rawValue)"
      try ReportFile(kind, file: path(name)).write(record, places: places)
      let first = folder.text(name)
      try ReportFile(kind, file: path(name)).write(record, places: places)
      #expect(folder.text(name) == first)
      #expect(first?.isEmpty == false)
    }
  }

  @Test("a place that cannot be written to is an error with an id, the place and the reason")
  func unwritable() throws {
    try folder.write("", at: "file")
    try folder.write("", at: "here/file")
    let places: [(String, String)] = [
      ("file/x.xml", "what should be its folder is a file"), ("here", "it is a folder"),
    ]
    for (name, reason) in places {
      let report = ReportFile(.junit, file: path(name))
      #expect {
        try report.write(record, places: self.places)
      } throws: { error in
        guard let found = (error as? ReportFile.Unwritable)?.diagnostic else { return false }
        return found.id == "report.unwritable" && found.severity == .error
          && found.message.contains(path(name)) && found.message.hasSuffix(reason)
          && found.fix != nil
      }
    }
  }

  @Test("a pipe is written into, a link's target is written, neither is replaced")
  func special() throws {
    try folder.write("old", at: "target")
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("target"))
    try ReportFile(.json, file: path("link")).write(record, places: places)
    #expect(folder.text("target") == record.json.text)
    let type = try FileManager.default.attributesOfItem(atPath: path("link"))[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    try ReportFile(.json, file: "/dev/null").write(record, places: places)
    let null = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(null as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("a job summary is added to what is there, and only where one is asked for")
  func summary() throws {
    try folder.write("before\n", at: "summary.md")
    let site = SiteFolder(root: folder.url)
    let run = GitHubRun(["GITHUB_STEP_SUMMARY": path("summary.md")], site: site)
    try run.writeSummary(record)
    #expect(folder.text("summary.md")?.hasPrefix("before\n## Evident\n") == true)
    try GitHubRun([:], site: site).writeSummary(record)
    let broken = GitHubRun(["GITHUB_STEP_SUMMARY": path("summary.md/x")], site: site)
    #expect(throws: ReportFile.Unwritable.self) { try broken.writeSummary(record) }
  }
}
