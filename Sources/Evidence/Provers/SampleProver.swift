import MathCore
import Records

/// Tries a relation at sample points of every stratum. What it finds is a counterexample or the
/// lack of one, never a proof.
package enum SampleProver {
  package static let defaultCount = 10_000

  /// - Parameter stream: names the sequence of samples; sample i of a stream is the same on every
  ///   machine and in every order.
  package static func trial<Point, S: Decidable>(
    over domain: Domain<Point>, count: Int, stream: String, _ relation: (Point) -> Relation<S>
  ) -> Trial {
    guard case .sampled(let strata) = domain.extent else {
      return EnumerationProver.trial(over: domain, relation)
    }
    var trial = Trial()
    let source = RandomSource(stream)
    let weights = strata.reduce(0) { $0 + $1.weight }
    for (number, stratum) in strata.enumerated() {
      let share = Swift.max(1, count * stratum.weight / weights)
      var tally = Stratum(name: stratum.name)
      for index in 0..<share {
        var draws = source.sample(UInt64(index), stream: UInt32(number))
        let point = stratum.draw(&draws)
        let before = trial.held + trial.violated
        trial.count(relation(point)) { domain.describe(point) }
        tally.drawn += 1
        if trial.held + trial.violated > before { tally.accepted += 1 }
        if trial.violated > 0 {
          var again = source.sample(UInt64(index), stream: UInt32(number)).recorded
          _ = stratum.draw(&again)
          trial.shrink(again.choices, in: strata, number, domain, relation)
          break
        }
      }
      trial.strata.append(tally)
      if trial.violated > 0 { break }
    }
    trial.unit = "absolute"
    return trial
  }
}

extension Trial {
  /// Puts the simplest failing point that is found in the place of the one that was drawn.
  fileprivate mutating func shrink<Point, S: Decidable>(
    _ choices: [Choice], in strata: [SampleStratum<Point>], _ stratum: Int,
    _ domain: Domain<Point>, _ relation: (Point) -> Relation<S>
  ) {
    withoutActuallyEscaping(relation) { relation in
      var shrinker = ChoiceShrinker(strata: strata) { point in
        domain.describe(point).map(\.value).joined(separator: " ")
      } fails: { point in
        var single = Trial()
        single.count(relation(point)) { [] }
        return single.violated > 0
      }
      guard let sample = shrinker.shrink(choices, stratum: stratum) else { return }
      var single = Trial()
      single.count(relation(sample.point)) { domain.describe(sample.point) }
      violation = single.violation ?? violation
    }
  }
}
