// A computed value as plain text, with only the digits that it supports: six of a double, the
// enclosure of a ball, fractions as fractions. What is too big for a page is elided, and says so.

import Records

extension Quantity {
  /// How many significant digits a double shows where the author asked for none.
  static let shownDigits = 6

  /// For prose, captions and tables.
  public var displayText: String {
    switch self {
    case .integer(let digits): QuantityStyle.elided(digits, minus: "−")
    case .rational(let numerator, let denominator):
      QuantityStyle.fraction(numerator, denominator) { "\($0)/\($1)" }.text
    case .double(let text): QuantityStyle.double(text).text
    case .ball(let lower, let upper): QuantityStyle.ball(lower, upper).text
    case .complex(let re, let im): QuantityStyle.complex(re.displayText, im.displayText)
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): text
    case .tex(let tex): "$\(tex)$"
    case .tuple(let entries): "(" + entries.map(\.displayText).joined(separator: ", ") + ")"
    case .vector(let entries):
      "(" + QuantityStyle.elided(entries).map { $0?.displayText ?? "…" }.joined(separator: ", ")
        + ")"
    case .matrix(let rows): QuantityStyle.size(of: rows) + " matrix"
    }
  }

  /// Every digit that the record holds, for a tooltip; `nil` when the text shown says it all.
  public var exactText: String? {
    let exact: String? =
      switch self {
      case .integer(let digits): digits
      case .rational(let numerator, let denominator):
        denominator == "1" ? numerator : numerator + "/" + denominator
      case .double(let text): text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      default: nil
      }
    guard let exact, exact.replacing("-", with: "−") != displayText, exact.count <= 400 else {
      return nil
    }
    return exact
  }
}

/// What text and TeX of a quantity have in common.
enum QuantityStyle {
  /// A number in both notations.
  struct Both: Equatable {
    var text: String
    var tex: String
  }

  /// Longer integers and fractions are not printed whole.
  static let longestInteger = 40

  static func double(_ text: String) -> Both {
    switch text {
    case "nan", "-nan", "nan(0x0)": return Both(text: "NaN", tex: "\\mathrm{NaN}")
    case "inf": return Both(text: "∞", tex: "\\infty")
    case "-inf": return Both(text: "−∞", tex: "-\\infty")
    default:
      guard let number = DecimalNumber(double: text, significant: Quantity.shownDigits) else {
        return Both(text: text, tex: QuantityStyle.texText(text))
      }
      return Both(text: number.text, tex: number.tex)
    }
  }

  static func ball(_ lower: String?, _ upper: String?) -> Both {
    guard let lower, let upper, let ball = BallText(lower: lower, upper: upper) else {
      return Both(text: "not enclosed", tex: "\\text{not enclosed}")
    }
    return Both(text: ball.text, tex: ball.tex)
  }

  /// A fraction in the given form, an integer, or, when it is too long, its decimals after "≈".
  static func fraction(
    _ numerator: String, _ denominator: String, form: (String, String) -> String
  ) -> Both {
    if denominator == "1" {
      return Both(text: elided(numerator, minus: "−"), tex: elided(numerator, minus: "-"))
    }
    if numerator.count + denominator.count > longestInteger,
      let exact = ExactQuotient(numerator: numerator, denominator: denominator)
    {
      let decimal = DecimalNumber(exact, significant: BallText.mostDigits)
      return Both(text: "≈ " + decimal.text, tex: "\\approx " + decimal.tex)
    }
    let isNegative = numerator.hasPrefix("-")
    let size = isNegative ? String(numerator.dropFirst()) : numerator
    let fraction = form(size, denominator)
    return Both(text: (isNegative ? "−" : "") + fraction, tex: (isNegative ? "-" : "") + fraction)
  }

  /// A long integer shows its ends and says how many digits it has.
  static func elided(_ integer: String, minus: String) -> String {
    let isNegative = integer.hasPrefix("-")
    let digits = isNegative ? String(integer.dropFirst()) : integer
    let sign = isNegative ? minus : ""
    guard digits.count > longestInteger else { return sign + digits }
    return "\(sign)\(digits.prefix(12))…\(digits.suffix(6)) (\(digits.count) digits)"
  }

  static func complex(_ re: String, _ im: String) -> String {
    let isNegative = im.hasPrefix("−") || im.hasPrefix("-")
    let size = isNegative ? String(im.dropFirst()) : im
    let needsParentheses = size.contains("±") || size.contains("\\pm") || size.contains("≈")
    return "\(re) \(isNegative ? (im.hasPrefix("−") ? "−" : "-") : "+") "
      + (needsParentheses ? "(\(size))" : size) + "i"
  }

  /// At most `limit` entries; `nil` stands for those left out.
  static func elided<Entry>(_ entries: [Entry], limit: Int = 12) -> [Entry?] {
    guard entries.count > limit else { return entries }
    let start: [Entry?] = Array(entries.prefix(limit - 3))
    return start + [nil] + Array(entries.suffix(2))
  }

  static func size(of rows: [[Quantity]]) -> String {
    "\(rows.count) × \(rows.first?.count ?? 0)"
  }

  /// Any text as TeX in text mode: nothing in it is a command.
  static func texText(_ text: String) -> String {
    let escaped = text.map { character -> String in
      switch character {
      case "\\": "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": "\\\(character)"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "\n", "\r\n", "\r", "\t", "\0": " "
      default: String(character)
      }
    }
    return "\\text{\(escaped.joined())}"
  }
}
