/// The line of a source file that a diagnostic is about, ready to print: tabs expanded, control
/// characters visible, long lines cut around the place, and the cell where the caret goes.
struct Excerpt: Equatable {
  /// The line as printed.
  var text: String
  /// How many cells stand before the caret.
  var caret: Int
  /// The column in characters, from 1, for the `file:line:column` in front of a message.
  var column: Int

  private static let tabStop = 4
  private static let widest = 96

  /// `nil` when the file has no such line. A column beyond the line's end points just past it.
  init?(of source: String, at place: Place) {
    guard let line = Excerpt.line(place.line, of: source) else { return nil }
    let byte = max(0, place.column - 1)
    var cells: [String] = []
    var width = 0
    var caretCell: Int?
    var characters = 0
    var bytes = 0
    for character in line {
      let size = character.utf8.count
      if caretCell == nil && bytes + size > byte { caretCell = width }
      if caretCell == nil { characters += 1 }
      bytes += size
      let shown =
        character == "\t"
        ? String(repeating: " ", count: Excerpt.tabStop - width % Excerpt.tabStop)
        : String(character).printable()
      cells.append(shown)
      width += shown.displayWidth
    }
    column = characters + 1
    text = cells.joined()
    caret = caretCell ?? width
    cut(cells)
  }

  /// Keeps a window of the line around the caret, so that an excerpt never fills a screen.
  private mutating func cut(_ cells: [String]) {
    guard text.displayWidth > Excerpt.widest else { return }
    let first = max(0, caret - Excerpt.widest / 2)
    var position = 0
    var kept = ""
    var dropped = 0
    for cell in cells {
      let width = cell.displayWidth
      if position < first {
        dropped = position + width
      } else if position + width <= first + Excerpt.widest {
        kept += cell
      }
      position += width
    }
    let isCutAtEnd = position > first + Excerpt.widest
    text = (dropped > 0 ? "…" : "") + kept + (isCutAtEnd ? "…" : "")
    caret -= dropped > 0 ? dropped - 1 : 0
  }

  /// Line `number` (from 1) without its end, whatever kind of line end the file has.
  private static func line(_ number: Int, of source: String) -> Substring? {
    guard number >= 1 else { return nil }
    var current = 1
    var start = source.utf8.startIndex
    let bytes = source.utf8
    while current < number {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = bytes.index(after: end)
      current += 1
    }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    if end > start, bytes[bytes.index(before: end)] == UInt8(ascii: "\r") {
      end = bytes.index(before: end)
    }
    return Substring(bytes[start..<end])
  }
}
