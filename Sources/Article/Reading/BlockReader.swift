import CCmarkGFM
import Diagnostics

/// From cmark's blocks to ours.
struct BlockReader {
  let reading: Reading
  let surroundings: Surroundings

  func read(childrenOf node: OpaquePointer, from first: Int = 0) -> [Block] {
    Reading.children(of: node).dropFirst(first).flatMap(read)
  }

  /// One block; a paragraph that holds a numbered display becomes several.
  func read(_ node: OpaquePointer) -> [Block] {
    guard surroundings.depth < Reading.maximalDepth else {
      reading.reportTooDeep(line: reading.line(node), offset: reading.offset(node))
      return []
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return readParagraph(node)
    case CMARK_NODE_HEADING: return [.heading(HeadingReader(reading, surroundings).read(node))]
    case CMARK_NODE_BLOCK_QUOTE: return [readQuote(node)]
    case CMARK_NODE_LIST: return [.list(readList(node))]
    case CMARK_NODE_CODE_BLOCK: return [readCode(node)]
    case CMARK_NODE_HTML_BLOCK:
      return [.html(CMark.string(cmark_node_get_literal(node)), reading.place(node))]
    case CMARK_NODE_THEMATIC_BREAK: return [.thematicBreak(reading.place(node))]
    case CMARK_NODE_FOOTNOTE_DEFINITION: return []
    default:
      guard Reading.type(node) == "table" else { return read(childrenOf: node) }
      return [.table(TableReader(reading: reading, surroundings: surroundings).read(node))]
    }
  }

  private func readCode(_ node: OpaquePointer) -> Block {
    if let number = SyntaxExtension.number(of: node),
      reading.findings.displays.indices.contains(number - 1)
    {
      let block = DisplayReader(reading: reading).read(reading.findings.displays[number - 1])
      if surroundings.box == .claim, case .display(let display) = block { noteDecimals(display) }
      return block
    }
    return FenceReader(reading: reading).read(node)
  }

  private func noteDecimals(_ display: Display) {
    let lines = display.tex.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (line, source) in zip(lines, display.lines) {
      let bytes = Array(line)
      for range in ClaimDecimals.find(in: bytes) {
        let place = reading.source.place(
          line: source.line, offset: source.prefix + range.lowerBound)
        reading.decimals.note(bytes[range].text, at: place)
      }
    }
  }

  private func readQuote(_ node: OpaquePointer) -> Block {
    if let first = cmark_node_first_child(node), let number = SyntaxExtension.number(of: first),
      cmark_node_get_type(first) == CMARK_NODE_HEADING,
      reading.findings.markers.indices.contains(number - 1)
    {
      let marker = reading.findings.markers[number - 1]
      return BoxReader(reading: reading, surroundings: surroundings).read(node, first, marker)
    }
    let inner = BlockReader(reading: reading, surroundings: surroundings.deeper(quotes: 1))
    return .quote(inner.read(childrenOf: node), reading.place(node))
  }

  private func readList(_ node: OpaquePointer) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let inner = BlockReader(reading: reading, surroundings: surroundings.deeper())
    let items = Reading.children(of: node).map { item in
      let isTask = Reading.type(item) == "tasklist"
      return ListItem(
        isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
        blocks: inner.read(childrenOf: item), place: reading.place(item))
    }
    return List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0, items: items, place: reading.place(node))
  }

  private func readParagraph(_ node: OpaquePointer) -> [Block] {
    let lines = reading.line(node)...reading.endLine(node)
    let map = ContentMap(text: CMark.content(of: node), lines: lines, in: reading.source)
    let start = map.position(of: 0)
    if map.text.starts(with: "```".utf8) {
      reading.report(
        "fence.broken", line: start.line, offset: start.offset,
        "this line starts with three backticks but opens no block of code",
        fix: "Take the backticks out of the words behind the fence.")
    }
    reportLazyLine(map)
    let place = reading.source.place(line: start.line, offset: start.offset)
    var reader = InlineReader(reading, node, map, surroundings)
    return reader.readPieces().map { piece in
      switch piece {
      case .inlines(let inlines): .paragraph(Paragraph(inlines: inlines, place: place))
      case .display(let display): .display(display)
      }
    }
  }

  /// A line without its `>` that continues a paragraph of a box.
  private func reportLazyLine(_ map: ContentMap) {
    guard let box = surroundings.box else { return }
    for stretch in map.stretches.dropFirst() {
      let position = stretch.position
      let prefix = reading.source.line(position.line).prefix(position.offset)
      guard prefix.count(where: { $0 == UInt8(ascii: ">") }) < surroundings.quotes else { continue }
      reading.report(
        "box.lazy-line", line: position.line, offset: position.offset,
        "this line is inside the \(box.rawValue) box above",
        fix: "Add a blank line before it, or begin it with `>`.")
      return
    }
  }
}
