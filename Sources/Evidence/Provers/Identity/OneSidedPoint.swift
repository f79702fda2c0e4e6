import MathCore

extension Law {
  /// A point of the hypotheses where one side of a conclusion has a value and the other has none,
  /// as at 0 in x/x = 1; or where neither has one, as left of 0 in (ln x)² ≥ 0, and all around it.
  /// There the law does not hold as it is stated, whatever algebra says of all other points. A pole
  /// that both sides have is no such point. `nil` means that none was found.
  ///
  /// - Returns: what to say of it.
  func lackOfValue() -> String? {
    guard !nodes.contains(where: { $0.contains(\.isIntegral) }) else { return nil }
    let sides = Sides(self)
    return sides.simplePoint ?? sides.zeroOfDivisor
  }
}

/// Where the two sides of a law's conclusions have values.
private struct Sides {
  private let variables: [Variable]
  private let evaluator: PointEvaluator
  private let isComplex: Bool
  private let conclusions: [Comparison]
  private let tapes: [(left: Tape, right: Tape)]
  /// What the hypotheses say is positive, or not negative, or zero.
  private let slacks: Tape

  private static let points = 120
  private static let precision = 128

  init(_ law: Law) {
    let variables = law.freeVariables
    self.variables = variables
    evaluator = PointEvaluator(law, variables: variables)
    isComplex = law.nodes.contains(where: \.needsComplexArithmetic)
    conclusions = law.conclusions
    slacks = Tape(law.hypotheses.map(\.slack), variables: variables)
    tapes = law.conclusions.map {
      (Tape([$0.left], variables: variables), Tape([$0.right], variables: variables))
    }
  }

  /// Among small numbers.
  var simplePoint: String? {
    var found: String?
    SimplePoints.visit(variables, 0..<Self.points) { point in
      guard isMeant(point) else { return true }
      let place = zip(variables, point).map { "$\($0.name) = \($1.tex)$" }
        .joined(separator: ", ")
      for (left, right) in tapes {
        let values = (hasValue(left, balls(point)), hasValue(right, balls(point)))
        if values.0 != values.1 { found = "at \(place) one of them is not" }
        if !values.0, !values.1, hasNoValue(left, right, around: point) {
          found = "at \(place) neither is"
        }
      }
      return found == nil
    }
    return found
  }

  /// Poles lie apart from each other; next to a number that has no real logarithm lie others.
  private func hasNoValue(_ left: Tape, _ right: Tape, around point: [Rational]) -> Bool {
    let nearby = zip(variables, point).map { variable, value in
      let step = Rational(1, 997)
      return variable.span.upper.map { value + step > $0 } == true ? value - step : value + step
    }
    return !isComplex && isMeant(nearby) && !hasValue(left, balls(nearby))
      && !hasValue(right, balls(nearby))
  }

  /// A divisor of one side that changes its sign between two small numbers has a zero there, be it
  /// irrational; the other side has a value on a short segment around it.
  var zeroOfDivisor: String? {
    var points: [[Rational]] = []
    SimplePoints.visit(variables, 0..<Self.points / 4) { point in
      if isMeant(point) { points.append(point) }
      return true
    }
    for (comparison, tapes) in zip(conclusions, tapes) where !isComplex {
      for (side, other) in [(comparison.left, tapes.right), (comparison.right, tapes.left)] {
        for divisor in side.divisors {
          let tape = Tape([divisor], variables: variables)
          guard let segment = signChange(of: tape, among: points),
            case let around = zip(segment.low, segment.high).map(hull),
            hasValue(other, around), isCertainlyMeant(around)
          else { continue }
          let place = zip(variables, segment.low).map {
            "$\($0.name) \\approx \(Float(Double($1)))$"
          }
          return "near \(place.joined(separator: ", ")) one of them is not"
        }
      }
    }
    return nil
  }

  private func isMeant(_ point: [Rational]) -> Bool {
    guard zip(variables, point).allSatisfy({ $0.span.contains($1) }) else { return false }
    switch evaluator.decide(at: point, quickly: true) {
    case .excluded, .unclear: return false
    case .holds, .fails, .undecided: return true
    }
  }

  private func isCertainlyMeant(_ box: [Ball]) -> Bool {
    (try? slacks.evaluate(box, precision: Self.precision))?.allSatisfy(\.isCertainlyPositive)
      ?? false
  }

  private func signChange(
    of tape: Tape, among points: [[Rational]]
  ) -> (low: [Rational], high: [Rational])? {
    func sign(_ point: [Rational]) -> Int {
      guard let value = try? tape.evaluate(balls(point), precision: Self.precision).first else {
        return 0
      }
      return value.isCertainlyPositive ? 1 : (-value).isCertainlyPositive ? -1 : 0
    }
    let signs = points.map(sign)
    guard let low = signs.firstIndex(of: -1), let high = signs.firstIndex(of: 1) else { return nil }
    var segment = (low: points[low], high: points[high])
    // The divisor is continuous on the whole segment: every part of it has a value there.
    guard hasValue(tape, zip(segment.low, segment.high).map(hull)) else { return nil }
    for _ in 0..<60 {
      let middle = zip(segment.low, segment.high).map { ($0 + $1) / 2 }
      switch sign(middle) {
      case -1: segment.low = middle
      case 1: segment.high = middle
      default: return segment
      }
    }
    return segment
  }

  private func hull(_ a: Rational, _ b: Rational) -> Ball {
    Ball(lower: Swift.min(a, b), upper: Swift.max(a, b), precision: Self.precision)
  }

  private func balls(_ point: [Rational]) -> [Ball] {
    point.map { Ball($0, precision: Self.precision) }
  }

  private func hasValue(_ tape: Tape, _ point: [Ball]) -> Bool {
    if isComplex {
      let values = try? tape.evaluate(point.map { ComplexBall($0) }, precision: Self.precision)
      return values?.allSatisfy(\.isFinite) ?? false
    }
    return (try? tape.evaluate(point, precision: Self.precision))?.allSatisfy(\.isFinite) ?? false
  }
}

extension Node {
  /// What the formula divides by, factor by factor.
  fileprivate var divisors: [Node] {
    let own: [Node] =
      switch kind {
      case .divide(_, let b): b.factors
      case .power(let a, let n): n.rationalValue.map { $0 < 0 } == true ? a.factors : []
      case .apply(.tan, let a): [.apply(.cos, a)]
      default: []
      }
    return own + children.flatMap(\.divisors)
  }

  private var factors: [Node] {
    switch kind {
    case .multiply(let a, let b): a.factors + b.factors
    case .divide(let a, _), .negate(let a), .apply(.abs, let a): a.factors
    case .power(let a, let n): n.rationalValue.map { $0 > 0 } == true ? a.factors : []
    default: freeVariables.isEmpty ? [] : [self]
    }
  }
}
