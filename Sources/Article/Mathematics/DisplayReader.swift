import Diagnostics

/// From a display's claimed lines (or its stretch of a paragraph) to a numbered `Display`.
struct DisplayReader {
  let reading: Reading

  /// A block that claimed lines of its own. Without an end it stays on the page as it was written.
  func read(_ finding: DisplayFinding) -> Block {
    let slices = finding.lines.map { reading.source.line($0.line).dropFirst($0.prefix) }
    if !finding.isClosed {
      reportUnclosed(finding.opening, line: finding.line, offset: finding.offset)
      let text = slices.map(\.text).joined(separator: "\n")
      let place = reading.source.place(line: finding.line, offset: finding.offset)
      return .code(CodeListing(info: "", code: text + "\n", place: place))
    }
    if let trailing = finding.trailing, let last = finding.lines.last {
      reading.report(
        "math.trailing-text", line: last.line, offset: trailing,
        "there is more text on the line on which a displayed formula ends",
        fix: "Put it on a line of its own.")
    }
    let text = Array(slices.joined(separator: [UInt8(ascii: "\n")]))
    let stretches = Self.stretches(of: slices, finding.lines)
    return .display(display(finding.opening, ContentMap(text: text, stretches: stretches)))
  }

  private static func stretches(
    of slices: [ArraySlice<UInt8>], _ lines: [SourceLine]
  ) -> [(start: Int, position: ContentMap.Position)] {
    var start = 0
    return zip(slices, lines).map { slice, line in
      defer { start += slice.count + 1 }
      return (start, ContentMap.Position(line: line.line, offset: line.prefix))
    }
  }

  /// The display that `map.text` is, delimiters included, from its first byte on.
  func display(_ opening: DisplayFinding.Opening, _ map: ContentMap) -> Display {
    switch opening {
    case .dollars:
      let end = BlockSyntax.end(of: opening, in: map.text[2...]) ?? map.text.count + 2
      let tex = map.text[2..<(end - 2)].trimmed
      return number(nil, isStarred: true, map, tex.indices, body: tex.indices)
    case .environment(let name):
      let begin = "\\begin{\(name)}".utf8.count
      let end = BlockSyntax.end(of: opening, in: map.text[...]) ?? map.text.count
      let body = begin..<max(begin, end - "\\end{\(name)}".utf8.count)
      return number(
        DisplayEnvironment.unstarred(name), isStarred: name.hasSuffix("*"), map, 0..<end, body: body
      )
    }
  }

  private func number(
    _ environment: String?, isStarred: Bool, _ map: ContentMap, _ range: Range<Int>,
    body: Range<Int>
  ) -> Display {
    let rows = DisplayRows(map.text, body: body)
    if map.text[body].trimmed.isEmpty {
      let position = map.position(of: range.lowerBound)
      reading.report(
        "math.empty", line: position.line, offset: position.offset, "this formula is empty",
        fix: "Write a formula, or take the delimiters away.")
    }
    var numbers: [EquationNumber] = []
    for (index, row) in rowsToNumber(rows, rowwise: environment) {
      let isNumbered = row.tag != nil || row.label != nil || !isStarred
      guard isNumbered, !(row.isUnnumbered && row.tag == nil && row.label == nil) else { continue }
      if let label = row.label { declare(label, at: map.position(of: row.labelOffset)) }
      numbers.append(
        EquationNumber(
          row: index, label: row.label, text: row.tag ?? reading.equations.next()))
    }
    let position = map.position(of: range.lowerBound)
    let tex = rows.tex[range]
    return Display(
      tex: tex.text, environment: environment, numbers: numbers,
      lines: lines(of: range, in: map),
      place: reading.source.place(line: position.line, offset: position.offset))
  }

  /// The rows that may have a number of their own: all of an `align`, one of anything else, which
  /// then has the label and the tag of whichever row they stand in.
  private func rowsToNumber(
    _ rows: DisplayRows, rowwise environment: String?
  ) -> [(Int, DisplayRows.Row)] {
    if let environment, DisplayEnvironment.rowwise.contains(environment) {
      return Array(rows.rows.enumerated())
    }
    var whole = DisplayRows.Row()
    whole.isUnnumbered = rows.rows.contains(where: \.isUnnumbered)
    whole.tag = rows.rows.compactMap(\.tag).first
    if let labelled = rows.rows.first(where: { $0.label != nil }) {
      whole.label = labelled.label
      whole.labelOffset = labelled.labelOffset
    }
    return [(0, whole)]
  }

  private func lines(of range: Range<Int>, in map: ContentMap) -> [SourceLine] {
    var starts = [range.lowerBound]
    starts += range.filter { map.text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    return starts.map { start in
      let position = map.position(of: start)
      return SourceLine(line: position.line, prefix: position.offset)
    }
  }

  private func declare(_ label: String, at position: ContentMap.Position) {
    let place = reading.source.place(line: position.line, offset: position.offset)
    if IDRegistry.isWellFormed(label) {
      reading.declare(label, at: place)
    } else {
      reading.report(
        "id.malformed", at: place, "`\(label)` is not an id", fix: IDRegistry.alphabet + ".")
    }
  }

  func reportUnclosed(_ opening: DisplayFinding.Opening, line: Int, offset: Int) {
    switch opening {
    case .dollars:
      reading.report(
        "math.unclosed", line: line, offset: offset, "this `$$` is never closed",
        fix: "Close it with `$$` at the end of a line, in the same list item or quote.")
    case .environment(let name):
      reading.report(
        "math.unclosed", line: line, offset: offset, "this `\\begin{\(name)}` is never closed",
        fix: "Close it with `\\end{\(name)}`, in the same list item or quote.")
    }
  }
}
