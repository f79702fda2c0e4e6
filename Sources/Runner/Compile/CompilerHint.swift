/// What to write instead, for slips that are natural in mathematics and that the compiler explains
/// in terms of its own.
enum CompilerHint {
  /// - Returns: `nil` where the message says enough, or nothing is known.
  static func fix(for message: CompilerMessage) -> String? {
    let text = message.text
    if let fix = slips.first(where: { $0.parts.allSatisfy(text.contains) })?.fix { return fix }
    guard text.hasPrefix("cannot find '"), let name = message.quotedNames.first else { return nil }
    return names[name].map { "Write \($0)." }
  }

  private static let number =
    "Make the number a formula: Formula(n) for an Int or a Rational; literals are formulas already."

  private static let slips: [(parts: [String], fix: String)] = [
    (["operator function '^'", "'Formula'"], "Write a power with two stars: x ** 2."),
    (["on 'SIMD' requires that 'Formula'"], number),
    (["'Int' to expected argument type 'Formula'"], number),
    (["'Rational' to expected argument type 'Formula'"], number),
    (
      ["'Formula' conform to 'Equatable'"],
      "A dotted comparison states, a plain one decides: write .== between formulas."
    ),
    (
      ["'Formula' conform to 'Comparable'"],
      "A dotted comparison states, a plain one decides: write .<=, .<, .>= or .>."
    ),
    (
      ["'Bool' to ", "type 'Law'"],
      "A dotted comparison states, a plain one decides: write .==, .<=, .<, .>= or .>."
    ),
    (
      ["'Law' to expected argument type 'Formula'"],
      "Join two comparisons by &&: -1 .<= x && x .<= 1."
    ),
    (
      ["operator '.!='", "'Formula'"],
      "There is no law of being different: assume x ** 2 .> 0 for x ≠ 0, or give the variable a span."
    ),
    (
      ["unary operator '-'", "'PartialRangeFrom<"],
      "Put the negative end in brackets: in: (-1)..."
    ),
    (
      ["'Relation<Double>' to expected argument type 'Law'"],
      "Machine numbers are not exact: use .witness, .sampled, or Rational numbers."
    ),
  ]

  /// What functions are called here that other systems call otherwise.
  private static let names = [
    "ln": "log, the natural logarithm", "log2": "log(x) / log(2)", "log10": "log(x) / log(10)",
    "pow": "x ** n", "arctan": "atan", "tg": "tan", "cot": "1 / tan(x)", "sec": "1 / cos(x)",
    "csc": "1 / sin(x)", "lgamma": "logGamma", "tgamma": "gamma", "psi": "digamma",
    "Re": "realPart", "Im": "imaginaryPart", "conj": "realPart(z) - i * imaginaryPart(z)",
    "conjugate": "realPart(z) - i * imaginaryPart(z)", "I": "i", "Pi": "pi", "sgn": "x / abs(x)",
    "sign": "x / abs(x)", "prod": "product", "norm": "sqrt(v.norm2)",
  ]
}
