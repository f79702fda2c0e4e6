import Article
import MathCore
import Records

/// Compares what an inline value computed with the literal that the author printed.
///
/// `≈` claims the digits: the value lies within half a unit of the last printed place, a ball
/// wholly. `=` claims equality. All comparisons are between exact rationals.
enum ValueJudge {
  struct Opinion: Equatable {
    var verdict: Verdict
    var message: String?
  }

  static func judge(_ quantity: Quantity, _ claimed: ClaimedLiteral) -> Opinion {
    compare(quantity, claimed.value, claimed.relation, claimed.text)
  }

  private static func compare(
    _ quantity: Quantity, _ literal: Literal, _ relation: ClaimedLiteral.Relation, _ text: String
  ) -> Opinion {
    switch (quantity, literal) {
    case (.boolean(let value), .boolean(let claimed)):
      return value == claimed
        ? Opinion(verdict: .holds) : refuted("computed \(value)")
    case (.text(let value), .text(let claimed)):
      return value == claimed ? Opinion(verdict: .holds) : refuted("computed “\(value)”")
    case (.double(let value), .nan):
      return value == "nan" || value == "-nan"
        ? Opinion(verdict: .holds) : refuted("computed \(value)")
    case (.double(let value), .infinity(let negative)):
      return value == (negative ? "-inf" : "inf")
        ? Opinion(verdict: .holds) : refuted("computed \(value)")
    case (.complex(let re, let im), .complex(let a, let b)):
      return both(compare(re, a, relation, text), compare(im, b, relation, text))
    case (.tuple(let values), .tuple(let claims)), (.vector(let values), .tuple(let claims)):
      guard values.count == claims.count else {
        return refuted("computed \(values.count) numbers, the literal has \(claims.count)")
      }
      return zip(values, claims).reduce(Opinion(verdict: .holds)) {
        both($0, compare($1.0, $1.1, relation, text))
      }
    default: return number(quantity, literal, relation)
    }
  }

  private static func number(
    _ quantity: Quantity, _ literal: Literal, _ relation: ClaimedLiteral.Relation
  ) -> Opinion {
    guard let claimed = literal.rational else {
      return refuted("computed \(quantity.plainText), which is not of the literal's kind")
    }
    guard let ends = quantity.ends else {
      if case .ball = quantity {
        return Opinion(verdict: .inconclusive, message: "the computed ball is not finite")
      }
      return refuted("computed \(quantity.plainText)")
    }
    let (lower, upper) = ends
    switch (relation, literal) {
    case (.equal, .decimal) where quantity.isDouble:
      // A decimal that stands for a machine number stands for the nearest one.
      if Rational(exactly: Double(claimed)) == lower { return Opinion(verdict: .holds) }
      return refuted("computed \(quantity.plainText)")
    case (.equal, _):
      if lower == claimed && upper == claimed { return Opinion(verdict: .holds) }
      if lower <= claimed && claimed <= upper {
        return Opinion(
          verdict: .inconclusive, message: "a ball proves no equality; use ≈ and the digits it has")
      }
      return refuted("computed \(quantity.plainText)")
    case (.approximately, .decimal(_, _, let exponent)):
      return digits(quantity, (lower, upper), claimed, exponent)
    case (.approximately, _):
      return refuted("≈ needs a decimal literal; computed \(quantity.plainText)")
    }
  }

  private static func digits(
    _ quantity: Quantity, _ ends: (Rational, Rational), _ claimed: Rational, _ exponent: Int
  ) -> Opinion {
    let half = Rational(10).power(exponent) / 2
    let allowed = (claimed - half)...(claimed + half)
    if allowed.contains(ends.0) && allowed.contains(ends.1) { return Opinion(verdict: .holds) }
    if ends.1 >= allowed.lowerBound && ends.0 <= allowed.upperBound {
      return Opinion(
        verdict: .inconclusive,
        message: "the computed ball \(quantity.plainText) reaches over half a unit of the last "
          + "printed place; compute it more precisely or print fewer digits")
    }
    let middle = (ends.0 + ends.1) / 2
    let rounded = middle.rounded(toPlace: exponent)
    let printed = claimed.rounded(toPlace: exponent)
    var message = "computed \(quantity.plainText), which rounds to \(rounded)"
    if middle.truncated(toPlace: exponent) == printed {
      message += "; \(printed) is the truncation"
    }
    return refuted(message)
  }

  private static func refuted(_ message: String) -> Opinion {
    Opinion(verdict: .refuted, message: message)
  }

  private static func both(_ a: Opinion, _ b: Opinion) -> Opinion {
    Judge.worst([a.verdict, b.verdict]) == a.verdict ? a : b
  }
}

extension Literal {
  /// The number that the literal means, exactly.
  var rational: Rational? {
    switch self {
    case .decimal(let negative, let digits, let exponent):
      guard let units = Rational(digits) else { return nil }
      let value = units * Rational(10).power(exponent)
      return negative ? -value : value
    case .fraction(let negative, let numerator, let denominator):
      guard let above = Rational(numerator), let below = Rational(denominator), below != 0 else {
        return nil
      }
      return negative ? -(above / below) : above / below
    default: return nil
    }
  }
}

extension Quantity {
  /// The smallest and the largest number that this can be, exactly; `nil` unless it is a finite
  /// real number.
  var ends: (Rational, Rational)? {
    switch self {
    case .integer(let text): return Rational(text).map { ($0, $0) }
    case .rational(let numerator, let denominator):
      return Rational("\(numerator)/\(denominator)").map { ($0, $0) }
    case .double(let text):
      return Double(text).flatMap { Rational(exactly: $0) }.map { ($0, $0) }
    case .ball(let lower?, let upper?):
      guard let low = Rational(lower), let high = Rational(upper) else { return nil }
      return (low, high)
    default: return nil
    }
  }

  fileprivate var isDouble: Bool {
    if case .double = self { true } else { false }
  }

  /// The value as text for messages and reports.
  public var plainText: String {
    switch self {
    case .integer(let text), .double(let text), .text(let text), .tex(let text): return text
    case .rational(let numerator, let denominator):
      return denominator == "1" ? numerator : "\(numerator)/\(denominator)"
    case .boolean(let value): return "\(value)"
    case .ball:
      guard let (lower, upper) = ends else { return "a ball that is not finite" }
      let radius = Double((upper - lower) / 2)
      return "\(Double((lower + upper) / 2)) ± \(radius.formatted(significant: 2))"
    case .complex(let re, let im): return "\(re.plainText) + \(im.plainText)i"
    case .tuple(let values), .vector(let values):
      return "(" + values.map(\.plainText).joined(separator: ", ") + ")"
    case .matrix(let rows):
      return "(" + rows.map { $0.map(\.plainText).joined(separator: ", ") }.joined(separator: "; ")
        + ")"
    }
  }
}
