import Diagnostics

/// A place of an article, told by the block or inline value that it lies in, so that it moves with
/// it.
struct RelativePlace: Codable, Equatable {
  /// `nil`: it lies in none, and is counted from the article's start.
  private var runnable: Int?
  /// The line of the runnable, from 0; `nil`: the fence above its first line.
  private var index: Int?
  private var column: Int

  init(line: Int, column: Int, in tangle: Tangle) {
    for piece in tangle.pieces {
      guard let first = piece.lines.first, let last = piece.lines.last,
        (first.line...last.line).contains(line),
        let index = piece.lines.lastIndex(where: { $0.line <= line })
      else { continue }
      runnable = piece.number
      self.index = index
      self.column = column - piece.lines[index].padding
      return
    }
    index = line
    self.column = column
  }

  /// - Returns: `nil` for a place that is about no runnable of the article.
  init?(_ place: Place, in tangle: Tangle) {
    guard place.file == tangle.path else { return nil }
    if let piece = tangle.pieces.first(where: { $0.place == place }) {
      runnable = piece.number
      column = 0
      return
    }
    guard let number = tangle.runnable(atLine: place.line, column: place.column),
      let index = tangle.pieces[number].lines.lastIndex(where: { $0.line <= place.line })
    else { return nil }
    runnable = number
    self.index = index
    column = place.column - tangle.pieces[number].lines[index].padding
  }

  /// The place in the article as it stands now.
  func place(in tangle: Tangle) -> Place {
    guard let runnable, tangle.pieces.indices.contains(runnable) else {
      return Place(file: tangle.path, line: index ?? 1, column: column)
    }
    let piece = tangle.pieces[runnable]
    guard let index, piece.lines.indices.contains(index) else { return piece.place }
    let line = piece.lines[index]
    return Place(file: tangle.path, line: line.line, column: max(1, column + line.padding))
  }
}

/// The lines of blocks in sentences ("the block at line 7 trapped"): they move with their blocks.
enum BlockLines {
  nonisolated(unsafe) private static let line = /block at line (\d+)/
  nonisolated(unsafe) private static let number = /block at line \{(\d+)\}/

  /// With the blocks' numbers in place of their lines.
  static func loosened(_ sentence: String, in tangle: Tangle) -> String {
    sentence.replacing(line) { match in
      let piece = tangle.pieces.first { Int(match.output.1) == $0.place.line }
      return piece.map { "block at line {\($0.number)}" } ?? String(match.output.0)
    }
  }

  /// With the lines at which the blocks stand now.
  static func placed(_ sentence: String, in tangle: Tangle) -> String {
    sentence.replacing(number) { match in
      let piece = tangle.pieces.first { Int(match.output.1) == $0.number }
      return piece.map { "block at line \($0.place.line)" } ?? String(match.output.0)
    }
  }
}
