import CCmarkGFM

/// The block half of our extension: displays that claim whole lines, and the markers of boxes.
///
/// cmark asks only after every rule of its own has declined the line, and checks the prefixes of
/// the containers (`>`, a list's indentation) itself before it asks whether a display goes on.
struct BlockSyntax {
  let own: OpaquePointer
  let parser: OpaquePointer
  let findings: SyntaxFindings

  init?(_ own: OpaquePointer, _ parser: OpaquePointer) {
    guard let findings = SyntaxExtension.findings(of: own) else { return nil }
    self.own = own
    self.parser = parser
    self.findings = findings
  }

  private var lineNumber: Int { findings.linesBefore + Int(cmark_parser_get_line_number(parser)) }

  func open(in parent: OpaquePointer, line: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard start < line.count else { return nil }
    let isMarker = line[start...].starts(with: "[!".utf8)
    let isDisplay = line[start] == UInt8(ascii: "$") || line[start] == UInt8(ascii: "\\")
    guard isMarker || isDisplay else { return nil }
    let text = Array(line)[...]
    if isMarker, findings.syntax.contains(.boxes) { return openMarker(text, start, in: parent) }
    if isDisplay, findings.syntax.contains(.mathematics) {
      return openDisplay(text, start, in: parent)
    }
    return nil
  }

  // MARK: Displays

  private func openDisplay(
    _ line: ArraySlice<UInt8>, _ start: Int, in parent: OpaquePointer
  ) -> OpaquePointer? {
    guard let (opening, length) = displayOpening(line[start...].trimmedEnd),
      !isInsideDisplay(parent)
    else { return nil }
    let rest = line[(start + length)...]
    let end = Self.end(of: opening, in: rest)
    // More text after a display that ends on its own line: part of a paragraph.
    if let end, !line[end...].trimmed.isEmpty { return nil }
    let node = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(start + 1))
    guard let node else { return nil }
    findings.displays.append(
      DisplayFinding(
        opening: opening, line: lineNumber, offset: start,
        lines: [SourceLine(line: lineNumber, prefix: start)], isClosed: end != nil))
    cmark_node_set_syntax_extension(node, own)
    cmark_node_set_fenced(node, 1, 2, 0, CChar(UInt8(ascii: "$")))
    SyntaxExtension.mark(node, findings.displays.count)
    return node
  }

  private func displayOpening(_ text: ArraySlice<UInt8>) -> (DisplayFinding.Opening, Int)? {
    if text.starts(with: "$$".utf8), !text.starts(with: "$$$".utf8) { return (.dollars, 2) }
    guard let name = DisplayEnvironment.opening(text), DisplayEnvironment.isDisplay(name) else {
      return nil
    }
    return (.environment(name), "\\begin{}".utf8.count + name.utf8.count)
  }

  /// A paragraph that has opened a `$$` of its own goes on.
  private func isInsideDisplay(_ parent: OpaquePointer) -> Bool {
    cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH
      && DollarScanner.endsInsideDisplay(CMark.content(of: parent))
  }

  /// The offset after what closes `opening`, if it is in `text`.
  static func end(of opening: DisplayFinding.Opening, in text: ArraySlice<UInt8>) -> Int? {
    switch opening {
    case .environment(let name):
      let end = "\\end{\(name)}"
      return text.firstIndex(of: Array(end.utf8)).map { $0 + end.utf8.count }
    case .dollars:
      var index = text.startIndex
      while index < text.endIndex {
        if text[index] == UInt8(ascii: "\\") {
          index += 2
        } else if text[index...].starts(with: "$$".utf8) {
          return index + 2
        } else {
          index += 1
        }
      }
      return nil
    }
  }

  func continues(_ node: OpaquePointer, line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = SyntaxExtension.number(of: node),
      findings.displays.indices.contains(number - 1)
    else { return false }
    let start = min(Int(cmark_parser_get_offset(parser)), line.count)
    let isDropped = findings.unclosedLines.contains(findings.displays[number - 1].line)
    // In place: a copy of the display would copy its lines, once for each of them.
    return findings.displays[number - 1].claim(
      Array(line)[start...], SourceLine(line: lineNumber, prefix: start), isDropped: isDropped)
  }

  // MARK: Markers

  private func openMarker(
    _ line: ArraySlice<UInt8>, _ start: Int, in parent: OpaquePointer
  ) -> OpaquePointer? {
    guard let marker = MarkerFinding(line[start...].trimmedEnd, line: lineNumber) else {
      return nil
    }
    let type = cmark_node_get_type(parent)
    guard type == CMARK_NODE_BLOCK_QUOTE, cmark_node_first_child(parent) == nil else {
      if isInQuote(parent), Self.isKnown(marker.word) {
        findings.strayMarkers.append((lineNumber, start))
      }
      return nil
    }
    let node = cmark_parser_add_child(parser, parent, CMARK_NODE_HEADING, Int32(start + 1))
    guard let node else { return nil }
    cmark_node_set_heading_level(node, 6)
    findings.markers.append(marker)
    SyntaxExtension.mark(node, findings.markers.count)
    let consumed = marker.titleOffset - Int(cmark_parser_get_offset(parser))
    line.withUnsafeBytes { buffer in
      let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      cmark_parser_advance_offset(parser, text, Int32(consumed), 0)
    }
    return node
  }

  private func isInQuote(_ parent: OpaquePointer) -> Bool {
    let container =
      cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH ? cmark_node_parent(parent) : parent
    guard let container else { return false }
    return cmark_node_get_type(container) == CMARK_NODE_BLOCK_QUOTE
  }

  private static func isKnown(_ word: String) -> Bool {
    Box.Kind(rawValue: word.uppercased()) != nil
  }
}

