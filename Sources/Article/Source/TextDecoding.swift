import Diagnostics

/// From any bytes to text that the later stages can trust: valid UTF-8, no NUL, `\n` line ends.
///
/// Every byte that cannot stand becomes one `?`, so that columns stay true; one diagnostic for each
/// kind of damage names the first of them.
enum TextDecoding {
  static func decode(_ input: [UInt8], path: String) -> (SourceText, [Diagnostic]) {
    var bytes = withoutByteOrderMark(input)
    bytes = unifyingLineEnds(bytes)
    let invalid = replaceInvalidUTF8(in: &bytes)
    let nuls = bytes.indices.filter { bytes[$0] == 0 }
    for index in nuls { bytes[index] = UInt8(ascii: "?") }

    let source = SourceText(path: path, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    if let first = invalid.first {
      diagnostics.append(
        Diagnostic(
          "text.invalid-utf8", at: place(of: first, in: source),
          "these bytes are not UTF-8" + count(invalid.count, "place"),
          fix: "Save the file as UTF-8."))
    }
    if let first = nuls.first {
      diagnostics.append(
        Diagnostic(
          "text.nul", at: place(of: first, in: source),
          "a NUL byte cannot stand in an article" + count(nuls.count, "NUL byte"),
          fix: "Remove it."))
    }
    if bytes.allSatisfy(\.isSpace) {
      diagnostics.append(
        Diagnostic(
          "article.empty", at: Place(file: path, line: 1, column: 1), "the article is empty",
          fix: "Begin with front matter: `---`, `title: …`, `---`."))
    }
    return (source, diagnostics)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "" : " (the first of \(number) such \(noun)s)"
  }

  private static func place(of offset: Int, in source: SourceText) -> Place {
    let before = source.bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return source.place(line: line, offset: offset - start)
  }

  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func unifyingLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != UInt8(ascii: "\r") {
        output.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output
  }

  /// Replaces what is not UTF-8 and returns where each damaged stretch began.
  private static func replaceInvalidUTF8(in bytes: inout [UInt8]) -> [Int] {
    if String(validating: bytes, as: UTF8.self) != nil { return [] }
    var invalid: [Int] = []
    var index = 0
    while index < bytes.count {
      let length = scalarLength(at: index, in: bytes)
      if length == 0 {
        if invalid.last.map({ bytes[$0..<index].contains { $0 != UInt8(ascii: "?") } }) ?? true {
          invalid.append(index)
        }
        bytes[index] = UInt8(ascii: "?")
      }
      index += max(1, length)
    }
    return invalid
  }

  /// How many bytes the scalar at `index` has, or 0 if none begins there.
  private static func scalarLength(at index: Int, in bytes: [UInt8]) -> Int {
    let length: Int
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard index + length <= bytes.count else { return 0 }
    return String(validating: bytes[index..<index + length], as: UTF8.self) == nil ? 0 : length
  }
}
