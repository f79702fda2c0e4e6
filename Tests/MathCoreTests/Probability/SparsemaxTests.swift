// Sparsemax: exact oracles, its characterisation as a projection, and the machine's edge cases.

import MathCore
import Testing

@Suite("Sparsemax")
struct SparsemaxTests {
  @Test("exact oracles")
  func oracles() {
    let half = Rational(1, 2)
    #expect(
      sparsemax([half, Rational(1, 4), 0]) == [Rational(7, 12), Rational(1, 3), Rational(1, 12)])
    #expect(sparsemaxThreshold([half, Rational(1, 4), 0]).threshold == Rational(-1, 12))
    let x: Vector<Rational> = [1.2, 1, 0.2, -1]
    #expect(sparsemax(x) == [0.6, 0.4, 0, 0])
    #expect(sparsemaxThreshold(x).threshold == 0.6)
    #expect(sparsemaxThreshold(x).support == [0, 1])
    #expect(sparsemax([1, 2, 3] as Vector<Rational>) == [0, 0, 1])
    #expect(sparsemax([1, 0] as Vector<Rational>) == [1, 0])
    #expect(sparsemaxThreshold([1, 0] as Vector<Rational>).threshold == 0)
    #expect(sparsemax([0, 0, 0] as Vector<Rational>) == [1, 1, 1] / 3)
    #expect(sparsemax([2, 0, -1] as Vector<Rational>) == [1, 0, 0])
  }

  @Test("it is the projection onto the simplex: sum 1, and p·(p − x) is the least pᵢ − xᵢ")
  func projection() {
    forAllScores("projection") { x in
      let p = sparsemax(x)
      return p.sum == 1 && p.min().map { $0 >= 0 } == true && p.dot(p - x) == (p - x).min()
    }
  }

  @Test("shifts change nothing, order is kept weakly")
  func laws() {
    forAllScores("order") { x in
      let p = sparsemax(x)
      return sparsemax(x.map { $0 + Rational(7, 3) }) == p
        && x.indices.allSatisfy { i in
          x.indices.allSatisfy { j in x[i] < x[j] || p[i] >= p[j] }
        }
    }
  }

  @Test("the Jacobian is an orthogonal projector that kills shifts")
  func jacobian() {
    forAllScores("jacobian") { x in
      let jacobian = sparsemaxJacobian(x)
      let ones = Vector<Rational>(repeating: 1, count: x.count)
      return jacobian * jacobian == jacobian && jacobian.transpose == jacobian
        && jacobian * ones == .zeros(x.count)
    }
    #expect(sparsemaxJacobian([2, 0] as Vector<Rational>) == [[0, 0], [0, 0]])
  }

  @Test("losses: exact oracles, gradient, margin 1")
  func losses() {
    #expect(sparsemaxLoss([1, 0] as Vector<Rational>, target: 0) == 0)
    #expect(sparsemaxLoss([1, 0] as Vector<Rational>, target: 1) == 1)
    #expect(sparsemaxLoss([0.5, 0.25, 0] as Vector<Rational>, target: 0) == Rational(7, 48))
    #expect(sparsemaxLoss([1, 2, 3] as Vector<Rational>, target: 0) == 2)
    #expect(sparsemaxLoss([1.2, 1, 0.2, -1] as Vector<Rational>, target: 1) == 0.36)
    #expect(sparsemaxLossGradient([1, 0] as Vector<Rational>, target: 1) == [1, -1])
    forAllScores("margin", lengths: 2...5) { x in
      let loss = sparsemaxLoss(x, target: 0)
      let lead = x[0] - (x.dropFirst().max() ?? 0)
      return loss >= 0 && (loss == 0) == (lead >= 1)
    }
  }

  @Test("huge scores keep their mass, where the unshifted algorithm loses it")
  func huge() {
    #expect(sparsemax([1e17, 0]) == [1.0, 0])
    #expect(sparsemax([1e16 + 2, 1e16]) == [1.0, 0])
    #expect(sparsemax([1e15 + 0.5, 1e15]) == [0.75, 0.25])
    #expect(sparsemax([1e308, -1e308]) == [1.0, 0])
    #expect(sparsemaxLoss([1e17, 0] as Vector<Double>, target: 0) == 0)
  }

  @Test("single scores, infinities and NaN")
  func edges() {
    #expect(sparsemax([-3.5]) == [1.0])
    #expect(sparsemax([0, -.infinity]) == [1.0, 0])
    #expect(isAllNaN(sparsemax([0, .infinity])))
    #expect(isAllNaN(sparsemax([-.infinity, -.infinity])))
    #expect(isAllNaN(sparsemax([1, .nan, 0])))
    #expect(sparsemaxThreshold([1, .nan, 0]).support == [])
    #expect(sparsemaxLoss([.nan, 0], target: 1).isNaN)
  }

  @Test("machine and exact results agree to the running error")
  func rounded() {
    forAllScores("rounded") { x in
      let doubles = x.map { Double($0) }
      let exact = sparsemax(Vector(doubles.compactMap { Rational(exactly: $0) }))
      let computed = sparsemax(doubles.map { Rounded($0) })
      return zip(exact, computed).allSatisfy { truth, number in
        guard number.value > 0, let value = Rational(exactly: number.value),
          let bound = Rational(exactly: number.error)
        else { return number.value == 0 && truth < 1e-9 }
        return (value - truth).magnitude <= bound
      }
    }
  }
}
