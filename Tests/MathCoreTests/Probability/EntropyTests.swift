// Entropies and divergences, with 0·log 0 = 0.

import MathCore
import Testing

@Suite("Entropies")
struct EntropyTests {
  let p = softmax([1, 2, 3])

  @Test("reference values at softmax(1, 2, 3)")
  func reference() {
    expectClose(shannonEntropy(p), 0.832395581839938873)
    expectClose(tsallisEntropy(p, alpha: 1.5), 0.412444155044512555)
    expectClose(renyiEntropy(p, alpha: 2), 0.67228030038886108)
    expectClose(renyiEntropy(p, alpha: 0.5), 0.952933376839088847)
    expectClose(klDivergence(p, [1, 1, 1] / 3), 0.266216706828170818)
  }

  @Test("one-hot distributions have entropy 0, uniform ones log n")
  func extremes() {
    let (sure, even): (Vector<Double>, Vector<Double>) = ([1, 0], [0.5, 0.5])
    #expect(shannonEntropy(sure) == 0)
    #expect(tsallisEntropy(sure, alpha: 1.5) == 0)
    #expect(giniIndex([1, 0] as Vector<Rational>) == 0)
    for alpha in [0, 0.5, 1, 2, .infinity] {
      #expect(renyiEntropy(sure, alpha: alpha) == 0)
      expectClose(renyiEntropy(even, alpha: alpha), log(2))
    }
    #expect(giniIndex([0.5, 0.5] as Vector<Rational>) == 0.5)
    #expect(klDivergence(sure, even) == log(2))
    #expect(klDivergence(even, sure) == .infinity)
    #expect(klDivergence(p, p) == 0)
  }

  @Test("Tsallis entropy has Shannon's as its limit, and half the Gini index at 2")
  func tsallis() {
    expectClose(tsallisEntropy(p, alpha: 1 + 1e-12), shannonEntropy(p), within: 1e-11)
    expectClose(tsallisEntropy(p, alpha: 2), giniIndex(p) / 2)
  }

  @Test("balls: certain zeros, balls that touch 0")
  func balls() {
    let sure = shannonEntropy(Vector<Ball>([1, 0]))
    #expect(sure.contains(0) && sure.radius < 1e-35)
    let touching = Ball(lower: 0, upper: 1, precision: 128)
    let entropy = shannonEntropy([touching])
    #expect(entropy.contains(0) && entropy.encloses(Ball.exp(-1)))
    #expect(!entropy.contains(Rational(1, 2)))
    #expect(!shannonEntropy([Ball(-1)]).isFinite)
  }

  @Test("NaN propagates")
  func undefined() {
    #expect(shannonEntropy([.nan, 0.5]).isNaN)
    #expect(giniIndex([.nan, 0.5]).isNaN)
    #expect(tsallisEntropy([.nan, 0.5], alpha: 1.5).isNaN)
    #expect(renyiEntropy([.nan, 0.5], alpha: 2).isNaN)
    #expect(shannonEntropy([-0.5, 0.5]).isNaN)
  }
}
