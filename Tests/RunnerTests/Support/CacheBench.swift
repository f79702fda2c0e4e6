import Article
import Foundation
import Synchronization
import Testing

@testable import Runner

/// A cache in a folder of its own, and a count of how often something was made that can start
/// processes.
final class CacheBench: Sendable {
  let scratch: String
  let runner: CachedRunner
  private let owns: Bool

  private final class Count: Sendable {
    let value = Mutex(0)
  }
  private let count: Count

  /// - Parameter other: a bench of the same folder, as another process would see it.
  init(sharing other: CacheBench? = nil, reuses: Bool = true) throws {
    let count = Count()
    let shared = try TestRunner.shared.get()
    let scratch =
      other?.scratch ?? NSTemporaryDirectory() + "/evident-cache-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: scratch, withIntermediateDirectories: true)
    self.scratch = scratch
    self.count = count
    owns = other == nil
    runner = CachedRunner(core: shared.core, scratch: scratch, reuses: reuses) {
      count.value.withLock { $0 += 1 }
      return shared
    }
  }

  deinit { if owns { try? FileManager.default.removeItem(atPath: scratch) } }

  /// How often it had to become able to start processes.
  var runners: Int { count.value.withLock { $0 } }

  var cacheFolder: String { scratch + "/cache" }

  /// The names of the runs that are kept.
  var entries: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: cacheFolder)
        .filter { $0.hasSuffix(".run") }.sorted()
    }
  }

  func size(of entry: String) throws -> Int {
    try #require(FileStamp(path: "\(cacheFolder)/\(entry)").map { Int($0.size) })
  }

  func setting() throws -> ExecutionKey.Setting? {
    let shared = try TestRunner.shared.get()
    return ExecutionKey.Setting(
      environment: RunEnvironment(shared), core: shared.core, limits: RunLimits(),
      digests: FileDigests(memoryFile: cacheFolder + "/files.json"))
  }

  func run(_ text: String, path: String = "articles/x.md") throws -> ArticleRun {
    try runner.run([Sketch.document(text, path: path)])[0]
  }

  /// The run of an article of which everything is known.
  func runWithoutProcesses(_ text: String) throws -> ArticleRun {
    let before = runners
    let run = try run(text)
    #expect(runners == before, "a process was started")
    return run
  }
}
