import Diagnostics

/// An article's bytes, cut into lines: where every place of a diagnostic is looked up.
///
/// Line ends are `\n` only (`TextDecoding` has seen to it), so a line and a UTF-8 byte column mean
/// the same here and in the author's editor.
struct SourceText: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The line with this number, from 1, without its end; empty when there is no such line.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return bytes[lineStarts[number - 1]..<end]
  }

  /// Whether the line holds nothing but white space and the markers of quotes.
  func isBlank(_ number: Int) -> Bool {
    line(number).allSatisfy { " \t>".utf8.contains($0) }
  }

  /// Everything from this line on.
  func bytes(fromLine number: Int) -> ArraySlice<UInt8> {
    lineStarts.indices.contains(number - 1) ? bytes[lineStarts[number - 1]...] : []
  }

  /// The place of the byte at `offset` (from 0) in a line.
  func place(line: Int, offset: Int) -> Place {
    Place(file: path, line: line, column: offset + 1)
  }
}

extension ArraySlice<UInt8> {
  /// The text of these bytes.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without white space at both ends.
  var trimmed: ArraySlice<UInt8> { trimmedStart.trimmedEnd }

  var trimmedStart: ArraySlice<UInt8> { drop { $0.isSpace } }

  var trimmedEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1].isSpace { end -= 1 }
    return self[startIndex..<end]
  }

  /// Where `pattern` first occurs.
  func firstIndex(of pattern: some Collection<UInt8>) -> Int? {
    guard let first = pattern.first else { return startIndex }
    var index = startIndex
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: pattern) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
  /// The alphabet of ids.
  var isIDCharacter: Bool { isLetter || isDigit || "._:-".utf8.contains(self) }
}
