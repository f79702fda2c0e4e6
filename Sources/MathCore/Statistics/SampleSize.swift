// How many draws are enough, before any is made: from the level, the effect and the wanted power.

extension BinomialTest {
  /// So many trials are enough for a test at this level to see `truth` in place of `stated` with
  /// this power; infinite if the two are equal.
  ///
  /// By H. Chernoff's bounds (1952): for every t between the two, the stated law puts at most
  /// exp(−n·KL(t, stated)) beyond n·t, and the true one at most exp(−n·KL(t, truth)) before it. The
  /// t that serves best is found by bisection. Sufficient, not necessary: the exact tails are
  /// smaller.
  ///
  /// - Precondition: `stated` and `truth` are probabilities, `stated` not 0 or 1.
  public static func trialsEnough(
    toSee truth: Double, insteadOf stated: Double, level: Double, power: Double
  ) -> Double {
    require(stated > 0 && stated < 1, "the probability \(stated) is not between 0 and 1")
    require((0...1).contains(truth), "\(truth) is no probability")
    guard truth != stated else { return .infinity }
    let (rare, missed) = (machineLog(2 / level), -machineLog1Plus(-power))
    // A certain truth shows in every trial.
    if truth == 0 || truth == 1 { return (rare / divergence(truth, stated)).rounded(.up) }
    var (near, far) = (stated, truth)
    func needed(_ t: Double) -> (falseAlarm: Double, miss: Double) {
      (rare / divergence(t, stated), missed / divergence(t, truth))
    }
    for _ in 0..<60 {
      let middle = (near + far) / 2
      let need = needed(middle)
      if need.falseAlarm > need.miss { near = middle } else { far = middle }
    }
    let need = needed((near + far) / 2)
    return Swift.max(need.falseAlarm, need.miss).rounded(.up)
  }

  /// The divergence of Bernoulli laws, KL(t, p), in nats.
  private static func divergence(_ t: Double, _ p: Double) -> Double {
    func term(_ a: Double, _ b: Double) -> Double { a == 0 ? 0 : a * machineLog(a / b) }
    return term(t, p) + term(1 - t, 1 - p)
  }
}

extension BoundedMeanTest {
  /// So many draws are enough for this test, with bets made for them, to see a mean that is off by
  /// `shift` on either side where it is possible; `nil` if it is possible on neither.
  public static func drawsEnough(
    toSee shift: Double, range: ClosedRange<Double>, centre: Double, error: Double,
    level: Double, power: Double
  ) -> Double? {
    let means = [centre - shift, centre + shift].filter(range.contains)
    guard !means.isEmpty, shift > 0 else { return nil }
    func isEnough(_ draws: Int) -> Bool {
      let bets = bets(
        toSee: shift, range: range, centre: centre, level: level, draws: draws)
      let test = BoundedMeanTest(
        range: range, centre: centre, error: error, level: level, draws: draws, bets: bets)
      return means.allSatisfy { test.power(against: $0) >= power }
    }
    var high = 1
    while !isEnough(high) {
      if high >= 1 << 60 { return .infinity }
      high *= 2
    }
    var low = high / 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return Double(high)
  }
}

extension OutcomesTest {
  /// So many draws are enough to see the effect in every outcome where it is possible, and to see
  /// the stated probability in place of one that is off by it; `nil` where none is possible.
  public static func drawsEnough(
    probabilities: [Ball], level: Rational, effect: Effect, power: Double
  ) -> Double? {
    let tested = tested(probabilities)
    let share = Double(level) / Double(Swift.max(tested.count, 1))
    let needed = tested.flatMap { outcome -> [Double] in
      let stated = Double(probabilities[outcome].midpoint)
      guard stated > 0, stated < 1 else { return [.infinity] }
      return effect.alternatives(to: probabilities[outcome]).flatMap { alternative in
        let truth = Swift.min(Swift.max(Double(alternative.midpoint), 0), 1)
        let forth = BinomialTest.trialsEnough(
          toSee: truth, insteadOf: stated, level: share, power: power)
        let isOpen = truth > 0 && truth < 1
        let back =
          isOpen
          ? BinomialTest.trialsEnough(
            toSee: stated, insteadOf: truth, level: share, power: power) : 0
        return [forth, back]
      }
    }
    return needed.max()
  }
}
