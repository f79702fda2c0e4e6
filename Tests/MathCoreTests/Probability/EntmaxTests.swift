// Entmax: reference values, the largest-k rule, the limits, losses.

import MathCore
import Testing

@Suite("Entmax")
struct EntmaxTests {
  let x: Vector = [1, 0, -1]
  let y: Vector = [1.2, 1, 0.2, -1]

  @Test("reference values for α = 1.5, by both algorithms")
  func reference15() {
    let atX = [0.830718913883073824, 0.169281086116926176, 0]
    let atY = [0.540831712056120141, 0.403749189361393404, 0.0554190985824864559, 0]
    expectClose(entmax15(x), atX)
    expectClose(entmax15(y), atY)
    expectClose(entmax(x, alpha: 1.5), atX)
    expectClose(entmax(y, alpha: 1.5), atY)
    expectClose(entmax15Threshold(x), -0.411437827766147648)
  }

  @Test("reference values for α = 1.25, 1.75 and 3")
  func referenceOther() {
    expectClose(
      entmax(x, alpha: 1.25), [0.750700303053255522, 0.214849511543484016, 0.034450185403260462])
    expectClose(entmax(x, alpha: 1.75), [0.901807134396210033, 0.0981928656037899668, 0])
    expectClose(entmax([1, 0.9, 0], alpha: 3), [0.6, 0.4, 0], within: 1e-14)
  }

  @Test("α = 2 is sparsemax, α = 1 softmax, and α → 1 tends to it without losing digits")
  func limits() {
    expectClose(entmax(y, alpha: 2), sparsemax(y).entries)
    #expect(entmax(y, alpha: 1) == softmax(y))
    let next = 1 + Double.ulpOfOne
    expectClose(entmax([1, 2, 3], alpha: next), softmax([1, 2, 3]).entries, within: 1e-14)
    // At 1 + 1e-6 the difference itself is known.
    expectClose(
      entmax([1, 2, 3], alpha: 1 + 1e-6),
      [0.0900303625312067, 0.24472836532377763, 0.66524127214501565], within: 1e-14)
  }

  @Test("ties at the threshold, where a strict mask finds no k: (2, 0) gives (1, 0)")
  func ties() {
    expectClose(entmax15([2, 0]), [1, 0], within: 0)
    #expect(entmax15Support([2, 0] as Vector<Rational>) == [0])
    #expect(entmax15Predicate([2, 0] as Vector<Rational>) == [true, true])
    let steps = stride(from: -2.0, through: 2, by: 0.5)
    for a in steps {
      for b in steps {
        for c in steps {
          let p = entmax15([a, b, c])
          expectClose(p.sum, 1)
          let exact = Vector([a, b, c].compactMap { Rational(exactly: $0) })
          for index in entmax15Support(exact) { #expect(p[index] > 0) }
        }
      }
    }
  }

  @Test("the largest-k rule is sound: its predicate holds on a prefix")
  func largestK() {
    forAllScores("largest k", lengths: 1...8) { x in
      let predicate = entmax15Predicate(x)
      let length = predicate.prefix { $0 }.count
      return length >= 1 && predicate.dropFirst(length).allSatisfy { !$0 }
        && entmax15Support(x).count <= length
    }
  }

  @Test("entmax-1.5 sums to 1 and agrees with bisection on random scores")
  func agreement() {
    forAllScores("agreement") { x in
      let doubles = x.map { Double($0) }
      let (exact, bisected) = (entmax15(doubles), entmax(doubles, alpha: 1.5))
      return (exact.sum - 1).magnitude < 1e-14
        && zip(exact, bisected).allSatisfy { ($0 - $1).magnitude < 1e-7 }
    }
  }

  @Test("two outcomes are one-hot exactly from a gap of 1/(α − 1)")
  func saturation() {
    for alpha in [1.25, 1.5, 3] {
      let gap = 1 / (alpha - 1)
      #expect(entmax([gap, 0], alpha: alpha)[1] == 0)
      #expect(entmax([0.9 * gap, 0], alpha: alpha)[1] > 0)
      expectClose(fenchelYoungLoss([gap, 0], target: 0, alpha: alpha), 0)
    }
  }

  @Test("only the support is normalised; edge cases")
  func edges() {
    #expect(entmax([5, 0, -5], alpha: 1.5) == [1, 0, 0])
    #expect(entmax([3], alpha: 1.7) == [1])
    #expect(entmax([0, 0], alpha: 1.7) == [0.5, 0.5])
    #expect(entmax([1e300, -1e300], alpha: 1.3) == [1, 0])
    #expect(entmax([0, -.infinity], alpha: 1.3) == [1, 0])
    #expect(isAllNaN(entmax([0, .nan], alpha: 1.3)))
    #expect(isAllNaN(entmax([0, .infinity], alpha: 1.3)))
    #expect(entmax15([0, -.infinity]) == [1, 0])
    #expect(isAllNaN(entmax15([0, .nan])))
    #expect(entmax15([1e17, 0]) == [1, 0])
  }

  @Test("α below 1 or not finite is refused")
  func alphaRange() async {
    await #expect(processExitsWith: .failure) { _ = entmax([1.0], alpha: 0.5) }
    await #expect(processExitsWith: .failure) { _ = entmax([1.0], alpha: .nan) }
    await #expect(processExitsWith: .failure) { _ = entmax([1.0], alpha: .infinity) }
  }

  @Test("relu(1 + βx)^(1/β) increases to eˣ as β falls")
  func exponentialApproximation() {
    expectClose(
      Vector([1, 0.5, 0.25, 0.1].map { entmaxWeight(1, $0) }), [2, 2.25, 2.44140625, 2.5937424601],
      within: 1e-14)
    #expect(entmaxWeight(-2, 0.5) == 0)
    expectClose(entmaxWeight(1, 1e-300), 2.71828182845904523536)
  }

  @Test("the Jacobian is the central difference", arguments: [1, 1.25, 1.5, 2])
  func jacobian(alpha: Double) {
    let jacobian = entmaxJacobian(y, alpha: alpha)
    for column in 0..<4 {
      let step = 1e-5 * Vector<Double>.unit(column, of: 4)
      let slope = (entmax(y + step, alpha: alpha) - entmax(y - step, alpha: alpha)) / 2e-5
      expectClose(jacobian.column(column), slope.entries, within: 1e-9)
    }
  }

  @Test("Fenchel–Young losses: reference values, cross entropy and sparsemax as ends")
  func losses() {
    expectClose(fenchelYoungLoss(y, target: 1, alpha: 1.25), 0.679475813602530218)
    expectClose(fenchelYoungLoss(y, target: 1, alpha: 1.5), 0.507393536550233375)
    expectClose(fenchelYoungLoss(y, target: 1, alpha: 1.75), 0.41727622572497508)
    expectClose(fenchelYoungLoss(y, target: 1, alpha: 2), sparsemaxLoss(y, target: 1))
    expectClose(fenchelYoungLoss(y, target: 1, alpha: 1), crossEntropy(y, target: 1))
    expectClose(
      fenchelYoungLoss(y, target: 1, alpha: 1 + 1e-9), crossEntropy(y, target: 1), within: 1e-8)
    expectClose(
      fenchelYoungGradient(x, target: 1, alpha: 1.5),
      [0.830718913883073824, -0.830718913883073824, 0])
    expectClose(fenchelYoungLoss([0, -.infinity], target: 0, alpha: 1.5), 0)
  }
}
