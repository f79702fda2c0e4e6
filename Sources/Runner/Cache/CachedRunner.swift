import Article
import Foundation
import Synchronization

/// Runs articles, and runs none whose result is known: where nothing but prose has changed, no
/// process is started at all.
///
/// Results of other processes are found in a folder below `scratch`, `cache`, which may be deleted
/// at any time. A run that failed, or took too long, is not kept there: another process tries it
/// again. This one remembers it until the article's code changes.
public final class CachedRunner: Sendable {
  private let core: CoreLibrary
  private let limits = RunLimits()
  private let cache: ExecutionCache
  private let digests: FileDigests
  private let memory: RememberedEnvironment
  /// Whether what is known from before counts.
  private let reuses: Bool
  private let makeRunner: @Sendable () throws -> Runner
  private let state = Mutex(State())

  private struct Recent {
    var digest: String
    var run: StoredRun
  }

  private struct State {
    var runner: Runner?
    /// The last known run of each article, so that an edit reads no file of the cache.
    var recent: [String: Recent] = [:]
    /// The last run of each article without its slow blocks.
    var partial: [String: Recent] = [:]
  }

  /// - Parameters:
  ///   - scratch: where the cache is, and what the compiler needs.
  ///   - jobs: how many articles are worked on at the same time.
  ///   - reuses: `false` runs everything, and keeps the results for others.
  public convenience init(core: CoreLibrary, scratch: String, jobs: Int, reuses: Bool = true) {
    self.init(core: core, scratch: scratch, reuses: reuses) {
      try Runner(
        core: core, toolchain: .find(scratch: scratch), scratch: scratch, jobs: jobs)
    }
  }

  /// - Parameter makeRunner: all that ever starts a process; called once, when something must run.
  init(
    core: CoreLibrary, scratch: String, reuses: Bool = true,
    makeRunner: @escaping @Sendable () throws -> Runner
  ) {
    RunFolder.removeAbandoned(in: scratch)
    let folder = scratch + "/cache"
    self.core = core
    self.reuses = reuses
    self.makeRunner = makeRunner
    cache = ExecutionCache(folder: folder)
    digests = FileDigests(memoryFile: folder + "/files.json")
    memory = RememberedEnvironment(folder: folder)
  }

  /// What is known of these articles, placed where their blocks stand now. Starts no process.
  ///
  /// - Parameters:
  ///   - seed: what random draws are made from. Draws of a fresh seed are never known.
  ///   - leavesOutSlow: a run without the slow blocks will do where there is no other.
  public func known(
    _ documents: [Document], seed: RunSeed = RunSeed(), leavesOutSlow: Bool = false
  ) -> [ArticleRun?] {
    guard reuses, let setting = setting(in: environment) else { return documents.map { _ in nil } }
    return documents.map { known(Tangle($0), in: setting, seed, leavesOutSlow) }
  }

  /// Gives the runs of these articles in their order, and runs those that are not known.
  ///
  /// - Parameters:
  ///   - seed: what random draws are made from.
  ///   - leavesOutSlow: `slow` blocks that are not known are not run, nor is what needs them.
  ///   - cancellation: ends the run early; its results then mean nothing.
  ///   - progress: called from any thread with how many articles have been run, of how many that
  ///     must be.
  public func run(
    _ documents: [Document], seed: RunSeed = RunSeed(), leavesOutSlow: Bool = false,
    cancellation: Cancellation? = nil,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [ArticleRun] {
    var runs = known(documents, seed: seed, leavesOutSlow: leavesOutSlow)
    if runs.allSatisfy({ $0 != nil }) { return runs.compactMap { $0 } }
    return try Cancellation.$current.withValue(cancellation) {
      let runner = try runner()
      let environment = RunEnvironment(runner)
      let setting = setting(in: environment)
      if reuses, environment != memory.environment {
        runs = documents.map { document in
          setting.flatMap { known(Tangle(document), in: $0, seed, leavesOutSlow) }
        }
      }
      try FileManager.default.createDirectory(
        atPath: cache.folder, withIntermediateDirectories: true)
      memory.remember(runner)
      let missing = documents.indices.filter { runs[$0] == nil }
      let done = Mutex(0)
      progress(0, missing.count)
      let fresh = try runner.run(
        missing.map { documents[$0] }, seed: seed, leavesOutSlow: leavesOutSlow
      ) { _ in
        let count = done.withLock { done in
          done += 1
          return done
        }
        progress(count, missing.count)
      }
      for (index, run) in zip(missing, fresh) {
        runs[index] = run
        guard let setting, cancellation?.isCancelled != true else { continue }
        keep(run, of: Tangle(documents[index]), in: setting, seed, leavesOutSlow)
      }
      return runs.compactMap { $0 }
    }
  }

  /// The one runner of this process.
  private func runner() throws -> Runner {
    let made: Result<Runner, any Error> = state.withLock { state in
      Result {
        if let runner = state.runner { return runner }
        let runner = try makeRunner()
        state.runner = runner
        return runner
      }
    }
    return try made.get()
  }

  private var environment: RunEnvironment? {
    state.withLock { $0.runner }.map(RunEnvironment.init) ?? memory.environment
  }

  private func setting(in environment: RunEnvironment?) -> ExecutionKey.Setting? {
    guard let environment else { return nil }
    return ExecutionKey.Setting(
      environment: environment, core: core, limits: limits, digests: digests)
  }

  private func known(
    _ tangle: Tangle, in setting: ExecutionKey.Setting, _ seed: RunSeed, _ leavesOutSlow: Bool
  ) -> ArticleRun? {
    // What was drawn before is no news.
    if seed.isFresh, tangle.drawsByChance { return nil }
    let key = ExecutionKey(tangle, in: setting, seed: seed)
    let (recent, partial) = state.withLock { state in
      (state.recent[tangle.path], state.partial[tangle.path])
    }
    if let recent, recent.digest == key.digest { return recent.run.placed(in: tangle) }
    if let run = cache.run(key), let placed = run.placed(in: tangle) {
      state.withLock { $0.recent[tangle.path] = Recent(digest: key.digest, run: run) }
      return placed
    }
    guard leavesOutSlow, let partial, partial.digest == key.digest + tangle.slowBlocks else {
      return nil
    }
    return partial.run.placed(in: tangle)
  }

  private func keep(
    _ run: ArticleRun, of tangle: Tangle, in setting: ExecutionKey.Setting, _ seed: RunSeed,
    _ leavesOutSlow: Bool
  ) {
    if seed.isFresh, tangle.drawsByChance { return }
    let stored = StoredRun(run, of: tangle)
    if stored.isAccident { return }
    let key = ExecutionKey(tangle, in: setting, seed: seed)
    if leavesOutSlow && !tangle.slowBlocks.isEmpty {
      let partial = Recent(digest: key.digest + tangle.slowBlocks, run: stored)
      state.withLock { $0.partial[tangle.path] = partial }
      return
    }
    if stored.isWithoutError { cache.keep(stored, for: key) }
    state.withLock { $0.recent[tangle.path] = Recent(digest: key.digest, run: stored) }
  }
}

extension Tangle {
  /// Which blocks are slow: no part of the key, because it does not change what comes out of them.
  fileprivate var slowBlocks: String {
    pieces.filter(\.isSlow).map { " \($0.number)" }.joined()
  }
}
