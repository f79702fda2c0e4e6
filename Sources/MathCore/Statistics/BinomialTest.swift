// The exact test of a stated probability, by tails that are enclosed, never rounded.

/// Tests whether independent trials succeed with a stated probability: two-sided, by both tails.
///
/// Rejects when there are at least `upper` or at most `lower` successes, the nearest numbers whose
/// tails are each certainly at most α/2. The level is therefore kept exactly, for every number of
/// trials, and the power is a sum of tails too: nothing is approximated or simulated.
///
/// Of the several two-sided tests this is the one that belongs to the interval of C. J. Clopper and
/// E. S. Pearson (1934); the p-value is twice the smaller tail.
///
/// Assumes: the trials are independent and succeed with one and the same probability.
public struct BinomialTest: Sendable {
  /// p, enclosed.
  public let probability: Ball
  /// α.
  public let level: Rational
  /// n.
  public let trials: Int
  /// So many successes or fewer are rejected; −1 if none are few enough.
  public let lower: Int
  /// So many successes or more are rejected; n + 1 if none are many enough.
  public let upper: Int

  /// Of a probability that is exactly 0 a single success is rejected, of 1 a single failure.
  ///
  /// - Precondition: `probability` lies certainly between 0 and 1, 0 < `level` < 1 and there is a
  ///   trial.
  public init(probability: Ball, level: Rational, trials: Int) {
    let other = Ball(1) - probability
    require(
      probability.isCertainlyNonNegative && other.isCertainlyNonNegative,
      "the probability \(probability) is not certainly between 0 and 1")
    require(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
    require(trials > 0, "a test needs trials")
    self.probability = probability
    self.level = level
    self.trials = trials
    let half = Ball(level / 2, precision: Self.bits)
    upper = Self.firstRare(of: trials, probability.withPrecision(Self.bits), half)
    lower = trials - Self.firstRare(of: trials, other.withPrecision(Self.bits), half)
  }

  /// Enough to tell tails of neighbouring counts apart: they differ by far more than the error.
  private static let bits = 64

  /// The smallest number of successes whose upper tail is certainly at most `bound`.
  private static func firstRare(of trials: Int, _ probability: Ball, _ bound: Ball) -> Int {
    var (low, high) = (0, trials + 1)  // The tail of 0 is 1, that of n + 1 is 0.
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let tail = binomialUpperTail(middle, of: trials, probability: probability)
      if tail.isCertainlyAtMost(bound) { high = middle } else { low = middle }
    }
    return high
  }

  public func rejects(_ successes: Int) -> Bool { successes <= lower || successes >= upper }

  /// Twice the smaller tail, and at most 1.
  public func pValue(_ successes: Int) -> Ball {
    let tails = smaller(
      binomialLowerTail(successes, of: trials, probability: probability),
      binomialUpperTail(successes, of: trials, probability: probability))
    return smaller(Ball(2) * tails, Ball(1))
  }

  /// The probability of rejecting when successes have this probability, enclosed.
  public func power(against probability: Ball) -> Ball {
    let probability = probability.withPrecision(Self.bits)
    return binomialLowerTail(lower, of: trials, probability: probability)
      + binomialUpperTail(upper, of: trials, probability: probability)
  }

  /// The smallest shift of the probability that is seen with this power on either side where it is
  /// possible, within 2⁻⁴⁰; `nil` if none is.
  public func detectableShift(power: Rational) -> Double? {
    guard let least = probability.lower, let most = probability.upper else { return nil }
    let wanted = Ball(power)
    func isSeen(_ shift: Rational) -> Bool {
      let means = [least - shift, most + shift].filter { (0...1).contains($0) }
      return !means.isEmpty
        && means.allSatisfy { wanted.isCertainlyAtMost(self.power(against: Ball($0))) }
    }
    var (low, high): (Rational, Rational) = (0, Swift.max(least, 1 - most))
    guard isSeen(high) else { return nil }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      (low, high) = isSeen(middle) ? (low, middle) : (middle, high)
    }
    return Double(high)
  }
}
