#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a call of `abort` or `exit` came from: a failed cast, a C library that was misused, as
/// FLINT has it, or an author who ends the whole program in the middle of the article.
///
/// The toolchain's backtracer follows frame pointers, which the C library's own frames do not have,
/// so it loses the way at `abort`. The unwinder of the C library does not.
enum EndTrace {
  /// The program has come to its own end: what comes now is no surprise.
  nonisolated(unsafe) static var hasFinished = false

  /// From here on such an end writes the program's frames to standard error, in one line:
  /// `*** Signal 6: frames 0x1f 0x2a ***`, or `*** Exit: frames 0x1f ***`.
  static func install() {
    signal(SIGABRT) { _ in
      EndTrace.write("Signal 6")
      // The signal is raised again when this returns, and then ends the program.
      signal(SIGABRT, SIG_DFL)
    }
    atexit { if !EndTrace.hasFinished { EndTrace.write("Exit") } }
  }

  private static func write(_ end: String) {
    let frames = ThrowTrace.programOffsets(ThrowTrace.currentAddresses())
    let list = frames.map { " 0x" + String($0, radix: 16) }.joined()
    let line = Array("\n*** \(end): frames\(list) ***\n".utf8)
    #if canImport(Darwin)
      _ = Darwin.write(STDERR_FILENO, line, line.count)
    #elseif canImport(Musl)
      _ = Musl.write(STDERR_FILENO, line, line.count)
    #else
      _ = Glibc.write(STDERR_FILENO, line, line.count)
    #endif
  }
}
