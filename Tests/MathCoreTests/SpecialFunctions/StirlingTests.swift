// Bernoulli numbers and Stirling's series.

import MathCore
import Testing

@Suite("Bernoulli numbers and Stirling's series")
struct StirlingTests {
  @Test("the first Bernoulli numbers")
  func bernoulli() {
    let expected: [Rational] = [
      1, Rational(-1, 2), Rational(1, 6), 0, Rational(-1, 30), 0, Rational(1, 42), 0,
      Rational(-1, 30), 0, Rational(5, 66), 0, Rational(-691, 2730),
    ]
    #expect(bernoulliNumbers(through: 12) == expected)
    #expect(bernoulliNumber(12) == Rational(-691, 2730))
    #expect(bernoulliNumber(1) == Rational(-1, 2))
    #expect(bernoulliNumber(7) == 0)
  }

  @Test("they satisfy the recurrence Σ C(n + 1, k) Bₖ = 0")
  func recurrence() {
    let numbers = bernoulliNumbers(through: 40)
    for n in 1...40 {
      var binomial = Rational.one
      var sum = Rational.zero
      for k in 0...n {
        sum += binomial * numbers[k]
        binomial = binomial * Rational(n + 1 - k) / Rational(k + 1)
      }
      #expect(sum == 0, "n = \(n)")
    }
  }

  @Test("von Staudt and Clausen: B₂ₖ + Σ 1/p over primes with p − 1 | 2k is an integer")
  func vonStaudt() {
    let primes = (2...62).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }
    for n in stride(from: 2, through: 60, by: 2) {
      let fractions = primes.filter { n % ($0 - 1) == 0 }.map { Rational(1, $0) }
      #expect((bernoulliNumber(n) + fractions.reduce(0, +)).isInteger, "B_\(n)")
    }
  }

  @Test("the remainder has the sign of the next term and is smaller", arguments: 0...8)
  func remainder(terms: Int) throws {
    for x in [Rational(1, 2), 1, 3, 10] {
      let ball = Ball(x, precision: 200)
      let remainder = logGamma(ball) - stirlingLogGamma(ball, terms: terms)
      let next = stirlingTerm(terms + 1, x)
      let ratio = remainder / Ball(next, precision: 200)
      #expect(ratio.isCertainlyPositive && (1 - ratio).isCertainlyPositive, "x = \(x)")
      #expect(stirlingEnclosure(ball, terms: terms).encloses(logGamma(ball)))
    }
  }

  @Test("the complex bound holds in all four quadrants", arguments: [0, 1, 4])
  func complexBound(terms: Int) {
    for (re, im) in [(3, 4), (3, -4), (-3, 4), (-3, -4), (-1, 7), (2, 0)] {
      let z = Complex(Ball(re), Ball(im))
      let ball = { (w: Complex<Ball>) in logGamma(w) }
      let half = Ball(Rational(1, 2))
      // (z − ½) log z − z + ½ log 2π, with log z from log Γ(z + 1) − log Γ(z).
      let logarithm = ball(z + 1) - ball(z)
      let leading = (z - Complex(half)) * logarithm - z + Complex(half * Ball.log(2 * Ball.pi))
      let remainder = ball(z) - leading - stirlingSum(z, terms: terms)
      let bound = stirlingErrorBound(z, terms: terms)
      #expect((bound - remainder.modulus).isCertainlyPositive, "z = \(re) + \(im)i")
    }
  }

  @Test("x = 10: errors of six partial sums")
  func knownErrors() {
    let errors = [8.3306e-3, -2.7699e-6, 7.8778e-9, -5.8701e-11, 8.2319e-13, -1.8562e-14]
    for (terms, expected) in errors.enumerated() {
      let ball = logGamma(Ball(10)) - stirlingLogGamma(Ball(10), terms: terms)
      let error = Double(ball.midpoint)
      #expect((error / expected - 1).magnitude < 1e-4)
    }
    expectClose(stirlingLogGamma(10.0, terms: 6), 12.801827480081469, within: 4e-16)
  }
}
