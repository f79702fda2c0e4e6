import Foundation
import Synchronization

/// The edition that is served now, and the readers that wait for the next.
final class Editions: Sendable {
  private struct State {
    var current = Edition()
    var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]
    var isClosed = false
  }
  private let state = Mutex(State())

  /// Tells this server's editions from those of one that ran here before.
  let server = String(UUID().uuidString.prefix(8))

  var current: Edition { state.withLock { $0.current } }

  /// The name of an edition, as pages carry it.
  func name(of edition: Edition) -> String { "\(server)-\(edition.number)" }

  /// Changes the current edition and wakes everybody who waits for that.
  @discardableResult
  func update(_ change: (inout Edition) -> Void) -> Edition {
    let (edition, waiting) = state.withLock { state in
      change(&state.current)
      state.current.number += 1
      defer { state.waiting = [:] }
      return (state.current, state.waiting)
    }
    for reader in waiting.values { reader.resume() }
    return edition
  }

  /// Waits until the current edition is another one than `name`, but not longer than this.
  func next(after name: String, within limit: Duration) async -> Edition {
    let id = UUID()
    let timer = Task {
      try? await Task.sleep(for: limit)
      release(id)
    }
    defer { timer.cancel() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          if state.isClosed || self.name(of: state.current) != name || Task.isCancelled {
            return true
          }
          state.waiting[id] = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      release(id)
    }
    return current
  }

  /// Lets all waiting readers go; nobody waits any more.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return state.waiting
    }
    for reader in waiting.values { reader.resume() }
  }

  private func release(_ id: UUID) {
    state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
  }
}
