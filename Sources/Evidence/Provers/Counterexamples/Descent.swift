import MathCore

/// Walks downhill in a landscape by trying steps along the axes and between them, larger ones after
/// a success and smaller ones after none. No slopes are needed, so kinks do no harm.
struct Descent {
  let landscape: Landscape
  let objective: Objective
  /// A point well inside of the hypotheses, towards which steps that leave them are shortened: so a
  /// walk goes along their edge. Without one, such steps are not taken.
  var inside: [Double]?
  /// Looks that one walk may take, and one along an edge, where most steps have to be shortened.
  private static let looks = 240
  private static let looksAlongEdges = 3_000
  /// Halvings of a step that left the hypotheses.
  private static let halvings = 24

  struct Place {
    var point: [Double]
    var height: Objective.Height
    var view: Landscape.View
  }

  /// - Parameter stop: asked at each new place; `true` ends the walk there.
  func walk(from start: Place, _ left: inout Int, until stop: (Place) -> Bool) -> Place {
    var place = start
    var steps = start.point.indices.map { initialStep(start.point[$0], landscape.variables[$0]) }
    let directions = directions
    var looks = inside == nil ? Descent.looks : Descent.looksAlongEdges
    while looks > 0, left > 0, isWorthwhile(steps, place.point) {
      var best: (place: Place, direction: [Double])?
      for direction in directions {
        looks -= 1
        left -= landscape.cost
        let point = place.point.indices.map { index in
          landscape.variables[index].span.clamped(
            place.point[index] + direction[index] * steps[index])
        }
        guard var candidate = look(at: point) else { continue }
        if candidate.view.miss > 0, place.view.miss == 0, let inside {
          looks -= Descent.halvings
          left -= Descent.halvings * landscape.cost
          guard let edge = edge(from: inside, to: point) else { continue }
          candidate = edge
        }
        if candidate.height < (best?.place.height ?? place.height) { best = (candidate, direction) }
      }
      guard let found = best else {
        for index in steps.indices { steps[index] /= 3 }
        continue
      }
      place = found.place
      if stop(place) { return place }
      for index in steps.indices where found.direction[index] != 0 { steps[index] *= 2 }
    }
    return place
  }

  private func look(at point: [Double]) -> Place? {
    landscape.view(at: point).map {
      Place(point: point, height: objective.height($0), view: $0)
    }
  }

  /// The last place within the hypotheses on the way from one point to another.
  private func edge(from inside: [Double], to outside: [Double]) -> Place? {
    var (near, far) = (0.0, 1.0)
    var last: Place?
    for _ in 0..<Descent.halvings {
      let middle = (near + far) / 2
      let point = zip(inside, outside).map { $0 + middle * ($1 - $0) }
      if let place = look(at: point), place.view.miss == 0 {
        near = middle
        last = place
      } else {
        far = middle
      }
    }
    return last
  }

  private func initialStep(_ value: Double, _ variable: Variable) -> Double {
    if let lower = variable.span.lower, let upper = variable.span.upper {
      return Double(upper - lower) / 8
    }
    return Swift.max(value.magnitude, 1) / 2
  }

  private func isWorthwhile(_ steps: [Double], _ point: [Double]) -> Bool {
    zip(steps, point).contains { $0 > 1e-12 * Swift.max($1.magnitude, 1e-3) }
  }

  /// Along each axis; between two axes; along all at once.
  private var directions: [[Double]] {
    let count = landscape.variables.count
    var list: [[Double]] = []
    func add(_ parts: [(Int, Double)]) {
      var direction = Array(repeating: 0.0, count: count)
      for (index, part) in parts { direction[index] = part }
      list += [direction, direction.map { -$0 }]
    }
    for index in 0..<count { add([(index, 1)]) }
    if 2...4 ~= count {
      for a in 0..<count {
        for b in (a + 1)..<count {
          add([(a, 1), (b, 1)])
          add([(a, 1), (b, -1)])
        }
      }
    }
    if count > 2 { add((0..<count).map { ($0, 1) }) }
    return list
  }
}

extension Span {
  /// The nearest number of the span; at an open end, one a little inside.
  func clamped(_ value: Double) -> Double {
    var value = value
    if let lower, value <= Double(lower) {
      let end = Double(lower)
      value = isOpenBelow ? end + Swift.max(end.ulp, 1e-300) : end
    }
    if let upper { value = Swift.min(value, Double(upper)) }
    return value
  }
}
