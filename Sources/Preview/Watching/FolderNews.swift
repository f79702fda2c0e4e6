import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wakes up when something happens in one of some folders, or when it is told to.
///
/// On Linux the kernel says so; elsewhere, and where the kernel's watches are used up, a look every
/// tenth of a second does. News is a reason to look, never more: it is the look that decides.
final class FolderNews: @unchecked Sendable {
  /// Readable when somebody wants the waiting to end. Only ever read by the waiting thread.
  private let wakeReading: Int32
  private let wakeWriting: Int32
  private let kernel: Int32
  /// The kernel's number for each folder that it watches. Only touched by the waiting thread.
  private var watches: [String: Int32] = [:]

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (wakeReading, wakeWriting) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    #if canImport(Glibc)
      kernel = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    #else
      kernel = -1
    #endif
  }

  deinit {
    for descriptor in [wakeReading, wakeWriting, kernel] where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// Ends the waiting; from any thread.
  func wake() {
    var byte: UInt8 = 0
    _ = write(wakeWriting, &byte, 1)
  }

  /// From here on these folders are watched, and no others.
  func watch(_ folders: Set<String>) {
    #if canImport(Glibc)
      guard kernel >= 0 else { return }
      for (folder, watch) in watches where !folders.contains(folder) {
        inotify_rm_watch(kernel, watch)
        watches[folder] = nil
      }
      let mask =
        IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM
        | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
      // A folder that was replaced has lost its watch; asking again for a kept one changes nothing.
      for folder in folders {
        let watch = inotify_add_watch(kernel, folder, UInt32(mask))
        watches[folder] = watch >= 0 ? watch : nil
      }
    #endif
  }

  /// Waits for news, no longer than this.
  ///
  /// - Returns: whether there was any.
  func wait(milliseconds: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: wakeReading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: kernel, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, kernel >= 0 ? 2 : 1, milliseconds) > 0 else { return false }
    empty(wakeReading)
    if kernel >= 0 { empty(kernel) }
    return true
  }

  /// How long to wait for news before looking without any: the kernel does not tell of changes that
  /// another machine makes in a shared folder.
  var patience: Int32 { kernel >= 0 && !watches.isEmpty ? 1000 : 100 }

  private func empty(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
