// A test of a stated mean that stays within its level whatever the tails, given the deviation.

/// Tests whether independent draws have a stated mean and at most a stated standard deviation.
///
/// With S = Σ ψ(λ(Xᵢ − μ)) and ψ from ``catoniInfluence(_:)``, E exp(±S) ≤ h(λ)ⁿ holds for every
/// law with that mean and deviation, h(λ) = 1 + λ²σ²/2. So exp(±S)/hⁿ are e-values: their
/// expectation is at most 1. A third one bets that the deviation is larger than stated: the mean over
/// several γ of Π (1 + γ(Yᵢ − 1)) with Yᵢ = ((Xᵢ − μ)/σ)². Large γ see a deviation that is larger
/// throughout, small ones see rare draws from far out. The test rejects when the average of the
/// three reaches 1/α; by Markov's inequality that happens with probability at most α, for every n.
/// A z-test has no such bound: with heavy tails it cries wolf.
///
/// Its power is derived the same way: where the mean is off by Δ and the deviation at most σ₁,
/// E exp(−S) ≤ g(λ)ⁿ with g(λ) = 1 − λΔ + λ²(σ₁² + Δ²)/2, so it fails to reject with probability at
/// most (3/α)·(g·h)ⁿ.
///
/// Assumes: the draws are independent and of one law. The stated deviation is part of what is
/// tested; one that is too large in a rare tail stays unseen, like everything there, and then the
/// power is less than derived. Without a bound on the deviation no test of a mean exists
/// (R. R. Bahadur, L. J. Savage, 1956).
///
/// Source: O. Catoni, 2012 (see ``catoniInfluence(_:)``); as e-values: H. Wang, A. Ramdas,
/// "Catoni-style confidence sequences for heavy-tailed mean estimation", 2023.
public struct KnownDeviationTest: Sendable, Equatable {
  /// The machine number that is taken for the stated mean, and how far from it that may be.
  public let centre: Double
  public let error: Double
  /// σ, in the unit of the draws.
  public let deviation: Double
  /// α.
  public let level: Double
  /// n.
  public let draws: Int
  /// λ, in one over the unit of the draws.
  public let scale: Double

  /// - Precondition: ``isSound(centre:error:deviation:level:draws:scale:)``.
  public init(
    centre: Double, error: Double = 0, deviation: Double, level: Double, draws: Int, scale: Double
  ) {
    require(
      Self.isSound(
        centre: centre, error: error, deviation: deviation, level: level, draws: draws,
        scale: scale),
      "mean \(centre) ± \(error), deviation \(deviation), level \(level), \(draws) draws and "
        + "scale \(scale) make no test")
    self.centre = centre
    self.error = error
    self.deviation = deviation
    self.level = level
    self.draws = draws
    self.scale = scale
  }

  /// Whether these numbers make a test: `deviation`, `scale` and `draws` positive, `error` not
  /// negative, all finite, and 0 < `level` < 1.
  public static func isSound(
    centre: Double, error: Double, deviation: Double, level: Double, draws: Int, scale: Double
  ) -> Bool {
    centre.isFinite && error >= 0 && error.isFinite && deviation > 0 && deviation.isFinite
      && level > 0 && level < 1 && draws > 0 && scale > 0 && scale.isFinite
  }

  /// At least the distance of `centre` from every number between the two, as a machine number.
  public static func error(of centre: Double, from lower: Rational, to upper: Rational) -> Double {
    guard let exact = Rational(exactly: centre) else { return .infinity }
    let distance = Swift.max((exact - lower).magnitude, (upper - exact).magnitude)
    let nearest = Double(distance)
    return nearest == 0 ? (distance == 0 ? 0 : .leastNonzeroMagnitude) : nearest.nextUp
  }

  /// The λ that serves best to see a mean that is off by `shift` while the deviation is `shifted`:
  /// it makes g·h smallest, up to terms of higher order.
  public static func scale(
    toSee shift: Double, deviation: Double, shifted: Double
  ) -> Double { shift / (deviation * deviation + shifted * shifted) }

  /// The γ: so much is staked on the deviation's being larger.
  private static let stakes = [0.5, 0.1, 0.02, 0.005, 0.001]
  /// How many e-values are averaged.
  private static let ways = 3.0
  /// How many sums the test looks at.
  public static let sumCount = 1 + stakes.count

