import Article
import Foundation
import Runner
import Site
import Synchronization

/// Runs the code of articles while their author goes on writing.
///
/// An article whose code is what it was is not run again. A run that an edit has made pointless is
/// ended; a run whose article has only got other prose goes on.
final class BackgroundRuns: Sendable {
  private let stages: Stages
  private let runsSlow: Bool
  private let queue = OperationQueue()
  private let finished: @Sendable () -> Void
  private let state = Mutex(State())

  private struct State {
    /// The last run of each article, failed ones too: the runnables, with their places, and what
    /// came of them.
    var results: [String: (runnables: [Runnable], isWhole: Bool, run: ArticleRun)] = [:]
    var flights: [String: Flight] = [:]
    /// The code of each article as it was planned last.
    var planned: [String: [String]] = [:]
    /// The code of which somebody wants to see the slow blocks' results; other code is another
    /// question.
    var asked: [String: [String]] = [:]
    var isStopped = false
  }

  /// A run under way.
  private struct Flight {
    var code: [String]
    /// With its slow blocks.
    var isWhole: Bool
    var cancellation: Cancellation
  }

  /// What is known of the articles at this moment.
  struct Plan {
    /// The runs of all articles with code; those that are still running count as not run.
    var runs: [ArticleRun] = []
    /// The articles that are running.
    var running: [String] = []
    /// The articles whose slow blocks wait until somebody asks, and how many these are.
    var waiting: [String: Int] = [:]
    /// Whether this plan has started any of them.
    var hasStarted = false
  }

  /// - Parameters:
  ///   - runsSlow: whether slow blocks run without being asked for.
  ///   - finished: called from any thread when an article's run has ended.
  init(
    stages: Stages, jobs: Int, runsSlow: Bool, finished: @escaping @Sendable () -> Void
  ) {
    self.stages = stages
    self.runsSlow = runsSlow
    self.finished = finished
    queue.maxConcurrentOperationCount = jobs
    queue.name = "evident.runs"
  }

  static let reason = "its code is running now"

  /// The runs of these articles as far as they are known; what is not known is started.
  ///
  /// - Parameter seed: what random draws are made from.
  func plan(for documents: [Document], seed: RunSeed) -> Plan {
    let programs = documents.filter { !$0.runnables.isEmpty }
    // Without a core library nothing is known; running then says what is missing.
    let known = (try? stages.known(programs, seed: seed)) ?? programs.map { _ in nil }
    return state.withLock { state in
      cancelAllBut(programs.map(\.path), &state)
      state.planned = Dictionary(
        programs.map { ($0.path, $0.code) }, uniquingKeysWith: { first, _ in first })
      var plan = Plan()
      for (document, known) in zip(programs, known) {
        add(document, known, seed, to: &plan, &state)
      }
      return plan
    }
  }

  private func add(
    _ document: Document, _ known: ArticleRun?, _ seed: RunSeed, to plan: inout Plan,
    _ state: inout State
  ) {
    let isWhole = isWhole(document, state)
    if !isWhole && known == nil { plan.waiting[document.path] = document.slowBlocks }
    let partial = isWhole || known != nil ? nil : partial(document, seed)
    if let run = known ?? partial ?? result(of: document, isWhole: isWhole, state) {
      cancel(document.path, unlessCode: document.code, isWhole: isWhole, &state)
      plan.runs.append(run)
      return
    }
    plan.hasStarted = start(document, seed, &state) || plan.hasStarted
    plan.running.append(document.path)
    plan.runs.append(
      .skipped(
        path: document.path, runnables: document.runnables.count, because: BackgroundRuns.reason))
  }

  /// From now on the slow blocks of this article run, as long as its code stays as it is.
  func ask(_ path: String) {
    state.withLock { $0.asked[path] = $0.planned[path] }
  }

  private func isWhole(_ document: Document, _ state: State) -> Bool {
    runsSlow || document.slowBlocks == 0 || state.asked[document.path] == document.code
  }

  /// How many articles are running.
  var count: Int { state.withLock { $0.flights.count } }

  /// Ends everything and waits until nothing of it is left.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      cancelAllBut([], &state)
    }
    queue.waitUntilAllOperationsAreFinished()
  }

  private func partial(_ document: Document, _ seed: RunSeed) -> ArticleRun? {
    (try? stages.known([document], seed: seed, leavesOutSlow: true))?.first ?? nil
  }

  private func result(of document: Document, isWhole: Bool, _ state: State) -> ArticleRun? {
    guard let result = state.results[document.path], result.runnables == document.runnables,
      result.isWhole || !isWhole
    else { return nil }
    return result.run
  }

  private func cancelAllBut(_ paths: [String], _ state: inout State) {
    for (path, flight) in state.flights where !paths.contains(path) {
      flight.cancellation.cancel()
      state.flights[path] = nil
    }
  }

  private func cancel(
    _ path: String, unlessCode code: [String], isWhole: Bool, _ state: inout State
  ) {
    guard let flight = state.flights[path], flight.code != code || flight.isWhole != isWhole
    else { return }
    flight.cancellation.cancel()
    state.flights[path] = nil
  }

  /// - Returns: whether there was anything to start.
  private func start(
    _ document: Document, _ seed: RunSeed, _ state: inout State
  ) -> Bool {
    let code = document.code
    let isWhole = isWhole(document, state)
    cancel(document.path, unlessCode: code, isWhole: isWhole, &state)
    guard state.flights[document.path] == nil, !state.isStopped else { return false }
    let flight = Flight(code: code, isWhole: isWhole, cancellation: Cancellation())
    state.flights[document.path] = flight
    queue.addOperation { [self] in
      let run = run(document, seed, flight)
      end(document, flight, run)
    }
    return true
  }

  private func run(
    _ document: Document, _ seed: RunSeed, _ flight: Flight
  ) -> ArticleRun {
    do throws(StageFailure) {
      let runs = try stages.run(
        [document], seed: seed, leavesOutSlow: !flight.isWhole,
        cancellation: flight.cancellation)
      if let run = runs.first { return run }
    } catch {
      return failed(document, error)
    }
    return .skipped(
      path: document.path, runnables: document.runnables.count, because: "it was not run")
  }

  /// Nothing can be run here: every article says so.
  private func failed(_ document: Document, _ failure: StageFailure) -> ArticleRun {
    var run = ArticleRun.skipped(
      path: document.path, runnables: document.runnables.count,
      because: failure.diagnostic.message)
    run.diagnostics = [failure.diagnostic]
    return run
  }

  private func end(_ document: Document, _ flight: Flight, _ run: ArticleRun) {
    let counts = state.withLock { state in
      guard !flight.cancellation.isCancelled else { return false }
      state.flights[document.path] = nil
      state.results[document.path] = (document.runnables, flight.isWhole, run)
      return true
    }
    if counts { finished() }
  }
}

extension Document {
  /// What its program depends on: its code without its places.
  fileprivate var code: [String] {
    runnables.map { runnable in
      switch runnable {
      case .block(let block): "\(block.kind) \(block.timeout ?? -1)\n\(block.code)"
      case .value(let value): value.expression
      }
    }
  }

  fileprivate var slowBlocks: Int {
    runnables.count { if case .block(let block) = $0 { block.isSlow } else { false } }
  }
}
