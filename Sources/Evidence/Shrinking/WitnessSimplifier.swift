import MathCore
import Records

/// Makes an exact point at which a law certainly fails shorter to write, one coordinate after the
/// other. It stays inside of the variables' spans and of the hypotheses, which are certified again
/// at each point.
package struct WitnessSimplifier {
  private let evaluator: PointEvaluator
  private var left: Int

  /// Points that one simplification may try; few where a point costs integrals.
  private static let budget = 120
  private static let integralBudget = 8

  package init(_ evaluator: PointEvaluator) {
    self.evaluator = evaluator
    left = evaluator.holdsIntegral ? Self.integralBudget : Self.budget
  }

  /// The simplest witness that is found; `nil` when the law does not fail at the point itself.
  package mutating func simplify(_ point: [Rational]) -> Witness? {
    guard case .fails(var witness) = evaluator.decide(at: point, quickly: true) else { return nil }
    var point = point
    var hasChanged = true
    while hasChanged, left > 0 {
      hasChanged = false
      for index in point.indices {
        for value in Self.simpler(than: point[index], in: evaluator.variables[index].span) {
          guard left > 0 else { break }
          left -= 1
          var candidate = point
          candidate[index] = value
          if case .fails(let simpler) = evaluator.decide(at: candidate, quickly: true) {
            (point, witness, hasChanged) = (candidate, simpler, true)
            break
          }
        }
      }
    }
    return witness
  }

  /// The witness as it was, or a simpler one: for points that another search has found.
  package static func simplified(_ witness: Witness, by evaluator: PointEvaluator) -> Witness {
    let point = witness.point.compactMap { Rational($0.value) }
    guard point.count == evaluator.variables.count, point.count == witness.point.count else {
      return witness
    }
    var simplifier = WitnessSimplifier(evaluator)
    return simplifier.simplify(point) ?? witness
  }

  /// Numbers of the span that are shorter to write, from those near 0 to those near the value.
  static func simpler(than value: Rational, in span: Span) -> [Rational] {
    let size = value.magnitude
    let near = [1, 2, 8, 64, 1024].map { part in
      Rational.simplest(from: value - size / Rational(part), to: value + size / Rational(part))
    }
    let ends = [span.lower, span.upper].compactMap { $0 }
    var list: [Rational] = []
    for candidate in [0, 1, -1] + ends + near
    where candidate.plainness < value.plainness && span.contains(candidate) && !list.contains(candidate) {
      list.append(candidate)
    }
    return list.sorted { $0.plainness < $1.plainness }
  }
}

extension Rational {
  /// What makes a number simple: few digits, then a small denominator, then a small size.
  var plainness: Plainness {
    Plainness(
      length: length, denominator: denominator.utf8.count,
      size: Double(magnitude) + (sign < 0 ? 0.5 : 0))
  }

  struct Plainness: Comparable {
    var length: Int
    var denominator: Int
    var size: Double

    static func < (a: Plainness, b: Plainness) -> Bool {
      (a.length, a.denominator, a.size) < (b.length, b.denominator, b.size)
    }
  }
}
