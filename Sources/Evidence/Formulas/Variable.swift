import MathCore
import Synchronization

/// A real variable with its domain. Free variables of a law are its quantifiers: the law says
/// "for every value of the variable in its span".
///
/// Each declaration is a variable of its own, whatever it is called.
package struct Variable: Hashable, Sendable {
  package let name: String
  package let span: Span
  /// Counts declarations, so that variables are told apart and listed in the author's order.
  package let order: Int

  package static func == (a: Variable, b: Variable) -> Bool { a.order == b.order }

  package func hash(into hasher: inout Hasher) { hasher.combine(order) }

  /// A fresh variable of this name.
  package init(_ name: String, _ span: Span) {
    self.name = name
    self.span = span
    order = Self.declared.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private static let declared = Atomic<Int>(0)
}

/// An interval of the real line with exact ends, either of which may be missing. Ends belong to it,
/// but for the zero of `.positive`.
public struct Span: Hashable, Sendable {
  public var lower: Rational?
  public var upper: Rational?
  /// Whether the lower end itself is left out.
  package var isOpenBelow = false

  /// The whole real line.
  public static let reals = Span(lower: nil, upper: nil)

  /// The numbers greater than zero.
  public static let positive: Span = {
    var span = Span(lower: 0, upper: nil)
    span.isOpenBelow = true
    return span
  }()

  /// The numbers greater than zero up to an end that belongs to them.
  ///
  /// - Precondition: `upper > 0`.
  public static func positive(to upper: Rational) -> Span {
    require(upper > 0, "no positive number is at most \(upper)")
    var span = Span(lower: 0, upper: upper)
    span.isOpenBelow = true
    return span
  }

  public init(lower: Rational?, upper: Rational?) {
    if let lower, let upper {
      require(lower <= upper, "a span from \(lower) to \(upper) holds no number")
    }
    self.lower = lower
    self.upper = upper
  }

  public init(_ range: ClosedRange<Rational>) {
    self.init(lower: range.lowerBound, upper: range.upperBound)
  }

  /// An interval that holds all numbers between two bounds, whatever values their variables have; a
  /// missing one is infinite.
  static func between(_ from: Node?, _ to: Node?) -> Span {
    let (a, b) = (from?.rationalValue, to?.rationalValue)
    if let a, let b { return Span(lower: Swift.min(a, b), upper: Swift.max(a, b)) }
    guard let from, let to else { return Span(lower: a, upper: b) }
    switch Sign.of(.difference(to, from)) {
    case let sign where sign.isNonNegative: return Span(lower: a, upper: b)
    case let sign where sign.isNonPositive: return Span(lower: b, upper: a)
    default: return .reals
    }
  }

  /// Whether both ends are there.
  public var isBounded: Bool { lower != nil && upper != nil }

  package func contains(_ other: Span) -> Bool {
    if let lower {
      guard let least = other.lower, least >= lower else { return false }
      if isOpenBelow && least == lower && !other.isOpenBelow { return false }
    }
    if let upper {
      guard let largest = other.upper, largest <= upper else { return false }
    }
    return true
  }

  public func contains(_ value: Rational) -> Bool {
    if let lower, value < lower || (isOpenBelow && value == lower) { return false }
    if let upper, value > upper { return false }
    return true
  }
}

/// A real variable that ranges over `span` (the whole line unless you say otherwise).
///
/// - Parameter name: how the variable is printed; TeX is understood: `"x"`, `"\\sigma"`, `"x_1"`.
/// - Precondition: the name begins with a letter or a command, and cannot be read as a formula or a
///   constant: a page says by names what was checked.
public func real(_ name: String, in span: Span = .reals) -> Formula {
  require(
    name.isNameOfVariable,
    "“\(name)” is no name of a variable: it could be read as something else")
  return Formula(Node(.variable(Variable(name, span))))
}

extension String {
  fileprivate var isNameOfVariable: Bool {
    guard let first, let last, first.isLetter || first == "\\", !last.isWhitespace else {
      return false
    }
    return !["i", "\\pi"].contains(self) && !contains { "+-*/=<>≤≥≠,;:|$&%\n".contains($0) }
  }
}

/// A real variable that ranges over a closed interval: `real("y", in: -8...8)`,
/// `real("s", in: 1/4...4)`. The ends are exact: `0.1` is one tenth.
public func real(_ name: String, in range: ClosedRange<Rational>) -> Formula {
  real(name, in: Span(range))
}

/// A real variable from a lower end on: `real("t", in: 0...)`.
public func real(_ name: String, in range: PartialRangeFrom<Rational>) -> Formula {
  real(name, in: Span(lower: range.lowerBound, upper: nil))
}

/// A real variable up to an upper end: `real("t", in: ...0)`.
public func real(_ name: String, in range: PartialRangeThrough<Rational>) -> Formula {
  real(name, in: Span(lower: nil, upper: range.upperBound))
}

/// `count` real variables `name_1`, `name_2`, …
public func reals(_ name: String, _ count: Int, in span: Span = .reals) -> [Formula] {
  (0..<count).map { real("\(name)_{\($0 + 1)}", in: span) }
}

/// `count` real variables from a lower end on: `reals("w", 4, in: 0...)`.
public func reals(_ name: String, _ count: Int, in range: PartialRangeFrom<Rational>) -> [Formula] {
  reals(name, count, in: Span(lower: range.lowerBound, upper: nil))
}

/// `count` real variables over a closed interval.
public func reals(_ name: String, _ count: Int, in range: ClosedRange<Rational>) -> [Formula] {
  reals(name, count, in: Span(range))
}
