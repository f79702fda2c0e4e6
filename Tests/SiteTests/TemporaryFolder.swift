import Foundation

/// A folder for one test, gone when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "evident-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, at path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: url.appending(path: path).path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of all files below a folder, hidden ones too, sorted.
  func files(below path: String = "") -> [String] {
    let base = url.appending(path: path)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      let file = base.appending(path: path).path
      return !FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        || !isFolder.boolValue
    }.sorted()
  }

  /// What tells whether a file was written again.
  func inode(_ path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: url.appending(path: path).path)
    return attributes?[.systemFileNumber] as? Int
  }
}
