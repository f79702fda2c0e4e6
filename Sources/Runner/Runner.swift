import Article
import Diagnostics
import Foundation
import Synchronization

/// Compiles and runs articles, several at a time, each as a program of its own.
///
/// What goes wrong in an article is a diagnostic of that article; it changes nothing for another.
public struct Runner: Sendable {
  public let core: CoreLibrary
  public let toolchain: Toolchain
  /// A folder for what is kept between runs (the compiler's modules) and for what is not.
  public let scratch: String
  /// How many articles are worked on at the same time.
  public let jobs: Int
  public var limits = RunLimits()
  /// What stands between the articles' programs and the machine.
  public internal(set) var sandbox: Sandbox

  /// Finds out what sandbox works here.
  public init(core: CoreLibrary, toolchain: Toolchain, scratch: String, jobs: Int) throws {
    self.core = core
    self.toolchain = toolchain
    self.scratch = scratch
    self.jobs = max(1, jobs)
    if let defect = core.defect { throw Toolchain.NotFound(description: defect) }
    try FileManager.default.createDirectory(
      atPath: scratch + "/modules", withIntermediateDirectories: true)
    sandbox = Sandbox.find(toolchain: toolchain, core: core, scratch: scratch)
  }

  /// Runs these articles and returns one result for each, in their order.
  ///
  /// - Parameter finished: called as each article ends, from any thread.
  /// - Throws: when nothing can be run at all (no room for files, no compiler).
  public func run(
    _ documents: [Document], finished: @Sendable (ArticleRun) -> Void = { _ in }
  ) throws -> [ArticleRun] {
    removeAbandonedRuns()
    let folder = "\(scratch)/\(Runner.runPrefix)\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let frontend = Frontend(
      toolchain: toolchain, core: core, moduleCache: scratch + "/modules")
    let tangles = documents.map(Tangle.init)
    let syntax = SyntaxCheck(frontend: frontend, scratch: try subfolder(folder, "syntax"))
    let syntaxErrors = try syntax.errors(tangles)
    let indexStore = IndexStore(library: toolchain.indexStoreLibrary)
    let names = CoreNames(toolchain: toolchain, core: core, scratch: scratch)
    let runners = try documents.indices.map { index in
      ArticleRunner(
        document: documents[index], tangle: tangles[index], syntaxErrors: syntaxErrors[index],
        frontend: frontend, indexStore: indexStore, names: names, sandbox: sandbox,
        limits: limits, scratch: try subfolder(folder, "article\(index)"))
    }
    return inParallel(runners.count) { index in
      let run = runners[index].run()
      finished(run)
      return run
    }
  }

  private static let runPrefix = "run-"

  /// A run that was killed leaves its folder. One that is a day old is nobody's any more.
  private func removeAbandonedRuns() {
    let files = FileManager.default
    let yesterday = Date(timeIntervalSinceNow: -86400)
    for name in (try? files.contentsOfDirectory(atPath: scratch)) ?? []
    where name.hasPrefix(Runner.runPrefix) {
      let path = "\(scratch)/\(name)"
      let attributes = try? files.attributesOfItem(atPath: path)
      guard let date = attributes?[.modificationDate] as? Date, date < yesterday else { continue }
      try? files.removeItem(atPath: path)
    }
  }

  private func subfolder(_ folder: String, _ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Results in order. The work waits for child processes, so it gets threads of its own.
  private func inParallel<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    let state = Mutex((next: 0, results: [Int: Result]()))
    // These threads know nothing of the one that they work for.
    let cancellation = Cancellation.current
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while true {
        let index = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < count else { return }
        let result = Cancellation.$current.withValue(cancellation) { work(index) }
        state.withLock { $0.results[index] = result }
      }
    }
    return state.withLock { state in (0..<count).compactMap { state.results[$0] } }
  }
}
