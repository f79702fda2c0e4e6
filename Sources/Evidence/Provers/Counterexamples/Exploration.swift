import MathCore

/// Looks around in a law's landscape: scattered points, landmarks of its formulas in all their
/// combinations, and walks downhill from the lowest of these. The same steps in the same order each
/// time; what limits it is a number of looks, never time.
struct Exploration {
  /// Looks that one exploration may take.
  static let looks = 12_000
  private static let scattered = 1_500
  private static let combined = 3_000
  /// Low places that are kept for each objective, and walked from.
  private static let kept = 8
  private static let walks = 3
  /// Conclusions that are looked at one by one.
  private static let objectiveLimit = 4

  let landscape: Landscape
  private let law: Law
  private let objectives: [Objective]
  private var left: Int
  /// The lowest places of each objective, the lowest first.
  private(set) var lowest: [[Descent.Place]]
  /// Points where the hypotheses seem to hold.
  private var allowed: [[Double]] = []

  /// - Parameter objectives: what is made small; by default every conclusion, absolutely and
  ///   relative to its sides.
  init?(_ law: Law, objectives: [Objective]? = nil, looks: Int = Exploration.looks) {
    guard let landscape = Landscape(law) else { return nil }
    self.law = law
    self.landscape = landscape
    self.objectives =
      objectives
      ?? (0..<landscape.conclusions).suffix(Self.objectiveLimit).flatMap { conclusion in
        [false, true].map { Objective(conclusion: conclusion, isRelative: $0) }
      }
    left = looks
    lowest = self.objectives.map { _ in [] }
  }

  /// Goes on until `isEnough` says so of a place, or nothing is left to try.
  mutating func run(until isEnough: (Descent.Place) -> Bool) {
    if scatter(isEnough) { return }
    if combineLandmarks(isEnough) { return }
    _ = walk(isEnough)
  }

  /// One look: `true` when it is enough.
  private mutating func look(at point: [Double], _ isEnough: (Descent.Place) -> Bool) -> Bool {
    left -= landscape.cost
    guard let view = landscape.view(at: point) else { return false }
    if view.miss == 0, !law.hypotheses.isEmpty { allowed.append(point) }
    for (index, objective) in objectives.enumerated() {
      keep(Descent.Place(point: point, height: objective.height(view), view: view), index)
    }
    let height = Objective.Height(miss: view.miss, room: 0)
    return isEnough(Descent.Place(point: point, height: height, view: view))
  }

  private mutating func keep(_ place: Descent.Place, _ index: Int) {
    let places = lowest[index]
    let place = place.withoutRounding
    if places.count == Self.kept, let highest = places.last, highest.height <= place.height {
      return
    }
    let position = places.firstIndex { place.height < $0.height } ?? places.count
    if position > 0, places[position - 1].height == place.height {
      // Of places as low as each other, the one nearest to 0 is the one to be read.
      if place.size < places[position - 1].size { lowest[index][position - 1] = place }
      return
    }
    lowest[index].insert(place, at: position)
    if lowest[index].count > Self.kept { lowest[index].removeLast() }
  }

  private mutating func scatter(_ isEnough: (Descent.Place) -> Bool) -> Bool {
    let source = RandomSource("points scattered over a law")
    for number in 0..<(Self.scattered / landscape.cost) where left > 0 {
      var draws = source.sample(UInt64(number))
      if look(at: draws.point(of: landscape.variables), isEnough) { return true }
    }
    return false
  }

  private mutating func combineLandmarks(_ isEnough: (Descent.Place) -> Bool) -> Bool {
    let variables = landscape.variables
    let middle = variables.map { $0.span.clamped(0.37) }
    let simplest = variables.map { Double(SimplePoints.candidates(in: $0.span).first ?? 0) }
    let lows = lowest.prefix(2).compactMap { $0.first?.point }
    let bases = [middle, simplest] + lows
    let landmarks = Landmarks(law, variables, near: bases, &left).values
    let values = zip(landmarks, variables).map { found, variable in
      found + SimplePoints.candidates(in: variable.span).prefix(6).map { Double($0) }
    }
    guard values.allSatisfy({ !$0.isEmpty }) else { return false }
    var count = 0
    for reach in 0..<(values.map(\.count).max() ?? 0) {
      for point in Self.combinations(values, touching: reach) {
        guard left > 0, count < Self.combined / landscape.cost else { return false }
        count += 1
        if look(at: point, isEnough) { return true }
      }
    }
    return false
  }

