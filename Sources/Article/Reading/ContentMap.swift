/// Where each byte of a block's text stands in the file.
///
/// cmark's columns are wrong on lazily continued and on indented lines, and missing on nodes of an
/// extension. So the text that cmark has put together is looked for again in the source: each line
/// of it is a tail of a source line, a cell is a stretch of its row.
struct ContentMap {
  struct Position: Equatable {
    var line: Int
    /// Bytes from the start of the line.
    var offset: Int
  }

  let text: [UInt8]
  /// Where a stretch of `text` begins that is contiguous in the source, in ascending order.
  private(set) var stretches: [(start: Int, position: Position)]

  init(text: [UInt8], stretches: [(start: Int, position: Position)]) {
    self.text = text
    self.stretches = stretches
  }

  /// Where the byte at `index` of the text stands.
  func position(of index: Int) -> Position {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= index { low = middle + 1 } else { high = middle }
    }
    let stretch = stretches[max(0, low - 1)]
    return Position(
      line: stretch.position.line, offset: stretch.position.offset + index - stretch.start)
  }

  /// Maps a text of whole lines (a paragraph's, a heading's) that stands within `lines` of the
  /// source. The paragraph's first lines may be missing (cmark takes link definitions out).
  init(text: [UInt8], lines: ClosedRange<Int>, in source: SourceText) {
    let parts = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(\.trimmedEnd)
    let count = parts.last?.isEmpty == true && parts.count > 1 ? parts.count - 1 : parts.count
    let expected = [lines.upperBound - count + 1, lines.upperBound - count]
    let candidates = expected.filter { $0 >= lines.lowerBound } + Array(lines)
    for first in candidates {
      let offsets = (0..<count).map { Self.offset(of: parts[$0], in: source.line(first + $0)) }
      guard offsets.allSatisfy({ $0 != nil }) else { continue }
      self.init(
        text: text,
        stretches: zip(0..., offsets).map { index, offset in
          (parts[index].startIndex, Position(line: first + index, offset: offset ?? 0))
        })
      return
    }
    self.init(text: text, stretches: [(0, Position(line: lines.lowerBound, offset: 0))])
  }

  /// Where `part` stands in a line: at its end if possible, for a heading with closing `#`s before.
  private static func offset(of part: ArraySlice<UInt8>, in line: ArraySlice<UInt8>) -> Int? {
    let line = line.trimmedEnd
    if line.count >= part.count, line.suffix(part.count).elementsEqual(part) {
      return line.count - part.count
    }
    guard line.last == UInt8(ascii: "#") else { return nil }
    return line.firstIndex(of: part).map { $0 - line.startIndex }
  }
}
