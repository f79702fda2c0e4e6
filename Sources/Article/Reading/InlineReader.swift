import CCmarkGFM
import Diagnostics

/// From cmark's inlines to ours, for the text of one block.
struct InlineReader {
  /// A stretch of a paragraph.
  enum Piece {
    case inlines([Inline])
    /// A numbered display that stood in the paragraph's middle.
    case display(Display)
  }

  let reading: Reading
  let node: OpaquePointer
  let map: ContentMap
  let surroundings: Surroundings
  var locator: InlineLocator
  /// Where the spans of code end that have been read.
  var spansEnds: Set<Int> = []
  /// Displays found in the block's text, with the number of inlines before each.
  var displays: [(index: Int, display: Display)] = []

  init(
    _ reading: Reading, _ node: OpaquePointer, _ map: ContentMap, _ surroundings: Surroundings
  ) {
    self.reading = reading
    self.node = node
    self.map = map
    self.surroundings = surroundings
    locator = InlineLocator(map.text)
    reportLoose()
  }

  /// Reads a box's title: the text behind the marker.
  init(
    _ reading: Reading, title node: OpaquePointer, _ marker: MarkerFinding,
    _ surroundings: Surroundings
  ) {
    let position = ContentMap.Position(line: marker.line, offset: marker.titleOffset)
    let map = ContentMap(text: CMark.content(of: node), stretches: [(0, position)])
    self.init(reading, node, map, surroundings)
  }

  /// The inlines of a block that cannot be divided: a heading, a title, a cell.
  consuming func readInlines() -> [Inline] {
    var reader = self
    let inlines = reader.read(childrenOf: reader.node, depth: 0)
    for (_, display) in reader.displays {
      reader.reading.report(
        "math.display-misplaced", at: display.place,
        "a numbered formula cannot stand here", fix: "Put it into a paragraph of its own.")
    }
    return inlines
  }

  /// The inlines of a paragraph, divided at its numbered displays.
  mutating func readPieces() -> [Piece] {
    var pieces: [Piece] = []
    var current: [Inline] = []
    for child in Reading.children(of: node) {
      current += read(child, depth: 0)
      guard !displays.isEmpty else { continue }
      if !Self.isBlank(current) { pieces.append(.inlines(Self.trimmed(current))) }
      pieces += displays.map { .display($0.display) }
      displays = []
      current = []
    }
    if pieces.isEmpty || !Self.isBlank(current) { pieces.append(.inlines(Self.trimmed(current))) }
    return pieces
  }

  private static func isBlank(_ inlines: [Inline]) -> Bool { trimmed(inlines).isEmpty }

  private static func trimmed(_ inlines: [Inline]) -> [Inline] {
    let isBreak = { (inline: Inline) in
      inline == .softBreak || inline == .lineBreak
        || { if case .text(let text) = inline { text.allSatisfy { $0 == " " } } else { false } }()
    }
    let end = inlines.lastIndex { !isBreak($0) }.map { $0 + 1 } ?? 0
    return Array(inlines[..<end].drop(while: isBreak))
  }

  func place(of index: Int) -> Place {
    let position = map.position(of: index)
    return reading.source.place(line: position.line, offset: position.offset)
  }

  mutating func read(childrenOf node: OpaquePointer, depth: Int) -> [Inline] {
    var inlines: [Inline] = []
    for child in Reading.children(of: node) { inlines += read(child, depth: depth) }
    return inlines
  }

  private mutating func read(_ node: OpaquePointer, depth: Int) -> [Inline] {
    guard depth + surroundings.depth < Reading.maximalDepth else {
      let position = map.position(of: locator.cursor)
      reading.reportTooDeep(line: position.line, offset: position.offset)
      return []
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return readText(CMark.string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK:
      _ = locator.locate(verbatim: [UInt8(ascii: "\n")])
      return [.softBreak]
    case CMARK_NODE_LINEBREAK:
      _ = locator.locate(verbatim: [UInt8(ascii: "\n")])
      return [.lineBreak]
    case CMARK_NODE_CODE: return readCode(node)
    case CMARK_NODE_HTML_INLINE:
      let html = CMark.string(cmark_node_get_literal(node))
      _ = locator.locate(verbatim: Array(html.utf8))
      return [.html(html)]
    case CMARK_NODE_EMPH: return [.emphasis(read(childrenOf: node, depth: depth + 1))]
    case CMARK_NODE_STRONG: return [.strong(read(childrenOf: node, depth: depth + 1))]
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return [readLink(node, depth: depth)]
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      _ = locator.locateBracket()
      locator.skipAddress()
      return [
        .footnote(
          index: FootnoteIndex.index(of: node),
          occurrence: reading.footnotes.occurrence(of: node))
      ]
    default:
      let inner = read(childrenOf: node, depth: depth + 1)
      return Reading.type(node) == "strikethrough" ? [.strikethrough(inner)] : inner
    }
  }

  private mutating func readLink(_ node: OpaquePointer, depth: Int) -> Inline {
    let url = CMark.string(cmark_node_get_url(node))
    let title = CMark.string(cmark_node_get_title(node))
    let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
    let isReference = !isImage && url.hasPrefix("#") && url.count > 1 && title.isEmpty
    // Addresses of other protocols may stand without any bracket.
    let hasBracket = isImage || !url.prefix { !"/#?".contains($0) }.contains(":")
    let bracket = hasBracket ? locator.locateBracket() : nil
    let start = bracket.map(place) ?? place(of: locator.cursor)
    let inner = read(childrenOf: node, depth: depth + 1)
    locator.skipAddress()
    if isImage { return .image(source: url, title: title, inner, start) }
    guard isReference else { return .link(destination: url, title: title, inner, start) }
    return .reference(
      Reference(target: String(url.dropFirst()), style: .text(inner), place: start))
  }
}
