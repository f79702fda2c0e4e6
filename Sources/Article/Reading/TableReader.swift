import CCmarkGFM
import Diagnostics

/// Reads tables, and finds what their pipes have cut apart.
struct TableReader {
  let reading: Reading
  let surroundings: Surroundings

  func read(_ node: OpaquePointer) -> Table {
    let rows = Reading.children(of: node).enumerated().map { index, row in
      read(row: row, start: index == 0 ? reading.offset(node) : 0)
    }
    return Table(
      alignments: alignments(of: node), header: rows.first ?? [], rows: Array(rows.dropFirst()),
      place: reading.place(node))
  }

  private func alignments(of node: OpaquePointer) -> [Table.Alignment] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(node))).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func read(row: OpaquePointer, start: Int) -> [[Inline]] {
    let line = reading.line(row)
    let map = TableRowMap(line: line, start: start, in: reading.source)
    let cells = Reading.children(of: row)
    if reading.syntax.contains(.mathematics) {
      TableRowCuts(reading: reading, line: line, start: map.start).report()
    }
    return cells.enumerated().map { column, node in
      let text = CMark.content(of: node)
      var stretches = [(start: 0, position: ContentMap.Position(line: line, offset: map.start))]
      if column < map.cells.count, map.cells[column].text.starts(with: text) {
        stretches = map.cells[column].stretches
      }
      let cell = ContentMap(text: text, stretches: stretches)
      return InlineReader(reading, node, cell, surroundings).readInlines()
    }
  }
}
