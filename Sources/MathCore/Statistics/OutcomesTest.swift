// A test of all probabilities of a finite law at once: an exact binomial test for each outcome.

/// Tests whether independent draws of outcomes 0, 1, …, k − 1 have stated probabilities.
///
/// Each outcome's count is binomial, and gets an exact ``BinomialTest`` at level α/k; the union
/// bound keeps the whole at α. (Of two outcomes one count tells both, and has all of α.) An outcome
/// of probability 0 that occurs is rejected outright.
///
/// Its power is derived for every law in which *some* outcome's probability is off by the effect,
/// whatever the others are: it is that outcome's power. The exact test by enumeration,
/// ``ExactMultinomialTest``, has no such promise: its power depends on all probabilities.
///
/// Assumes: the draws are independent and of one law.
public struct OutcomesTest: Sendable {
  public let probabilities: [Ball]
  public let level: Rational
  public let draws: Int
  /// The outcomes that are tested, each with its test: those whose probability is not 0 or 1.
  public let cells: [(outcome: Int, test: BinomialTest)]

  /// - Precondition: there is an outcome, no probability is certainly negative or above 1, they may
  ///   add up to 1, 0 < `level` < 1, and there is a draw. Where a ball does not tell a probability
  ///   from 0 it must be exactly 0.
  public init(probabilities: [Ball], level: Rational, draws: Int) {
    let total = probabilities.reduce(Ball(0)) { $0 + $1 }
    require(
      !probabilities.isEmpty && total.isFinite && total.contains(1),
      "the probabilities add up to \(total), not to 1")
    self.probabilities = probabilities
    self.level = level
    self.draws = draws
    let tested = OutcomesTest.tested(probabilities)
    let share = level / Rational(Swift.max(tested.count, 1))
    // Equal probabilities, as of a die, share one test.
    var known: [String: BinomialTest] = [:]
    cells = tested.map { outcome in
      let probability = probabilities[outcome]
      let test =
        known[probability.description]
        ?? BinomialTest(probability: probability, level: share, trials: draws)
      known[probability.description] = test
      return (outcome, test)
    }
  }

  /// The outcomes that need a test: not those of probability 0 or 1, and of two only one.
  static func tested(_ probabilities: [Ball]) -> [Int] {
    let open = probabilities.indices.filter { isOpen(probabilities[$0]) }
    return open.count == 2 ? Array(open.prefix(1)) : open
  }

  private static func isOpen(_ probability: Ball) -> Bool {
    if probability.isExact, probability.contains(0) || probability.contains(1) { return false }
    return true
  }

  /// - Precondition: there is a count for each outcome.
  public func rejects(_ counts: [Int]) -> Bool {
    impossible(counts) != nil || cells.contains { $0.test.rejects(counts[$0.outcome]) }
  }

  /// An outcome that occurred although its probability is 0.
  public func impossible(_ counts: [Int]) -> Int? {
    require(counts.count == probabilities.count, "\(counts.count) counts of outcomes")
    return counts.indices.first {
      counts[$0] > 0 && probabilities[$0].isExact && probabilities[$0].contains(0)
    }
  }

  /// The smallest p-value of the cells times their number, and at most 1; and its outcome.
  public func pValue(_ counts: [Int]) -> (value: Ball, outcome: Int)? {
    let values = cells.map { cell in
      (
        value: smaller(Ball(cells.count) * cell.test.pValue(counts[cell.outcome]), Ball(1)),
        outcome: cell.outcome
      )
    }
    return values.min { a, b in a.value.compared(to: b.value) == .less }
  }

  /// The logarithms of two e-values for each tested outcome: against its being more, and being less
  /// probable than stated, by bets that serve to see the effect. Their average is an e-value.
  public func logEvidence(_ counts: [Int], against effect: Effect) -> [Double] {
    cells.flatMap { cell -> [Double] in
      let stated = cell.test.probability
      guard let lower = stated.lower, let upper = stated.upper else { return [0, 0] }
      let centre = Double((lower + upper) / 2)
      let shift = Double(effect.shift(of: stated).midpoint)
      let bets = BoundedMeanTest.bets(
        toSee: shift, range: 0...1, centre: centre, level: Double(cell.test.level), draws: draws)
      let error = KnownDeviationTest.error(of: centre, from: lower, to: upper)
      guard BoundedMeanTest.isSound(0...1, centre, error, bets) else { return [0, 0] }
      let test = BoundedMeanTest(
        range: 0...1, centre: centre, error: error, level: Double(cell.test.level), draws: draws,
        bets: bets)
      let successes = Double(counts[cell.outcome])
      let sums = zip(test.winnings(of: 1), test.winnings(of: 0)).map { won, lost in
        successes * won + (Double(draws) - successes) * lost
      }
      return test.logEvidence(sums)
    }
  }

  /// The tests of the laws in which one outcome's probability is off by the effect, upward or
  /// downward: the same counts should reject each of them.
  public func moved(by effect: Effect, up: Bool) -> [(outcome: Int, test: BinomialTest)] {
    cells.compactMap { cell in
      let stated = cell.test.probability
      let moved = effect.alternatives(to: stated).first {
        $0.compared(to: stated) == (up ? .greater : .less)
      }
      return moved.map {
        (cell.outcome, BinomialTest(probability: $0, level: cell.test.level, trials: draws))
      }
    }
  }

  /// At least this is the probability of rejecting any law in which one outcome's probability is
  /// off by the effect, in a direction in which it can be; `nil` if none can be.
  public func power(against effect: Effect) -> Ball? {
    let powers = cells.flatMap { cell in
      effect.alternatives(to: cell.test.probability).map { cell.test.power(against: $0) }
    }
    return powers.dropFirst().reduce(powers.first) { least, next in
      least.map { smaller($0, next) }
    }
  }
}

extension Effect {
  /// The probabilities that a probability moves to: up and down, as far as they are probabilities.
  public func alternatives(to probability: Ball) -> [Ball] {
    let shift = shift(of: probability)
    return [probability - shift, probability + shift].filter { moved in
      moved.isCertainlyNonNegative && (Ball(1) - moved).isCertainlyNonNegative
    }
  }
}
