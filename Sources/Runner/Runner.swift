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
    sandbox = try RunFolder.with(in: scratch) {
      Sandbox.find(toolchain: toolchain, core: core, scratch: $0)
    }
  }

  /// Runs these articles and returns one result for each, in their order.
  ///
  /// - Parameters:
  ///   - seed: what random draws are made from.
  ///   - leavesOutSlow: `slow` blocks are compiled and not run, nor is what needs them.
  ///   - finished: called as each article ends, from any thread.
  /// - Throws: when nothing can be run at all (no room for files, no compiler).
  public func run(
    _ documents: [Document], seed: RunSeed = RunSeed(), leavesOutSlow: Bool = false,
    finished: @Sendable (ArticleRun) -> Void = { _ in }
  ) throws -> [ArticleRun] {
    try RunFolder.with(in: scratch) { folder in
      try inParallel(articles(documents, seed, leavesOutSlow, folder)) { article in
        let run = article.run()
        finished(run)
        return run
      }
    }
  }

  /// What is to be done for each document, all blocks of all of them parsed already.
  private func articles(
    _ documents: [Document], _ seed: RunSeed, _ leavesOutSlow: Bool, _ folder: String
  ) throws -> [ArticleRunner] {
    let frontend = Frontend(
      toolchain: toolchain, core: core, moduleCache: scratch + "/modules")
    let tangles = documents.map(Tangle.init)
    let syntax = SyntaxCheck(frontend: frontend, scratch: try subfolder(folder, "syntax"))
    let syntaxErrors = try syntax.errors(tangles)
    let indexStore = IndexStore(library: toolchain.indexStoreLibrary)
    let names = CoreNames(
      toolchain: toolchain, core: core, memoryFile: scratch + "/core-names.json",
      folder: try subfolder(folder, "names"))
    return try documents.indices.map { index in
      ArticleRunner(
        document: documents[index], tangle: tangles[index], syntaxErrors: syntaxErrors[index],
        frontend: frontend, indexStore: indexStore, names: names, sandbox: sandbox,
        limits: limits, seed: seed, leavesOutSlow: leavesOutSlow,
        scratch: try subfolder(folder, "article\(index)"))
    }
  }

  private func subfolder(_ folder: String, _ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Results in order. The work waits for child processes, so it gets threads of its own.
  private func inParallel<Input: Sendable, Result: Sendable>(
    _ inputs: [Input], _ work: @Sendable (Input) -> Result
  ) -> [Result] {
    let state = Mutex((next: 0, results: [Int: Result]()))
    // These threads know nothing of the one that they work for.
    let cancellation = Cancellation.current
    DispatchQueue.concurrentPerform(iterations: min(jobs, inputs.count)) { _ in
      while true {
        let index = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < inputs.count else { return }
        let result = Cancellation.$current.withValue(cancellation) { work(inputs[index]) }
        state.withLock { $0.results[index] = result }
      }
    }
    return state.withLock { state in inputs.indices.compactMap { state.results[$0] } }
  }
}
