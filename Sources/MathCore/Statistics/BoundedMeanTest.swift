// A test of a stated mean for draws that lie between two known numbers, and nothing else known.

/// Tests whether independent draws from an interval [a, b] have a stated mean, by betting.
///
/// Whoever stakes a share λ of a capital of 1 on each draw, at fair odds if the mean is μ, ends
/// with Π (1 + λ(Xᵢ − μ)): an e-value. The test bets on a larger and on a smaller mean, and rejects
/// when the average of the two capitals reaches 1/α: with probability at most α if the mean is μ,
/// whatever the law, and at whatever moment one stops (Ville's inequality).
///
/// Its power is derived: 1/(1 + λ(x − μ))^θ is convex in x, so among all laws on [a, b] with mean
/// μ₁ its expectation is largest for the one on the two ends. With that expectation r(θ), the test
/// misses μ₁ with probability at most min over θ > 0 of (2/α)^θ·r(θ)ⁿ.
///
/// Assumes: the draws are independent and lie in [a, b].
///
/// Source: I. Waudby-Smith, A. Ramdas, "Estimating means of bounded random variables by betting",
/// JRSS B 86 (2024), with constant bets.
public struct BoundedMeanTest: Sendable, Equatable {
  public let range: ClosedRange<Double>
  /// The machine number that is taken for the stated mean, and how far from it that may be.
  public let centre: Double
  public let error: Double
  /// α.
  public let level: Double
  /// n.
  public let draws: Int
  /// The bets on a larger and on a smaller mean, in one over the unit of the draws; both positive.
  public let bets: [Double]

