// Binomial tails and the exact test: literals from scipy 1.17 and mpmath at 40 digits.

import MathCore
import Testing

@Suite("Binomial tails and test")
struct BinomialTests {
  private func third() -> Ball { Ball(Rational(1, 3)) }

  private func expectEncloses(
    _ ball: Ball, _ digits: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // The literal has 25 digits: it lies within one unit of the last of them.
    let value = try #require(Rational(digits))
    let unit = value.magnitude * Rational(10).power(-24)
    let wide = Ball(lower: value - unit, upper: value + unit, precision: 128)
    #expect(wide.encloses(ball), "\(ball) is not \(digits)", sourceLocation: sourceLocation)
  }

  @Test("tails agree with 40-digit sums, far below where doubles underflow")
  func tails() throws {
    try expectEncloses(
      binomialUpperTail(60, of: 100, probability: Ball(Rational(1, 2))),
      "0.02844396682049039583518215")
    try expectEncloses(
      binomialUpperTail(4200, of: 10_000, probability: third()),
      "4.444289745831804214593066e-73")
    try expectEncloses(
      binomialUpperTail(900, of: 1000, probability: Ball(Rational(1, 100))),
      "2.33975828132489966923926e-1661")
    try expectEncloses(
      binomialLowerTail(10, of: 1000, probability: Ball(Rational(1, 20))),
      "2.797798561485666478468686e-12")
  }

  @Test("in rationals the tail is exact")
  func exact() {
    #expect(binomialUpperTail(7, of: 10, probability: Rational(1, 3)) == Rational(43, 2187))
    #expect(binomialLowerTail(6, of: 10, probability: Rational(1, 3)) == 1 - Rational(43, 2187))
    #expect(binomialUpperTail(0, of: 5, probability: Rational(0)) == 1)
    #expect(binomialUpperTail(1, of: 5, probability: Rational(0)) == 0)
    #expect(binomialUpperTail(5, of: 5, probability: Rational(1)) == 1)
    #expect(binomialUpperTail(6, of: 5, probability: Rational(1)) == 0)
  }

  @Test("the enclosed tail contains the exact one, for every number of successes")
  func enclosesExact() {
    for trials in [1, 2, 7, 40] {
      for probability in [Rational(1, 100), Rational(1, 3), Rational(1, 2), Rational(9, 10)] {
        for successes in -1...(trials + 2) {
          let exact = binomialUpperTail(successes, of: trials, probability: probability)
          let ball = binomialUpperTail(successes, of: trials, probability: Ball(probability))
          #expect(ball.contains(exact), "\(successes) of \(trials) at \(probability)")
          #expect(ball.radius < 1e-30)
        }
      }
    }
  }

  @Test("certain and impossible successes have certain tails")
  func ends() {
    #expect(binomialUpperTail(3, of: 9, probability: Ball(0)).upper == 0)
    #expect(binomialUpperTail(9, of: 9, probability: Ball(1)).lower == 1)
    #expect(!binomialUpperTail(1, of: 2, probability: Ball(2)).isFinite)
    #expect(!binomialUpperTail(1, of: 2, probability: Ball(-1)).isFinite)
  }

  @Test("a wide ball gives a wide tail that contains the tails of its members")
  func wide() {
    let ball = Ball(lower: Rational(1, 10), upper: Rational(1, 2), precision: 64)
    let tail = binomialUpperTail(30, of: 100, probability: ball)
    for member in [Rational(1, 10), Rational(3, 10), Rational(1, 2)] {
      #expect(tail.contains(binomialUpperTail(30, of: 100, probability: member)))
    }
  }

  @Test("the rejected counts are those of scipy's quantiles")
  func criticalCounts() {
    func bounds(_ p: Rational, _ level: Rational, _ trials: Int) -> [Int] {
      let test = BinomialTest(probability: Ball(p), level: level, trials: trials)
      return [test.lower, test.upper]
    }
    #expect(bounds(Rational(3, 10), 1e-6, 1000) == [230, 373])
    #expect(bounds(Rational(1, 2), 0.05, 100) == [39, 61])
    #expect(bounds(0.0900305731703804, Rational(1, 3_000_000), 10_000) == [757, 1051])
    // Ten trials cannot be that rare: nothing is rejected.
    #expect(bounds(Rational(1, 2), 1e-6, 10) == [-1, 11])
  }

  @Test("the power is the probability of the rejected counts")
  func power() throws {
    let test = BinomialTest(probability: Ball(Rational(3, 10)), level: 1e-6, trials: 1000)
    let power = test.power(against: Ball(Rational(36, 100)))
    #expect(
      power.contains(try #require(Rational("0.20483237820263835326"))) || power.radius < 1e-20)
    expectClose(Double(power.midpoint), 0.20483237820263835, within: 1e-15)
    expectClose(
      Double(test.power(against: Ball(Rational(24, 100))).midpoint), 0.2419182378007476,
      within: 1e-12)
    expectClose(
      Double(test.power(against: Ball(Rational(2, 5))).midpoint), 0.9624726350836466,
      within: 1e-12)
  }

  @Test("the p-value is twice the smaller tail, and rejects exactly where the counts do")
  func pValue() throws {
    let test = BinomialTest(probability: Ball(Rational(3, 10)), level: 1e-6, trials: 1000)
    try expectEncloses(test.pValue(260), "0.005815781873790228991600964")
    #expect(test.pValue(300).contains(1))
    let level = Ball(test.level)
    for count in [0, 229, 230, 231, 300, 372, 373, 374, 1000] {
      #expect(test.rejects(count) == test.pValue(count).isCertainlyAtMost(level))
    }
  }

  @Test("the number of trials that is said to be enough is enough, and not wasteful")
  func trialsEnough() {
    for (stated, truth) in [(0.3, 0.36), (0.3, 0.24), (0.01, 0.012), (0.5, 0.4), (0.9, 1.0)] {
      let trials = BinomialTest.trialsEnough(
        toSee: truth, insteadOf: stated, level: 1e-6, power: 0.99)
      let test = BinomialTest(
        probability: Ball(exactly: stated), level: 1e-6, trials: Int(trials))
      #expect(
        Ball(Rational(99, 100)).isCertainlyAtMost(test.power(against: Ball(exactly: truth))))
      // Half as many are not enough: Chernoff's bounds lose less than a factor of 2 here.
      let half = BinomialTest(
        probability: Ball(exactly: stated), level: 1e-6, trials: Int(trials / 2))
      #expect(
        half.power(against: Ball(exactly: truth)).isCertainlyAtMost(Ball(Rational(99, 100))))
    }
    #expect(
      BinomialTest.trialsEnough(toSee: 0.3, insteadOf: 0.3, level: 1e-6, power: 0.99)
        == .infinity)
  }

  @Test("the detectable shift is seen with the power, and a little less is not")
  func detectable() throws {
    let test = BinomialTest(probability: Ball(Rational(3, 10)), level: 1e-6, trials: 1000)
    let shift = try #require(test.detectableShift(power: Rational(99, 100)))
    let wanted = Ball(Rational(99, 100))
    func isSeen(_ shift: Double) -> Bool {
      [0.3 - shift, 0.3 + shift].allSatisfy {
        wanted.isCertainlyAtMost(test.power(against: Ball(exactly: $0)))
      }
    }
    #expect(isSeen(shift + 1e-9))
    #expect(!isSeen(shift - 1e-9))
    let small = BinomialTest(probability: Ball(Rational(1, 2)), level: 1e-6, trials: 10)
    #expect(small.detectableShift(power: Rational(99, 100)) == nil)
  }
}
