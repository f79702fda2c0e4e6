// The promises of the tests, counted: how often a true statement is rejected, and how often a
// false one is seen. Deterministic; the counts that are allowed come from binomial tails, so that
// an honest test would leave them once in a thousand million seeds.

import MathCore
import Testing

@Suite("False alarms and power, counted")
struct RepetitionTests {
  private static let repetitions = 400
  private static let level = 0.02
  private static let power = 0.99
  private static let rare = Ball(Rational(1, 1_000_000_000))

  /// More false alarms than this have probability below 10⁻⁹ at the stated level.
  private static let mostAlarms: Int = {
    (0...repetitions).first { count in
      binomialUpperTail(count + 1, of: repetitions, probability: Ball(exactly: level))
        .isCertainlyAtMost(rare)
    } ?? repetitions
  }()

  /// Fewer biases seen than this have probability below 10⁻⁹ at the stated power.
  private static let fewestSeen: Int = {
    (0...repetitions).last { count in
      binomialLowerTail(count - 1, of: repetitions, probability: Ball(exactly: power))
        .isCertainlyAtMost(rare)
    } ?? 0
  }()

  /// How many repetitions reject what one repetition draws.
  private func rejections(
    _ name: String, _ draws: Int, _ draw: (inout RandomSample) -> Double,
    _ rejects: ([Double]) -> Bool
  ) -> Int {
    (0..<Self.repetitions).count { repetition in
      let source = RandomSource("\(name) \(repetition)")
      return rejects(
        (0..<draws).map { index in
          var sample = source.sample(UInt64(index))
          return draw(&sample)
        })
    }
  }

  @Test("the allowed counts are those of the tails")
  func allowed() {
    #expect(Self.mostAlarms == 30)
    #expect(Self.fewestSeen == 379)
  }

  private func knownDeviation(_ name: String, _ draw: @escaping (inout RandomSample) -> Double) {
    let deviation = 1.0
    let scale = KnownDeviationTest.scale(toSee: 0.5, deviation: deviation, shifted: 1.5)
    let one = KnownDeviationTest(
      centre: 1, deviation: deviation, level: Self.level, draws: 1, scale: scale)
    let draws = one.drawsNeeded(toSee: 0.5, deviation: 1.5, power: Self.power) ?? 0
    let test = KnownDeviationTest(
      centre: 1, deviation: deviation, level: Self.level, draws: Int(draws), scale: scale)
    func rejects(_ sample: [Double]) -> Bool {
      test.rejects(test.sums(of: sample))
    }
    #expect(rejections("\(name) true", Int(draws), draw, rejects) <= Self.mostAlarms)
    for factor in [0.5, 1.5] {
      let seen = rejections("\(name) \(factor)", Int(draws), { factor * draw(&$0) }, rejects)
      #expect(seen >= Self.fewestSeen, "\(name) times \(factor): \(seen)")
    }
  }

  @Test("known deviation, exponential draws of mean and deviation 1")
  func exponential() { knownDeviation("exponential") { $0.exponential() } }

  @Test("known deviation, lognormal draws of mean and deviation 1")
  func lognormal() {
    // log(1 + 1) is the variance of the logarithm.
    let variance = log(2.0)
    knownDeviation("lognormal") { exp(variance.squareRoot() * $0.normal() - variance / 2) }
  }

  @Test("known deviation, one draw in two thousand carries the mean: no false alarms")
  func rare() {
    // Mean 1 and deviation about 44.7; the average of 500 draws is 0 most of the time.
    let share = 1.0 / 2000
    let scale = KnownDeviationTest.scale(toSee: 1, deviation: 44.8, shifted: 89.6)
    let test = KnownDeviationTest(
      centre: 1, deviation: 44.8, level: Self.level, draws: 500, scale: scale)
    let alarms = rejections("rare", 500, { $0.uniform() < share ? 2000 : 0 }) { sample in
      test.rejects(test.sums(of: sample))
    }
    #expect(alarms <= Self.mostAlarms)
  }

  @Test("bounded means, for draws on the ends and in the middle")
  func bounded() {
    let shift = 0.15
    let draws = BoundedMeanTest.drawsEnough(
      toSee: shift, range: 0...1, centre: 0.4, error: 0, level: Self.level, power: Self.power)
    let count = Int(draws ?? 0)
    let bets = BoundedMeanTest.bets(
      toSee: shift, range: 0...1, centre: 0.4, level: Self.level, draws: count)
    let test = BoundedMeanTest(
      range: 0...1, centre: 0.4, level: Self.level, draws: count, bets: bets)
    func rejects(_ sample: [Double]) -> Bool { test.rejects(test.sums(of: sample)) }
    for (name, law) in [
      ("ends", { (mean: Double, u: Double) in u < mean ? 1.0 : 0 }),
      ("middle", { (mean: Double, u: Double) in mean + 0.4 * (u - 0.5) }),
    ] {
      let alarms = rejections("\(name) true", count, { law(0.4, $0.uniform()) }, rejects)
      #expect(alarms <= Self.mostAlarms, "\(name): \(alarms)")
      for mean in [0.25, 0.55] {
        let seen = rejections("\(name) \(mean)", count, { law(mean, $0.uniform()) }, rejects)
        #expect(seen >= Self.fewestSeen, "\(name) with mean \(mean): \(seen)")
      }
    }
  }

  @Test("outcomes, each of three off by 30 %")
  func outcomes() {
    let law = [0.5, 0.3, 0.2]
    let needed = law.flatMap { p in
      [0.7 * p, 1.3 * p].map { truth in
        BinomialTest.trialsEnough(
          toSee: truth, insteadOf: p, level: Self.level / 3, power: Self.power)
      }
    }
    let count = Int(needed.max() ?? 0)
    let test = OutcomesTest(
      probabilities: law.map { Ball(Rational(floatLiteral: $0)) },
      level: Rational(floatLiteral: Self.level), draws: count)
    func rejects(_ sample: [Double]) -> Bool {
      test.rejects((0..<3).map { outcome in sample.count { $0 == Double(outcome) } })
    }
    func outcome(_ law: [Double], _ u: Double) -> Double {
      u < law[0] ? 0 : u < law[0] + law[1] ? 1 : 2
    }
    let alarms = rejections("outcomes true", count, { outcome(law, $0.uniform()) }, rejects)
    #expect(alarms <= Self.mostAlarms)
    for other in [[0.65, 0.2, 0.15], [0.5, 0.21, 0.29], [0.54, 0.32, 0.14]] {
      let seen = rejections(
        "outcomes \(other)", count, { outcome(other, $0.uniform()) }, rejects)
      #expect(seen >= Self.fewestSeen, "\(other): \(seen)")
    }
  }
}
