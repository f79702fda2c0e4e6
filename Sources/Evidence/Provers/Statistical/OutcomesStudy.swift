import MathCore
import Records

extension StatisticalStudy where Draw == Int {
  /// A study of the probabilities of outcomes 0, 1, …: an exact binomial test for each.
  package static func probabilities(
    _ stated: [Ball], tex: [String], _ terms: StudyTerms
  ) throws(NoStudy) -> StatisticalStudy {
    guard (1...mostOutcomes).contains(stated.count) else {
      throw NoStudy(reason: "\(stated.count) outcomes; a check takes 1 to \(mostOutcomes)")
    }
    let enclosures = stated.compactMap { Enclosure($0) }
    let total = stated.reduce(Ball(0)) { $0 + $1 }
    guard enclosures.count == stated.count, total.contains(1) else {
      throw NoStudy(reason: "the stated probabilities add up to \(total), not to 1")
    }
    guard stated.allSatisfy({ !$0.isCertainlyNegative }) else {
      throw NoStudy(reason: "a stated probability is negative")
    }
    let design = StatisticalDesign(
      family: .probabilities, stated: enclosures, level: "\(terms.level)",
      effect: terms.statedEffect,
      draws: terms.draws(
        needed: OutcomesTest.drawsEnough(
          probabilities: stated, level: terms.level, effect: terms.effect,
          power: StudyTerms.power)))
    let count = stated.count
    return StatisticalStudy(
      method: count <= 2
        ? "the exact binomial test" : "exact binomial tests of \(count) outcomes",
      statement: tex.enumerated().map { "\\mathbb{P}(X = \($0)) = \($1)" }
        .joined(separator: ",\\quad "),
      design: design,
      objection: { draw in
        (0..<count).contains(draw) ? nil : (left: "\(draw)", right: "{0, …, \(count - 1)}")
      },
      sums: { sample, moved in
        var counts = [Int](repeating: 0, count: count)
        for outcome in sample { counts[outcome] += 1 }
        return DrawSums(count: sample.count, moved: moved, counts: counts)
      })
  }

  /// A page cannot show more, and level and time would be cut too thin.
  package static var mostOutcomes: Int { 1000 }
}

extension StatisticalStudy where Draw == Int {
  /// As above, the probabilities given as formulas.
  package static func probabilities(
    _ formulas: [Formula], _ terms: StudyTerms
  ) throws(NoStudy) -> StatisticalStudy {
    var balls: [Ball] = []
    for formula in formulas { balls.append(try formula.number("a probability").ball) }
    return try probabilities(balls, tex: formulas.map(\.tex), terms)
  }
}
