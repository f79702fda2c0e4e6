// A decimal number as it is printed: sign, digits, exponent; and how it looks in text and in TeX.

/// `±digits · 10^exponent`.
struct DecimalNumber: Equatable {
  var isNegative: Bool
  /// Decimal digits without leading zeros; "0" for zero.
  var digits: String
  var exponent: Int

  /// The power of ten of the first digit.
  private var magnitude: Int { digits.count - 1 + exponent }

  /// Zeros that are no known digits, and long rows of zeros, are not printed.
  private var isScientific: Bool { digits != "0" && (magnitude < -5 || exponent > 0) }

  /// "−0.000123", "1.5 × 10⁻¹²".
  var text: String {
    guard isScientific else { return sign("−") + positional }
    return sign("−") + mantissa + " × 10" + DecimalNumber.superscript(magnitude)
  }

  var tex: String {
    guard isScientific else { return sign("-") + positional }
    return sign("-") + mantissa + " \\times 10^{\(magnitude)}"
  }

  private func sign(_ minus: String) -> String { isNegative && digits != "0" ? minus : "" }

  private var mantissa: String {
    digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
  }

  private var positional: String {
    if digits == "0" || exponent >= 0 { return digits }
    let places = -exponent
    if digits.count > places { return "\(digits.dropLast(places)).\(digits.suffix(places))" }
    return "0." + String(repeating: "0", count: places - digits.count) + digits
  }

  private static func superscript(_ value: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(
      String(value).map { character in
        character.wholeNumberValue.map { digits[$0] } ?? "⁻"
      })
  }
}

extension DecimalNumber {
  /// A finite `Double` as text (`-1.5e-07`, `3.0`), to at most `significant` digits, without zeros
  /// at its end; integers below 10¹⁵ keep all their digits. `nil` for what is not a finite number.
  init?(double text: String, significant: Int) {
    guard let value = Double(text), value.isFinite else { return nil }
    self.init(scientific: text)
    trimZeros()
    if exponent >= 0 && digits.count + exponent <= 15 {
      digits += String(repeating: "0", count: exponent)
      exponent = 0
    } else {
      round(to: significant)
      trimZeros()
    }
  }

  /// Takes zeros off the end, but none before the decimal point of an integer.
  mutating func trimZeros() {
    while exponent != 0, digits.count > 1, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
  }

  /// Rounds to at most `count` digits, halves away from zero.
  private mutating func round(to count: Int) {
    let excess = digits.count - count
    guard excess > 0, let all = Natural(digits) else { return }
    let unit = Natural.power(ofTen: excess)
    let (quotient, remainder) = all.divided(by: unit)
    digits = (remainder + remainder < unit ? quotient : quotient + Natural(1)).digits
    exponent += excess
  }

  /// Digits with a point and an exponent, each optional, exactly.
  private init(scientific text: String) {
    let parts = text.lowercased().split(separator: "e")
    let number = parts.first ?? "0"
    isNegative = number.hasPrefix("-")
    let halves = number.drop { $0 == "-" || $0 == "+" }
      .split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    let all = (halves.first ?? "") + fraction
    let trimmed = all.drop { $0 == "0" }
    digits = trimmed.isEmpty ? "0" : String(trimmed)
    exponent = trimmed.isEmpty ? 0 : (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
  }
}
