// Taylor softmax and top-k softmax, with the laws that they break.

import MathCore
import Testing

@Suite("Taylor softmax and top-k softmax")
struct TaylorAndTopKTests {
  @Test("Taylor softmax neither keeps the order nor is invariant under shifts")
  func taylorCounterexample() {
    let x: Vector<Rational> = [-3, 0, 1]
    #expect(
      taylorSoftmax(x, degree: 2) == [Rational(5, 12), Rational(1, 6), Rational(5, 12)])
    #expect(
      taylorSoftmax(x.map { $0 + 3 }, degree: 2)
        == [Rational(2, 45), Rational(17, 45), Rational(26, 45)])
  }

  @Test(
    "the minima of the even polynomials",
    arguments: [
      (2, -1, 0.5), (4, -1.59607163798332152, 0.270394765205184608),
      (6, -2.1806071240351259, 0.149324841731051193),
      (8, -2.75900270996227186, 0.0832715201640688786),
      (10, -3.3335514852690488, 0.0466991135902762315),
    ])
  func minima(degree: Int, place: Double, value: Double) {
    expectClose(taylorExponential(place, degree: degree), value)
    #expect(taylorExponential(place - 0.01, degree: degree) > value)
    #expect(taylorExponential(place + 0.01, degree: degree) > value)
  }

  @Test("exact values, degree 0, odd degrees refused")
  func taylorEdges() async {
    #expect(taylorExponential(Rational(-3, 2), degree: 4) == Rational(35, 128))
    #expect(taylorSoftmax([1, 2, 5] as Vector<Rational>, degree: 0) == [1, 1, 1] / 3)
    #expect(taylorSoftmax([5], degree: 2) == [1.0])
    #expect(taylorSoftmax([1e200, 0], degree: 2)[0].isNaN)
    #expect(taylorSoftmax([.nan, 0], degree: 2)[1].isNaN)
    await #expect(processExitsWith: .failure) { _ = taylorSoftmax([1.0], degree: 3) }
  }

  @Test("top-k keeps exactly k outcomes, the first of equal ones")
  func topK() {
    expectClose(topKSoftmax([1, 3, 2], k: 1), [0, 1, 0], within: 0)
    expectClose(topKSoftmax([1, 1, 1], k: 2), [0.5, 0.5, 0], within: 0)
    expectClose(
      topKSoftmax([3, 1, 2], k: 2), [0.73105857863000487925, 0, 0.26894142136999512075])
    #expect(topKSoftmax([1, 2, 3], k: 3) == softmax([1.0, 2, 3]))
    #expect(isAllNaN(topKSoftmax([1, .nan], k: 1)))
    #expect(topKSupport([1, 5, 5, 0] as Vector<Rational>, k: 2) == [1, 2])
  }

  @Test("top-k is not continuous at ties")
  func jump() {
    expectClose(topKSoftmax([1e-9, 0], k: 1), [1, 0], within: 0)
    expectClose(topKSoftmax([-1e-9, 0], k: 1), [0, 1], within: 0)
  }

  @Test("the top-k loss stays finite for a target that the model excludes")
  func topKLosses() {
    let x: Vector = [3, 1, 2]
    expectClose(topKLoss(x, target: 1, k: 2), logSumExp([3, 2]) - 1)
    #expect(topKLossGradient(x, target: 1, k: 2)[1] == -1)
    expectClose(topKLoss(x, target: 0, k: 3), crossEntropy(x, target: 0))
  }

  @Test("k out of range is refused")
  func range() async {
    await #expect(processExitsWith: .failure) { _ = topKSoftmax([1.0, 2], k: 3) }
    await #expect(processExitsWith: .failure) { _ = topKSoftmax([1.0, 2], k: 0) }
  }
}
