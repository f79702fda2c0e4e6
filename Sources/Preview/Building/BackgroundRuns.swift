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
  private let queue = OperationQueue()
  private let finished: @Sendable () -> Void
  private let state = Mutex(State())

  private struct State {
    /// The last run of each article, failed ones too: the runnables, with their places, and what
    /// came of them.
    var results: [String: (runnables: [Runnable], run: ArticleRun)] = [:]
    var flights: [String: Flight] = [:]
    var isStopped = false
  }

  /// A run under way.
  private struct Flight {
    var code: [String]
    var cancellation: Cancellation
  }

  /// What is known of the articles at this moment.
  struct Plan {
    /// The runs of all articles with code; those that are still running count as not run.
    var runs: [ArticleRun] = []
    /// The articles that are running.
    var running: [String] = []
    /// Whether this plan has started any of them.
    var hasStarted = false
  }

  /// - Parameter finished: called from any thread when an article's run has ended.
  init(stages: Stages, jobs: Int, finished: @escaping @Sendable () -> Void) {
    self.stages = stages
    self.finished = finished
    queue.maxConcurrentOperationCount = jobs
    queue.name = "evident.runs"
  }

  static let reason = "its code is running now"

  /// The runs of these articles as far as they are known; what is not known is started.
  func plan(for documents: [Document]) -> Plan {
    let programs = documents.filter { !$0.runnables.isEmpty }
    // Without a core library nothing is known; running then says what is missing.
    let known = (try? stages.known(programs)) ?? programs.map { _ in nil }
    return state.withLock { state in
      cancelAllBut(programs.map(\.path), &state)
      var plan = Plan()
      for (document, known) in zip(programs, known) {
        if let run = known ?? result(of: document, state) {
          cancel(document.path, unlessCode: document.code, &state)
          plan.runs.append(run)
          continue
        }
        plan.hasStarted = start(document, &state) || plan.hasStarted
        plan.running.append(document.path)
        plan.runs.append(
          .skipped(
            path: document.path, runnables: document.runnables.count,
            because: BackgroundRuns.reason))
      }
      return plan
    }
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

  private func result(of document: Document, _ state: State) -> ArticleRun? {
    guard let result = state.results[document.path], result.runnables == document.runnables else {
      return nil
    }
    return result.run
  }

  private func cancelAllBut(_ paths: [String], _ state: inout State) {
    for (path, flight) in state.flights where !paths.contains(path) {
      flight.cancellation.cancel()
      state.flights[path] = nil
    }
  }

  private func cancel(_ path: String, unlessCode code: [String], _ state: inout State) {
    guard let flight = state.flights[path], flight.code != code else { return }
    flight.cancellation.cancel()
    state.flights[path] = nil
  }

  /// - Returns: whether there was anything to start.
  private func start(_ document: Document, _ state: inout State) -> Bool {
    let code = document.code
    cancel(document.path, unlessCode: code, &state)
    guard state.flights[document.path] == nil, !state.isStopped else { return false }
    let flight = Flight(code: code, cancellation: Cancellation())
    state.flights[document.path] = flight
    queue.addOperation { [self] in
      let run = run(document, flight.cancellation)
      end(document, flight, run)
    }
    return true
  }

  private func run(_ document: Document, _ cancellation: Cancellation) -> ArticleRun {
    do throws(StageFailure) {
      if let run = try stages.run([document], cancellation: cancellation).first { return run }
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
      state.results[document.path] = (document.runnables, run)
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
}
