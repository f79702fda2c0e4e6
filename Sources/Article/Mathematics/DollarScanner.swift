/// Finds `$…$` and `$$…$$` in the text of one block, by Pandoc's rules, in linear time.
///
/// - No white space after the opening `$` or before the closing one, no digit after the closing
///   one: "$5 and $6" is prose.
/// - A backslash takes the next byte with it, so `\$` is never a delimiter.
/// - The first bare `$` after the opening one decides: it closes, or nothing does. Within
///   `\text{…}` dollars may nest.
/// - A formula never reaches over a code span, which binds more tightly.
struct DollarScanner {
  enum Finding: Equatable {
    /// The content's range, delimiters excluded.
    case inline(Range<Int>)
    case display(Range<Int>)
  }

  let text: [UInt8]
  /// For each length of a backtick run, where the last run of that length starts.
  private let lastBackticks: [Int: Int]
  /// From here on no `$$` closes.
  private var noDisplayFrom = Int.max

  init(_ text: [UInt8]) {
    self.text = text
    var last: [Int: Int] = [:]
    var index = 0
    while index < text.count {
      let length = Self.run(of: UInt8(ascii: "`"), at: index, in: text)
      if length > 0 { last[length] = index }
      index += max(1, length)
    }
    lastBackticks = last
  }

  /// The formula that opens with the dollar at `offset`, which the parser has found outside code.
  mutating func formula(at offset: Int) -> Finding? {
    guard offset == 0 || text[offset - 1] != Self.dollar || isEscaped(offset - 1) else {
      return nil
    }
    switch Self.run(of: Self.dollar, at: offset, in: text) {
    case 1: return closingDollar(from: offset + 1).map { .inline(offset + 1..<$0) }
    case 2: return closingDollars(from: offset + 2).map { .display(offset + 2..<$0) }
    default: return nil
    }
  }

  /// Whether a `$` here could open a formula, were there a closing one.
  func canOpen(_ offset: Int) -> Bool {
    guard offset + 1 < text.count else { return offset > 0 ? !text[offset - 1].isWord : true }
    return !text[offset + 1].isSpace && text[offset + 1] != Self.dollar
  }

  /// Whether a `$` here could close a formula, were there an opening one.
  func canClose(_ offset: Int) -> Bool {
    guard offset > 0, !text[offset - 1].isSpace, text[offset - 1] != Self.dollar else {
      return false
    }
    return offset + 1 >= text.count || !text[offset + 1].isDigit
  }

  private static let dollar = UInt8(ascii: "$")

  private func isEscaped(_ offset: Int) -> Bool {
    text[..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  private func closingDollar(from start: Int) -> Int? {
    guard start < text.count, !text[start].isSpace else { return nil }
    var index = start
    while index < text.count {
      if text[index] == Self.dollar {
        let closes =
          !text[index - 1].isSpace && Self.run(of: Self.dollar, at: index, in: text) == 1
          && (index + 1 >= text.count || !text[index + 1].isDigit)
        return closes ? index : nil
      }
      guard let next = step(from: index) else { return nil }
      index = next
    }
    return nil
  }

  private mutating func closingDollars(from start: Int) -> Int? {
    guard start < noDisplayFrom else { return nil }
    var index = start
    while index < text.count {
      if text[index] == Self.dollar, index + 1 < text.count, text[index + 1] == Self.dollar {
        return text[start..<index].trimmed.isEmpty ? nil : index
      }
      guard let next = step(from: index) else { return nil }
      index = next
    }
    noDisplayFrom = start
    return nil
  }

  /// The next place to look at, or `nil` where a code span begins.
  private func step(from index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "\\"):
      if text[index...].starts(with: "\\text{".utf8) { return endOfGroup(at: index + 5) }
      return index + 2
    case UInt8(ascii: "`"):
      let length = Self.run(of: UInt8(ascii: "`"), at: index, in: text)
      return (lastBackticks[length] ?? 0) > index ? nil : index + length
    default: return index + 1
    }
  }

  /// Where the group that opens at `start` ends; the next byte if it does not.
  private func endOfGroup(at start: Int) -> Int {
    var depth = 0
    var index = start
    while index < min(text.count, start + 1000) {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return start
  }

  private static func run(of byte: UInt8, at offset: Int, in text: [UInt8]) -> Int {
    var end = offset
    while end < text.count, text[end] == byte { end += 1 }
    return end - offset
  }
}

extension DollarScanner {
  /// Whether `text` ends inside a `$$` that it does not close: a line that follows belongs to it.
  static func endsInsideDisplay(_ text: [UInt8]) -> Bool {
    var isInside = false
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if text[index...].starts(with: "$$".utf8) {
        isInside.toggle()
        index += 2
      } else {
        index += 1
      }
    }
    return isInside
  }
}

extension UInt8 {
  /// A letter, a digit or a byte of a character beyond ASCII.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }
}
