/// What the runtime wrote to standard error when a program trapped: its message, and the frames
/// that lie in the article, innermost first.
struct Trap: Equatable {
  struct Frame: Equatable {
    var line: Int
    var column: Int
  }

  var message: String
  var frames: [Frame]
  /// Addresses within the program, when an abort left those instead of frames.
  var offsets: [UInt]

  /// - Parameters:
  ///   - errors: everything on standard error.
  ///   - file: the name that the program gives to the article.
  ///   - signal: what ended the program.
  init(errors: String, file: String, signal: Int32) {
    let marker = "*** Signal "
    let start = errors.ranges(of: marker).last?.lowerBound
    let before = start.map { errors[..<$0] } ?? errors[...]
    let after = start.map { errors[$0...] } ?? ""
    frames = after.split(separator: "\n").compactMap { Trap.frame($0, file: file) }
    offsets = Trap.offsets(after, of: "Signal 6")
    let reported = Trap.runtimeFailure(after) ?? Trap.message(before)
    if let reported {
      message = reported
    } else if Trap.isStackOverflow(signal, after) {
      message = "stack overflow: calls are nested too deeply"
    } else {
      message =
        Trap.crash(after)
        ?? (signal == 6 ? "the program aborted" : "the program was ended by signal \(signal)")
    }
    if frames.isEmpty, let line = Trap.lineOfMessage(before, file: file) {
      frames = [Frame(line: line, column: 1)]
    }
  }

  /// `3 [ra] 0x… h(_:) + 32 in t at articles/x.md:42:30`
  private static func frame(_ line: Substring, file: String) -> Frame? {
    guard let start = line.ranges(of: " at \(file):").last else { return nil }
    let place = line[start.upperBound...].split(separator: ":", maxSplits: 1)
    guard let row = place.first.flatMap({ Int($0) }), row > 0 else { return nil }
    let column = place.count > 1 ? Int(place[1].prefix { $0.isNumber }) : nil
    return Frame(line: row, column: max(1, column ?? 1))
  }

  /// `*** Signal 6: frames 0x1f 0x2a ***`
  static func offsets(_ text: Substring, of end: String) -> [UInt] {
    guard let list = between("*** \(end): frames", " ***", in: text) else { return [] }
    return list.split(separator: " ").compactMap { UInt($0.dropFirst(2), radix: 16) }
  }

  /// `*** Swift runtime failure: arithmetic overflow ***`
  private static func runtimeFailure(_ text: Substring) -> String? {
    between("*** Swift runtime failure: ", " ***", in: text)
  }

  /// `*** Program crashed: Bad pointer dereference at 0x… ***`
  private static func crash(_ text: Substring) -> String? {
    guard let message = between("*** Program crashed: ", " ***", in: text) else { return nil }
    return message.ranges(of: " at 0x").last.map { String(message[..<$0.lowerBound]) } ?? message
  }

  private static func between(_ start: String, _ end: String, in text: Substring) -> String? {
    guard let first = text.firstRange(of: start),
      let last = text[first.upperBound...].firstRange(of: end)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }

  private static let heads = [
    "Fatal error: ", "Precondition failed", "Assertion failed", "Fatal error",
    "Could not cast value of type",
  ]

  /// The runtime's last message: `file:line: Fatal error: text`, which may have several lines.
  private static func message(_ text: Substring) -> String? {
    var last: (start: String.Index, head: String)?
    for head in heads {
      for range in text.ranges(of: head) where isHead(text, range.lowerBound) {
        if last.map({ range.lowerBound > $0.start }) ?? true { last = (range.lowerBound, head) }
      }
    }
    guard let last else { return nil }
    var message = String(text[last.start...]).trimmingTail()
    if last.head == "Fatal error: " { message.removeFirst(last.head.count) }
    // The backtracer's own complaints follow on the same stream.
    if let end = message.firstRange(of: "\nswift-runtime: ") {
      message.removeSubrange(end.lowerBound...)
    }
    return message.isEmpty ? nil : withoutAddresses(String(message.prefix(2000)))
  }

  /// Addresses differ from run to run and say nothing to a reader.
  private static func withoutAddresses(_ message: String) -> String {
    var text = message
    for range in message.ranges(of: " (0x").reversed() {
      guard let end = message[range.upperBound...].firstIndex(of: ")") else { continue }
      if message[range.upperBound..<end].allSatisfy(\.isHexDigit) {
        text.removeSubrange(range.lowerBound...end)
      }
    }
    return text
  }

  /// At the start of a line, or after `file:line: `.
  private static func isHead(_ text: Substring, _ index: String.Index) -> Bool {
    let line =
      text[..<index].split(
        separator: "\n", omittingEmptySubsequences: false
      ).last ?? ""
    if line.isEmpty { return true }
    guard line.hasSuffix(": ") else { return false }
    return Int(line.dropLast(2).split(separator: ":").last ?? "") != nil
  }

  /// The line of `Module/x.md:47: Fatal error`, when there is no backtrace.
  private static func lineOfMessage(_ text: Substring, file: String) -> Int? {
    let name = file.split(separator: "/").last ?? ""
    for line in text.split(separator: "\n").reversed() {
      guard let range = line.firstRange(of: "/\(name):") else { continue }
      if let row = Int(line[range.upperBound...].prefix { $0.isNumber }), row > 0 { return row }
    }
    return nil
  }

  /// A bad access, far down a stack of many frames.
  private static func isStackOverflow(_ signal: Int32, _ text: Substring) -> Bool {
    guard signal == 11 || signal == 10 || signal == 7 else { return false }
    let depths = text.split(separator: "\n").compactMap { line in
      Int(line.drop { $0 == " " }.prefix { $0.isNumber })
    }
    return (depths.max() ?? 0) > 1000
  }
}
