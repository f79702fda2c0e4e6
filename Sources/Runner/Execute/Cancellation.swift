import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ends a run from outside: its compilers and programs are killed, and it starts no more.
///
/// The run then ends by itself, soon, with results that mean nothing; who cancels throws them away.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    var processes: Set<pid_t> = []
  }
  private let state = Mutex(State())

  /// The one that the processes started from here on belong to.
  @TaskLocal static var current: Cancellation?

  public init() {}

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      for process in state.processes { _ = kill(-process, SIGKILL) }
    }
  }

  /// Takes a new child in. One that came too late is killed at once, and its starter finds that out
  /// as it finds out any end.
  func adopt(_ process: pid_t) {
    state.withLock { state in
      state.processes.insert(process)
      if state.isCancelled { _ = kill(-process, SIGKILL) }
    }
  }

  /// Reaps a child that has ended. Until then its number is its own and may be sent signals; after
  /// that it may be anybody's.
  func release<Result>(_ process: pid_t, reaping reap: () -> Result) -> Result {
    state.withLock { state in
      state.processes.remove(process)
      return reap()
    }
  }
}
