// Running error bounds: the Double's value, and an error that covers the truth.

import MathCore
import Testing

@Suite("Rounded")
struct RoundedTests {
  /// Whether the bound of a computed number covers its distance from the true value.
  private func covers(_ number: Rounded, _ truth: Ball) -> Bool {
    guard let value = Rational(exactly: number.value), let bound = Rational(exactly: number.error)
    else { return number.error == .infinity }
    return (truth - Ball(value, precision: 256)).magnitude
      .isCertainlyAtMost(Ball(bound, precision: 256))
  }

  @Test("random expressions: same value as Double, error covers exact arithmetic")
  func expressions() {
    for index in 0..<500 {
      var sample = RandomSource("rounded").sample(UInt64(index))
      let (a, b, c) = (sample.normal(), 1e3 * sample.normal(), 1e-3 * sample.normal())
      func formula<S: Elementary>(_ a: S, _ b: S, _ c: S) -> S {
        let two: S = 2
        let root = S.sqrt(a * a + c * c)
        return S.exp(-root) * S.log(two + b * b) / (root + two) - a * c + S.power(root, 3)
          + S.power(two + root, c)
      }
      let number = formula(Rounded(a), Rounded(b), Rounded(c))
      #expect(number.value == formula(a, b, c))
      let truth = formula(
        Ball(exactly: a, precision: 256), Ball(exactly: b, precision: 256),
        Ball(exactly: c, precision: 256))
      #expect(covers(number, truth), "\(a) \(b) \(c): \(number), truth \(truth)")
      #expect(number.error < 1e-12 * max(1, number.value.magnitude))
    }
  }

  @Test("cancellation is seen: the error of (1 + ε) − 1 is as large as its value")
  func cancellation() {
    let tiny = Rounded(1e-16)
    let difference = (1 + tiny) - 1
    #expect(difference.value == 0)
    #expect(difference.error >= 1e-16 && difference.error < 1e-15)
  }

  @Test("where nothing is known the error is infinite")
  func unknown() {
    let doubtful = Rounded(Rational(1, 3)) - Rounded(Rational(1, 3))
    #expect(doubtful.value == 0 && doubtful.error > 0)
    #expect((1 / doubtful).error == .infinity)
    #expect(Rounded.log(doubtful).error == .infinity)
    #expect(Rounded.sqrt(doubtful).error == .infinity)
    #expect((Rounded(1e300) * Rounded(1e300)).error == .infinity)
    #expect(Rounded(Double.nan).error == .infinity)
    #expect((Rounded(1e-300) * Rounded(1e-300)).error > 0)
  }

  @Test("exact operations on exact numbers stay exact where that is certain")
  func exactness() {
    #expect((Rounded(3.0) - Rounded(3.0)).error == 0)
    #expect((Rounded(0.0) * Rounded(0.1)).error == 0)
    #expect(Rounded.exp(Rounded(-Double.infinity)).error == 0)
    #expect(Rounded(Rational(1, 4)).error == 0)
    #expect(Rounded(Rational(1, 3)).error > 0)
    #expect(Rounded(9_007_199_254_740_993).error >= 1)
  }

  @Test("comparisons compare values, as Double code does")
  func order() {
    #expect(Rounded(1.0) < Rounded(2.0))
    #expect(Rounded(Rational(1, 3)) == Rounded(1.0 / 3.0))
  }
}