  /// Points whose coordinates are among the first `reach` + 1 values, one of them that very value.
  private static func combinations(
    _ values: [[Double]], touching reach: Int
  ) -> some Sequence<[Double]> {
    let counts = values.map { Swift.min($0.count, reach + 1) }
    let total = counts.reduce(1) { product, count in
      let (value, overflow) = product.multipliedReportingOverflow(by: count)
      return overflow ? Int.max : value
    }
    return (0..<total).lazy.compactMap { code in
      var rest = code
      var touches = false
      let point = zip(values, counts).map { list, count in
        defer { rest /= count }
        touches = touches || rest % count == reach
        return list[rest % count]
      }
      return touches ? point : nil
    }
  }

  /// A point between those that the hypotheses allow, if they allow it too: far ones, which would
  /// outweigh all others, are left out.
  private var middleOfHypotheses: [Double]? {
    guard !allowed.isEmpty else { return nil }
    let sizes = allowed.map { point in point.map(\.magnitude).max() ?? 0 }
    let typical = sizes.sorted()[sizes.count / 2]
    let near = zip(allowed, sizes).filter { $0.1 <= 4 * typical }.map(\.0)
    let middle = landscape.variables.indices.map { index in
      near.reduce(0) { $0 + $1[index] } / Double(near.count)
    }
    return landscape.view(at: middle)?.miss == 0 ? middle : nil
  }

  private mutating func walk(_ isEnough: (Descent.Place) -> Bool) -> Bool {
    for index in objectives.indices {
      let descent = Descent(
        landscape: landscape, objective: objectives[index], inside: middleOfHypotheses)
      for start in lowest[index].prefix(Self.walks) where left > 0 {
        var isDone = false
        let end = descent.walk(from: start, &left) { place in
          isDone = isEnough(place)
          return isDone
        }
        keep(end, index)
        if isDone { return true }
      }
    }
    return false
  }
}

extension Descent.Place {
  fileprivate var size: Double { point.reduce(0) { $0 + $1.magnitude } }

  /// The place with a height of 0 where rounding alone may make it another one.
  fileprivate var withoutRounding: Descent.Place {
    var place = self
    let scale = view.scale.max() ?? 0
    if height.room.magnitude <= 1e-15 * scale { place.height.room = 0 }
    return place
  }
}

extension RandomSample {
  /// A machine point of the variables' spans, of any size that they allow, sometimes with ties.
  fileprivate mutating func point(of variables: [Variable]) -> [Double] {
    var point: [Double] = []
    for variable in variables {
      let tie = integer(in: 0...9)
      if tie < point.count {
        point.append(variable.span.clamped(integer(in: 0...3) == 0 ? -point[tie] : point[tie]))
      } else {
        point.append(number(of: variable.span))
      }
    }
    return point
  }

  private mutating func number(of span: Span) -> Double {
    let isFromAfar = integer(in: 0...3) == 0
    switch (span.lower.map { Double($0) }, span.upper.map { Double($0) }) {
    case (let low?, let high?):
      let width = high - low
      guard isFromAfar else { return span.clamped(low + width * uniform()) }
      let distance = width * Double.power(10, -9 * uniform())
      return span.clamped(sign() > 0 ? low + distance : high - distance)
    case (let low?, nil): return span.clamped(low + size(isFromAfar))
    case (nil, let high?): return span.clamped(high - size(isFromAfar))
    case (nil, nil): return sign() * size(isFromAfar)
    }
  }

  private mutating func size(_ isFromAfar: Bool) -> Double {
    Double.power(10, isFromAfar ? 24 * uniform() - 9 : 4 * uniform() - 2)
  }
}
