import Article
import MathCore
import Records

/// What a checked literal has to say, when it is wrong.
public enum CorrectedLiteral: Equatable, Sendable {
  /// The author's literal says what was computed.
  case right
  /// This text says it, as the author writes numbers and with as many digits.
  case text(String)
  /// No literal behind this relation says it: a ball that is too wide for the digits, a `Double`
  /// that equals no short decimal, a matrix.
  case none

  /// Whatever is proposed here has been judged as the author's own literal would be.
  public init(_ quantity: Quantity, claimed: ClaimedLiteral) {
    guard ValueJudge.judge(quantity, claimed).verdict != .holds else {
      self = .right
      return
    }
    let fitting = CorrectedLiteral.candidates(quantity, claimed).first { text in
      guard
        let literal = ClaimedLiteral(claimed.relation, reading: text, at: claimed.place)
      else { return false }
      return ValueJudge.judge(quantity, literal).verdict == .holds
    }
    self = fitting.map(CorrectedLiteral.text) ?? .none
  }

  private static func candidates(_ quantity: Quantity, _ claimed: ClaimedLiteral) -> [String] {
    switch quantity {
    case .boolean(let value): return ["\(value)"]
    case .text(let value): return [quoted(value)]
    case .double("nan"), .double("-nan"): return ["nan"]
    case .double("inf"): return ["∞"]
    case .double("-inf"): return ["-∞"]
    case .tuple(let values), .vector(let values):
      return tuple(values, claimed).map { [$0] } ?? []
    case .complex(let re, let im): return complex(re, im, claimed)
    default: return number(quantity, like: claimed.text)
    }
  }

  /// A style that is no number's (the literal was `true`) leaves the plainest one.
  private static func number(_ quantity: Quantity, like text: String) -> [String] {
    guard let (lower, upper) = quantity.ends, let style = NumberStyle(text) ?? NumberStyle("0.000")
    else { return [] }
    let isDouble = if case .double = quantity { true } else { false }
    return style.texts(of: (lower + upper) / 2, asFraction: !isDouble)
  }

  private static func quoted(_ text: String) -> String {
    let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
    return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
  }

  /// Item by item: what is right stays as it is, spaces included.
  private static func tuple(_ values: [Quantity], _ claimed: ClaimedLiteral) -> String? {
    guard let open = claimed.text.first, let close = claimed.text.last, "([".contains(open),
      claimed.text.count > 2
    else { return nil }
    let items = claimed.text.dropFirst().dropLast().split(
      separator: ",", omittingEmptySubsequences: false)
    guard items.count == values.count else { return nil }
    var corrected: [String] = []
    for (item, value) in zip(items, values) {
      let spaces = item.prefix { $0 == " " }
      let text = item.drop { $0 == " " }
      let tail = text.reversed().prefix { $0 == " " }
      let inner = String(text.dropLast(tail.count))
      guard
        let literal = ClaimedLiteral(claimed.relation, reading: inner, at: claimed.place)
      else { return nil }
      switch CorrectedLiteral(value, claimed: literal) {
      case .right: corrected.append(spaces + inner + tail)
      case .text(let text): corrected.append(spaces + text + tail)
      case .none: return nil
      }
    }
    return String(open) + corrected.joined(separator: ",") + String(close)
  }

  /// `1.5 - 0.5i`: both parts in their own styles, or in that of the only one.
  private static func complex(
    _ re: Quantity, _ im: Quantity, _ claimed: ClaimedLiteral
  ) -> [String] {
    let text = claimed.text
    guard text.hasSuffix("i"),
      let match = text.wholeMatch(of: /(?:(.*?[^e×\s])\s*)??([+\-−]?)\s*([0-9.]*)i/)
    else { return [] }
    let imaginary = match.3.isEmpty ? "1" : String(match.3)
    let minus = text.contains("−") ? "−" : "-"
    var results: [String] = []
    for first in number(re, like: match.1.map(String.init) ?? imaginary) {
      for second in number(im, like: imaginary) {
        let isNegative = second.hasPrefix("-")
        let digits = second.drop { $0 == "-" || $0 == "+" }
        results.append("\(first) \(isNegative ? minus : "+") \(digits)i")
      }
    }
    return results
  }
}
