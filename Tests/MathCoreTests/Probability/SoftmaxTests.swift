// Softmax, log-sum-exp and the losses of softmax, against 20-digit reference values.

import MathCore
import Testing

@Suite("Softmax")
struct SoftmaxTests {
  let x: Vector = [1, 2, 3]

  @Test("the reference values at (1, 2, 3)")
  func reference() {
    let p = [0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188953]
    expectClose(softmax(x), p, within: 2e-16)
    expectClose(logSumExp(x), 3.4076059644443803045, within: 2e-16)
    expectClose(logSoftmax(x), p.map { log($0) }, within: 1e-15)
    expectClose(giniIndex(softmax(x)), 0.48945694210959530495, within: 4e-16)
  }

  @Test("balls contain the reference values, to 30 digits")
  func balls() throws {
    let p = softmax(Vector<Ball>([1, 2, 3]))
    let digits = [
      "0.0900305731703804579980221014845", "0.244728471054797652472959618340775",
      "0.665240955774821889529018280174743",
    ]
    for (ball, text) in zip(p, digits) {
      let value = try #require(Rational(text))
      #expect((ball - Ball(value)).magnitude.compared(to: 1e-30) == .less)
    }
    #expect(p.sum.contains(1))
    #expect(p.sum.radius < 1e-35)
  }

  @Test("huge and tiny scores neither overflow nor vanish")
  func extremes() {
    expectClose(softmax([1000, 999]), [0.73105857863000487925, 0.26894142136999512075])
    expectClose(softmax([-1000, -1001]), [0.73105857863000487925, 0.26894142136999512075])
    expectClose(softmax([1e300, -1e300]), [1, 0])
    expectClose(softmax([1e-300, 0]), [0.5, 0.5])
    expectClose(logSoftmax([0, -800]), [0, -800])
    expectClose(logSumExp([-1000, -1000]), -1000 + log(2))
  }

  @Test("ties, single scores and infinities")
  func edges() {
    expectClose(softmax([1, 1, 1, 1]), [0.25, 0.25, 0.25, 0.25], within: 0)
    expectClose(softmax([7]), [1], within: 0)
    expectClose(logSoftmax([7]), [0], within: 0)
    #expect(logSumExp([7.0]) == 7)
    expectClose(softmax([0, -.infinity]), [1, 0], within: 0)
    #expect(isAllNaN(softmax([0, .infinity])))
    #expect(isAllNaN(softmax([-.infinity, -.infinity])))
    #expect(isAllNaN(softmax([0, .nan, 1])))
    #expect(logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(logSumExp([0, .infinity]) == .infinity)
    #expect(logSumExp([0, .nan]).isNaN)
  }

  @Test("no map accepts the empty vector")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = softmax(Vector<Double>([])) }
    await #expect(processExitsWith: .failure) { _ = logSumExp(Vector<Double>([])) }
    await #expect(processExitsWith: .failure) { _ = sparsemax(Vector<Rational>([])) }
    await #expect(processExitsWith: .failure) { _ = entmax15(Vector<Double>([])) }
    await #expect(processExitsWith: .failure) { _ = entmax(Vector<Double>([]), alpha: 1.5) }
    await #expect(processExitsWith: .failure) { _ = crossEntropy([1.0, 2], target: 2) }
  }

  @Test("temperature: uniform over the maximisers as it falls, not one-hot on ties")
  func temperature() {
    expectClose(softmax([1, 1, 0], temperature: 1e-3), [0.5, 0.5, 0])
    expectClose(softmax([1, 0.5, 0], temperature: 1e-3), [1, 0, 0])
    expectClose(logSumExp([0, 0, -100], temperature: 1), log(2))
    expectClose(logSumExp([3, 0, 0], temperature: 1) - 3, 0.0949, within: 5e-5)
  }

  @Test("the Jacobian: rows sum to zero, half its ℓ¹ norm is the Gini index")
  func jacobian() {
    let p: Vector<Rational> = [Rational(1, 2), Rational(1, 3), Rational(1, 6)]
    let jacobian = softmaxJacobian(probabilities: p)
    #expect(jacobian == .diagonal(p) - .outer(p, p))
    #expect(jacobian * Vector([1, 1, 1]) == [0, 0, 0])
    #expect(jacobian.rank == 2)
    let magnitudes = (0..<3).flatMap { row in (0..<3).map { jacobian[row, $0].magnitude } }
    #expect(Vector(magnitudes).sum / 2 == giniIndex(p))
  }

  @Test("the Jacobian at scores is the central difference")
  func jacobianByDifferences() {
    let jacobian = softmaxJacobian(x)
    for column in 0..<3 {
      let step = 1e-5 * Vector<Double>.unit(column, of: 3)
      let slope = (softmax(x + step) - softmax(x - step)) / 2e-5
      expectClose(jacobian.column(column), slope.entries, within: 1e-10)
    }
  }

  @Test("cross entropy and its gradient")
  func crossEntropies() {
    expectClose(crossEntropy(x, target: 2), 0.4076059644443803045, within: 4e-16)
    expectClose(
      crossEntropyGradient(x, target: 0),
      [-0.909969426829619542, 0.24472847105479765247, 0.66524095577482188953])
    #expect(crossEntropyGradient([100, 0], target: 0)[0] < 0)
  }

  @Test("the additive margin is cross entropy on lowered logits")
  func margin() {
    expectClose(
      additiveMarginLoss(x, target: 2, margin: 0.5, temperature: 0.5), 0.349012216768186385)
    // All other logits at x_t − m: ln n.
    expectClose(additiveMarginLoss([0, 2, 0], target: 1, margin: 2), log(3))
    #expect(additiveMarginLoss(x, target: 1, margin: 1) > crossEntropy(x, target: 1))
    expectClose(marginSoftmax([2, 1], target: 0, margin: 1), [0.5, 0.5])
  }

  @Test("running errors cover the true values and keep the Double results")
  func rounded() throws {
    let scores: Vector = [0.1, -7.25, 30, 29.5]
    let computed = softmax(scores.map { Rounded($0) })
    let truth = softmax(scores.map { Ball(exactly: $0, precision: 256) })
    for (index, (number, ball)) in zip(computed, truth).enumerated() {
      #expect(number.value == softmax(scores)[index])
      let value = try #require(Rational(exactly: number.value))
      let bound = try #require(Rational(exactly: number.error))
      #expect((ball - Ball(value)).magnitude.isCertainlyAtMost(Ball(bound)))
      #expect(number.error > 0 && number.error < 64 * number.value.ulp)
    }
  }
}
