// Tests of means: literals from mpmath at 40 digits, and the inequalities that they rest on.

import MathCore
import Testing

@Suite("Tests of means")
struct MeanTests {
  @Test("ψ has the values of its formula, and no overflow")
  func influence() {
    #expect(catoniInfluence(0) == 0)
    expectClose(catoniInfluence(0.5), 0.4855078157817008)
    expectClose(catoniInfluence(-3), -2.1400661634962708)
    #expect(catoniInfluence(1e-9) == 1e-9)
    expectClose(catoniInfluence(1e200), 920.3408900170583)
    #expect(catoniInfluence(-.infinity) == -.infinity)
  }

  @Test("ψ lies between −log(1 − x + x²/2) and log(1 + x + x²/2)")
  func influenceBounds() {
    // ψ is odd, so x ≥ 0 is enough. There ψ is the upper bound itself, and it is above the lower
    // one because the product of the two arguments is 1 + x⁴/4: two polynomials of degree 4 that
    // agree at five points.
    for step in 0...4 {
      let x = Rational(step)
      let (up, down) = (1 + x + x * x / 2, 1 - x + x * x / 2)
      #expect(up * down == 1 + x.power(4) / 4)
    }
    for x in [0.1, 1, 1.5, 7, 1e9] {
      #expect(-log(1 - x + x * x / 2) <= catoniInfluence(x) + x.ulp)
      #expect(catoniInfluence(-x) == -catoniInfluence(x))
    }
  }

  @Test("Catoni's mean is the root of its equation and moves with the draws")
  func mean() {
    expectClose(catoniMean([0, 1, 2, 10], scale: 0.5), 2.7725080286272323, within: 1e-12)
    expectClose(catoniMean([100, 101, 102, 110], scale: 0.5), 102.7725080286272323, within: 1e-12)
    expectClose(catoniMean([0, 1, 2, 10], scale: 1e-9), 3.25, within: 1e-7)
    #expect(catoniMean([5], scale: 1) == 5)
  }

  /// Sums of draws of which the deviation says nothing.
  private func looking(at influence: Double) -> [Double] {
    [influence] + Array(repeating: -1e9, count: KnownDeviationTest.sumCount - 1)
  }

  private func example(_ draws: Int) -> KnownDeviationTest {
    KnownDeviationTest(
      centre: 1, deviation: 1, level: 1e-6, draws: draws,
      scale: KnownDeviationTest.scale(toSee: 0.2, deviation: 1, shifted: 1.2))
  }

