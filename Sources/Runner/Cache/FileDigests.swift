import Foundation
import Synchronization

/// Digests of files by their content, remembered by stamp: a library of megabytes is read once
/// after each build of it, not once for each run.
struct FileDigests: Sendable {
  /// Where digests are kept between processes. It may vanish or be damaged at any time.
  let memoryFile: String

  private struct Entry: Codable {
    var stamp: FileStamp
    var digest: String
  }

  /// Of this process, for all folders: it is the files that count.
  private static let known = Mutex<[String: Entry]>([:])

  /// The content's digest, or `nil` when the file cannot be read.
  func digest(of path: String) -> String? {
    guard let stamp = FileStamp(path: path) else { return nil }
    if let entry = FileDigests.known.withLock({ $0[path] }) ?? remembered()[path],
      entry.stamp == stamp
    {
      return keep(Entry(stamp: stamp, digest: entry.digest), for: path, isNew: false)
    }
    guard let digest = FileDigests.read(path) else { return nil }
    // A file that changed while it was read has no digest worth remembering.
    guard FileStamp(path: path) == stamp else { return digest }
    return keep(Entry(stamp: stamp, digest: digest), for: path, isNew: true)
  }

  private func keep(_ entry: Entry, for path: String, isNew: Bool) -> String {
    FileDigests.known.withLock { $0[path] = entry }
    if isNew {
      var entries = remembered()
      entries[path] = entry
      try? JSONEncoder().encode(entries).write(
        to: URL(fileURLWithPath: memoryFile), options: .atomic)
    }
    return entry.digest
  }

  private func remembered() -> [String: Entry] {
    guard let data = FileManager.default.contents(atPath: memoryFile) else { return [:] }
    return (try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:]
  }

  private static func read(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var hash = SHA256()
    do {
      while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty {
        hash.update([UInt8](bytes))
      }
    } catch {
      return nil
    }
    return hash.finish()
  }
}
