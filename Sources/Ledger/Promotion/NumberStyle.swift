import MathCore

/// How an author writes a number: with so many places, in groups, with an exponent or a per cent
/// sign. What is written in its place is written the same way.
struct NumberStyle {
  /// "+" also before positive numbers; "−" or "-" before negative ones.
  private var hasPlus: Bool
  private var minus: String
  private var integerDigits: Int
  private var places: Int
  /// The digits without the zeros before them, at least one.
  private var significant: Int
  private var separator: String?
  private var exponent: Exponent?
  /// "%" with the space before it.
  private var percent: String?
  private var isFraction: Bool

  private enum Exponent {
    /// "e" or "E".
    case letter(String)
    /// Everything up to the exponent itself: " × 10".
    case power(String, isCaret: Bool)
  }

  /// `nil` unless the text is one real number.
  init?(_ text: String) {
    let groups = #"[0-9](?:[0-9_\x{2009}\x{202F}]*[0-9])?"#
    guard
      let pattern = try? Regex(
        #"^([+\-−]?)("# + groups + #")(?:\.("# + groups + #"))?(/[0-9]+)?"#
          + #"(?:([eE])[+\-−]?[0-9]+|(\s*×\s*10)(\^)?[-−⁻⁰¹²³⁴⁵⁶⁷⁸⁹0-9]+)?(\s*%)?$"#,
        as: AnyRegexOutput.self),
      let match = text.wholeMatch(of: pattern)
    else { return nil }
    func part(_ index: Int) -> String? { match.output[index].substring.map(String.init) }
    let sign = part(1) ?? ""
    let (whole, fraction) = (part(2) ?? "", part(3) ?? "")
    hasPlus = sign == "+"
    minus = sign == "−" ? "−" : "-"
    separator = (whole + fraction).first { !$0.isNumber }.map(String.init)
    integerDigits = whole.count { $0.isNumber }
    places = fraction.count { $0.isNumber }
    let digits = (whole + fraction).filter(\.isNumber).drop { $0 == "0" }
    significant = max(1, digits.count)
    isFraction = part(4) != nil
    if let letter = part(5) { exponent = .letter(letter) }
    if let power = part(6) { exponent = .power(power, isCaret: part(7) != nil) }
    percent = part(8)
  }

  /// What the number is in this style: with as many places, or, if these would all be zeros, as
  /// many digits; then exactly, as a short decimal or, where that is a number's own form, a
  /// fraction.
  func texts(of value: Rational, asFraction: Bool) -> [String] {
    let shown = percent == nil ? value : value * 100
    var texts: [String] = []
    if !isFraction {
      texts.append(exponent == nil ? positional(shown) : scientific(shown))
      for extra in 0...17 where exponent == nil {
        let place = -(places + extra)
        let text = shown.rounded(toPlace: place)
        if Rational(text) == shown { texts.append(dressed(text)) }
      }
    }
    return percent == nil && (asFraction || isFraction)
      ? texts + [signed(value, "\(value.magnitude)")] : texts
  }

  private func positional(_ value: Rational) -> String {
    let text = value.rounded(toPlace: -places)
    guard value != 0, text.allSatisfy({ !$0.isNumber || $0 == "0" }) else { return dressed(text) }
    return dressed(value.rounded(toPlace: min(0, value.decimalMagnitude - significant + 1)))
  }

  private func scientific(_ value: Rational) -> String {
    guard value != 0 else { return dressed(value.rounded(toPlace: -places)) }
    var power = value.decimalMagnitude - (integerDigits - 1)
    var mantissa = (value / Rational(10).power(power)).rounded(toPlace: -places)
    if mantissa.prefix(while: { $0 != "." }).count(where: \.isNumber) > integerDigits {
      power += 1
      mantissa = (value / Rational(10).power(power)).rounded(toPlace: -places)
    }
    return dressed(mantissa, power: power)
  }

  /// A decimal of `rounded(toPlace:)` in the author's clothes.
  private func dressed(_ decimal: String, power: Int? = nil) -> String {
    let isNegative = decimal.hasPrefix("-")
    let halves = decimal.drop { $0 == "-" }.split(separator: ".")
    var text = isNegative ? minus : hasPlus ? "+" : ""
    text += grouped(halves.first ?? "0", fromRight: true)
    if halves.count > 1 { text += "." + grouped(halves[1], fromRight: false) }
    switch (exponent, power) {
    case (.letter(let letter)?, let power?): text += "\(letter)\(power)"
    case (.power(let opening, true)?, let power?): text += "\(opening)^\(power)"
    case (.power(let opening, false)?, let power?): text += opening + superscript(power)
    default: break
    }
    return text + (percent ?? "")
  }

  private func signed(_ value: Rational, _ magnitude: String) -> String {
    (value < 0 ? minus : hasPlus ? "+" : "") + magnitude
  }

  private func grouped(_ digits: Substring, fromRight: Bool) -> String {
    guard let separator else { return String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      let before = fromRight ? digits.count - index : index
      if index > 0 && before.isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }

  private func superscript(_ value: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (value < 0 ? "⁻" : "")
      + String("\(value.magnitude)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}

extension Rational {
  /// The power of ten of the first digit; 0 for zero.
  fileprivate var decimalMagnitude: Int {
    guard self != 0 else { return 0 }
    let absolute = magnitude
    var power = absolute.numerator.count - absolute.denominator.count
    while absolute >= Rational(10).power(power + 1) { power += 1 }
    while absolute < Rational(10).power(power) { power -= 1 }
    return power
  }
}
