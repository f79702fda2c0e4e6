import MathCore

/// What is known of a formula's sign for all values of its variables, by rules on the tree alone.
///
/// `unknown` claims nothing.
package enum Sign: Sendable {
  case negative, nonPositive, zero, nonNegative, positive, unknown

  package var isNonNegative: Bool { self == .zero || self == .nonNegative || self == .positive }
  package var isNonPositive: Bool { self == .zero || self == .nonPositive || self == .negative }
  package var isStrict: Bool { self == .positive || self == .negative }

  /// The numbers that have this sign, as a span (a strictly negative sign is not kept).
  package var span: Span {
    switch self {
    case .positive: .positive
    case .nonNegative: Span(lower: 0, upper: nil)
    case .nonPositive, .negative: Span(lower: nil, upper: 0)
    case .zero: Span(lower: 0, upper: 0)
    case .unknown: .reals
    }
  }

  /// - Parameter whereDefined: for what is stated only where the formula has a value.
  package static func of(_ node: Node, whereDefined: Bool = false) -> Sign {
    Sign(node.bounds(whereDefined: whereDefined))
  }

  private init(_ interval: RealInterval) {
    self =
      interval.isZero
      ? .zero
      : interval.isPositive
        ? .positive
        : interval.isNegative
          ? .negative
          : interval.isNonNegative ? .nonNegative : interval.isNonPositive ? .nonPositive : .unknown
  }
}
