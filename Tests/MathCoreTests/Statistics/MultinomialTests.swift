// Tests of finite laws: by enumeration (literals from exact fractions in Python and scipy's
// binomial test) and cell by cell.

import MathCore
import Testing

@Suite("Multinomial tests")
struct MultinomialTests {
  private let uniform = [Rational](repeating: Rational(1, 3), count: 3)

  @Test("the exact p-value is a fraction")
  func pValue() {
    #expect(
      ExactMultinomialTest(probabilities: uniform, level: 0.05, draws: 6).pValue([5, 1, 0])
        == Rational(13, 243))
    let skew = ExactMultinomialTest(
      probabilities: [Rational(1, 2), Rational(3, 10), Rational(1, 5)], level: 0.05, draws: 10)
    #expect(skew.pValue([1, 2, 7]) == Rational(2_170_723, 2_000_000_000))
    #expect(skew.rejects([1, 2, 7]))
    #expect(!skew.rejects([5, 3, 2]))
  }

  @Test("of two outcomes it is scipy's binomial test: 9 of 12 at 2/5 gives 0.017444048896")
  func twoOutcomes() {
    let test = ExactMultinomialTest(
      probabilities: [Rational(2, 5), Rational(3, 5)], level: 0.05, draws: 12)
    #expect(test.pValue([9, 3]) == Rational(4_258_801, 244_140_625))
    #expect(test.rejects([9, 3]))
  }

  @Test("level and power are exact: six draws of three, level 1/20")
  func power() {
    let test = ExactMultinomialTest(probabilities: uniform, level: Rational(1, 20), draws: 6)
    // Only (6, 0, 0) and its like are rejected: 3/3⁶. Ties are rejected together or not at all.
    #expect(test.power(against: uniform) == Rational(1, 243))
    #expect(
      test.power(against: [Rational(1, 2), Rational(1, 4), Rational(1, 4)]) == Rational(33, 2048))
  }

  @Test("an outcome of probability 0 is rejected when it occurs")
  func impossible() {
    let test = ExactMultinomialTest(probabilities: [1, 0], level: 0.05, draws: 3)
    #expect(test.rejects([2, 1]))
    #expect(!test.rejects([3, 0]))
    let cells = OutcomesTest(
      probabilities: [Ball(Rational(1, 2)), Ball(Rational(1, 2)), Ball(0)], level: 1e-6,
      draws: 1000)
    #expect(cells.rejects([500, 499, 1]))
    #expect(cells.impossible([500, 499, 1]) == 2)
    #expect(!cells.rejects([500, 500, 0]))
    #expect(cells.cells.count == 1)
  }

  @Test("the size of an experiment is C(n + k − 1, k − 1)")
  func size() {
    #expect(ExactMultinomialTest.size(outcomes: 3, draws: 6) == 28)
    #expect(ExactMultinomialTest.size(outcomes: 1, draws: 6) == 1)
    #expect(ExactMultinomialTest.size(outcomes: 50, draws: 1 << 40) == nil)
  }

  @Test("cell by cell, the level is shared; of two outcomes, one has all of it")
  func cells() {
    let three = OutcomesTest(
      probabilities: uniform.map { Ball($0) }, level: 3e-6, draws: 5000)
    #expect(three.cells.map(\.test.level) == [1e-6, 1e-6, 1e-6])
    let coin = OutcomesTest(
      probabilities: [Ball(Rational(1, 4)), Ball(Rational(3, 4))], level: 3e-6, draws: 5000)
    #expect(coin.cells.map(\.outcome) == [0])
    #expect(coin.cells.map(\.test.level) == [3e-6])
  }

  @Test("the level is kept: the exact probability of rejecting a true law is at most α")
  func level() {
    // Every count of 12 draws, by its exact probability.
    let level: Rational = 0.1
    let law = [Rational(1, 2), Rational(3, 10), Rational(1, 5)]
    let test = OutcomesTest(probabilities: law.map { Ball($0) }, level: level, draws: 12)
    var rejected: Rational = 0
    for a in 0...12 {
      for b in 0...(12 - a) where test.rejects([a, b, 12 - a - b]) {
        let c = 12 - a - b
        rejected +=
          factorial(12) / (factorial(a) * factorial(b) * factorial(c)) * law[0].power(a)
          * law[1].power(b) * law[2].power(c)
      }
    }
    #expect(rejected <= level)
    #expect(rejected > 0)
  }

  @Test("the power of a law that is off in one outcome is at least what is said")
  func cellPower() throws {
    let law = [Rational(1, 2), Rational(3, 10), Rational(1, 5)]
    let test = OutcomesTest(probabilities: law.map { Ball($0) }, level: 0.01, draws: 60)
    let power = try #require(test.power(against: .relative(Rational(1, 2))))
    // The exact power against one such law: the first outcome half as probable again.
    let other = [Rational(3, 4), Rational(3, 20), Rational(1, 10)]
    var exact: Rational = 0
    for a in 0...60 {
      for b in 0...(60 - a) where test.rejects([a, b, 60 - a - b]) {
        let c = 60 - a - b
        exact +=
          factorial(60) / (factorial(a) * factorial(b) * factorial(c)) * other[0].power(a)
          * other[1].power(b) * other[2].power(c)
      }
    }
    #expect(power.isCertainlyAtMost(Ball(exact)))
    #expect(power.isCertainlyPositive)
  }

  @Test("an effect that no probability can have is none: more than 1, less than 0")
  func impossibleEffects() {
    #expect(Effect.relative(Rational(1, 2)).alternatives(to: Ball(Rational(4, 5))).count == 1)
    #expect(Effect.absolute(Rational(9, 10)).alternatives(to: Ball(Rational(1, 2))).isEmpty)
    let coin = OutcomesTest(
      probabilities: [Ball(Rational(1, 2)), Ball(Rational(1, 2))], level: 0.01, draws: 100)
    #expect(coin.power(against: .absolute(Rational(9, 10))) == nil)
  }
}
