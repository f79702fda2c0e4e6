import MathCore
import Records

extension StatisticalStudy where Draw == Double {
  /// A study of a mean whose standard deviation is known: Catoni's test.
  package static func mean(
    _ mean: Formula, deviation: Formula, _ terms: StudyTerms
  ) throws(NoStudy) -> StatisticalStudy {
    let (stated, enclosure) = try mean.number("the mean")
    let (spread, deviationEnclosure) = try deviation.number("the deviation")
    let centre = Centre(enclosure)
    guard let upper = spread.upper, spread.isCertainlyPositive else {
      throw NoStudy(reason: "a deviation of \(deviation.tex) leaves nothing to chance")
    }
    let sigma = Double(upper) * (1 + .ulpOfOne)
    let shift = Double(terms.effect.shift(of: stated).midpoint)
    guard shift > 0 else { throw NoStudy(reason: terms.nothingToSee) }
    let shifted = terms.effect.shiftedDeviation(sigma)
    let scale = KnownDeviationTest.scale(toSee: shift, deviation: sigma, shifted: shifted)
    guard sigma.isFinite, shift.isFinite, scale > 0, scale.isFinite else {
      throw NoStudy(reason: "mean and deviation are beyond what machine numbers can hold")
    }
    func test(_ draws: Int) -> KnownDeviationTest {
      KnownDeviationTest(
        centre: centre.value, error: centre.error, deviation: sigma, level: Double(terms.level),
        draws: draws, scale: scale)
    }
    let needed = test(1).drawsNeeded(
      toSee: shift, deviation: shifted, power: StudyTerms.power)
    let design = StatisticalDesign(
      family: .mean, stated: [enclosure], deviation: deviationEnclosure,
      level: "\(terms.level)", effect: terms.statedEffect, draws: terms.draws(needed: needed),
      centre: centre.value, scales: [scale])
    let chosen = test(design.draws)
    return StatisticalStudy(
      method: "Catoni's test of a mean with known deviation",
      statement: "\\mathbb{E}\\,X = \(mean.tex),\\quad \\sigma(X) \\le \(deviation.tex)",
      design: design,
      objection: { $0.isFinite ? nil : (left: "\($0)", right: "ℝ") },
      sums: { sample, moved in chosen.sums(sample, movedBy: Double(moved) * shift, moved) })
  }
}

extension KnownDeviationTest {
  /// The sums of draws that are all larger by `shift`.
  fileprivate func sums(_ sample: [Double], movedBy shift: Double, _ moved: Int) -> DrawSums {
    let draws = moved == 0 ? sample : sample.map { $0 + shift }
    var sums = DrawSums(count: sample.count, moved: moved, sums: sums(of: draws))
    guard moved == 0 else { return sums }
    sums.estimate = catoniMean(sample, scale: scale)
    let interval = interval(sample)
    sums.interval = [interval.lowerBound, interval.upperBound]
    return sums
  }
}

/// A machine number near a stated one, and how far away that one may be.
struct Centre {
  let value: Double
  let error: Double

  init(_ enclosure: Enclosure) {
    let (lower, upper) = (Rational(enclosure.lower) ?? 0, Rational(enclosure.upper) ?? 0)
    value = Double((lower + upper) / 2)
    error = KnownDeviationTest.error(of: value, from: lower, to: upper)
  }
}

extension StudyTerms {
  /// Why a relative effect on 0 is none.
  var nothingToSee: String {
    "the stated value is 0, and a share of nothing is nothing: write detects: .absolute(…)"
  }
}
