import MathCore

extension SignChart {
  /// The chart of a function from its slope's: it grows or falls from each zero of the slope to the
  /// next, so that its signs at these and near the ends of the interval tell where it vanishes.
  ///
  /// - Returns: `nil` where one of these signs is not known.
  init?(of function: OneVariableFunction, slope: SignChart) {
    var turns: [Turn] = []
    for var place in slope.zeros {
      guard let sign = place.sign(of: function) else { return nil }
      turns.append(Turn(place: place, sign: sign))
    }
    var directions = slope.signs
    if turns.isEmpty {
      // Any point will do to begin with.
      guard let turn = Turn(somewhereIn: function) else { return nil }
      turns = [turn]
      directions += directions
    }
    var zeros: [Zero] = []
    var signs: [Int] = []
    for (index, direction) in directions.enumerated() {
      let pass = Pass(
        function: function, direction: direction, left: index == 0 ? nil : turns[index - 1],
        right: index == turns.count ? nil : turns[index])
      guard let piece = pass.chart else { return nil }
      if index > 0, turns[index - 1].sign == 0 {
        zeros.append(turns[index - 1].place)
      } else {
        _ = signs.popLast()
      }
      zeros += piece.zeros
      signs += piece.signs
    }
    self.init(zeros: zeros, signs: signs)
  }
}

/// A place where a function may change its direction, and its sign there.
private struct Turn {
  var place: Zero
  var sign: Int

  init(place: Zero, sign: Int) {
    self.place = place
    self.sign = sign
  }

  /// A simple point where the sign is known.
  init?(somewhereIn function: OneVariableFunction) {
    let interval = RealInterval(function.variable.span)
    let points = [interval.interiorPoint] + SimplePoints.candidates(in: function.variable.span)
    for point in points where interval.holdsInside(point) {
      if let sign = function.sign(at: point) {
        self.init(place: Zero(.constant(point), of: function), sign: sign)
        return
      }
    }
    return nil
  }
}

/// A piece on which a function only grows (direction 1) or only falls (−1).
private struct Pass {
  let function: OneVariableFunction
  let direction: Int
  /// `nil` is the end of the interval. One of the two is there.
  let left: Turn?
  let right: Turn?

  var chart: SignChart? {
    // Of what grows: the function, or its negation.
    let start = (left?.sign ?? function.sign(near: .lower)).map { $0 * direction }
    if let start, start >= 0 { return SignChart(constant: direction) }
    let end = (right?.sign ?? function.sign(near: .upper)).map { $0 * direction }
    if let end, end <= 0 { return SignChart(constant: -direction) }
    guard let from = point(at: .lower, sign: -direction),
      let to = point(at: .upper, sign: direction), from.point <= to.point
    else { return nil }
    let hit = [from, to].first { $0.sign == 0 }
    let zero =
      hit.map { Zero(.constant($0.point), of: function) }
      ?? Zero(from: from.point, to: to.point, of: function)
    return SignChart(zeros: [zero], signs: [-direction, direction])
  }

  /// A point near one side of the piece where the function has a sign, or is zero.
  private func point(at end: IntervalEnd, sign: Int) -> (point: Rational, sign: Int)? {
    for point in points(at: end) {
      if let found = function.sign(at: point), found == sign || found == 0 { return (point, found) }
    }
    return nil
  }

  /// Where the sign is known at a turn, it is so on the whole of its bracket.
  private func points(at end: IntervalEnd) -> [Rational] {
    let (near, far) = end == .lower ? (left, right) : (right, left)
    if let near {
      return [64, 128, 256].compactMap { near.place.ends(precision: $0) }
        .map { end == .lower ? $0.upper : $0.lower }
    }
    guard let ends = far?.place.ends() else { return [] }
    return end.points(in: function.variable.span, from: end == .lower ? ends.lower : ends.upper)
  }
}

extension RealInterval {
  fileprivate func holdsInside(_ point: Rational) -> Bool {
    (lower.map { $0.value < point } ?? true) && (upper.map { $0.value > point } ?? true)
  }
}
