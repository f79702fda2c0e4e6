#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file descriptor of ours, closed when nobody holds it any more. Close-on-exec, and above
/// the numbers that a child's own descriptors get.
final class Descriptor: Sendable {
  let number: Int32

  /// Takes over an open descriptor.
  private init?(taking number: Int32) {
    guard number >= 0 else { return nil }
    let safe = fcntl(number, F_DUPFD_CLOEXEC, 16)
    close(number)
    guard safe >= 0 else { return nil }
    self.number = safe
  }

  deinit { close(number) }

  /// A new empty file to append to.
  static func creating(_ path: String) throws(ChildProcess.Failure) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC
    guard let descriptor = Descriptor(taking: open(path, flags, 0o600)) else {
      throw ChildProcess.Failure(message: "\(path): \(String(cString: strerror(errno)))")
    }
    return descriptor
  }

  /// A folder, locked for as long as this is held; `nil` when somebody else holds it.
  static func locking(_ folder: String) -> Descriptor? {
    guard let descriptor = Descriptor(taking: open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      flock(descriptor.number, LOCK_EX | LOCK_NB) == 0
    else { return nil }
    return descriptor
  }

  static func pipe() throws(ChildProcess.Failure) -> (reading: Descriptor, writing: Descriptor) {
    // Until both are close-on-exec, a child that another thread starts would hold them open.
    let ends = ChildProcess.starting.withLock { _ in openPipe() }
    guard let ends, let reading = ends.reading, let writing = ends.writing
    else { throw ChildProcess.Failure(message: "pipe: \(String(cString: strerror(errno)))") }
    return (reading, writing)
  }

  private static func openPipe() -> (reading: Descriptor?, writing: Descriptor?)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let status = Darwin.pipe(&ends)
    #elseif canImport(Musl)
      let status = Musl.pipe(&ends)
    #else
      let status = Glibc.pipe(&ends)
    #endif
    guard status == 0 else { return nil }
    return (Descriptor(taking: ends[0]), Descriptor(taking: ends[1]))
  }

  enum Reading {
    case bytes([UInt8])
    case nothingYet
    case ended
  }

  /// What there is to read, at most 64 KiB, after waiting for it no longer than this.
  func read(within milliseconds: Int) -> Reading {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    let ready = poll(&request, 1, Int32(clamping: max(0, milliseconds)))
    guard ready > 0 else { return .nothingYet }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
        Darwin.read(number, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.read(number, bytes.baseAddress, bytes.count)
      #else
        Glibc.read(number, bytes.baseAddress, bytes.count)
      #endif
    }
    if count > 0 { return .bytes(Array(buffer.prefix(count))) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothingYet : .ended
  }
}
