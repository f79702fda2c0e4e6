import Diagnostics

/// Splits the text of a `{swift}` span into the expression and the literal that it claims.
enum InlineValueReader {
  struct Split: Equatable {
    /// UTF-8 ranges in the text.
    var expression: Range<Int>
    var relation: ClaimedLiteral.Relation?
    var literalText: Range<Int>?
    var literal: Literal?
  }

  /// What is wrong with a span, and at which UTF-8 offset.
  struct Problem: Error, Equatable {
    var id: String
    var offset: Int
    var message: String
    var fix: String
  }

  /// The split is at the last ` ≈ ` or ` = ` outside brackets and strings that has a literal on its
  /// right. A ` ≈ ` with anything else behind it is an error: it means nothing in Swift.
  static func split(_ text: String) throws(Problem) -> Split {
    let bytes = Array(text.utf8)
    let candidates = relations(in: bytes)
    for candidate in candidates.reversed() {
      let right = bytes[candidate.end...].trimmed
      if let literal = LiteralReader.read(right.text) {
        try checkBrackets(Array(bytes[..<candidate.start]))
        let split = Split(
          expression: bytes[..<candidate.start].trimmed.indices, relation: candidate.relation,
          literalText: right.indices, literal: literal)
        try check(split, right.text)
        return split
      }
      if candidate.relation == .approximately {
        throw Problem(
          id: "value.literal", offset: right.startIndex,
          message: "`\(right.text)` is not a literal",
          fix: "Write a number such as `0.665`, `6.65e-3` or `66.5 %` after `≈`.")
      }
    }
    let whole = bytes[...].trimmed
    try checkBrackets(bytes)
    guard !whole.isEmpty else {
      throw Problem(
        id: "value.empty", offset: 0, message: "there is no expression after `{swift}`",
        fix: "Write a Swift expression, or begin the span with a space to show it as it is.")
    }
    return Split(expression: whole.indices)
  }

  private static func check(_ split: Split, _ text: String) throws(Problem) {
    let offset = split.literalText?.lowerBound ?? 0
    guard !split.expression.isEmpty else {
      throw Problem(
        id: "value.empty", offset: 0, message: "there is no expression before the literal",
        fix: "Write a Swift expression between `{swift}` and the literal.")
    }
    guard split.relation == .approximately, let literal = split.literal else { return }
    switch approximation(of: literal) {
    case .fine: return
    case .zero:
      throw Problem(
        id: "value.approximately-zero", offset: offset,
        message: "`≈ \(text)` would accept everything below one half",
        fix: "Write `≈ 0.000` with the places you claim, or `= 0`.")
    case .notDecimal:
      throw Problem(
        id: "value.approximately-exact", offset: offset,
        message: "`≈ \(text)` has no last printed place to round to",
        fix: "Write a decimal after `≈`, or `= \(text)`.")
    }
  }

  /// An open bracket in an expression without texts, comments or regular expressions; with these it
  /// takes Swift's own parser to tell.
  private static func checkBrackets(_ bytes: [UInt8]) throws(Problem) {
    let text = bytes[...].text
    guard !["\"", "#", "//", "/*"].contains(where: text.contains) else { return }
    var open: [Int] = []
    for (index, byte) in bytes.enumerated() {
      if "([{".utf8.contains(byte) { open.append(index) }
      if ")]}".utf8.contains(byte), open.popLast() == nil { return }
    }
    guard let last = open.last else { return }
    throw Problem(
      id: "value.bracket", offset: last,
      message: "this `\(bytes[last...last].text)` is never closed",
      fix: "Close it within the span: an inline value is one expression.")
  }

  private enum Approximation { case fine, zero, notDecimal }

  private static func approximation(of literal: Literal) -> Approximation {
    switch literal {
    case .decimal(_, "0", let exponent): exponent >= 0 ? .zero : .fine
    case .decimal: .fine
    case .complex(let re, let im):
      // The part that is not written is exactly zero.
      [re, im].contains { $0 != .decimal(negative: false, digits: "0", exponent: 0) }
        ? .fine : .zero
    case .tuple(let items):
      items.map(approximation).first { $0 != .fine } ?? .fine
    case .fraction, .boolean, .infinity, .nan, .text: .notDecimal
    }
  }

  private struct Candidate {
    var start: Int
    var end: Int
    var relation: ClaimedLiteral.Relation
  }

  /// Every ` ≈ ` and ` = ` outside brackets and strings.
  private static func relations(in bytes: [UInt8]) -> [Candidate] {
    var candidates: [Candidate] = []
    var depth = 0
    var isInString = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\"") where !isEscaped(index, in: bytes): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: " ") where depth == 0:
        for relation in [ClaimedLiteral.Relation.approximately, .equal] {
          let pattern = Array(" \(relation.rawValue) ".utf8)
          if bytes[index...].starts(with: pattern) {
            candidates.append(
              Candidate(start: index, end: index + pattern.count, relation: relation))
          }
        }
      default: break
      }
    }
    return candidates
  }

  private static func isEscaped(_ index: Int, in bytes: [UInt8]) -> Bool {
    bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
