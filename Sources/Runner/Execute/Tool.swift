import Foundation

/// Runs a tool of the toolchain to its end and gives its output.
enum Tool {
  struct Result {
    var end: ChildProcess.End
    var output: String
    var errors: String

    var succeeded: Bool { end == .exited(0) }
  }

  /// - Parameter scratch: an existing folder of the caller's own, for the output's files.
  static func run(
    _ arguments: [String], scratch: String, seconds: Double = 300
  ) throws(ChildProcess.Failure) -> Result {
    let name = (arguments[0] as NSString).lastPathComponent + "-" + UUID().uuidString
    let outputFile = scratch + "/" + name + ".out"
    let errorFile = scratch + "/" + name + ".err"
    defer {
      unlink(outputFile)
      unlink(errorFile)
    }
    var lifeline = try Descriptor.pipe()
    let process = try ChildProcess(
      arguments, environment: environment,
      descriptors: [
        1: try Descriptor.creating(outputFile), 2: try Descriptor.creating(errorFile),
        3: lifeline.writing,
      ])
    lifeline.writing = lifeline.reading
    let end = wait(for: process, lifeline: lifeline.reading, seconds: seconds)
    return Result(end: end, output: text(outputFile), errors: text(errorFile))
  }

  /// The tools' environment: nothing of the caller's that changes what a compiler does.
  private static let environment: [String: String] = {
    let kept = ["PATH", "HOME", "TMPDIR", "SDKROOT", "DEVELOPER_DIR", "LD_LIBRARY_PATH"]
    let ours = ProcessInfo.processInfo.environment
    var environment = ours.filter { kept.contains($0.key) }
    environment["LC_ALL"] = "C.UTF-8"
    return environment
  }()

  /// The lifeline ends when the last process that holds it does: no waiting by the clock.
  private static func wait(
    for process: ChildProcess, lifeline: Descriptor, seconds: Double
  ) -> ChildProcess.End {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while clock.now < deadline {
      if case .ended = lifeline.read(within: 100) { return process.wait() }
      if let end = process.poll() {
        process.killRest()
        return end
      }
    }
    process.kill()
    return .signalled(SIGKILL)
  }

  static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
