/// The cells of one row of a table as its author wrote them.
struct TableRowMap {
  /// One stretch of the row between two pipes, without white space around it.
  struct Cell {
    /// The cell's text with `\|` turned into `|`, as cmark hands it to the inline parser.
    var text: [UInt8]
    var stretches: [(start: Int, position: ContentMap.Position)]
  }

  let cells: [Cell]
  /// Offset in the line of the row's first byte.
  let start: Int

  /// - Parameter start: where in the line the row begins, behind the markers of its containers.
  init(line number: Int, start: Int, in source: SourceText) {
    let line = Array(source.line(number))
    var begin = start
    while begin < line.count, line[begin].isSpace || line[begin] == UInt8(ascii: ">") { begin += 1 }
    self.start = begin
    if begin < line.count, line[begin] == UInt8(ascii: "|") { begin += 1 }
    var cells: [Cell] = []
    var index = begin
    while index <= line.count {
      if index == line.count || line[index] == UInt8(ascii: "|") {
        let raw = line[begin..<index].trimmed
        if index < line.count || !raw.isEmpty { cells.append(Self.cell(raw, line: number)) }
        begin = index + 1
      } else if line[index] == UInt8(ascii: "\\") {
        index += 1
      }
      index += 1
    }
    self.cells = cells
  }

  private static func cell(_ raw: ArraySlice<UInt8>, line: Int) -> Cell {
    var cell = Cell(
      text: [], stretches: [(0, ContentMap.Position(line: line, offset: raw.startIndex))])
    var index = raw.startIndex
    while index < raw.endIndex {
      if raw[index...].starts(with: "\\|".utf8) {
        index += 1
        cell.stretches.append(
          (cell.text.count, ContentMap.Position(line: line, offset: index)))
      }
      cell.text.append(raw[index])
      index += 1
    }
    return cell
  }
}