extension MarkerFinding {
  /// Reads `[!WORD id] Title` or `[!WORD id expect=VERDICT] Title`; `nil` when `text` is not of
  /// this form.
  init?(_ text: ArraySlice<UInt8>, line: Int) {
    let word = text.dropFirst(2).prefix { $0.isLetter }
    guard text.starts(with: "[!".utf8), !word.isEmpty else { return nil }
    let rest = text[word.endIndex...]
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")),
      close == word.endIndex || rest[word.endIndex].isSpace
    else { return nil }
    var id = rest[..<close].trimmed
    let expectation = Self.expectation(in: id)
    if let expectation { id = id[..<expectation.lowerBound].trimmed }
    let after = text[(close + 1)...]
    self.init(
      word: word.text, id: id.isEmpty ? nil : id.text, line: line, offset: text.startIndex,
      idOffset: id.startIndex,
      expected: expectation.map { text[$0].text.dropFirst(7) }.map(String.init),
      expectedOffset: expectation.map { $0.lowerBound + 7 } ?? 0,
      titleOffset: after.trimmedStart.startIndex, isLinkLike: "(:[".utf8.contains(after.first ?? 0))
  }
}

extension MarkerFinding {
  /// Where the last word `expect=…` stands in what is between the brackets.
  private static func expectation(in text: ArraySlice<UInt8>) -> Range<Int>? {
    let start = text.lastIndex(where: \.isSpace).map { $0 + 1 } ?? text.startIndex
    return text[start...].starts(with: "expect=".utf8) ? start..<text.endIndex : nil
  }
}

extension DisplayFinding {
  /// Takes one more line, or declines it because the display has ended.
  ///
  /// - Parameter isDropped: no end is known to come; the next blank line is where the text goes on.
  fileprivate mutating func claim(
    _ text: ArraySlice<UInt8>, _ line: SourceLine, isDropped: Bool
  ) -> Bool {
    guard !isClosed, !isUnclosed else { return false }
    if isDropped, text.trimmed.isEmpty {
      isUnclosed = true
      return false
    }
    lines.append(line)
    guard let end = BlockSyntax.end(of: opening, in: text) else { return true }
    let after = text[end...].trimmed
    if after.isEmpty {
      isClosed = true
    } else if opening == .dollars {
      // These dollars open a display of their own: the earlier ones were never closed.
      isUnclosed = true
    } else {
      isClosed = true
      trailing = after.startIndex
    }
    return true
  }
}
