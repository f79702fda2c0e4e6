import Foundation
import Site
import Synchronization

/// Follows a site's sources and says when they have changed, once for a burst of saves.
///
/// An editor may write a file in pieces, write another one and rename it, or take it away for a
/// moment: only when nothing has moved for a few milliseconds is it told. If something does not
/// stop moving it is told all the same, and again when it has stopped, so what was told of last is
/// always what is there.
final class SourceWatcher: Sendable {
  private let folder: SiteFolder
  private let news = FolderNews()
  private let isStopped = Mutex(false)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Milliseconds without a change that end a burst, and how long a burst may last.
  private static let calm: Int32 = 12
  private static let longest = Duration.milliseconds(150)

  init(_ folder: SiteFolder) { self.folder = folder }

  /// Starts to watch, on a thread of its own.
  ///
  /// - Parameter changed: called on that thread, after this function has returned.
  func start(changed: @escaping @Sendable () -> Void) {
    // What changes from here on is seen, whenever the thread gets to run.
    let first = SourceSnapshot(of: folder)
    let thread = Thread { [self] in
      run(from: first, changed)
      hasEnded.signal()
    }
    thread.name = "evident.watcher"
    thread.start()
  }

  /// Ends the thread, and waits for that.
  func stop() {
    isStopped.withLock { $0 = true }
    news.wake()
    hasEnded.wait()
  }

  private func run(from first: SourceSnapshot, _ changed: () -> Void) {
    var known = first
    var isMoving = false
    news.watch(known.folders)
    while !isStopped.withLock({ $0 }) {
      let hasNews = news.wait(milliseconds: isMoving ? Self.calm : news.patience)
      guard hasNews || isMoving || SourceSnapshot(of: folder) != known else { continue }
      let wasMoving = isMoving
      isMoving = !settle()
      // Folders that have just appeared may have been filled before they were watched.
      news.watch(SourceSnapshot(of: folder).folders)
      let current = SourceSnapshot(of: folder)
      // Within one tick of the clock a file can change and keep its stamp: what was seen moving is
      // looked at once more when it has come to rest.
      if current != known || wasMoving {
        known = current
        if !isStopped.withLock({ $0 }) { changed() }
      }
    }
  }

  /// Waits until two looks in a row see the same.
  ///
  /// - Returns: whether things have come to rest.
  private func settle() -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + Self.longest
    var snapshot = SourceSnapshot(of: folder)
    while clock.now < end {
      let hasNews = news.wait(milliseconds: Self.calm)
      let next = SourceSnapshot(of: folder)
      if isStopped.withLock({ $0 }) || (!hasNews && next == snapshot) { return true }
      snapshot = next
    }
    return false
  }
}
