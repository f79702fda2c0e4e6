import Foundation
import Testing

@testable import Runner

@Suite("Folders of runs")
struct RunFolderTests {
  private let scratch = NSTemporaryDirectory() + "/evident-folders-" + UUID().uuidString

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: scratch).sorted()) ?? []
  }

  private func make(_ name: String) throws {
    let path = "\(scratch)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: path + "/file", contents: nil))
  }

  @Test("a folder is there while it is worked in, and gone afterwards, after an error too")
  func lifetime() throws {
    struct Wrong: Error {}
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try RunFolder.with(in: scratch) { path in
      #expect(names.map { "\(scratch)/\($0)" } == [path])
    }
    #expect(names == [])
    #expect(throws: Wrong.self) { try RunFolder.with(in: scratch) { _ in throw Wrong() } }
    #expect(names == [])
  }

  @Test("what a killed process has left is cleared away; what is in use or of others stays")
  func abandoned() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try make("run-killed")
    try make("new-not-yet-locked")
    try make("modules")
    try RunFolder.with(in: scratch) { path in
      RunFolder.removeAbandoned(in: scratch)
      let own = (path as NSString).lastPathComponent
      #expect(names == ["modules", "new-not-yet-locked", own])
    }
    let old = Date(timeIntervalSinceNow: -2 * 86400)
    try FileManager.default.setAttributes(
      [.modificationDate: old], ofItemAtPath: scratch + "/new-not-yet-locked")
    RunFolder.removeAbandoned(in: scratch)
    #expect(names == ["modules"])
  }
}
