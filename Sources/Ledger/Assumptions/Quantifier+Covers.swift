import MathCore
import Records

extension Quantifier {
  /// Whether every value of the other is one of this, and both are of the same variable.
  func covers(_ other: Quantifier) -> Bool {
    guard variable == other.variable, let own = span, let its = other.span else { return false }
    if let lower = own.lower {
      guard let least = its.lower, least >= lower else { return false }
      if isOpenBelow && least == lower && !other.isOpenBelow { return false }
    }
    if let upper = own.upper {
      guard let largest = its.upper, largest <= upper else { return false }
    }
    return true
  }

  /// Both ends as numbers; `nil` if one of them is none.
  private var span: (lower: Rational?, upper: Rational?)? {
    let ends = [lower, upper].map { $0.map { Rational($0) } }
    guard !ends.contains(where: { $0 == .some(nil) }) else { return nil }
    return (ends[0] ?? nil, ends[1] ?? nil)
  }
}