  /// - Precondition: the mean lies inside the range, neither bet can lose the whole capital, and
  ///   0 < `level` < 1.
  public init(
    range: ClosedRange<Double>, centre: Double, error: Double = 0, level: Double, draws: Int,
    bets: [Double]
  ) {
    require(
      BoundedMeanTest.isSound(range, centre, error, bets),
      "bets of \(bets) on draws from \(range) with mean \(centre) ± \(error)")
    require(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
    require(draws > 0, "a test needs draws")
    self.range = range
    self.centre = centre
    self.error = error
    self.level = level
    self.draws = draws
    self.bets = bets
  }

  /// Whether these numbers make a test.
  public static func isSound(
    _ range: ClosedRange<Double>, _ centre: Double, _ error: Double, _ bets: [Double]
  ) -> Bool {
    range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < centre
      && centre < range.upperBound && error >= 0 && error.isFinite && bets.count == 2
      && bets.allSatisfy { $0 > 0 && $0.isFinite }
      && 1 + bets[0] * (range.lowerBound - centre) > 0
      && 1 + bets[1] * (centre - range.upperBound) > 0
  }

  /// Bets that serve to see means that are off by `shift`.
  ///
  /// The bet that grows fastest against the worst law would be (p₁ − p)/(p(1 − p)), where p and p₁
  /// are the stated and the true mean as shares of the range; less is staked when the draws are so
  /// many that caution pays.
  public static func bets(
    toSee shift: Double, range: ClosedRange<Double>, centre: Double, level: Double, draws: Int
  ) -> [Double] {
    let width = range.upperBound - range.lowerBound
    func bet(_ p: Double) -> Double {
      // A mean beyond the range is impossible: bet on one halfway to its end.
      let target = Swift.min(p + shift / width, (p + 1) / 2)
      let spread = p * (1 - p)
      let cautious = (2 * machineLog(2 / level) / (Double(draws) * spread)).squareRoot()
      return Swift.min((target - p) / spread, cautious) / width
    }
    let p = (centre - range.lowerBound) / width
    return [bet(p), bet(1 - p)]
  }

  /// The test of a mean that lies `shift` from the stated one, with bets to see the stated one: the
  /// same draws should reject it. `nil` when such a mean is not inside of the range, or so near to
  /// an end that no bet can be made on it.
  public static func moved(
    by shift: Double, range: ClosedRange<Double>, centre: Double, error: Double, effect: Double,
    level: Double, draws: Int
  ) -> BoundedMeanTest? {
    let moved = centre + shift
    guard range.lowerBound < moved, moved < range.upperBound, effect > 0, level > 0, level < 1,
      draws > 0
    else { return nil }
    let bets = bets(toSee: effect, range: range, centre: moved, level: level, draws: draws)
    guard isSound(range, moved, error, bets) else { return nil }
    return BoundedMeanTest(
      range: range, centre: moved, error: error, level: level, draws: draws, bets: bets)
  }

  /// What the test looks at: the sums over the draws of both ``winnings(of:)``.
  public func sums(of sample: [Double]) -> [Double] {
    var (up, down) = (CompensatedSum(), CompensatedSum())
    for draw in sample {
      let won = winnings(of: draw)
      up.add(won[0])
      down.add(won[1])
    }
    return [up.value, down.value]
  }

  /// log(1 + λ(x − μ)) and log(1 − λ′(x − μ)).
  public func winnings(of draw: Double) -> [Double] {
    [
      machineLog1Plus(bets[0] * (draw - centre)), machineLog1Plus(bets[1] * (centre - draw)),
    ]
  }

  /// The logarithms of the e-values against the mean being larger and being smaller than stated.
  public func logEvidence(_ sums: [Double]) -> [Double] {
    zip(sums, bets).map { $0 - Double(draws) * machineLog1Plus($1 * error) }
  }

  public func rejects(_ sums: [Double]) -> Bool {
    logMean(logEvidence(sums)) >= -machineLog(level)
  }

  /// A bound on the probability of what was seen, or anything stranger, if all is as stated.
  public func pValue(_ sums: [Double]) -> Double {
    Swift.min(1, machineExp(-logMean(logEvidence(sums))))
  }

  /// At least this is the probability of rejecting when the mean is `mean`, whatever the law.
  ///
  /// - Precondition: `mean` lies in the range.
  public func power(against mean: Double) -> Double {
    require(range.contains(mean), "a mean of \(mean) for draws from \(range)")
    guard mean != centre else { return 0 }
    let (bet, sign) = mean > centre ? (bets[0], 1.0) : (bets[1], -1.0)
    let share = (mean - range.lowerBound) / (range.upperBound - range.lowerBound)
    let ends = [(share, range.upperBound), (1 - share, range.lowerBound)].map {
      (weight: $0, growth: machineLog1Plus(bet * sign * ($1 - centre)))
    }
    let paid = Double(draws) * machineLog1Plus(bet * error)
    func logMiss(_ theta: Double) -> Double {
      let expectation = ends.reduce(0) { $0 + $1.weight * machineExp(-theta * $1.growth) }
      return theta * (machineLog(2 / level) + paid) + Double(draws) * machineLog(expectation)
    }
    let missing = smallest(logMiss)
    return missing < 0 ? -machineExpMinus1(missing) : 0
  }

  /// The smallest shift that is seen with this power on either side where it is possible; `nil` if
  /// none is.
  public func detectableShift(power: Double) -> Double? {
    let room = Swift.max(range.upperBound - centre, centre - range.lowerBound)
    func isSeen(_ shift: Double) -> Bool {
      let means = [centre - shift, centre + shift].filter(range.contains)
      return !means.isEmpty && means.allSatisfy { self.power(against: $0) >= power }
    }
    var (low, high) = (0.0, room)
    guard isSeen(high) else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      (low, high) = isSeen(middle) ? (low, middle) : (middle, high)
    }
    return high
  }

  /// The smallest value of a convex function of θ > 0, nearly: any θ gives a bound.
  private func smallest(_ value: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while high < 64, value(2 * high) < value(high) { high *= 2 }
    high *= 2
    for _ in 0..<60 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      (low, high) = value(a) < value(b) ? (low, b) : (a, high)
    }
    return value((low + high) / 2)
  }
}