  @Test("power and the number of draws are those of the formula")
  func power() throws {
    expectClose(example(10).scale, 0.08196721311475409)
    for (draws, power) in [
      (1910, 0.46273145605665505), (2500, 0.9955734919941283), (3000, 0.9999241685685909),
    ] {
      expectClose(example(draws).power(against: 0.2, deviation: 1.2), power, within: 1e-12)
    }
    #expect(
      example(10).drawsNeeded(toSee: 0.2, deviation: 1.2, power: 0.99) == 2400)
    #expect(example(10).power(against: 0.2, deviation: 1.2) == 0)
    #expect(example(10).drawsNeeded(toSee: 1e-9, deviation: 1.2, power: 0.99) == nil)
  }

  @Test("where the deviation is small, it rejects exactly when |S| reaches acosh(3/2·hⁿ/α)")
  func threshold() {
    let test = example(2500)
    for sum in [-23.2984, -23.2983, 0, 23.2983, 23.2984] {
      #expect(test.rejects(looking(at: sum)) == (sum.magnitude >= 23.298328169467105))
      #expect(test.rejects(looking(at: sum)) == (test.pValue(looking(at: sum)) <= 1e-6))
    }
  }

  @Test("the sums are those of ψ and of the bet on the deviation")
  func sums() {
    let test = KnownDeviationTest(centre: 0, deviation: 1, level: 0.01, draws: 2, scale: 1)
    let sums = test.sums(of: [0.5, -3])
    expectClose(sums[0], 0.4855078157817008 - 2.1400661634962708)
    // log(1 + (x² − 1)/2) and log(1 + (x² − 1)/10)
    expectClose(sums[1], -0.4700036292457356 + 1.6094379124341003)
    expectClose(sums[2], -0.07796154146971186 + 0.5877866649021191)
    let far = test.sums(of: [1e300, -1e300])
    #expect(far.allSatisfy { $0.isFinite })
  }

  @Test("the bet on the deviation is fair when it is as stated: E (1 + γ(Y − 1)) = 1")
  func fairDeviation() {
    // Mean 0, deviation 1: ±1, or 0 mostly and ±2 in a quarter of the cases.
    let test = KnownDeviationTest(centre: 0, deviation: 1, level: 0.01, draws: 1, scale: 1)
    for bet in 1..<KnownDeviationTest.sumCount {
      func capital(_ draw: Double) -> Double { exp(test.sums(of: [draw])[bet]) }
      expectClose(capital(1), 1, within: 1e-14)
      expectClose(0.75 * capital(0) + 0.25 * capital(2), 1, within: 1e-14)
    }
  }

  @Test("a deviation that is stated too small is rejected, with the mean as stated")
  func understatedDeviation() {
    let stated = 0.8
    let scale = KnownDeviationTest.scale(toSee: 0.2, deviation: stated, shifted: stated)
    let test = KnownDeviationTest(
      centre: 0, deviation: stated, level: 1e-6, draws: 2000, scale: scale)
    var sample = RandomSource("understated").sample(0)
    let draws = (0..<2000).map { _ in sample.normal() }
    #expect(test.rejects(test.sums(of: draws)))
    #expect(!test.rejects(test.sums(of: draws.map { stated * $0 })))
  }

  @Test("a deviation that no law of such tails has is rejected")
  func noDeviation() {
    func rejects(
      _ name: String, mean: Double, deviation: Double, shift: Double,
      _ draw: (inout RandomSample) -> Double
    ) -> Bool {
      let scale = KnownDeviationTest.scale(toSee: shift, deviation: deviation, shifted: deviation)
      var test = KnownDeviationTest(
        centre: mean, deviation: deviation, level: 1e-6, draws: 1, scale: scale)
      let count = test.drawsNeeded(toSee: shift, deviation: deviation, power: 0.99) ?? 0
      test = KnownDeviationTest(
        centre: mean, deviation: deviation, level: 1e-6, draws: Int(count), scale: scale)
      var sample = RandomSource(name).sample(0)
      return test.rejects(test.sums(of: (0..<Int(count)).map { _ in draw(&sample) }))
    }
    #expect(
      rejects("Cauchy", mean: 0, deviation: 10, shift: 1) { $0.normal() / $0.normal() })
    #expect(
      rejects("Pareto", mean: 3, deviation: 3, shift: 0.3) {
        Double.power(1 - $0.uniform(), -2 / 3)
      })
    #expect(!rejects("normal", mean: 0, deviation: 1, shift: 0.1) { $0.normal() })
  }

  @Test("what is not known about the mean makes it slower to reject, never quicker")
  func error() {
    let sharp = example(2500)
    let blunt = KnownDeviationTest(
      centre: 1, error: 0.01, deviation: 1, level: 1e-6, draws: 2500, scale: sharp.scale)
    #expect(!blunt.rejects(looking(at: 23.2984)))
    #expect(blunt.rejects(looking(at: 27)))
    #expect(
      blunt.power(against: 0.2, deviation: 1.2) < sharp.power(against: 0.2, deviation: 1.2))
  }

  @Test("the interval is all means that are not rejected")
  func interval() {
    var sample = RandomSource("interval").sample(0)
    let draws = (0..<500).map { _ in 1 + sample.normal() }
    let test = KnownDeviationTest(
      centre: 1, deviation: 1, level: 0.01, draws: 500,
      scale: KnownDeviationTest.scale(toSee: 0.5, deviation: 1, shifted: 1))
    let interval = test.interval(draws)
    func isRejected(_ mean: Double) -> Bool {
      let test = KnownDeviationTest(
        centre: mean, deviation: 1, level: 0.01, draws: 500, scale: test.scale)
      return test.rejects(looking(at: test.sums(of: draws)[0]))
    }
    #expect(!isRejected(interval.lowerBound + 1e-6))
    #expect(isRejected(interval.lowerBound - 1e-6))
    #expect(!isRejected(interval.upperBound - 1e-6))
    #expect(isRejected(interval.upperBound + 1e-6))
    #expect(interval.contains(catoniMean(draws, scale: test.scale)))
  }

  @Test("the detectable shift is seen with the power")
  func detectable() throws {
    let test = example(3000)
    let shift = try #require(test.detectableShift(power: 0.99))
    #expect(test.power(against: shift, deviation: 1) >= 0.99)
    #expect(test.power(against: shift * 0.999, deviation: 1) < 0.99)
    #expect(example(10).detectableShift(power: 0.99) == nil)
  }

  private func bounded(_ draws: Int) -> BoundedMeanTest {
    let bets = BoundedMeanTest.bets(
      toSee: 0.06, range: 0...1, centre: 0.3, level: 1e-6, draws: draws)
    return BoundedMeanTest(
      range: 0...1, centre: 0.3, level: 1e-6, draws: draws, bets: bets)
  }

  @Test("bets and their power are those of the formulas")
  func bets() {
    let test = bounded(4000)
    expectClose(test.bets[0], 0.18586130093960504)
    expectClose(test.bets[1], 0.18586130093960504)
    expectClose(test.power(against: 0.36), 0.9748554565212836, within: 1e-6)
    expectClose(test.power(against: 0.24), 0.9929813010159232, within: 1e-6)
    #expect(test.power(against: 0.3) == 0)
  }

  @Test("the capital of a fair bet is expected to stay what it is, for every law on two points")
  func fair() {
    // E Π (1 + λ(X − μ)) = (E (1 + λ(X − μ)))ⁿ = 1: with one draw, exactly.
    let test = bounded(1)
    for (low, high) in [(0.0, 1.0), (0.1, 0.9), (0.25, 0.35)] {
      let share = (0.3 - low) / (high - low)
      for side in 0...1 {
        let capital =
          share * exp(test.winnings(of: high)[side])
          + (1 - share) * exp(test.winnings(of: low)[side])
        expectClose(capital, 1, within: 1e-14)
      }
    }
  }

  @Test("so many draws are enough, and one less is not")
  func drawsEnough() throws {
    let draws = try #require(
      BoundedMeanTest.drawsEnough(
        toSee: 0.06, range: 0...1, centre: 0.3, error: 0, level: 1e-6, power: 0.99))
    func power(_ draws: Int) -> Double {
      let test = bounded(draws)
      return min(test.power(against: 0.36), test.power(against: 0.24))
    }
    #expect(power(Int(draws)) >= 0.99)
    #expect(power(Int(draws) - 1) < 0.99)
    #expect(
      BoundedMeanTest.drawsEnough(
        toSee: 0.8, range: 0...1, centre: 0.3, error: 0, level: 1e-6, power: 0.99) == nil)
  }

  @Test("bets that could lose everything, or on a mean at an end, are no test")
  func unsound() {
    #expect(!BoundedMeanTest.isSound(0...1, 0.3, 0, [4, 1]))
    #expect(!BoundedMeanTest.isSound(0...1, 0.3, 0, [1, 1.5]))
    #expect(!BoundedMeanTest.isSound(0...1, 0, 0, [1, 1]))
    #expect(!BoundedMeanTest.isSound(0...1, 0.3, .nan, [1, 1]))
    #expect(BoundedMeanTest.isSound(0...1, 0.3, 0, [1, 1]))
  }

  @Test("sums keep what plain addition loses")
  func compensation() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
  }
}
