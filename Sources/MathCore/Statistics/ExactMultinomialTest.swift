// The exact test of a finite law by going through all outcomes of the whole experiment.

/// Tests stated probabilities of k outcomes by the exact law of their counts in n draws.
///
/// The p-value of counts is the probability of all counts that are at most as probable, as in the
/// exact test of Fisher and of G. H. Freeman, J. H. Halton (1951); for two outcomes it is the
/// two-sided binomial test "by small p-values". All in rationals: level, p-value and power are
/// exact.
///
/// There are C(n + k − 1, k − 1) counts to go through, so this is for small experiments;
/// ``OutcomesTest`` is for all others.
///
/// Assumes: the draws are independent and of one law.
public struct ExactMultinomialTest: Sendable {
  public let probabilities: [Rational]
  public let level: Rational
  public let draws: Int
  /// All counts, each with its probability, the least probable first.
  private let experiments: [(counts: [Int], probability: Rational)]
  /// Counts at most this probable are rejected; `nil` if none are.
  private let rejected: Rational?

  /// So many counts are gone through at most.
  public static let largest = 200_000

  /// How many counts an experiment has; `nil` if they do not fit into a machine word.
  public static func size(outcomes: Int, draws: Int) -> Int? {
    var size = 1
    for step in 1..<Swift.max(outcomes, 1) {
      let (product, overflow) = size.multipliedReportingOverflow(by: draws + step)
      if overflow { return nil }
      size = product / step
    }
    return size
  }

  /// - Precondition: the probabilities are not negative and add up to 1, 0 < `level` < 1, there is
  ///   a draw, and there are at most ``largest`` counts.
  public init(probabilities: [Rational], level: Rational, draws: Int) {
    require(
      probabilities.allSatisfy { $0 >= 0 } && probabilities.reduce(0, +) == 1,
      "\(probabilities) are no probabilities of all outcomes")
    require(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
    require(draws > 0, "a test needs draws")
    let size = Self.size(outcomes: probabilities.count, draws: draws) ?? .max
    require(size <= Self.largest, "\(size) counts are too many to go through")
    self.probabilities = probabilities
    self.level = level
    self.draws = draws
    experiments = Self.all(probabilities, draws).sorted { $0.probability < $1.probability }
    rejected = Self.threshold(experiments.map(\.probability), level)
  }

  /// The largest probability such that all counts at most as probable have at most α together.
  private static func threshold(_ sorted: [Rational], _ level: Rational) -> Rational? {
    var (sum, threshold): (Rational, Rational?) = (0, nil)
    for (index, probability) in sorted.enumerated() {
      sum += probability
      if sum > level { break }
      let isLastOfItsSize = index + 1 == sorted.count || sorted[index + 1] > probability
      if isLastOfItsSize { threshold = probability }
    }
    return threshold
  }

  private static func all(
    _ probabilities: [Rational], _ draws: Int
  ) -> [(counts: [Int], probability: Rational)] {
    var found: [(counts: [Int], probability: Rational)] = []
    /// Extends counts of the first outcomes; `weight` is Π pᵢ^cᵢ/cᵢ! so far.
    func extend(_ counts: [Int], _ left: Int, _ weight: Rational) {
      let outcome = counts.count
      let isLast = outcome == probabilities.count - 1
      for count in (isLast ? left : 0)...left {
        let weight = weight * probabilities[outcome].power(count) / factorial(count)
        if isLast {
          found.append((counts + [count], weight))
        } else {
          extend(counts + [count], left - count, weight)
        }
      }
    }
    extend([], draws, factorial(draws))
    return found
  }

  /// - Precondition: `counts` has an entry for each outcome, and they add up to the draws.
  public func rejects(_ counts: [Int]) -> Bool {
    let probability = probability(of: counts, under: probabilities)
    return probability == 0 || (rejected.map { probability <= $0 } ?? false)
  }

  /// The probability of all counts that are at most as probable as these.
  public func pValue(_ counts: [Int]) -> Rational {
    let probability = probability(of: counts, under: probabilities)
    return experiments.prefix { $0.probability <= probability }.reduce(0) { $0 + $1.probability }
  }

  /// The probability of rejecting under a law, exactly.
  ///
  /// - Precondition: `law` has an entry for each outcome.
  public func power(against law: [Rational]) -> Rational {
    experiments.reduce(0) { sum, experiment in
      let isRejected =
        experiment.probability == 0 || (rejected.map { experiment.probability <= $0 } ?? false)
      return isRejected ? sum + probability(of: experiment.counts, under: law) : sum
    }
  }

  private func probability(of counts: [Int], under law: [Rational]) -> Rational {
    require(
      counts.count == law.count && counts.reduce(0, +) == draws,
      "\(counts) are no counts of \(draws) draws of \(law.count) outcomes")
    return zip(counts, law).reduce(factorial(draws)) { $0 * $1.1.power($1.0) / factorial($1.0) }
  }
}
