import MathCore

/// Values of one variable where something happens in a formula: where a part of it vanishes, where
/// two alternatives of a maximum meet, where its slope changes sign. A law that is false near one
/// unusual point has its reason there, and the formula names it.
struct Landmarks {
  /// Parts of the formulas that are looked at, values that one part may give, values per variable.
  private static let partLimit = 24
  private static let valueLimit = 4
  private static let limit = 24

  private let variables: [Variable]
  private(set) var values: [[Double]]

  init(_ law: Law, _ variables: [Variable], near bases: [[Double]], _ left: inout Int) {
    self.variables = variables
    values = variables.map { _ in [] }
    for part in Self.parts(of: law) {
      let tape = Tape([part], variables: variables)
      let places = part.freeVariables.compactMap { variables.firstIndex(of: $0) }
      for index in places where values[index].count < Self.limit {
        for base in bases {
          guard left > 0 else { return }
          for zero in zeros(of: tape, along: index, from: base, &left) { add(zero, at: index) }
        }
      }
    }
  }

  private mutating func add(_ value: Double, at index: Int) {
    let isKnown = values[index].contains { ($0 - value).magnitude <= 1e-9 * value.magnitude }
    if !isKnown { values[index].append(value) }
  }

  /// Small parts first: they hold the constants that an author wrote.
  private static func parts(of law: Law) -> [Node] {
    var seen: Set<Node> = []
    var parts: [Node] = []
    func visit(_ node: Node) {
      guard seen.count < 2_000, seen.insert(node).inserted else { return }
      for child in node.children { visit(child) }
      switch node.kind {
      case .add, .subtract: parts.append(node)
      case .larger(let a, let b), .smaller(let a, let b): parts.append(.difference(a, b))
      default: break
      }
    }
    for node in law.nodes { visit(node) }
    let slacks = (law.hypotheses + law.conclusions).map(\.slack)
    parts += slacks
    parts += slacks.filter(\.isSmooth).prefix(2).flatMap { slack in
      slack.freeVariables.prefix(4).map { slack.derivative(by: $0) }
    }
    let inOrder = parts.filter { !$0.freeVariables.isEmpty && !$0.needsComplexArithmetic }
    return Array(
      inOrder.prefix(partLimit / 2) + inOrder.dropFirst(partLimit / 2).suffix(partLimit / 2))
  }

  /// Where the part changes sign along one axis, to the last bits of a double: the places nearest
  /// to 0.
  private func zeros(
    of tape: Tape, along index: Int, from base: [Double], _ left: inout Int
  ) -> [Double] {
    func value(_ x: Double) -> Double {
      var point = base
      point[index] = x
      return (try? tape.evaluate(point, precision: 53))?.first ?? .nan
    }
    // A part is a fraction of the law, and so is the look at it.
    let stations = variables[index].span.stations.map { (x: $0, y: value($0)) }
    left -= stations.count / 4
    let changes = zip(stations, stations.dropFirst()).filter { $0.y * $1.y < 0 }
    let zeros = stations.filter { $0.y == 0 }.map { ($0, $0) }
    let nearest = (zeros + changes).sorted { $0.0.x.magnitude < $1.0.x.magnitude }
    return nearest.prefix(Self.valueLimit).map { from, to in
      guard from.x < to.x else { return from.x }
      left -= 15
      return bisected(from.x, to.x, rising: to.y > 0, value)
    }
  }

  private func bisected(
    _ low: Double, _ high: Double, rising: Bool, _ value: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<60 {
      let middle = low + (high - low) / 2
      let y = value(middle)
      if y == 0 || middle == low || middle == high { return middle }
      if (y > 0) == rising { high = middle } else { low = middle }
    }
    return low + (high - low) / 2
  }
}

extension Span {
  /// Numbers from one end to the other, denser towards the ends and towards zero.
  var stations: [Double] {
    let sizes = [
      1e-6, 1e-4, 0.01, 0.1, 0.3, 0.6, 1, 1.6, 2.5, 4, 6, 10, 16, 25, 40, 60, 100, 1e3,
      1e4, 1e6, 1e9,
    ]
    var list: [Double]
    switch (lower.map { Double($0) }, upper.map { Double($0) }) {
    case (let low?, let high?):
      let width = high - low
      let inner = (0...24).map { low + width * Double($0) / 24 }
      let near = [1e-6, 1e-4, 1e-2].flatMap { [low + width * $0, high - width * $0] }
      list = inner + near
    case (let low?, nil): list = [low] + sizes.map { low + $0 }
    case (nil, let high?): list = [high] + sizes.map { high - $0 }
    case (nil, nil): list = [0] + sizes + sizes.map { -$0 }
    }
    return list.map { clamped($0) }.sorted()
  }
}
