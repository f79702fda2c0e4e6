#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a call of `abort` came from: a failed cast, or a C library that was misused, as FLINT has
/// it.
///
/// The toolchain's backtracer follows frame pointers, which the C library's own frames do not have,
/// so it loses the way at `abort`. The unwinder of the C library does not.
enum AbortTrace {
  /// From here on an abort writes the program's frames to standard error, in one line:
  /// `*** Signal 6: frames 0x1f 0x2a ***`.
  static func install() {
    signal(SIGABRT) { _ in
      AbortTrace.write()
      // The signal is raised again when this returns, and then ends the program.
      signal(SIGABRT, SIG_DFL)
    }
  }

  private static func write() {
    let frames = ThrowTrace.programOffsets(ThrowTrace.currentAddresses())
    let list = frames.map { " 0x" + String($0, radix: 16) }.joined()
    let line = Array("\n*** Signal 6: frames\(list) ***\n".utf8)
    #if canImport(Darwin)
      _ = Darwin.write(STDERR_FILENO, line, line.count)
    #elseif canImport(Musl)
      _ = Musl.write(STDERR_FILENO, line, line.count)
    #else
      _ = Glibc.write(STDERR_FILENO, line, line.count)
    #endif
  }
}
