import Foundation

/// Runs of articles by their keys, in a folder that may be deleted at any time.
///
/// What cannot be read, or is not whole, is as good as not there. Files are written under another
/// name and renamed, so a reader never sees half of one.
struct ExecutionCache: Sendable {
  let folder: String
  /// Bytes of all runs together; the ones that were used least recently go first.
  var capacity = 256 << 20

  init(folder: String) { self.folder = folder }

  private struct Entry: Codable {
    var key: [String: String]
    var run: StoredRun
  }

  private static let suffix = ".run"

  private func path(_ key: ExecutionKey) -> String { "\(folder)/\(key.digest)\(Self.suffix)" }

  func run(_ key: ExecutionKey) -> StoredRun? {
    let path = path(key)
    guard let data = FileManager.default.contents(atPath: path),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let content = data[data.index(after: end)...]
    // A file can be cut off or damaged and still read as JSON.
    guard Data(SHA256.hexDigest(of: Array(content)).utf8) == data[..<end],
      let entry = try? ExecutionCache.decoder.decode(Entry.self, from: content),
      entry.key == key.parts
    else { return nil }
    touch(path)
    return entry.run
  }

  /// Keeps a run. A folder that cannot be written keeps nothing, and the next run runs again.
  func keep(_ run: StoredRun, for key: ExecutionKey) {
    guard let content = try? ExecutionCache.encoder.encode(Entry(key: key.parts, run: run)) else {
      return
    }
    var data = Data(SHA256.hexDigest(of: Array(content)).utf8)
    data.append(UInt8(ascii: "\n"))
    data.append(content)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path(key)), options: .atomic)
    } catch {
      return
    }
    shrink()
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }()

  // MARK: Size

  /// A run in use is younger than one that nothing asks for any more.
  private func touch(_ path: String) {
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
  }

  /// Takes the oldest runs away until the rest fits into three quarters of the capacity, so that
  /// this is not to be done again for the next run.
  private func shrink() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let runs = names.filter { $0.hasSuffix(Self.suffix) }.compactMap { name in
      FileStamp(path: "\(folder)/\(name)").map { (name: name, stamp: $0) }
    }
    var total = runs.reduce(0) { $0 + Int($1.stamp.size) }
    guard total > capacity else { return }
    let byAge = runs.sorted {
      ($0.stamp.seconds, $0.stamp.nanoseconds, $0.name)
        < ($1.stamp.seconds, $1.stamp.nanoseconds, $1.name)
    }
    for run in byAge where total > capacity / 4 * 3 {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(run.name)")
      total -= Int(run.stamp.size)
    }
  }
}
