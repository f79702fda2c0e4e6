import Foundation

/// What the building thread is told by all others, to be taken out when it has time.
final class Mailbox: @unchecked Sendable {
  struct Letters: OptionSet {
    let rawValue: Int
    /// A source has changed.
    static let sources = Letters(rawValue: 1)
    /// An article's run has ended.
    static let runs = Letters(rawValue: 2)
    static let stop = Letters(rawValue: 4)
  }

  /// Guards `letters`.
  private let condition = NSCondition()
  private var letters: Letters = []

  func put(_ letter: Letters) {
    condition.withLock {
      letters.insert(letter)
      condition.broadcast()
    }
  }

  /// Waits for any letter and takes all that are there.
  func take() -> Letters {
    condition.withLock {
      while letters.isEmpty { condition.wait() }
      defer { letters = [] }
      return letters
    }
  }

  /// Waits until one of these is there, no longer than until `date`, and leaves it there.
  func wait(for wanted: Letters, until date: Date) {
    condition.withLock {
      while letters.isDisjoint(with: wanted) {
        if !condition.wait(until: date) { return }
      }
    }
  }

  /// Whether one of these is there.
  func holds(_ wanted: Letters) -> Bool {
    condition.withLock { !letters.isDisjoint(with: wanted) }
  }

  /// Takes these out without waiting.
  func remove(_ unwanted: Letters) { condition.withLock { letters.subtract(unwanted) } }
}
