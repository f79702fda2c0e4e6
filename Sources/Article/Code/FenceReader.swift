import CCmarkGFM
import Diagnostics

/// Reads fenced and indented code: Swift that runs becomes a runnable, everything else a listing.
struct FenceReader {
  let reading: Reading

  func read(_ node: OpaquePointer) -> Block {
    let code = CMark.string(cmark_node_get_literal(node))
    let info = CMark.string(cmark_node_get_fence_info(node))
    let line = reading.line(node)
    guard Self.isFenced(node),
      let fence = Fence(line, near: reading.offset(node), in: reading.source)
    else {
      let place = reading.source.place(line: line, offset: reading.offset(node))
      return .code(CodeListing(info: info, code: code, place: place))
    }
    let lines = sourceLines(of: code, after: line)
    let isClosed = isClosed(fence, node, lastLine: line + lines.count)
    if !isClosed { reportUnclosed(fence) }
    let language = info.prefix(while: { !$0.isWhitespace }).lowercased()
    guard language == "swift" else {
      if Suggestion.nearest(to: "swift", among: [language]) != nil { reportMisspelt(fence) }
      return .code(CodeListing(info: info, code: code, place: fence.place))
    }
    let words = FenceWords(fence, reading)
    let number = reading.runnables.count
    reading.runnables.append(
      .block(
        SwiftBlock(
          number: number, id: words.id, kind: words.kind, display: words.display,
          timeout: words.timeout, isSlow: words.isSlow, isClosed: isClosed,
          code: code.hasSuffix("\n") ? String(code.dropLast()) : code,
          lines: lines, place: fence.place)))
    return .swift(number)
  }

  private func reportMisspelt(_ fence: Fence) {
    guard let word = fence.words.first else { return }
    let place = Place(file: fence.place.file, line: fence.place.line, column: word.offset + 1)
    reading.report(
      "fence.language", .warning, at: place,
      "`\(word.text)` is not Swift: this block does not run", fix: "did you mean `swift`?")
  }

  private static func isFenced(_ node: OpaquePointer) -> Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  /// One entry for each line of `code`. A tab that a container has partly eaten is longer in the
  /// code than in the source: the prefix is then smaller, so that columns come out true.
  private func sourceLines(of code: String, after fenceLine: Int) -> [SourceLine] {
    var lines = code.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      let number = fenceLine + 1 + index
      return SourceLine(line: number, prefix: reading.source.line(number).count - line.count)
    }
  }

  private func isClosed(_ fence: Fence, _ node: OpaquePointer, lastLine: Int) -> Bool {
    let closing = reading.source.line(lastLine + 1)
    let text = closing.drop { $0.isSpace || $0 == UInt8(ascii: ">") }.trimmedEnd
    let isFence =
      text.count >= fence.length && text.allSatisfy { $0 == fence.character }
      && lastLine < reading.source.lineCount
    return isFence && reading.endLine(node) > lastLine && !opensAnother(node, on: lastLine + 1)
  }

  private func reportUnclosed(_ fence: Fence) {
    let marker = String(repeating: Character(UnicodeScalar(fence.character)), count: fence.length)
    reading.report(
      "fence.unclosed", at: fence.place, "this block of code never ends",
      fix: "Close it with \(marker) in the same container.")
  }

  /// Whether the fence on `line` opens the block that follows: then it does not close this one.
  private func opensAnother(_ node: OpaquePointer, on line: Int) -> Bool {
    var ancestor: OpaquePointer? = node
    while let current = ancestor {
      if let next = cmark_node_next(current) { return reading.line(next) == line }
      ancestor = cmark_node_parent(current)
    }
    return false
  }
}

/// An opening fence where it stands in the source.
struct Fence {
  let place: Place
  let character: UInt8
  let length: Int
  /// The info string's words and where each begins in the line.
  let words: [(text: String, offset: Int)]

  init?(_ number: Int, near offset: Int, in source: SourceText) {
    let line = source.line(number)
    let hint = line.startIndex + min(offset, line.count)
    let isFence = { (byte: UInt8) in byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") }
    guard let start = line[hint...].firstIndex(where: isFence) ?? line.firstIndex(where: isFence)
    else { return nil }
    let run = line[start...].prefix { $0 == line[start] }
    place = source.place(line: number, offset: start - line.startIndex)
    character = line[start]
    length = run.count
    words = line[run.endIndex...].split(whereSeparator: \.isSpace).map {
      ($0.text, $0.startIndex - line.startIndex)
    }
  }
}
