import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Renames, straight from the system: one call, one moment.
enum FolderExchange {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func move(_ from: URL, to target: URL) throws {
    guard rename(from.path, target.path) == 0 else {
      throw failure("\(from.path) cannot be renamed to \(target.path)")
    }
  }

  /// Both folders change places at one moment. `false`: this file system cannot do that.
  static func exchange(_ a: URL, _ b: URL) throws -> Bool {
    #if canImport(Glibc)
      guard let call = renameat2 else { return false }
      let result = call(AT_FDCWD, a.path, AT_FDCWD, b.path, renameExchange)
    #else
      let result = renamex_np(a.path, b.path, UInt32(RENAME_SWAP))
    #endif
    if result == 0 { return true }
    if [EINVAL, ENOSYS, ENOTSUP, EXDEV].contains(errno) { return false }
    throw failure("\(a.path) and \(b.path) cannot be exchanged")
  }

  #if canImport(Glibc)
    private typealias Rename =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32

    /// Swift's Glibc module hides what the headers show to `_GNU_SOURCE` only, so the function is
    /// looked up by name. Every glibc since 2.28 has it.
    private static let renameat2 = dlsym(nil, "renameat2").map {
      unsafeBitCast($0, to: Rename.self)
    }
    /// `RENAME_EXCHANGE` of linux/fs.h.
    private static let renameExchange: UInt32 = 1 << 1
  #endif

  private static func failure(_ sentence: String) -> Failure {
    Failure(description: "\(sentence): \(String(cString: strerror(errno)))")
  }
}

/// An exclusive lock on a folder, held until released or until the process ends, however it ends.
struct FolderLock {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw FolderExchange.Failure(
        description: "\(path) cannot be locked: \(String(cString: strerror(errno)))")
    }
  }

  func release() { close(descriptor) }
}