  /// What the test looks at: the sums over the draws of ψ(λ(x − μ)), and of log(1 + γ(y − 1)) for
  /// each γ.
  public func sums(of sample: [Double]) -> [Double] {
    var influence = CompensatedSum()
    var spreads = Self.stakes.map { _ in CompensatedSum() }
    for draw in sample {
      influence.add(catoniInfluence(scale * (draw - centre)))
      let ratio = (draw - centre) / deviation
      // Beyond 1e150 the square overflows; a deviation is then refuted as well without it.
      let square = Swift.min(ratio.magnitude, 1e150) * Swift.min(ratio.magnitude, 1e150)
      for (index, stake) in Self.stakes.enumerated() {
        spreads[index].add(machineLog1Plus(stake * (square - 1)))
      }
    }
    return [influence.value] + spreads.map(\.value)
  }

  /// log h(λ), with the error of the centre taken in.
  private var logGrowth: Double {
    let square = deviation * deviation + error * error
    return machineLog1Plus(scale * error + scale * scale * square / 2)
  }

  /// The logarithms of the e-values against the mean being larger and being smaller than stated,
  /// and against the deviation being larger.
  ///
  /// - Precondition: `sums` are ``sums(of:)``, ``sumCount`` numbers.
  public func logEvidence(_ sums: [Double]) -> [Double] {
    require(
      sums.count == Self.sumCount, "\(sums.count) sums for a test that looks at \(Self.sumCount)")
    let growth = Double(draws) * logGrowth
    // Where the centre is not the mean, the squares are larger by the square of its error.
    let excess = error / deviation
    let bets = zip(sums.dropFirst(), Self.stakes).map { sum, stake in
      sum - Double(draws) * machineLog1Plus(stake * excess * excess)
    }
    return [sums[0] - growth, -sums[0] - growth, logMean(bets)]
  }

  public func rejects(_ sums: [Double]) -> Bool {
    logMean(logEvidence(sums)) >= -machineLog(level)
  }

  /// A bound on the probability of what was seen, or anything stranger, if all is as stated.
  public func pValue(_ sums: [Double]) -> Double {
    Swift.min(1, machineExp(-logMean(logEvidence(sums))))
  }

  /// At least this is the probability of rejecting when the mean is off by `shift`, on either
  /// side, and the deviation at most `shifted`.
  public func power(against shift: Double, deviation shifted: Double) -> Double {
    let missing = machineLog(Self.ways / level) + Double(draws) * logMissing(shift, shifted)
    return missing < 0 ? -machineExpMinus1(missing) : 0
  }

  /// log(g·h): each draw takes so much from the logarithm of the probability of missing the shift.
  private func logMissing(_ shift: Double, _ shifted: Double) -> Double {
    let (least, most) = (shift - error, shift + error)
    let bend = scale * scale * (shifted * shifted + most * most) / 2
    return machineLog1Plus(-scale * least + bend) + logGrowth
  }

  /// So many draws give the power; `nil` if no number does.
  public func drawsNeeded(
    toSee shift: Double, deviation shifted: Double, power: Double
  ) -> Double? {
    let gain = -logMissing(shift, shifted)
    guard gain > 0 else { return nil }
    return ((machineLog(Self.ways / level) - machineLog1Plus(-power)) / gain).rounded(.up)
  }

  /// The smallest shift seen with this power, the deviation staying as it is; `nil` if none is.
  public func detectableShift(power: Double) -> Double? {
    // g falls until the shift is 1/λ.
    var (low, high) = (0.0, 1 / scale)
    guard self.power(against: high, deviation: deviation) >= power else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let isSeen = self.power(against: middle, deviation: deviation) >= power
      (low, high) = isSeen ? (low, middle) : (middle, high)
    }
    return high
  }

  /// All means that the draws do not reject at this level, whatever their deviation: a confidence
  /// interval for the mean.
  ///
  /// - Precondition: there are as many draws as the test says, all finite.
  public func interval(_ sample: [Double]) -> ClosedRange<Double> {
    require(sample.count == draws, "\(sample.count) draws for a test of \(draws)")
    // |S| < acosh(3/2·hⁿ/α), written so that it need not be a machine number.
    let target = Double(draws) * logGrowth + machineLog(Self.ways / 2 / level)
    let reach = target + machineLog1Plus((-machineExpMinus1(-2 * target)).squareRoot())
    return catoniRoot(
      sample, scale: scale, target: reach)...catoniRoot(sample, scale: scale, target: -reach)
  }
}

/// log of the mean of e^x over the list, without overflow.
///
/// - Precondition: the list is not empty.
package func logMean(_ logs: [Double]) -> Double {
  require(!logs.isEmpty, "the mean of nothing")
  let largest = logs.reduce(logs[0]) { Swift.max($0, $1) }
  guard largest.isFinite else { return largest }
  let sum = logs.reduce(0) { $0 + machineExp($1 - largest) }
  return largest + machineLog(sum / Double(logs.count))
}
