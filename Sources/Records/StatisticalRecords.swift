// What a statistical check says of itself: what it states, how it tests that, and the sums of what
// was drawn. The Ledger derives level, power and verdict from these; nothing here is one.

/// What a statistical check states and how it tests it.
public struct StatisticalDesign: Codable, Sendable, Equatable {
  public enum Family: String, Codable, Sendable {
    /// A mean, the standard deviation being known.
    case mean
    /// A mean of numbers from a known interval.
    case bounded
    /// The probabilities of outcomes 0, 1, ….
    case probabilities
  }
  public var family: Family
  /// The stated mean, or the stated probabilities.
  public var stated: [Enclosure]
  public var deviation: Enclosure?
  /// The two ends of the interval.
  public var range: [Double]?
  /// The significance level α, `p/q`.
  public var level: String
  public var effect: StatedEffect
  /// How many draws one trial makes.
  public var draws: Int
  /// The machine number that stood for the stated mean in the sums.
  public var centre: Double?
  /// The scale of the influence function, or the bets on a larger and on a smaller mean.
  public var scales: [Double]

  public init(
    family: Family, stated: [Enclosure], deviation: Enclosure? = nil, range: [Double]? = nil,
    level: String, effect: StatedEffect, draws: Int, centre: Double? = nil, scales: [Double] = []
  ) {
    self.family = family
    self.stated = stated
    self.deviation = deviation
    self.range = range
    self.level = level
    self.effect = effect
    self.draws = draws
    self.centre = centre
    self.scales = scales
  }
}

/// A real number between two exact rationals `p/q`.
public struct Enclosure: Codable, Sendable, Equatable {
  public var lower: String
  public var upper: String

  public init(lower: String, upper: String) {
    self.lower = lower
    self.upper = upper
  }
}

/// How far off the truth would have to be for the check to see it.
public struct StatedEffect: Codable, Sendable, Equatable {
  /// A share of what is stated, or a distance from it.
  public var isRelative: Bool
  /// `p/q`.
  public var size: String

  public init(isRelative: Bool, size: String) {
    self.isRelative = isRelative
    self.size = size
  }
}

/// The draws of one trial, summed up.
public struct DrawSums: Codable, Sendable, Equatable {
  public var count: Int
  /// −1 or 1: the same draws against a statement moved by the effect. 0: as they are.
  public var moved: Int
  /// How many draws took a random number from those they were handed.
  public var random: Int
  /// A draw that came out otherwise when it was made again from the same random numbers.
  public var unrepeatable: Int?
  /// The two sums that the test of the family looks at; none for outcomes.
  public var sums: [Double]
  /// How often each outcome occurred.
  public var counts: [Int]
  /// What the draws themselves say of the mean, and the ends of its confidence interval at 1 − α.
  public var estimate: Double?
  public var interval: [Double]?

  public init(
    count: Int, moved: Int = 0, random: Int = 0, unrepeatable: Int? = nil, sums: [Double] = [], counts: [Int] = [],
    estimate: Double? = nil, interval: [Double]? = nil
  ) {
    self.count = count
    self.moved = moved
    self.random = random
    self.unrepeatable = unrepeatable
    self.sums = sums
    self.counts = counts
    self.estimate = estimate
    self.interval = interval
  }
}

extension StatisticalDesign {
  var defect: String? {
    if draws < 1 { return "a statistical check without draws" }
    let rationals =
      [level, effect.size]
      + (stated + [deviation].compactMap(\.self)).flatMap {
        [$0.lower, $0.upper]
      }
    if !rationals.allSatisfy(Quantity.isFraction) { return "a rational that is not one" }
    let numbers = scales + (range ?? []) + [centre].compactMap(\.self)
    if !numbers.allSatisfy(\.isFinite) { return "a statistical check with an infinite number" }
    return stated.isEmpty ? "a statistical check that states nothing" : nil
  }
}

extension DrawSums {
  var defect: String? {
    if count < 0 || random < 0 || unrepeatable ?? 0 < 0 || counts.contains(where: { $0 < 0 }) { return "a negative count of draws" }
    if !(-1...1).contains(moved) { return "draws that are moved in no direction" }
    let numbers = sums + (interval ?? []) + [estimate].compactMap(\.self)
    return numbers.allSatisfy(\.isFinite) ? nil : "a sum of draws that is not finite"
  }
}
