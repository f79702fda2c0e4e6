// Rationals read from text and written to it: "3", "-3/4", "0.25", "1e-7".

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Rational: CustomStringConvertible {
  /// The numerator in decimal, with its sign.
  public var numerator: String {
    switch storage {
    case .small(let numerator, _): String(numerator)
    case .large(let fraction): fraction.numeratorText
    }
  }

  /// The denominator in decimal; positive.
  public var denominator: String {
    switch storage {
    case .small(_, let denominator): String(denominator)
    case .large(let fraction): fraction.denominatorText
    }
  }

  /// `3/4`, or `3` for an integer.
  public var description: String { isInteger ? numerator : "\(numerator)/\(denominator)" }

  /// Reads an integer, a quotient of two integers or a decimal with an optional exponent.
  ///
  /// `nil` for anything else, for a zero denominator, and for an exponent beyond ±100 000 (whose
  /// digits would fill the memory).
  public init?(_ text: String) {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = Self.integer(parts[0], signed: true),
        let denominator = Self.integer(parts[1], signed: false), denominator.sign != 0
      else { return nil }
      self = numerator / denominator
    } else if let decimal = Self.decimal(text.utf8[...]) {
      self = decimal
    } else {
      return nil
    }
  }

  private static func decimal(_ text: Substring.UTF8View) -> Rational? {
    var mantissa = text
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      mantissa = text[..<mark]
      guard let written = Int(String(decoding: text[text.index(after: mark)...], as: UTF8.self)),
        written.magnitude <= 100_000
      else { return nil }
      exponent = written
    }
    var digits = Array(mantissa)
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      let decimals = digits.count - point - 1
      guard decimals > 0, point > 0, isDigit(digits[point - 1]) else { return nil }
      digits.remove(at: point)
      exponent -= decimals
    }
    guard let whole = integer(digits[...], signed: true) else { return nil }
    return whole * Rational(10).power(exponent)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func integer(_ text: some Collection<UInt8>, signed: Bool) -> Rational? {
    var digits = Array(text)
    var negative = false
    if signed, let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      digits.removeFirst()
    }
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    let characters = digits.map(CChar.init(bitPattern:)) + [0]
    let value = Rational(
      Fraction { result in _ = fmpz_set_str(&result.pointee.num, characters, 10) })
    return negative ? -value : value
  }
}
