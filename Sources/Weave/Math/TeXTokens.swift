// TeX cut into the few kinds of token that numbering needs to tell apart, in UTF-16 units, which
// are KaTeX's own unit of place. Not a TeX parser: macros are not expanded.

/// A piece of TeX source.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    /// `\name`, without the backslash; one character for `\,` and the like.
    case command(String)
    case open
    case close
    /// From `%` to the end of its line, the newline not included.
    case comment
    case space
    case other
  }
  var kind: Kind
  /// Where it stands in the source's UTF-16 units.
  var range: Range<Int>
}

/// Reads tokens one after the other.
struct TeXTokenizer {
  let units: [UInt16]
  private(set) var position = 0

  init(_ units: [UInt16]) { self.units = units }

  mutating func next() -> TeXToken? {
    guard position < units.count else { return nil }
    let start = position
    position += 1
    let kind = kind(startingWith: units[start])
    return TeXToken(kind: kind, range: start..<position)
  }

  /// The text of a `{…}` group without nested braces, which may stand after spaces; it is read
  /// past. Spaces around the text are dropped. `nil`, and nothing read, when there is no such
  /// group.
  mutating func readName() -> String? {
    var at = position
    while at < units.count, Self.isSpace(units[at]) { at += 1 }
    guard at < units.count, units[at] == Self.openBrace else { return nil }
    let start = at + 1
    at = start
    while at < units.count, units[at] != Self.closeBrace {
      if units[at] == Self.openBrace { return nil }
      at += 1
    }
    guard at < units.count else { return nil }
    position = at + 1
    let inner = units[start..<at].drop(while: Self.isSpace)
    let end = inner.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? inner.startIndex
    return String(decoding: inner[..<end], as: UTF16.self)
  }

  private mutating func kind(startingWith unit: UInt16) -> TeXToken.Kind {
    switch unit {
    case Self.backslash: return .command(readCommand())
    case Self.openBrace: return .open
    case Self.closeBrace: return .close
    case Self.percent:
      while position < units.count, units[position] != Self.newline { position += 1 }
      return .comment
    default: return Self.isSpace(unit) ? .space : .other
    }
  }

  private mutating func readCommand() -> String {
    let start = position
    while position < units.count, Self.isLetter(units[position]) { position += 1 }
    if position == start, position < units.count { position += 1 }
    return String(decoding: units[start..<position], as: UTF16.self)
  }

  private static let backslash = UInt16(UInt8(ascii: "\\"))
  private static let openBrace = UInt16(UInt8(ascii: "{"))
  private static let closeBrace = UInt16(UInt8(ascii: "}"))
  private static let percent = UInt16(UInt8(ascii: "%"))
  private static let newline = UInt16(UInt8(ascii: "\n"))

  private static func isSpace(_ unit: UInt16) -> Bool { unit == 32 || (9...13).contains(unit) }

  private static func isLetter(_ unit: UInt16) -> Bool {
    (65...90).contains(unit) || (97...122).contains(unit)
  }
}
