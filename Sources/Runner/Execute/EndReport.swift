import Diagnostics
import Records

/// Says why a program did not come to its end: one diagnostic at its place in the article, and a
/// phrase for what was therefore not run.
struct EndReport {
  var tangle: Tangle
  var file: String
  /// Finds the article's frames among a program's addresses.
  var frames: ([UInt]) -> [Trap.Frame]

  struct Report: Equatable {
    /// The runnable that is at fault.
    var runnable: Int?
    var diagnostic: Diagnostic
    /// Completes "the block at line 7 …".
    var phrase: String
  }

  /// - Returns: `nil` when the program came to its end.
  func report(_ execution: Execution) -> Report? {
    let log = execution.log
    let runnable = log.current ?? log.plan.last { log.began[$0] != nil }
    let place = runnable.map { tangle.pieces[$0].place } ?? start
    switch execution.end {
    case .tookTooLong(let watched, let seconds):
      return tookTooLong(watched ?? runnable, seconds)
    case .wroteTooManyRecords:
      let diagnostic = Diagnostic(
        "swift.output-flood", at: place, "more records than an article may write",
        fix: "Show and check less in this article, or split it.")
      return Report(runnable: runnable, diagnostic: diagnostic, phrase: "wrote too many records")
    case .ended(let end):
      if execution.flooded { return flooded(runnable, place) }
      if let thrown = log.thrown, !log.isFinished { return uncaught(thrown, runnable) }
      switch end {
      case .signalled(let signal): return trap(execution, signal, runnable)
      case .exited(let status):
        return log.isFinished ? nil : exited(status, execution.errors, runnable, place)
      }
    }
  }

  private var start: Place { Place(file: tangle.path, line: 1, column: 1) }

  private func tookTooLong(_ runnable: Int?, _ seconds: Double) -> Report {
    let limit = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    let diagnostic = Diagnostic(
      "swift.timeout", at: runnable.map { tangle.pieces[$0].place } ?? start,
      "this did not end within \(limit) seconds",
      fix: "Make it faster, or give the block a limit of its own: `timeout=SECONDS`.")
    return Report(
      runnable: runnable, diagnostic: diagnostic, phrase: "did not end within \(limit) seconds")
  }

  private func flooded(_ runnable: Int?, _ place: Place) -> Report {
    let diagnostic = Diagnostic(
      "swift.output-flood", at: place,
      "this printed more than an article may; the output is cut off", fix: "Print less.")
    return Report(runnable: runnable, diagnostic: diagnostic, phrase: "printed too much")
  }

  private func uncaught(_ thrown: ThrownRecord, _ runnable: Int?) -> Report {
    let frames = self.frames(thrown.frames)
    let diagnostic = Diagnostic(
      "swift.uncaught-error", at: place(frames.first, else: runnable),
      "an error was thrown here that nothing catches: \(thrown.message.prefix(2000))",
      notes: callers(frames))
    return Report(
      runnable: runnable, diagnostic: diagnostic, phrase: "threw an error that nothing catches")
  }

  private func trap(_ execution: Execution, _ signal: Int32, _ runnable: Int?) -> Report {
    let trap = Trap(errors: execution.errors, file: file, signal: signal)
    let frames = trap.offsets.isEmpty ? trap.frames : self.frames(trap.offsets)
    let isCrash = signal == 9 || signal == 24
    let message = isCrash ? EndReport.killed(signal) : trap.message
    let diagnostic = Diagnostic(
      isCrash ? "swift.crash" : "swift.trap", at: place(frames.first, else: runnable),
      message, notes: callers(frames))
    return Report(runnable: runnable, diagnostic: diagnostic, phrase: "trapped (\(message))")
  }

  /// Signals that no code of the article raises by a mistake of its own.
  private static func killed(_ signal: Int32) -> String {
    signal == 24
      ? "the program used more processor time than it may" : "the program was killed from outside"
  }

  private func exited(
    _ status: Int32, _ errors: String, _ runnable: Int?, _ place: Place
  ) -> Report {
    let trace = errors.ranges(of: "\n*** Exit: frames").last?.lowerBound
    let said = String(errors[..<(trace ?? errors.endIndex)].suffix(2000)).trimmingTail()
    let frames = trace.map { self.frames(Trap.offsets(errors[$0...], of: "Exit")) } ?? []
    let diagnostic = Diagnostic(
      "swift.crash", at: frames.isEmpty ? place : self.place(frames.first, else: runnable),
      runnable == nil
        ? "the program could not be started (exit status \(status))"
        : "this ended the whole program (exit status \(status))",
      notes: (said.isEmpty ? [] : [.init(message: said)]) + callers(frames))
    return Report(
      runnable: runnable, diagnostic: diagnostic,
      phrase: runnable == nil ? "could not be started" : "ended the program")
  }

  private func place(_ frame: Trap.Frame?, else runnable: Int?) -> Place {
    if let frame, let number = tangle.runnable(atLine: frame.line, column: frame.column) {
      return tangle.place(number, line: frame.line, column: frame.column)
    }
    return runnable.map { tangle.pieces[$0].place } ?? start
  }

  /// The other frames of the article: who called the code that failed.
  private func callers(_ frames: [Trap.Frame]) -> [Diagnostic.Note] {
    var places: [Place] = frames.first.map { [place($0, else: nil)] } ?? []
    for frame in frames.dropFirst() {
      let caller = place(frame, else: nil)
      if !places.contains(caller) { places.append(caller) }
    }
    return places.dropFirst().prefix(8).map { .init(place: $0, message: "called from here") }
  }
}
