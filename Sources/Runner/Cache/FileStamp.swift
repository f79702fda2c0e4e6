#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What tells a file from its later self without reading it. A file that was written again, or
/// replaced by a rename, has another stamp.
public struct FileStamp: Hashable, Sendable, Codable {
  public let size: Int64
  public let seconds: Int64
  public let nanoseconds: Int64
  public let inode: UInt64

  /// Of the file that the path leads to, through links; `nil` when there is none.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    size = Int64(status.st_size)
    seconds = Int64(time.tv_sec)
    nanoseconds = Int64(time.tv_nsec)
    inode = UInt64(status.st_ino)
  }
}
