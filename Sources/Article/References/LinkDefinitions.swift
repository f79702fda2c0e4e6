import CCmarkGFM

/// Link definitions that would steal a marker or a citation: `[!CLAIM x]: /u`, `[@key]: /u`.
enum LinkDefinitions {
  /// cmark takes definitions out of the tree, so they are looked for in the lines that no block of
  /// code or HTML claims.
  static func report(_ reading: Reading, _ tree: MarkdownTree) {
    let verbatim = verbatimLines(of: tree, reading)
    for number
      in (reading.findings.linesBefore + 1)...max(
        reading.findings.linesBefore + 1, reading.source.lineCount)
    {
      let line = reading.source.line(number)
      let text = line.drop { $0.isSpace || $0 == UInt8(ascii: ">") }
      guard text.starts(with: "[@".utf8) || text.starts(with: "[!".utf8),
        let close = text.firstIndex(of: UInt8(ascii: "]")),
        close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":"),
        !verbatim.contains(number), !isMarker(number, reading)
      else { continue }
      let name = text[..<(close + 1)].text
      reading.report(
        "reference.stolen", line: number, offset: text.startIndex - line.startIndex,
        "this definition makes a link of every `\(name)`", fix: "Give the definition another name.")
    }
  }

  private static func isMarker(_ line: Int, _ reading: Reading) -> Bool {
    reading.findings.markers.contains { $0.line == line }
  }

  private static func verbatimLines(of tree: MarkdownTree, _ reading: Reading) -> Set<Int> {
    var lines: Set<Int> = []
    let iterator = cmark_iter_new(tree.root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK {
        lines.formUnion(reading.line(node)...reading.endLine(node))
      }
    }
    return lines
  }
}
