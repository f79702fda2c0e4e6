/// Splits Swift source into the few kinds of tokens that tangling looks at: identifiers, comments
/// and single punctuation characters. It never judges the source (the compiler does) and reads any
/// bytes without failing.
struct SwiftScanner {
  enum Kind: Equatable { case identifier, lineComment, punctuation }

  struct Token: Equatable {
    var kind: Kind
    /// Of a comment: what stands after `//`, without the space around it.
    var text: String
    /// The line within the source, from 0.
    var line: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 0
  private var tokens: [Token] = []

  private init(_ source: String) { bytes = Array(source.utf8) }

  static func tokens(_ source: String) -> [Token] {
    var scanner = SwiftScanner(source)
    scanner.scanCode(untilParenthesis: false)
    return scanner.tokens
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func advance() {
    if byte(0) == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
  }

  /// Code, to the end or to the parenthesis that closes an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while let next = byte(0) {
      switch next {
      case UInt8(ascii: "/") where isAt("//"): lineComment()
      case UInt8(ascii: "/") where isAt("/*"): blockComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): literal()
      case _ where SwiftScanner.isIdentifier(next): identifier()
      case UInt8(ascii: "`"): advance()
      case 0...0x20: advance()
      default:
        if next == UInt8(ascii: "(") { depth += 1 }
        if next == UInt8(ascii: ")") {
          if depth == 0 && untilParenthesis { return }
          depth -= 1
        }
        tokens.append(Token(kind: .punctuation, text: String(Unicode.Scalar(next)), line: line))
        advance()
      }
    }
  }

  private mutating func identifier() {
    let start = position
    while let next = byte(0), SwiftScanner.isIdentifier(next) { position += 1 }
    tokens.append(Token(kind: .identifier, text: text(from: start), line: line))
  }

  private mutating func lineComment() {
    position += 2
    let start = position
    while let next = byte(0), next != UInt8(ascii: "\n") { position += 1 }
    let comment = text(from: start).drop { $0 == " " || $0 == "\t" }
    tokens.append(Token(kind: .lineComment, text: String(comment).trimmingTail(), line: line))
  }

  private mutating func blockComment() {
    var depth = 0
    while byte(0) != nil {
      if isAt("/*") {
        depth += 1
        position += 2
      } else if isAt("*/") {
        depth -= 1
        position += 2
        if depth == 0 { return }
      } else {
        advance()
      }
    }
  }

  /// A string or regular expression literal with its number signs, or a lone `#`.
  private mutating func literal() {
    var signs = 0
    while byte(signs) == UInt8(ascii: "#") { signs += 1 }
    guard byte(signs) == UInt8(ascii: "\"") || (signs > 0 && byte(signs) == UInt8(ascii: "/"))
    else {
      position += max(1, signs)
      return
    }
    position += signs
    let isRegularExpression = byte(0) == UInt8(ascii: "/")
    let isLong = isAt("\"\"\"")
    let quote = [UInt8](
      repeating: isRegularExpression ? UInt8(ascii: "/") : UInt8(ascii: "\""),
      count: isLong ? 3 : 1)
    let closing = quote + [UInt8](repeating: UInt8(ascii: "#"), count: signs)
    position += quote.count
    scanLiteral(closing: closing, signs: signs, endsAtLine: !isLong && !isRegularExpression)
  }

  private mutating func scanLiteral(closing: [UInt8], signs: Int, endsAtLine: Bool) {
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: signs)
    while let next = byte(0) {
      if next == UInt8(ascii: "\n") && endsAtLine { return }
      if bytes[position...].starts(with: closing) {
        position += closing.count
        return
      }
      if bytes[position...].starts(with: escape) {
        position += escape.count
        if byte(0) == UInt8(ascii: "(") {
          position += 1
          scanCode(untilParenthesis: true)
        }
      }
      if byte(0) != nil { advance() }
    }
  }

  static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}

extension String {
  func trimmingTail() -> String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
