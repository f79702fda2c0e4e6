import MathCore

/// An end of the interval on which a function is looked at: where its variable goes.
enum IntervalEnd: Sendable {
  case lower, upper

  /// The number there; `nil` is infinitely far away.
  func value(of span: Span) -> Rational? {
    switch self {
    case .lower: span.lower
    case .upper: span.upper
    }
  }

  /// Points that go from one of the interval to this end, as far as doubts may last.
  func points(in span: Span, from start: Rational) -> [Rational] {
    if let end = value(of: span) {
      return [end] + (1...20).map { end + (start - end) / Rational(1 << $0) }
        + [40, 80, 160].map { end + (start - end) / Rational(2).power($0) }
    }
    let distances = (0...20).map { Rational(1 << $0) }
    return distances.map { self == .upper ? start + $0 : start - $0 }
  }
}

extension OneVariableFunction {
  /// The sign of all values near an end of the interval, or 0 where they go to zero there.
  ///
  /// - Returns: `nil` if no rule tells.
  func sign(near end: IntervalEnd) -> Int? {
    if let value = end.value(of: variable.span), let sign = sign(at: value) { return sign }
    return LeadingTerm(of: self, at: end)?.sign ?? Limit(of: node, variable, at: end)?.sign
  }
}
