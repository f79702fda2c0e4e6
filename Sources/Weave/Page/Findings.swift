// What weaving one article finds wrong. The parts of a page are values; this is the one place that
// they all write to.

import Diagnostics
import Synchronization

final class Findings: Sendable {
  private let found = Mutex<[Diagnostic]>([])

  /// The same finding is kept once, however often its text is woven.
  func add(_ diagnostic: Diagnostic) {
    found.withLock { if !$0.contains(diagnostic) { $0.append(diagnostic) } }
  }

  /// In the order of their places.
  var sorted: [Diagnostic] {
    found.withLock { $0 }.sorted { a, b in
      switch (a.place, b.place) {
      case (let a?, let b?): a < b
      case (_, let b): b != nil
      }
    }
  }
}
