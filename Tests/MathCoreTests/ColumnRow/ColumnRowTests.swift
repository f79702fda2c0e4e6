// Column–row approximation on one small product, against values computed by hand and by
// enumeration, and its laws on random rational matrices.

import MathCore
import Testing

@Suite("Column–row approximation")
struct ColumnRowTests {
  let fixture = ColumnRowProduct<Rational>(
    [[1, 2, 0, -1], [0, 1, 3, 1], [2, -1, 1, 0]],
    [[1, 0, 2], [-1, 1, 0], [0, 2, 1], [1, 1, -1]])

  @Test("the product, its terms and their norms")
  func product() {
    #expect(fixture.product == [[-2, 1, 3], [0, 8, 2], [3, 1, 5]])
    #expect(fixture.norms2 == [25, 12, 50, 6])
    #expect(fixture.productNorm2 == 117)
    let sum = (0..<4).map(fixture.term).reduce(Matrix.zeros(3, 3)) { $0 + $1 }
    #expect(sum == fixture.product)
  }

  @Test("the longest terms, and their errors for 1, 2 and 3 terms, which are the best")
  func topNorm() {
    let errors: [Rational] = [45, 18, 6]
    for r in 1...3 {
      #expect(fixture.error2(fixture.topNorm(r)) == errors[r - 1])
      #expect(fixture.exhaustive(r).error2 == errors[r - 1])
      #expect(fixture.exhaustive(r).kept == fixture.topNorm(r))
    }
    #expect(fixture.topNorm(2) == [0, 2])
  }

  @Test("the longest terms can be the worst choice")
  func topNormIsNotOptimal() {
    let sum = ColumnRowProduct<Rational>(scalars: [10, -10, 1])
    #expect(sum.topNorm(1) == [0])
    #expect(sum.error2([0]) == 81)
    #expect(sum.exhaustive(1).kept == [2])
    #expect(sum.exhaustive(1).error2 == 0)
  }

  @Test("the greedy search is exhaustive in one step, and can fail in two")
  func greedy() {
    let sum = ColumnRowProduct<Rational>(scalars: [-4, -3, 9, -2, -6, 8])
    #expect(sum.error2(sum.greedy(2, removing: 4)) == 0)
    #expect(sum.greedy(2, removing: 2) == [1, 3])
    #expect(sum.error2(sum.greedy(2, removing: 2)) == 49)
    #expect(sum.error2(sum.greedy(2, removing: 2, cumulative: true)) == 9)
    #expect(sum.greedy(5, removing: 2).count == 5)
  }

  @Test("the error from the Gram matrix is that of the matrices")
  func errors() {
    for kept in Subsets(of: 4, size: 2) {
      let direct = (fixture.approximation(kept) - fixture.product).norm2
      #expect(fixture.error2(kept) == direct)
    }
    let weights: Vector<Rational> = [2, Rational(1, 3), -1]
    let direct = (fixture.approximation([3, 1, 3], weights: weights) - fixture.product).norm2
    #expect(fixture.error2([3, 1, 3], weights: weights) == direct)
  }

  @Test("best weights: one number, a diagonal, a full matrix; each does better than the last")
  func optimalWeights() throws {
    let scalar = try #require(fixture.optimalScalar([0, 1]))
    let scalarError = fixture.error2([0, 1], weights: [scalar, scalar])
    let diagonal = try #require(fixture.optimalDiagonal([0, 1]))
    #expect(diagonal == [Rational(6, 5), Rational(4, 3)])
    #expect(fixture.diagonalSystem([0, 1]).rightSide == [30, 16])
    #expect(fixture.error2([0, 1], weights: diagonal) == Rational(179, 3))
    let full = fixture.optimalMiddle([0, 1])
    #expect(full == [[Rational(59, 45), Rational(5, 9)], [Rational(7, 27), Rational(79, 54)]])
    #expect(fixture.error2([0, 1], middle: full) == Rational(1487, 27))
    #expect(fixture.error2([0, 1]) == 62)
    #expect(Rational(179, 3) < scalarError && scalarError < 62)
  }

  @Test("weights that are not unique are none")
  func dependentTerms() {
    let twice = ColumnRowProduct<Rational>([[1, 1]], [[1], [1]])
    #expect(twice.optimalDiagonal([0, 1]) == nil)
    #expect(ColumnRowProduct<Rational>(scalars: [1, -1]).optimalScalar([0, 1]) == nil)
    let opposite = ColumnRowProduct<Rational>([[1, -1]], [[1], [1]])
    #expect(opposite.error2([0]) == 1)
    #expect(opposite.error2([0], middle: opposite.optimalMiddle([0])) == 0)
  }

  @Test("indices out of range or twice, and matrices that do not fit, are refused")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      _ = ColumnRowProduct<Double>([[1, 2]], [[1, 2]])
    }
    await #expect(processExitsWith: .failure) {
      _ = ColumnRowProduct<Double>(scalars: [1, 2]).error2([0, 0])
    }
    await #expect(processExitsWith: .failure) {
      _ = ColumnRowProduct<Double>(scalars: [1, 2]).approximation([2])
    }
  }
}
