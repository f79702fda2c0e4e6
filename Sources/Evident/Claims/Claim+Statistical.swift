import Evidence
import MathCore
import Records

// Checks by chance. None takes a seed: draw i of a claim is made from the claim's id, its part and
// the site's salt, so nobody can look for a seed that passes.

extension Claim {
  /// The significance level of a statistical check unless the author says otherwise: the
  /// probability that it rejects what is true. The levels of all checks share the site's budget.
  public static var defaultAlpha: Rational { 1e-6 }

  /// Tests by random draws whether they have a stated mean, the standard deviation being known.
  ///
  /// Catoni's test: the level holds whatever the tails are. A check that would miss the effect in
  /// more than one of a hundred cases is vacuous, and says how many draws would do.
  ///
  /// - Parameters:
  ///   - mean: the stated mean, a formula without variables.
  ///   - deviation: at least the standard deviation; what is tested is both.
  ///   - effect: how far off the mean must be to be seen, `0.2` for 20 % of it or `.absolute(0.1)`;
  ///     the power allows for a deviation that is larger by the same share.
  ///   - alpha: the significance level.
  ///   - draws: how many; unless given, as many as the effect needs, at most 100 000.
  ///   - draw: makes one draw with the random numbers it is handed, and nothing else.
  @discardableResult
  public func statistical(
    mean: Formula, deviation: Formula, detects effect: Effect,
    alpha: Rational = Claim.defaultAlpha, draws: Int? = nil,
    _ draw: @escaping (inout RandomSample) -> Double
  ) -> Claim {
    let terms = terms(effect, alpha, draws)
    return statistical(draw) { () throws(NoStudy) in
      try StatisticalStudy.mean(mean, deviation: deviation, terms)
    }
  }

  /// Tests by random draws whether numbers from a known range have a stated mean.
  ///
  /// A betting test: nothing but the range is assumed. A draw outside of it refutes the claim.
  ///
  /// - Parameters:
  ///   - range: where every draw lies.
  ///   - mean: the stated mean, inside of the range.
  @discardableResult
  public func statistical(
    bounded range: ClosedRange<Double>, mean: Formula, detects effect: Effect,
    alpha: Rational = Claim.defaultAlpha, draws: Int? = nil,
    _ draw: @escaping (inout RandomSample) -> Double
  ) -> Claim {
    let terms = terms(effect, alpha, draws)
    return statistical(draw) { () throws(NoStudy) in
      try StatisticalStudy.bounded(range, mean: mean, terms)
    }
  }

  /// Tests by random draws whether outcomes 0, 1, … have the stated probabilities, each by an exact
  /// binomial test. Sees any law in which one of them is off by the effect.
  ///
  /// - Parameters:
  ///   - probabilities: that of outcome 0, of outcome 1, and so on; they add up to 1.
  ///   - effect: `0.2` is a fifth of *each* probability, however small; `.absolute(0.01)` is one in
  ///     a hundred of all draws.
  @discardableResult
  public func statistical(
    probabilities: [Formula], detects effect: Effect, alpha: Rational = Claim.defaultAlpha,
    draws: Int? = nil, _ draw: @escaping (inout RandomSample) -> Int
  ) -> Claim {
    let terms = terms(effect, alpha, draws)
    return statistical(draw) { () throws(NoStudy) in
      try StatisticalStudy.probabilities(probabilities, terms)
    }
  }

  /// The same, the probabilities given as balls that enclose them: `softmax` of a vector of balls.
  @discardableResult
  public func statistical(
    probabilities: Vector<Ball>, detects effect: Effect, alpha: Rational = Claim.defaultAlpha,
    draws: Int? = nil, _ draw: @escaping (inout RandomSample) -> Int
  ) -> Claim {
    let terms = terms(effect, alpha, draws)
    return statistical(draw) { () throws(NoStudy) in
      try StatisticalStudy.probabilities(
        probabilities.entries, tex: probabilities.map(\.witnessText), terms)
    }
  }

  /// Tests by random draws whether something happens with the stated probability, exactly.
  @discardableResult
  public func statistical(
    probability: Formula, detects effect: Effect, alpha: Rational = Claim.defaultAlpha,
    draws: Int? = nil, _ draw: @escaping (inout RandomSample) -> Bool
  ) -> Claim {
    statistical(
      probabilities: [probability, 1 - probability], detects: effect, alpha: alpha, draws: draws
    ) { draw(&$0) ? 0 : 1 }
  }

  private func terms(_ effect: Effect, _ alpha: Rational, _ draws: Int?) -> StudyTerms {
    guard alpha > 0, alpha < 1 else {
      fatalError("alpha: \(alpha) is not between 0 and 1")
    }
    guard effect.size > 0 else { fatalError("detects: \(effect.size) is no effect to see") }
    let limit = StatisticalStudy<Double>.limit
    if let draws, !(1...limit).contains(draws) {
      fatalError("draws: \(draws) is not between 1 and \(limit)")
    }
    return StudyTerms(level: alpha, effect: effect, draws: draws)
  }

  private func statistical<Draw: Sendable & Equatable>(
    _ draw: @escaping (inout RandomSample) -> Draw,
    _ make: () throws(NoStudy) -> StatisticalStudy<Draw>
  ) -> Claim {
    let stream = seededStream
    do throws(NoStudy) {
      let study = try make()
      return record(
        .subject { other in
          sampler(other, of: Draw.self).map { study.trials(stream: stream, $0)[0] }
        }
      ) { study.finding(stream: stream, draw) }
    } catch {
      return record(.subject { _ in error.finding.trial }) { error.finding }
    }
  }

  /// Names the random numbers of this claim's draws.
  private var seededStream: String { RunSeed.text + "/" + stream }
}

extension Claim {
  /// A sampler that is wrong: the statistical check before, with these draws, must reject it.
  @discardableResult
  public func mutant(
    _ why: String, _ draw: @escaping (inout RandomSample) -> Double
  ) -> Claim { mutant(why, drawing: draw) }

  /// A sampler of outcomes that is wrong.
  @discardableResult
  public func mutant(
    _ why: String, _ draw: @escaping (inout RandomSample) -> Int
  ) -> Claim { mutant(why, drawing: draw) }

  /// A sampler of events that is wrong.
  @discardableResult
  public func mutant(
    _ why: String, _ draw: @escaping (inout RandomSample) -> Bool
  ) -> Claim {
    let outcome: (inout RandomSample) -> Int = { draw(&$0) ? 0 : 1 }
    return mutant(why, drawing: outcome)
  }

  private func mutant<Draw>(
    _ why: String, drawing draw: @escaping (inout RandomSample) -> Draw
  ) -> Claim {
    damaged(why, by: draw) {
      "the mutant \"\(why)\" draws \(Draw.self); the check before it does not"
    }
  }
}

/// A damaged sampler as one of the check's kind. A literal in a closure makes it one of integers,
/// whatever is meant.
private func sampler<Draw>(
  _ other: Any, of kind: Draw.Type
) -> ((inout RandomSample) -> Draw)? {
  if let same = other as? (inout RandomSample) -> Draw { return same }
  guard let integers = other as? (inout RandomSample) -> Int else { return nil }
  let doubles: (inout RandomSample) -> Double = { Double(integers(&$0)) }
  return doubles as? (inout RandomSample) -> Draw
}
