import Article
import Diagnostics

/// An article's Swift, taken out of its prose: the pieces of its program and which piece a place in
/// the article belongs to.
struct Tangle {
  let path: String
  /// One for each runnable, in document order.
  let pieces: [Piece]

  init(_ document: Document) {
    path = document.path
    pieces = document.runnables.map(Piece.init)
  }

  /// The program of these runnables, in document order.
  func program(of numbers: some Sequence<Int>) -> Program {
    let included = Set(numbers)
    return Program(file: path, pieces: pieces.filter { included.contains($0.number) })
  }

  /// The program of the ordinary blocks before a `fails` or `traps` block, and that block. Scopes
  /// of their own and inline values declare nothing that it could see.
  func program(leaf number: Int, after numbers: some Sequence<Int>) -> Program {
    let included = Set(numbers)
    let before = pieces.prefix(number).filter {
      $0.kind == .block(.runs) && included.contains($0.number)
    }
    return Program(file: path, pieces: Array(before), leaf: pieces[number])
  }

  /// The runnable that a line and column of the article belong to.
  func runnable(atLine line: Int, column: Int) -> Int? {
    var values: [Piece] = []
    for piece in pieces {
      guard let first = piece.lines.first, let last = piece.lines.last else { continue }
      if piece.kind == .value {
        // One line more: the parentheses that close the call of the runtime.
        if (first.line...last.line + 1).contains(line) { values.append(piece) }
      } else if (first.line...last.line).contains(line) {
        return piece.number
      }
    }
    let onLine = values.filter { $0.place.line == line }
    let around = onLine.last { Tangle.columns(of: $0).contains(column) }
    let before = onLine.last { $0.place.column <= column }
    return (around ?? before ?? onLine.first ?? values.last)?.number
  }

  /// The columns of an inline value with the call of the runtime in front of it.
  private static func columns(of value: Piece) -> Range<Int> {
    let length = value.lines.first?.text.utf8.count ?? 0
    return value.place.column - Program.valueOpening.utf8.count..<value.place.column + length
  }

  /// The place itself if the author wrote something there, or else the nearest that they did.
  func place(_ number: Int, line: Int, column: Int) -> Place {
    let piece = pieces[number]
    guard let first = piece.lines.first, let last = piece.lines.last else { return piece.place }
    if piece.kind == .value && (line > last.line || (line == first.line && column <= first.padding))
    {
      return piece.place
    }
    if line > last.line {
      let column = last.padding + max(1, last.text.utf8.count)
      return Place(file: path, line: last.line, column: column)
    }
    return Place(file: path, line: line, column: column)
  }
}
