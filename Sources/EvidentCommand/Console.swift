import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where text goes, and what may be done to it there.
struct Console: Sendable {
  /// Everything goes to standard output, so that the order in which it is printed is the order in
  /// which it is read.
  private let joinsStreams: Bool

  init(joinsStreams: Bool = false) {
    self.joinsStreams = joinsStreams
    // Whoever reads our output may stop (`| head`); the run and its exit code go on.
    signal(SIGPIPE, SIG_IGN)
  }

  enum Stream { case standardOutput, standardError }

  /// Colour is for terminals, and not for who has set NO_COLOR (see no-color.org) or has a terminal
  /// that cannot show it.
  func hasColor(_ stream: Stream) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal(stream) && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO) == 1
  }

  /// Whether somebody is there to answer.
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isTerminal(.standardOutput) }

  func print(_ text: String, to stream: Stream, terminator: String = "\n") {
    let handle: FileHandle =
      stream == .standardOutput || joinsStreams ? .standardOutput : .standardError
    try? handle.write(contentsOf: Data((text + terminator).utf8))
  }

  /// One line that rewrites itself, on a terminal only.
  func progress(_ text: String) {
    guard isTerminal(.standardError) else { return }
    print("\r\u{1B}[2K" + text, to: .standardError, terminator: "")
  }
}
