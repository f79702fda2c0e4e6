/// Finds the elements that cmark has made of a block's text again in that text, in order.
///
/// The cursor stands behind the last element found; between two elements there are only delimiters
/// and the addresses of links.
struct InlineLocator {
  let text: [UInt8]
  private(set) var cursor = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func move(to index: Int) { cursor = max(cursor, min(index, text.count)) }

  /// How far an element may lie ahead before the search gives up: no delimiter run is longer.
  private static let reach = 4096

  /// The index in the block's text of every byte of `literal`, escapes and entities undone.
  mutating func locate(text literal: [UInt8]) -> [Int]? {
    for start in cursor..<max(cursor, min(text.count, cursor + Self.reach)) {
      if let (indices, end) = match(literal, at: start) {
        cursor = end
        return indices
      }
    }
    return nil
  }

  private func match(_ literal: [UInt8], at start: Int) -> ([Int], end: Int)? {
    var indices: [Int] = []
    var index = start
    var read = 0
    while read < literal.count {
      guard index < text.count else { return nil }
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count, text[index + 1].isPunctuation {
        index += 1
        guard text[index] == literal[read] else { return nil }
      } else if text[index] == UInt8(ascii: "&"), let end = entity(at: index),
        !literal[read...].starts(with: text[index..<end])
      {
        let length = max(1, min(literal[read].scalarLength, literal.count - read))
        indices += Array(repeating: index, count: length)
        read += length
        index = end
        continue
      } else if text[index] != literal[read] {
        return nil
      }
      indices.append(index)
      index += 1
      read += 1
    }
    return (indices, index)
  }

  /// Where the entity that starts at `index` ends.
  private func entity(at index: Int) -> Int? {
    let name = text[(index + 1)...].prefix(40).prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#")
    }
    guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    return name.endIndex + 1
  }

  /// Where the content of the next code span with this content begins and ends.
  mutating func locate(code literal: [UInt8]) -> Range<Int>? {
    var index = cursor
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let open = text[index...].prefix { $0 == UInt8(ascii: "`") }
      if let content = spanContent(after: open), Self.normalised(text[content]) == literal {
        cursor = content.upperBound + open.count
        return content
      }
      index = open.endIndex
    }
    return nil
  }

  private func spanContent(after open: ArraySlice<UInt8>) -> Range<Int>? {
    var index = open.endIndex
    while let tick = text[index...].firstIndex(of: UInt8(ascii: "`")) {
      let run = text[tick...].prefix { $0 == UInt8(ascii: "`") }
      if run.count == open.count { return open.endIndex..<tick }
      index = run.endIndex
    }
    return nil
  }

  /// A code span's content as CommonMark reads it: line ends become spaces, one space at each end
  /// goes if both are there and there is something between them.
  static func normalised(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    let text = raw.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    guard text.count > 1, text.first == 0x20, text.last == 0x20,
      text.contains(where: { $0 != 0x20 })
    else { return text }
    return Array(text.dropFirst().dropLast())
  }

  /// Where `literal` next occurs as it is.
  mutating func locate(verbatim literal: [UInt8]) -> Int? {
    guard let start = text[cursor...].firstIndex(of: literal) else { return nil }
    cursor = start + literal.count
    return start
  }

  /// Where the bracket of the next link or footnote opens.
  mutating func locateBracket() -> Int? {
    var index = cursor
    while index < text.count, text[index] != UInt8(ascii: "[") {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < text.count else { return nil }
    cursor = index + 1
    return index
  }

  /// Moves behind `](address "title")` or `][label]`, if the cursor stands before one.
  mutating func skipAddress() {
    var index = cursor
    while index < text.count, "*_~".utf8.contains(text[index]) { index += 1 }
    guard index + 1 < text.count, text[index] == UInt8(ascii: "]") else { return }
    let close: UInt8
    switch text[index + 1] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    default:
      cursor = index + 1
      return
    }
    let open = text[index + 1]
    var depth = 0
    index += 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 {
          cursor = index + 1
          return
        }
      default: break
      }
      index += 1
    }
  }
}

extension UInt8 {
  /// Punctuation that a backslash escapes.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// How many bytes the scalar has that begins with this byte.
  var scalarLength: Int { self < 0x80 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
