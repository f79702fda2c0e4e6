import Diagnostics

/// The decimals that a claim's statement prints without code behind them.
struct ClaimDecimals {
  private(set) var bare: [(text: String, place: Place)] = []
  private var checked: Set<String> = []

  mutating func note(_ text: String, at place: Place) { bare.append((text, place)) }

  /// A checked value in the claim vouches for every other mention of its digits.
  mutating func noteChecked(_ literal: String) { checked.insert(Self.digits(literal)) }

  /// The decimals that nothing checks.
  var unchecked: [(text: String, place: Place)] {
    bare.filter { !checked.contains(Self.digits($0.text)) }
  }

  private static func digits(_ text: String) -> String {
    text.filter { $0.isASCIIDigit || $0 == "." }
  }

  /// The decimals in `text`: digits, a point, digits. What belongs to a name ("entmax-1.5",
  /// "1.5-entmax", "Theorem 2.3") or to a dotted series of numbers is none.
  static func find(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      let number = text[index...].prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      let range = withoutFullStop(number)
      if range.count(where: { text[$0] == UInt8(ascii: ".") }) == 1,
        !isPartOfName(range, in: text)
      {
        found.append(range)
      }
      index = number.endIndex
    }
    return found
  }

  private static func withoutFullStop(_ number: ArraySlice<UInt8>) -> Range<Int> {
    let dots = number.reversed().prefix { $0 == UInt8(ascii: ".") }.count
    return number.startIndex..<number.endIndex - dots
  }

  private static let labels: Set<String> = [
    "theorem", "lemma", "corollary", "proposition", "section", "chapter", "equation", "figure",
    "table", "definition", "remark", "algorithm", "appendix", "version", "§",
  ]

  private static func isPartOfName(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let before = text[..<range.lowerBound]
    let after = text[range.upperBound...]
    if let last = before.last, last.isLetter { return true }
    if before.last == UInt8(ascii: "-"), before.dropLast().last?.isWord == true { return true }
    if after.first == UInt8(ascii: "-"), after.dropFirst().first?.isLetter == true { return true }
    let word = before.trimmedEnd.split(whereSeparator: \.isSpace).last?.text.lowercased() ?? ""
    return labels.contains(word.filter { $0.isLetter || $0 == "§" }) && before.last?.isSpace == true
  }
}
