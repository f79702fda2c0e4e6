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
    var trial = trial(over: domain, strata, count: count, stream: stream) { point, trial in
      trial.count(relation(point)) { domain.describe(point) }
    }
    trial.unit = "absolute"
    return trial
  }

  /// - Parameter judge: counts one point into the trial.
  static func trial<Point>(
    over domain: Domain<Point>, _ strata: [SampleStratum<Point>], count: Int, stream: String,
    _ judge: (Point, inout Trial) -> Void
  ) -> Trial {
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
        judge(point, &trial)
        tally.drawn += 1
        if trial.held + trial.violated > before { tally.accepted += 1 }
        if trial.violated > 0 {
          var again = source.sample(UInt64(index), stream: UInt32(number)).recorded
          _ = stratum.draw(&again)
          trial.shrink(again.choices, in: strata, number, domain, judge)
          break
        }
      }
      trial.strata.append(tally)
      if trial.violated > 0 { break }
    }
    return trial
  }
}

extension Trial {
  /// Puts the simplest failing point that is found in the place of the one that was drawn.
  fileprivate mutating func shrink<Point>(
    _ choices: [Choice], in strata: [SampleStratum<Point>], _ stratum: Int,
    _ domain: Domain<Point>, _ judge: (Point, inout Trial) -> Void
  ) {
    func single(_ point: Point) -> Trial {
      var single = Trial()
      judge(point, &single)
      return single
    }
    withoutActuallyEscaping(single) { single in
      var shrinker = ChoiceShrinker(strata: strata) { point in
        domain.describe(point).map(\.value).joined(separator: " ")
      } fails: {
        single($0).violated > 0
      }
      guard let sample = shrinker.shrink(choices, stratum: stratum) else { return }
      violation = single(sample.point).violation ?? violation
    }
  }
}
