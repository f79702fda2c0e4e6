import MathCore
import Records

extension StatisticalStudy where Draw == Double {
  /// A study of the mean of numbers from a known interval: a betting test.
  package static func bounded(
    _ range: ClosedRange<Double>, mean: Formula, _ terms: StudyTerms
  ) throws(NoStudy) -> StatisticalStudy {
    let (stated, enclosure) = try mean.number("the mean")
    let centre = Centre(enclosure)
    let shift = Double(terms.effect.shift(of: stated).midpoint)
    guard range.lowerBound < centre.value, centre.value < range.upperBound, shift.isFinite else {
      throw NoStudy(reason: "a mean of \(mean.tex) does not lie inside of the stated range")
    }
    guard shift > 0 else { throw NoStudy(reason: terms.nothingToSee) }
    let level = Double(terms.level)
    // As they are, and against a mean that is moved: all must be seen.
    let centres = [centre.value, centre.value + shift, centre.value - shift].filter {
      range.lowerBound < $0 && $0 < range.upperBound
    }
    let needed = centres.compactMap {
      BoundedMeanTest.drawsEnough(
        toSee: shift, range: range, centre: $0, error: centre.error, level: level,
        power: StudyTerms.power)
    }
    let draws = terms.draws(needed: needed.max())
    func test(_ moved: Int) -> BoundedMeanTest? {
      BoundedMeanTest.moved(
        by: Double(moved) * shift, range: range, centre: centre.value, error: centre.error,
        effect: shift, level: level, draws: draws)
    }
    guard let chosen = test(0) else {
      throw NoStudy(reason: "the mean \(mean.tex) is too near to an end of the stated range")
    }
    let design = StatisticalDesign(
      family: .bounded, stated: [enclosure], range: [range.lowerBound, range.upperBound],
      level: "\(terms.level)", effect: terms.statedEffect, draws: draws, centre: centre.value,
      scales: chosen.bets)
    let tests = Dictionary(
      uniqueKeysWithValues: [-1, 0, 1].compactMap { moved in
        test(moved).map { (moved, $0) }
      })
    return StatisticalStudy(
      method: "a betting test of a mean in a known range",
      statement:
        "\\mathbb{E}\\,X = \(mean.tex),\\quad \(range.lowerBound) \\le X \\le \(range.upperBound)",
      design: design,
      objection: { draw in
        range.contains(draw)
          ? nil : (left: "\(draw)", right: "[\(range.lowerBound), \(range.upperBound)]")
      },
      sums: { sample, moved in tests[moved]?.sums(sample, moved) ?? DrawSums(count: 0, moved: moved)
      },
      directions: [1, -1].filter { tests[$0] != nil })
  }
}

extension BoundedMeanTest {
  fileprivate func sums(_ sample: [Double], _ moved: Int) -> DrawSums {
    let total = sample.reduce(into: CompensatedSum()) { $0.add($1) }
    return DrawSums(
      count: sample.count, moved: moved, sums: sums(of: sample),
      estimate: moved == 0 ? total.value / Double(sample.count) : nil)
  }
}
