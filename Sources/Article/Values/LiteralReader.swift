/// Reads the literals an author can write behind `≈` and `=`: exactly, never by way of a float.
///
/// literal: decimal | fraction | complex | tuple | `true` | `false` | `∞` | `nan` | `"text"`.
/// A decimal has a sign (`-` or `−`), digits in groups (thin spaces or `_`), an exponent (`e-8` or
/// `× 10⁻⁸`) and `%`.
struct LiteralReader {
  private var rest: Substring

  /// The literal that `text` is, or `nil` if it is none or has something behind it.
  static func read(_ text: String) -> Literal? {
    var reader = LiteralReader(rest: text[...])
    reader.skipSpaces()
    guard let literal = reader.literal() else { return nil }
    reader.skipSpaces()
    return reader.rest.isEmpty ? literal : nil
  }

  private mutating func literal() -> Literal? {
    switch rest.first {
    case "\"": return quoted().map(Literal.text)
    case "(": return tuple("(", ")")
    case "[": return tuple("[", "]")
    default: break
    }
    for (word, value) in [("true", true), ("false", false)] where take(word) {
      return .boolean(value)
    }
    if take("nan") || take("NaN") { return .nan }
    return number()
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private mutating func takeSign() -> Bool? {
    if take("-") || take("−") { return true }
    return take("+") ? false : nil
  }

  // MARK: Numbers

  /// A real number, or a complex one: `3`, `2i`, `-i`, `1.5 - 0.5i`.
  private mutating func number() -> Literal? {
    let isNegative = takeSign() ?? false
    if take("∞") { return .infinity(negative: isNegative) }
    guard let first = unsignedReal(isNegative) else {
      return take("i") ? .complex(re: Self.zero, im: Self.unit(isNegative)) : nil
    }
    if take("i") { return .complex(re: Self.zero, im: first) }
    let end = rest
    skipSpaces()
    if let isNegative = takeSign() {
      skipSpaces()
      let imaginary = unsignedReal(isNegative) ?? Self.unit(isNegative)
      if take("i") { return .complex(re: first, im: imaginary) }
    }
    rest = end
    return first
  }

  private static let zero = Literal.decimal(negative: false, digits: "0", exponent: 0)

  private static func unit(_ isNegative: Bool) -> Literal {
    .decimal(negative: isNegative, digits: "1", exponent: 0)
  }

  private mutating func unsignedReal(_ isNegative: Bool) -> Literal? {
    guard var digits = digitGroups() else { return nil }
    if rest.first == "/" {
      let before = rest
      rest.removeFirst()
      if let denominator = digitGroups(), denominator.contains(where: { $0 != "0" }) {
        return .fraction(negative: isNegative, numerator: digits, denominator: denominator)
      }
      rest = before
      return nil
    }
    var exponent = 0
    if rest.first == ".", let next = rest.dropFirst().first, next.isASCIIDigit {
      rest.removeFirst()
      let fraction = digitGroups() ?? ""
      digits += fraction
      exponent = -fraction.count
    }
    guard let power = powerOfTen() else { return nil }
    exponent += power
    if takePercent() { exponent -= 2 }
    let significant = digits.drop { $0 == "0" }
    return .decimal(
      negative: isNegative, digits: significant.isEmpty ? "0" : String(significant),
      exponent: exponent)
  }

  /// Digits, with single separators between them.
  private mutating func digitGroups() -> String? {
    var digits = ""
    while let character = rest.first {
      if character.isASCIIDigit {
        digits.append(character)
      } else if Self.separators.contains(character), !digits.isEmpty,
        rest.dropFirst().first?.isASCIIDigit == true
      {
      } else {
        break
      }
      rest.removeFirst()
    }
    return digits.isEmpty ? nil : digits
  }

  private static let separators: Set<Character> = ["_", "\u{2009}", "\u{202F}"]
  private static let spaces: Set<Character> = [" ", "\u{2009}", "\u{202F}", "\u{A0}"]
  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// The exponent of `e-8` or `× 10⁻⁸`, 0 if there is none, `nil` if it is malformed.
  private mutating func powerOfTen() -> Int? {
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      return exponent(digits: { $0.isASCIIDigit ? $0.wholeNumberValue : nil })
    }
    let before = rest
    rest = rest.drop { Self.spaces.contains($0) }
    guard take("×") else {
      rest = before
      return 0
    }
    rest = rest.drop { Self.spaces.contains($0) }
    guard take("10") else { return nil }
    if take("^") { return exponent(digits: { $0.isASCIIDigit ? $0.wholeNumberValue : nil }) }
    return exponent(digits: { Self.superscripts.firstIndex(of: $0) })
  }

  private mutating func exponent(digits value: (Character) -> Int?) -> Int? {
    let isNegative = take("⁻") || (takeSign() ?? false)
    var exponent: Int?
    while let digit = rest.first.flatMap(value) {
      // An exponent of seven digits is a slip, not a number to compute with.
      guard (exponent ?? 0) < 100_000 else { return nil }
      exponent = (exponent ?? 0) * 10 + digit
      rest.removeFirst()
    }
    return exponent.map { isNegative ? -$0 : $0 }
  }

  private mutating func takePercent() -> Bool {
    let before = rest
    rest = rest.drop { Self.spaces.contains($0) }
    if take("%") { return true }
    rest = before
    return false
  }

  // MARK: Texts and tuples

  private mutating func quoted() -> String? {
    var text = ""
    rest.removeFirst()
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\":
        switch rest.popFirst() {
        case "n": text += "\n"
        case "t": text += "\t"
        case let escaped? where escaped == "\"" || escaped == "\\": text.append(escaped)
        default: return nil
        }
      default: text.append(character)
      }
    }
    return nil
  }

  private mutating func tuple(_ open: String, _ close: String) -> Literal? {
    guard take(open) else { return nil }
    var items: [Literal] = []
    repeat {
      skipSpaces()
      guard !["(", "["].contains(rest.first), let item = literal() else { return nil }
      items.append(item)
      skipSpaces()
    } while take(",")
    guard take(close), open == "[" || items.count > 1 else { return nil }
    return .tuple(items)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
