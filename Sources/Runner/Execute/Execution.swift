import Foundation
import Records

/// Runs an article's program once, watches it, and gives everything it said.
struct Execution {
  enum End: Equatable {
    case ended(ChildProcess.End)
    /// The runnable that took longer than it may, and its limit in seconds; no runnable: before the
    /// first or after the last.
    case tookTooLong(runnable: Int?, seconds: Double)
    /// More bytes of records than the limit.
    case wroteTooManyRecords
  }

  var end: End
  var log: RunLog
  var output: [UInt8]
  var errors: String
  /// Standard output or standard error reached the limit.
  var flooded: Bool
}

/// One program, ready to run.
struct ArticleProcess {
  var sandbox: Sandbox
  var toolchain: Toolchain
  var core: CoreLibrary
  var limits: RunLimits
  /// The folder that holds the program and nothing else, and the program's name in it.
  var folder: String
  var program: String
  /// The runnables of the program in order, and the limits that they name.
  var plan: [Int]
  var timeouts: [Int: Double]
  /// What its random draws are made from.
  var seed: RunSeed
  /// Where the output's files go.
  var scratch: String

  func run() throws(ChildProcess.Failure) -> Execution {
    let outputFile = "\(scratch)/\(program).out"
    let errorFile = "\(scratch)/\(program).err"
    var records = try Descriptor.pipe()
    let process = try ChildProcess(
      sandbox.command(
        [sandbox.path(program, in: folder)], folder: folder, toolchain: toolchain, core: core,
        limits: limits, seconds: allSeconds),
      environment: sandbox.environment(toolchain: toolchain, folder: folder, seed: seed),
      descriptors: [
        1: try Descriptor.creating(outputFile), 2: try Descriptor.creating(errorFile),
        RecordChannel.descriptor: records.writing,
      ])
    records.writing = records.reading
    var watch = Watch(self, process, records.reading)
    let end = watch.untilEnd()
    process.killRest()
    let output = FileManager.default.contents(atPath: outputFile) ?? Data()
    let errors = FileManager.default.contents(atPath: errorFile) ?? Data()
    return Execution(
      end: end, log: watch.log, output: Array(output),
      errors: String(decoding: errors, as: UTF8.self),
      flooded: max(output.count, errors.count) >= limits.output)
  }

  /// A bound on the processor time of the whole program.
  private var allSeconds: Double {
    plan.reduce(limits.seconds) { $0 + (timeouts[$1] ?? limits.seconds) }
  }

  fileprivate func seconds(for runnable: Int?) -> Double {
    runnable.flatMap { timeouts[$0] } ?? limits.seconds
  }
}

/// Follows a running program by its records.
private struct Watch {
  let settings: ArticleProcess
  let process: ChildProcess
  let records: Descriptor
  let clock = ContinuousClock()
  var log: RunLog
  var reader = RecordReader()
  var received = 0
  var deadline: ContinuousClock.Instant
  /// What the deadline is about.
  var watched: Int?

  init(_ settings: ArticleProcess, _ process: ChildProcess, _ records: Descriptor) {
    self.settings = settings
    self.process = process
    self.records = records
    log = RunLog(plan: settings.plan)
    deadline = clock.now + .seconds(settings.seconds(for: nil))
  }

  mutating func untilEnd() -> Execution.End {
    while clock.now < deadline {
      switch records.read(within: 50) {
      case .bytes(let bytes):
        if !take(bytes) { return stopped(.wroteTooManyRecords) }
      case .nothingYet:
        guard let end = process.poll() else { continue }
        // What it wrote before it ended is still in the pipe; a process it left behind may keep
        // the pipe open, so an end of it is not waited for.
        while case .bytes(let bytes) = records.read(within: 0) {
          if !take(bytes) { return stopped(.wroteTooManyRecords) }
        }
        return finished(end)
      case .ended:
        // The last writer is gone; usually the program with it.
        if let end = process.poll() { return finished(end) }
        usleep(1000)
      }
    }
    let seconds = settings.seconds(for: watched)
    return stopped(.tookTooLong(runnable: watched, seconds: seconds))
  }

  private mutating func finished(_ end: ChildProcess.End) -> Execution.End {
    for item in reader.finish() { log.take(item) }
    return .ended(settings.sandbox.end(end))
  }

  private func stopped(_ end: Execution.End) -> Execution.End {
    process.kill()
    return end
  }

  /// - Returns: whether there may be more.
  private mutating func take(_ bytes: [UInt8]) -> Bool {
    received += bytes.count
    guard received <= settings.limits.records else { return false }
    for item in reader.read(bytes) {
      log.take(item)
      if log.current != watched || log.isFinished {
        watched = log.current
        deadline = clock.now + .seconds(settings.seconds(for: watched))
      }
    }
    return true
  }
}
