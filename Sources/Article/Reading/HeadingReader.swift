import CCmarkGFM
import Diagnostics

/// Reads headings and gives each its id.
struct HeadingReader {
  let reading: Reading
  let surroundings: Surroundings

  init(_ reading: Reading, _ surroundings: Surroundings) {
    self.reading = reading
    self.surroundings = surroundings
  }

  func read(_ node: OpaquePointer) -> Heading {
    let lines = reading.line(node)...reading.endLine(node)
    let map = ContentMap(text: CMark.content(of: node), lines: lines, in: reading.source)
    var inlines = InlineReader(reading, node, map, surroundings).readInlines()
    let place = reading.place(node)
    let tail = reading.syntax.contains(.boxes) ? Self.takeTail(from: &inlines) : nil
    let id: String
    if let tail, IDRegistry.isWellFormed(tail) {
      id = tail
      let start = map.text[...].firstIndex(of: Array("{#\(tail)}".utf8)).map { $0 + 2 } ?? 0
      let position = map.position(of: start)
      reading.declare(
        id, at: reading.source.place(line: position.line, offset: position.offset))
    } else {
      if let tail {
        reading.report(
          "id.malformed", at: place, "`\(tail)` is not an id", fix: IDRegistry.alphabet + ".")
      }
      id = reading.slugs.slug(for: PlainText.of(inlines)) { reading.ids.contains($0) }
    }
    return Heading(
      level: Int(cmark_node_get_heading_level(node)), inlines: inlines, id: id, place: place)
  }

  /// Removes ` {#id}` from the end of a heading.
  private static func takeTail(from inlines: inout [Inline]) -> String? {
    guard case .text(let text)? = inlines.last, text.hasSuffix("}"),
      let open = text.range(ofLast: "{#")
    else { return nil }
    let id = text[open.upperBound...].dropLast()
    let rest = text[..<open.lowerBound]
    let end = rest.lastIndex { $0 != " " }
    inlines.removeLast()
    if let end { inlines.append(.text(String(rest[...end]))) }
    return String(id)
  }
}

extension String {
  /// Where `pattern` last occurs.
  func range(ofLast pattern: String) -> Range<String.Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
    }
    return nil
  }
}
