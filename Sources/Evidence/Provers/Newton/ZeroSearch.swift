import MathCore
import Records

/// All zeros of a system in a box: each in a region of its own that holds exactly one, and the rest
/// of the box shown to hold none.
struct ZeroSearch {
  static let precision = 96
  /// Bits for the zeros that are found, unless more are asked for.
  static let finePrecision = 192

  /// A region with exactly one zero, and a small box with that zero.
  struct Zero: Sendable {
    var region: Box
    var place: Box
  }

  struct Result: Sendable {
    var tree: Subdivision
    var zeros: [Zero] = []
    /// Boxes that stayed open: a zero may or may not be there.
    var open = 0
    var settled = 0
    var stopped: String?
  }

  let system: EquationSystem
  let whole: Box
  let budget: Int
  /// What takes a box out before its equations are looked at, and boxes in which a region counts.
  var isIrrelevant: (Box) -> Bool = { _ in false }
  var accepts: (Box) -> Bool = { _ in true }

  func run() -> Result {
    let test = Krawczyk(system: system)
    var result = Result(tree: Subdivision(whole))
    while let (number, box, _) = result.tree.take() {
      if isIrrelevant(box) {
        result.settled += 1
        result.tree.end(number, .excluded)
      } else if result.zeros.contains(where: { $0.region.contains(box) && accepts($0.region) }) {
        result.settled += 1
        result.tree.end(number, .enclosure)
      } else {
        look(at: box, number, test, &result)
      }
      if result.tree.visited >= budget, result.tree.waiting > 0 {
        result.open += result.tree.waiting
        result.stopped = "the budget of \(budget) boxes is spent"
        break
      }
    }
    return distinct(result, test)
  }

  private func look(at box: Box, _ number: Int, _ test: Krawczyk, _ result: inout Result) {
    if accepts(box), system.hasNoZero(in: box, Self.precision) {
      result.settled += 1
      result.tree.end(number, .excluded)
      return
    }
    let region = box.inflated
    if accepts(region) {
      switch test.test(region, precision: Self.precision) {
      case .none:
        result.settled += 1
        result.tree.end(number, .excluded)
        return
      case .unique(let place):
        result.settled += 1
        result.tree.end(number, .enclosure)
        result.zeros.append(Zero(region: region, place: place))
        return
      case .unknown: break
      }
    }
    if let side = box.widestSide, result.tree.visited < budget {
      result.tree.split(number, across: side)
    } else {
      result.open += 1
      result.tree.end(number, .open)
    }
  }

  /// Every zero once: two regions may hold the same one, which then lies in both.
  private func distinct(_ result: Result, _ test: Krawczyk) -> Result {
    var result = result
    var kept: [Zero] = []
    for var zero in result.zeros {
      zero.place = test.located(in: zero.place, precision: Self.finePrecision)
      let isKnown = kept.contains {
        $0.region.contains(zero.place) || zero.region.contains($0.place)
      }
      if isKnown { continue }
      if kept.contains(where: { !$0.place.isDisjoint(from: zero.place) }) {
        result.open += 1
        result.stopped = "whether two zeros are the same is not decided"
      }
      kept.append(zero)
    }
    result.zeros = kept
    return result
  }
}

extension Box {
  /// Half as large again, around the same midpoint.
  fileprivate var inflated: Box {
    Box(
      sides: sides.map {
        .init(lower: $0.lower - $0.width / 4, upper: $0.upper + $0.width / 4)
      })
  }

  func contains(_ other: Box) -> Bool {
    zip(sides, other.sides).allSatisfy { $0.lower <= $1.lower && $1.upper <= $0.upper }
  }

  func isDisjoint(from other: Box) -> Bool {
    zip(sides, other.sides).contains { $0.upper < $1.lower || $1.upper < $0.lower }
  }

  /// Whether the other box lies in this one's interior.
  func containsInside(_ other: Box) -> Bool {
    zip(sides, other.sides).allSatisfy { $0.lower < $1.lower && $1.upper < $0.upper }
  }
}
