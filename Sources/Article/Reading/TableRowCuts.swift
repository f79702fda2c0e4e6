/// Formulas and values of a table's row that its pipes have damaged: cut in two where a pipe stood
/// bare, or turned into another formula where `\|` became `|`.
struct TableRowCuts {
  let reading: Reading
  let line: Int
  /// Where the row begins in its line.
  let start: Int

  func report() {
    let row = Array(reading.source.line(line).dropFirst(start))
    guard row.contains(UInt8(ascii: "$")) || row.contains(UInt8(ascii: "`")) else { return }
    reportFormulas(in: row)
    reportValues(in: row)
  }

  private func reportFormulas(in row: [UInt8]) {
    var scanner = DollarScanner(row)
    var index = 0
    while index < row.count {
      if row[index] == UInt8(ascii: "\\") {
        index += 2
      } else if row[index] == UInt8(ascii: "`"), let end = endOfCode(at: index, in: row) {
        index = end
      } else if row[index] == UInt8(ascii: "$"), let end = reportFormula(at: index, &scanner) {
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Returns where to go on behind a formula, whole or cut.
  private func reportFormula(at index: Int, _ scanner: inout DollarScanner) -> Int? {
    let range: Range<Int>
    switch scanner.formula(at: index) {
    case .inline(let found), .display(let found): range = found
    case nil: return nil
    }
    let row = scanner.text
    let pipes = range.filter { row[$0] == UInt8(ascii: "|") }
    let bare = pipes.first { row[$0 - 1] != UInt8(ascii: "\\") }
    if let bare {
      // "5$|6$" are prices, not a formula.
      let followsWord = index > 0 && row[index - 1].isWord
      let stands = firstOfPieces(row[range.lowerBound..<bare], row[index..<range.lowerBound])
      guard !followsWord, stands else { return nil }
      reading.report(
        "math.table-pipe", line: line, offset: start + index,
        "the `|` in this formula ends the table's cell",
        fix: "Write `\\lvert … \\rvert`, or `\\mid` for a condition.")
      return range.upperBound + 1
    }
    if !pipes.isEmpty {
      reading.report(
        "math.table-norm", line: line, offset: start + index,
        "in a table `\\|` becomes `|`: this would be another formula",
        fix: "Write `\\lVert … \\rVert` for a norm, `\\lvert … \\rvert` for an absolute value.")
    }
    return range.upperBound + 1
  }

  /// Whether the `$` before a cut can be an opening one: not a lone sum of money "$5 ".
  private func firstOfPieces(_ piece: ArraySlice<UInt8>, _ dollars: ArraySlice<UInt8>) -> Bool {
    let text = piece.trimmed
    let isMoney = !text.isEmpty && text.allSatisfy { $0.isDigit || ".,".utf8.contains($0) }
    return !isMoney || dollars.count > 1
  }

  private func endOfCode(at index: Int, in row: [UInt8]) -> Int? {
    let open = row[index...].prefix { $0 == UInt8(ascii: "`") }
    var next = open.endIndex
    while let tick = row[next...].firstIndex(of: UInt8(ascii: "`")) {
      let run = row[tick...].prefix { $0 == UInt8(ascii: "`") }
      if run.count == open.count { return run.endIndex }
      next = run.endIndex
    }
    return nil
  }

  /// `` `{swift} a | 1` ``: the cell ends at the pipe.
  private func reportValues(in row: [UInt8]) {
    var index = 0
    while let tick = row[index...].firstIndex(of: UInt8(ascii: "`")) {
      guard let end = endOfCode(at: tick, in: row) else {
        index = row[tick...].prefix { $0 == UInt8(ascii: "`") }.endIndex
        continue
      }
      let span = row[tick..<end]
      let content = span.drop { $0 == UInt8(ascii: "`") }
      let bare = content.indices.first {
        content[$0] == UInt8(ascii: "|") && row[$0 - 1] != UInt8(ascii: "\\")
      }
      if content.starts(with: "{swift} ".utf8), bare != nil {
        reading.report(
          "value.table-pipe", line: line, offset: start + tick,
          "the `|` in this value ends the table's cell", fix: "Write `\\|`.")
      }
      index = end
    }
  }
}
