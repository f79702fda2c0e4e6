import Records

/// An interval of one variable, as words or a law give it. Its ends are `Double`s: they are only
/// compared, and equal fractions give equal `Double`s.
struct StatedRange: Equatable {
  var lower = -Double.infinity
  var isOpenBelow = false
  var upper = Double.infinity

  func contains(_ other: StatedRange) -> Bool {
    let isBelow = other.lower < lower
    let isAtEnd = other.lower == lower && lower.isFinite && isOpenBelow && !other.isOpenBelow
    return !isBelow && !isAtEnd && other.upper <= upper
  }

  func intersection(_ other: StatedRange) -> StatedRange {
    let isHigher = (other.lower, other.isOpenBelow ? 1 : 0) > (lower, isOpenBelow ? 1 : 0)
    return StatedRange(
      lower: max(lower, other.lower), isOpenBelow: isHigher ? other.isOpenBelow : isOpenBelow,
      upper: min(upper, other.upper))
  }

  /// The smallest interval with both in it.
  func hull(_ other: StatedRange) -> StatedRange {
    let isLower = (other.lower, other.isOpenBelow ? 1 : 0) < (lower, isOpenBelow ? 1 : 0)
    return StatedRange(
      lower: min(lower, other.lower), isOpenBelow: isLower ? other.isOpenBelow : isOpenBelow,
      upper: max(upper, other.upper))
  }
}

extension StatedRange {
  init(_ quantifier: Quantifier) {
    func number(_ text: String) -> Double? { NormalTeX(text).tokens[...].number }
    lower = quantifier.lower.flatMap(number) ?? -.infinity
    upper = quantifier.upper.flatMap(number) ?? .infinity
    isOpenBelow = quantifier.isOpenBelow
  }
}

extension NormalTeX {
  /// The variables of a formula that says only where they range: `x`, `a, b \ge 0`, `x \in [0, 1]`,
  /// `n = 1, \dots, 9`, `\lvert x \rvert \le 2`. By name; `nil` when it says anything else.
  var ranges: [String: StatedRange]? {
    var tokens = self.tokens[...]
    if ["\\forall", "∀"].contains(tokens.first) {
      tokens = tokens.dropFirst().prefix { ![":", "\\colon", "\\quad", "."].contains($0) }
    }
    while [".", ",", ";"].contains(tokens.last) { tokens.removeLast() }
    let sides = tokens.split(omittingEmptySubsequences: false, whereSeparator: Self.isSign)
    let signs = tokens.filter(Self.isSign)
    switch sides.count {
    case 1: return sides[0].variables?.ranging(StatedRange())
    case 2: return Self.ranges(sides[0], signs[0], sides[1])
    case 3:
      guard let middle = sides[1].variables, let low = Self.range(sides[0], signs[0], isLeft: true),
        let high = Self.range(sides[2], signs[1], isLeft: false)
      else { return nil }
      return middle.ranging(low.intersection(high))
    default: return nil
    }
  }

  private static func isSign(_ token: String) -> Bool {
    ["<", ">", "\\le", "\\ge", "\\in", "∈", "="].contains(token)
  }

  private static func ranges(
    _ left: ArraySlice<String>, _ sign: String, _ right: ArraySlice<String>
  ) -> [String: StatedRange]? {
    if let variables = left.variables, let range = range(right, sign, isLeft: false) {
      return variables.ranging(range)
    }
    if let variables = right.variables, let range = range(left, sign, isLeft: true) {
      return variables.ranging(range)
    }
    // |x| ≤ a
    guard left.count > 2, left.first == "|", left.last == "|", ["<", "\\le"].contains(sign),
      let bound = right.number
    else { return nil }
    return left.dropFirst().dropLast().variables?.ranging(StatedRange(lower: -bound, upper: bound))
  }

  /// Where a variable ranges that has this sign before or behind this side.
  private static func range(
    _ side: ArraySlice<String>, _ sign: String, isLeft: Bool
  ) -> StatedRange? {
    if sign == "\\in" || sign == "∈" { return isLeft ? nil : side.set }
    guard sign != "=" else { return isLeft ? nil : side.list }
    guard let number = side.number else { return nil }
    let isUpper = ["<", "\\le"].contains(sign) != isLeft
    return isUpper
      ? StatedRange(upper: number)
      : StatedRange(lower: number, isOpenBelow: sign == "<" || sign == ">")
  }
}

extension [String] {
  fileprivate func ranging(_ range: StatedRange) -> [String: StatedRange] {
    Dictionary(map { ($0, range) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ArraySlice<String> {
  /// Names of variables with commas between them: letters, one command each, or with an index.
  fileprivate var variables: [String]? {
    let names = split(separator: ",", omittingEmptySubsequences: false)
    guard names.allSatisfy(\.isVariable) else { return nil }
    return names.map { $0.joined() }
  }

  private var isVariable: Bool {
    guard let first, !first.hasPrefix("\\") || first.dropFirst().allSatisfy(\.isLetter),
      first.last?.isLetter == true, first != "\\infty"
    else { return false }
    return count == 1 || self[index(after: startIndex)] == "_" && last == "}"
  }

  /// `3`, `-1.5`, `1/2`, `\frac{1}{2}`, `10^{6}`, `\infty`.
  var number: Double? {
    if first == "-" { return dropFirst().number.map { -$0 } }
    if elementsEqual(["\\infty"]) { return .infinity }
    let parts = filter { $0 != "{" && $0 != "}" }
    if parts.count == 3, parts[0] == "\\frac", let a = Double(parts[1]), let b = Double(parts[2]) {
      return a / b
    }
    guard let first, let base = Double(first) else { return nil }
    if parts.count == 1 { return base }
    guard parts.count == 3, let other = Double(parts[2]) else { return nil }
    switch parts[1] {
    case "/": return base / other
    case "^" where other >= 0 && other < 300:
      return repeatElement(base, count: Int(other)).reduce(1, *)
    default: return nil
    }
  }

  /// `[0, 1]`, `(0, \infty)`, `\N`, `\mathbb{R}`, `\{1, \dots, 9\}`.
  var set: StatedRange? {
    switch filter({ !["{", "}", "\\mathbb", "\\mathbf"].contains($0) }).joined() {
    case "\\R", "R", "ℝ", "\\Z", "Z", "ℤ", "\\Q", "Q", "ℚ": return StatedRange()
    // With 0 or without: the smaller one.
    case "\\N", "N", "ℕ": return StatedRange(lower: 1)
    default: break
    }
    if first == "\\{", last == "\\}" { return dropFirst().dropLast().list }
    guard let first, let last, ["[", "("].contains(first), ["]", ")"].contains(last) else {
      return nil
    }
    let ends = dropFirst().dropLast().split(separator: ",")
    guard ends.count == 2, let low = ends[0].number, let high = ends[1].number else { return nil }
    return StatedRange(lower: low, isOpenBelow: first == "(", upper: high)
  }

  /// `1, \dots, 9` or `1, 2, 3, \dots` or one number.
  fileprivate var list: StatedRange? {
    let items = split(separator: ",")
    guard let first = items.first?.number else { return nil }
    if items.count == 1 { return StatedRange(lower: first, upper: first) }
    let isDots = items.map { ["\\dots", "\\ldots", "…"].contains($0.first) && $0.count == 1 }
    guard isDots.contains(true) else { return nil }
    if isDots.last == true { return StatedRange(lower: first) }
    guard let last = items.last?.number else { return nil }
    return StatedRange(lower: Swift.min(first, last), upper: Swift.max(first, last))
  }
}
