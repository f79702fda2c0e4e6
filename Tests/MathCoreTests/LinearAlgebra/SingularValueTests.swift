// Singular values of machine matrices, and what is read off them.

import MathCore
import Testing

@Suite("Singular value decomposition")
struct SingularValueTests {
  /// p u: both sides' reflections, min(m, n) of them each with a relative error of at most 10 m u
  /// or 10 n u, and as much again for the rotations of the iteration.
  private func bound(_ a: Matrix<Double>) -> Double {
    let (m, n) = (Double(a.rows), Double(a.columns))
    return 20 * min(m, n) * (m + n) * unitRoundoff
  }

  @Test("A = UΣVᵀ with orthonormal columns and ordered values", arguments: MachineMatrix.all)
  func factors(_ example: MachineMatrix) throws {
    let a = example.matrix
    let factors = a.singularValueDecomposition
    let count = min(a.rows, a.columns)
    #expect(factors.u.rows == a.rows && factors.u.columns == count)
    #expect(factors.v.rows == a.columns && factors.v.columns == count)
    let values = factors.singularValues
    #expect(
      zip(values, values.dropFirst()).allSatisfy { $0 >= $1 } && values.allSatisfy { $0 >= 0 })
    let exact = try exactly(a)
    let sigma = try exactly(.diagonal(values))
    let residual = try exact - exactly(factors.u) * sigma * exactly(factors.v).transpose
    #expect(frobeniusRatio(residual, exact) <= bound(a))
    #expect(try distanceFromOrthonormal(factors.u) <= bound(a))
    #expect(try distanceFromOrthonormal(factors.v) <= bound(a))
    #expect(frobeniusRatio(try exactly(factors.product) - exact, exact) <= 2 * bound(a))
  }

  @Test("each value is right to p u σ₁, counted exactly by inertia", arguments: MachineMatrix.all)
  func values(_ example: MachineMatrix) throws {
    let a = try exactly(example.matrix)
    let gram = a.rows < a.columns ? a * a.transpose : a.transpose * a
    let values = example.matrix.singularValues
    let slack = try #require(Rational(exactly: bound(example.matrix) * values[0]))
    for (index, value) in values.enumerated() {
      let value = try #require(Rational(exactly: value))
      let (high, low) = (value + slack, value - slack)
      #expect(eigenvalues(of: gram, above: high * high) ?? 0 <= index)
      if low > 0 { #expect(eigenvalues(of: gram, above: low * low) ?? .max >= index + 1) }
    }
  }

  @Test(
    "the four laws of Moore and Penrose, and the exact pseudo-inverse", arguments: MachineMatrix.all
  )
  func pseudoInverse(_ example: MachineMatrix) throws {
    let a = example.matrix
    let exact = try exactly(a)
    let x = try exactly(a.pseudoInverse())
    let values = a.singularValues
    let rank = a.numericalRank()
    #expect(x.rows == a.columns && x.columns == a.rows)
    // A matrix whose exact rank is larger than the numerical one has another pseudo-inverse.
    guard rank > 0, rank == exact.rank else { return #expect(rank <= exact.rank) }
    // ‖E‖ ≤ p u σ₁ makes, by Wedin's theorem, 2 · 1.62 p u κ ‖A⁺‖ of the result; each law has A⁺
    // at most twice, beside the rounding of the product.
    let allowed = 10 * bound(a) * values[0] / values[rank - 1]
    let (left, right) = (exact * x, x * exact)
    #expect(frobeniusRatio(left * exact - exact, exact) <= allowed)
    #expect(frobeniusRatio(right * x - x, x) <= allowed)
    #expect(frobeniusRatio(left.transpose - left, left) <= allowed)
    #expect(frobeniusRatio(right.transpose - right, right) <= allowed)
    #expect(frobeniusRatio(x - exact.pseudoInverse, exact.pseudoInverse) <= allowed)
  }

  @Test("ranks of products of integer matrices", arguments: MachineMatrix.all)
  func rank(_ example: MachineMatrix) throws {
    guard example.name != "graded rows", example.name != "graded columns" else { return }
    #expect(example.matrix.numericalRank() == (try exactly(example.matrix)).rank)
  }

  @Test("least squares: shortest, and with a residual orthogonal to the columns")
  func leastSquares() {
    let line: Matrix<Double> = [[1, 0], [1, 1], [1, 2]]
    expectClose(line.leastSquares([1, 2, 4]), [5.0 / 6, 1.5], within: 1e-15)
    let wide: Matrix<Double> = [[3, 4]]
    expectClose(wide.leastSquares([25]), [3, 4])
    let deficient: Matrix<Double> = [[1, 1], [1, 1]]
    expectClose(deficient.leastSquares([1, 3]), [1, 1])
    expectClose(Matrix<Double>(rows: [[1e-300]]).leastSquares([1e-300]), [1])
    expectClose(Matrix<Double>(rows: [[1e300], [1e300]]).leastSquares([1e308, 1e308]), [1e8])
    #expect(Matrix<Double>.zeros(2, 3).leastSquares([1, 2]) == [0, 0, 0])
    #expect(Matrix<Double>.zeros(0, 2).leastSquares([]) == [0, 0])
  }

  @Test("known values")
  func known() {
    let a: Matrix<Double> = [[3, 0], [4, 5]]
    expectClose(a.singularValues, [Double(45).squareRoot(), Double(5).squareRoot()])
    #expect(a.spectralNorm == a.singularValues[0])
    let hilbert = Matrix<Double>(rows: 8, columns: 8) { 1 / Double($0 + $1 + 1) }
    expectClose(hilbert.singularValues[3], 1.467688e-3, within: 5e-10)
    expectClose(Matrix<Double>(rows: [[-7]]).singularValues, [7])
    #expect(Matrix<Double>(rows: [[0x1p-1074]]).singularValues == [0x1p-1074])
    #expect(Matrix<Double>(rows: [[0x1p1023]]).singularValues == [0x1p1023])
  }

  @Test("the tolerance decides which singular values count")
  func tolerance() {
    let a = Matrix<Double>.diagonal([4, 1, 1e-3, 0])
    #expect(a.numericalRank() == 3 && a.numericalRank(tolerance: 1e-3) == 2)
    #expect(a.numericalRank(tolerance: 4) == 0)
    #expect(a.pseudoInverse(tolerance: 0.5) == .diagonal([0.25, 1, 0, 0]))
    expectClose(a.leastSquares([4, 1, 1, 1], tolerance: 0.5), [1, 1, 0, 0])
    expectClose(a.leastSquares([4, 1, 1, 1]), [1, 1, 1e3, 0])
    let svd = a.singularValueDecomposition
    #expect(svd.defaultTolerance == 4 * 4 * 0x1p-52)
    // What is only rounding: 0.1 + 0.2 is not 0.3, but the default cutoff is above that.
    let almost: Matrix<Double> = [[0.3, 0.1 + 0.2], [0.3, 0.3]]
    #expect(almost.numericalRank() == 1 && almost.numericalRank(tolerance: 0) == 2)
  }

  @Test("inverses at both ends of the range")
  func range() {
    #expect(Matrix<Double>(rows: [[0x1p1000]]).pseudoInverse() == [[0x1p-1000]])
    #expect(Matrix<Double>(rows: [[0x1p-1000]]).pseudoInverse() == [[0x1p1000]])
    #expect(Matrix<Double>(rows: [[0x1p-1074]]).pseudoInverse() == [[.infinity]])
    let wide = Matrix<Double>.diagonal([0x1p400, 0x1p-400])
    #expect(wide.pseudoInverse(tolerance: 0) == .diagonal([0x1p-400, 0x1p400]))
    #expect(wide.pseudoInverse() == .diagonal([0x1p-400, 0]))
  }

  @Test("empty matrices, and matrices of zeros")
  func empty() {
    #expect(Matrix<Double>.zeros(0, 3).singularValues.isEmpty)
    #expect(Matrix<Double>.zeros(3, 0).singularValueDecomposition.u == .zeros(3, 0))
    #expect(Matrix<Double>.zeros(0, 3).singularValueDecomposition.product == .zeros(0, 3))
    #expect(Matrix<Double>.zeros(0, 3).pseudoInverse() == .zeros(3, 0))
    #expect(Matrix<Double>.zeros(0, 0).numericalRank() == 0)
    #expect(Matrix<Double>.zeros(0, 0).spectralNorm == 0)
    #expect(Matrix<Double>.zeros(2, 3).pseudoInverse() == .zeros(3, 2))
    #expect(Matrix<Double>.zeros(2, 3).numericalRank() == 0)
  }

  @Test("calls at once give the bits of one call")
  func together() async {
    var sample = RandomSource("together").sample(0)
    let a = Matrix<Double>(rows: 90, columns: 70) { _, _ in sample.normal() }
    let alone = a.pseudoInverse()
    await withTaskGroup(of: Matrix<Double>.self) { group in
      for _ in 0..<8 { group.addTask { a.pseudoInverse() } }
      for await result in group { #expect(result == alone) }
    }
  }

  @Test("numbers that are not finite, a negative tolerance and a wrong length are refused")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1, .nan], [0, 1]]).singularValues
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[.infinity]]).pseudoInverse()
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>.identity(2).numericalRank(tolerance: -1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>.identity(2).leastSquares([1])
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1.7e308, 1.7e308]]).singularValues
    }
  }
}
