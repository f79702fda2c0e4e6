import Diagnostics
import Foundation

/// Parses each block for itself. In the article's program an unclosed brace of one block could be
/// closed by another, and an open comment could hide the blocks after it.
///
/// Many blocks go through one call of the compiler: each is a file of its own, which the parser
/// takes for part of a library. It reads statements there as it does in a program and only adds
/// that they may not stand there; that is not reported.
struct SyntaxCheck {
  var frontend: Frontend
  var scratch: String

  /// Blocks in one call; command lines have a limit.
  private static let batch = 200
  private static let allowed: Set<String> = [
    "expressions are not allowed at the top level", "statements are not allowed at the top level",
  ]

  /// The errors of each runnable that does not parse, for each tangle.
  func errors(_ tangles: [Tangle]) throws(ChildProcess.Failure) -> [[Int: [Diagnostic]]] {
    var found = tangles.map { _ in [Int: [Diagnostic]]() }
    var files: [(path: String, tangle: Int, piece: Piece)] = []
    for (index, tangle) in tangles.enumerated() {
      for piece in tangle.pieces
      where piece.kind != .block(.fails) && piece.isClosed && !piece.lines.isEmpty {
        if let error = SyntaxCheck.escape(of: piece)
          ?? NumberCheck.error(in: piece, file: tangle.path)
          ?? ImportCheck.error(in: piece, file: tangle.path)
        {
          found[index][piece.number] = [error]
          continue
        }
        let path = "\(scratch)/a\(index)r\(piece.number).swift"
        try SyntaxCheck.write(piece, to: path)
        files.append((path, index, piece))
      }
    }
    for start in stride(from: 0, to: files.count, by: SyntaxCheck.batch) {
      let batch = files[start..<min(start + SyntaxCheck.batch, files.count)]
      for (path, messages) in try messages(of: batch.map(\.path)) {
        guard let file = batch.first(where: { $0.path == path }) else { continue }
        // What follows the first error of a single expression follows from it.
        let own = file.piece.kind == .value ? messages.prefix(1) : messages[...]
        let diagnostics = own.map {
          SyntaxCheck.diagnostic($0, in: file.piece, of: tangles[file.tangle])
        }
        found[file.tangle][file.piece.number] = diagnostics
      }
    }
    return found
  }

  /// An inline value that closes what it has not opened would get out of its call.
  private static func escape(of piece: Piece) -> Diagnostic? {
    guard piece.kind == .value else { return nil }
    var depth = 0
    for token in SwiftScanner.tokens(piece.code) where token.kind == .punctuation {
      if "([{".contains(token.text) { depth += 1 }
      if ")]}".contains(token.text) { depth -= 1 }
      if depth < 0 {
        return Diagnostic(
          "swift.compile", at: piece.place,
          "an inline value is one expression; this `\(token.text)` closes nothing")
      }
    }
    return nil
  }

  /// The errors by file. When the parser itself breaks down, each file is tried alone, so that one
  /// block cannot harm another.
  private func messages(
    of paths: [String]
  ) throws(ChildProcess.Failure) -> [String: [CompilerMessage]] {
    let output = try frontend.parse(paths, scratch: scratch)
    let errors = output.messages.filter { $0.severity == .error }
    if !output.succeeded && errors.isEmpty {
      if paths.count == 1 {
        let failure = CompilerMessage(
          file: paths[0], line: 1, column: 1, severity: .error,
          text: "the compiler cannot parse this: \(output.failure)")
        return [paths[0]: [failure]]
      }
      var all: [String: [CompilerMessage]] = [:]
      for path in paths { all.merge(try messages(of: [path])) { first, _ in first } }
      return all
    }
    return Dictionary(
      grouping: errors.filter { !SyntaxCheck.allowed.contains($0.text) }, by: \.file)
  }

  private static func write(_ piece: Piece, to path: String) throws(ChildProcess.Failure) {
    var text = ""
    for (index, line) in piece.lines.enumerated() {
      let opening = piece.kind == .value && index == 0 ? Program.valueOpening : ""
      text += String(repeating: " ", count: max(0, line.padding - opening.utf8.count))
      text += opening + line.text + "\n"
    }
    if piece.kind == .value { text += "))\n" }
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw ChildProcess.Failure(message: "\(path) cannot be written")
    }
  }

  private static func diagnostic(
    _ message: CompilerMessage, in piece: Piece, of tangle: Tangle
  ) -> Diagnostic {
    func place(_ line: Int, _ column: Int) -> Place {
      let index = line - 1
      let articleLine =
        piece.lines.indices.contains(index)
        ? piece.lines[index].line : (piece.lines.last?.line ?? 0) + 1
      return tangle.place(piece.number, line: articleLine, column: column)
    }
    return Diagnostic(
      "swift.compile", at: place(message.line, message.column), message.text,
      notes: message.notes.filter { $0.file == message.file }.map {
        .init(place: place($0.line, $0.column), message: $0.text)
      })
  }
}
