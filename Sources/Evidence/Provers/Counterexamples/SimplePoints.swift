import MathCore

/// Small exact points, simple ones first: what a person would try.
enum SimplePoints {
  /// Goes through the points until `body` says stop or the limit is reached, by the largest index
  /// used: all small values are combined before larger ones come.
  ///
  /// - Parameter range: which of the points, counted in this order, are gone through.
  static func visit(
    _ variables: [Variable], _ range: Range<Int>, _ body: ([Rational]) -> Bool
  ) {
    let choices = variables.map { candidates(in: $0.span) }
    guard choices.allSatisfy({ !$0.isEmpty }) else { return }
    var number = 0
    for reach in 0..<(choices.map(\.count).max() ?? 1) {
      for indices in combinations(choices.map { Swift.min($0.count, reach + 1) }, touching: reach) {
        guard number < range.upperBound else { return }
        if number >= range.lowerBound, !body(zip(choices, indices).map { $0[$1] }) { return }
        number += 1
      }
    }
  }

  private static let small: [Rational] = [
    0, 1, -1, 2, -2, Rational(1, 2), Rational(-1, 2), 3, -3, Rational(1, 3), Rational(-3, 2),
    Rational(7, 3), Rational(1, 10), 5, -5, Rational(1, 100), 10, -10, 30, -30,
  ]

  /// Values of one variable, simplest first: small numbers inside its span, then its ends and
  /// points between them.
  static func candidates(in span: Span) -> [Rational] {
    var list = small.filter { span.contains($0) }
    if let lower = span.lower, let upper = span.upper {
      let inner = (0...8).map { lower + (upper - lower) * Rational($0, 8) }
      list += inner.filter { !list.contains($0) }
    } else if let lower = span.lower {
      list += [0, 1, Rational(1, 2), 3].map { lower + $0 }.filter { !list.contains($0) }
    } else if let upper = span.upper {
      list += [0, 1, Rational(1, 2), 3].map { upper - $0 }.filter { !list.contains($0) }
    }
    return list.filter { span.contains($0) }
  }

  /// All index tuples below `counts` in which some index equals `reach`.
  private static func combinations(
    _ counts: [Int], touching reach: Int
  ) -> some Sequence<[Int]> {
    let total = counts.reduce(1) { product, count in
      let (value, overflow) = product.multipliedReportingOverflow(by: count)
      return overflow ? Int.max : value
    }
    return (0..<total).lazy.map { code in
      var rest = code
      return counts.map { count in
        defer { rest /= count }
        return rest % count
      }
    }.filter { $0.isEmpty || $0.contains(reach) }
  }
}
