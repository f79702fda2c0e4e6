/// One message of the compiler in LLVM style: `file:line:column: severity: text`, with the notes
/// that follow it. What the compiler prints of the source below is not read: the generated file is
/// not what the author wrote.
struct CompilerMessage: Equatable {
  enum Severity: String { case error, warning, note, remark }

  struct Note: Equatable {
    var file: String
    var line: Int
    var column: Int
    var text: String
  }

  var file: String
  var line: Int
  var column: Int
  var severity: Severity
  var text: String
  var notes: [Note] = []

  /// All messages of a compiler run, in order.
  static func all(in output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in output.split(whereSeparator: \.isNewline) {
      guard let message = header(line) else { continue }
      if message.severity == .note, let last = messages.indices.last {
        messages[last].notes.append(
          Note(
            file: message.file, line: message.line, column: message.column, text: message.text))
      } else {
        messages.append(message)
      }
    }
    return messages
  }

  /// The names in quotation marks that the message is about, without argument labels.
  var quotedNames: [String] { CompilerMessage.quotedNames(in: text) }

  static func quotedNames(in text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { index in
      String(parts[index].prefix { $0 != "(" || parts[index].first == "(" })
    }
  }

  /// `nil` when the line is an excerpt of the source or anything else.
  private static func header(_ line: Substring) -> CompilerMessage? {
    for severity in [Severity.error, .warning, .note, .remark] {
      guard let range = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      let place = line[..<range.lowerBound].split(
        separator: ":", omittingEmptySubsequences: false)
      guard place.count >= 2 else { continue }
      let text = withoutGroup(line[range.upperBound...])
      if place.count >= 3, let row = Int(place[place.count - 2]),
        let column = Int(place[place.count - 1])
      {
        let file = place.dropLast(2).joined(separator: ":")
        return CompilerMessage(
          file: file, line: row, column: column, severity: severity, text: text)
      }
      if place[0] == "<unknown>" {
        return CompilerMessage(
          file: "<unknown>", line: 0, column: 0, severity: severity, text: text)
      }
    }
    return nil
  }

  /// Without the name of the compiler's group of messages, `[#DeprecatedDeclaration]`.
  private static func withoutGroup(_ text: Substring) -> String {
    guard text.hasSuffix("]"), let start = text.lastIndex(of: "["),
      text[start...].hasPrefix("[#")
    else { return String(text) }
    return String(text[..<start]).trimmingTail()
  }
}
