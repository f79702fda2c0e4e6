// A small property tester: random vectors with the strata that break code (ties, zeros, huge,
// tiny), and shrinking to a small counterexample.

import MathCore
import Testing

/// Checks `law` on `count` random rational vectors; a failure is shrunk and reported.
func forAllScores(
  _ name: String, lengths: ClosedRange<Int> = 1...6, count: Int = 300,
  sourceLocation: SourceLocation = #_sourceLocation, _ law: (Vector<Rational>) -> Bool
) {
  guard let x = counterexample(name, lengths, count, law) else { return }
  Issue.record("the law fails at \(x)", sourceLocation: sourceLocation)
}

/// The smallest vector found that breaks `law`, if any of the random ones does.
func counterexample(
  _ name: String, _ lengths: ClosedRange<Int>, _ count: Int, _ law: (Vector<Rational>) -> Bool
) -> Vector<Rational>? {
  let source = RandomSource(name)
  for index in 0..<count {
    var sample = source.sample(UInt64(index))
    let x = randomScores(&sample, lengths)
    if !law(x) { return shrunk(x, lengths.lowerBound, failing: { !law($0) }) }
  }
  return nil
}

/// Small fractions with a common denominator, so that ties and sums of 1 occur often; every
/// fourth vector is scaled to be huge or tiny.
private func randomScores(
  _ sample: inout RandomSample, _ lengths: ClosedRange<Int>
) -> Vector<Rational> {
  let denominator = sample.integer(in: 1...12)
  let scale = [1, 1, 1, 1, 1, 1, Rational(1 << 40), Rational(1, 1 << 40)]
  let factor = scale[sample.integer(in: 0...7)]
  let count = sample.integer(in: lengths)
  return Vector(
    (0..<count).map { _ in factor * Rational(sample.integer(in: -24...24), denominator) })
}

/// Nothing, the integers beside a fraction, half of an integer.
private func simplerNumbers(_ x: Rational) -> [Rational] {
  let beside = x.isInteger ? [(x / 2).floor] : [x.floor, x.floor + 1]
  return ([0] + beside).filter { $0 != x }
}

/// Drops and simplifies entries while the failure persists.
private func shrunk(
  _ x: Vector<Rational>, _ minimum: Int, failing: (Vector<Rational>) -> Bool
) -> Vector<Rational> {
  var best = x
  var improved = true
  while improved {
    improved = false
    for index in best.indices.reversed() {
      var shorter = best.entries
      shorter.remove(at: index)
      if shorter.count >= minimum, failing(Vector(shorter)) {
        (best, improved) = (Vector(shorter), true)
        break
      }
      let simpler = simplerNumbers(best[index])
      if let better = simpler.map({ best.replacing(index, by: $0) }).first(where: failing) {
        (best, improved) = (better, true)
        break
      }
    }
  }
  return best
}

extension Vector {
  func replacing(_ index: Int, by value: Element) -> Vector {
    var result = self
    result[index] = value
    return result
  }
}
