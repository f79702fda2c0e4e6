// QR of machine matrices, without and with column pivoting.

import MathCore
import Testing

@Suite("QR decomposition")
struct QRDecompositionTests {
  /// k reflections of length m are each applied with a relative error of at most 10 m u (two sums
  /// of m terms and the vector's own error); R gets one share of that, explicit Q √k.
  private func bound(_ a: Matrix<Double>) -> Double {
    let k = Double(min(a.rows, a.columns))
    return 10 * Double(a.rows) * k * (1 + k.squareRoot()) * unitRoundoff
  }

  @Test("A = QR with orthonormal columns and a triangle", arguments: MachineMatrix.all)
  func factors(_ example: MachineMatrix) throws {
    let a = example.matrix
    let factors = a.qrDecomposition
    let count = min(a.rows, a.columns)
    #expect(factors.q.rows == a.rows && factors.q.columns == count)
    #expect(factors.r.rows == count && factors.r.columns == a.columns)
    let exact = try exactly(a)
    let residual = try exact - exactly(factors.q) * exactly(factors.r)
    #expect(frobeniusRatio(residual, exact) <= bound(a))
    #expect(try distanceFromOrthonormal(factors.q) <= bound(a))
    expectTriangle(factors.r)
  }

  @Test("AP = QR, and the pivots do not increase", arguments: MachineMatrix.all)
  func pivoted(_ example: MachineMatrix) throws {
    let a = example.matrix
    let factors = a.pivotedQRDecomposition
    #expect(factors.permutation.sorted() == Array(0..<a.columns))
    let exact = try exactly(a.selectingColumns(factors.permutation))
    let r = try exactly(factors.r)
    let residual = try exact - exactly(factors.q) * r
    #expect(frobeniusRatio(residual, exact) <= bound(a))
    #expect(try distanceFromOrthonormal(factors.q) <= bound(a))
    expectTriangle(factors.r)
    // r²ₖₖ ≥ Σᵢ r²ᵢⱼ, i from k to j, up to the errors of the column norms.
    for k in 0..<factors.r.rows {
      for j in k..<a.columns {
        let rest = (k...max(k, min(j, factors.r.rows - 1))).map { r[$0, j] * r[$0, j] }
        let excess = rest.reduce(0, +) - r[k, k] * r[k, k]
        #expect(excess <= 0 || Double(excess / exact.norm2) <= bound(a), "row \(k), column \(j)")
      }
    }
    #expect(frobeniusRatio(try exactly(factors.product) - exactly(a), exact) <= 2 * bound(a))
  }

  private func expectTriangle(_ r: Matrix<Double>) {
    for row in 0..<r.rows {
      for column in 0..<min(row, r.columns) { #expect(r[row, column] == 0) }
      #expect(r[row, row] >= 0 && r[row, row].sign == .plus)
    }
  }

  @Test("known factors")
  func known() {
    let a: Matrix<Double> = [[3, 1], [4, 2]]
    let factors = a.qrDecomposition
    expectClose(Vector(factors.q.entries), [0.6, -0.8, 0.8, 0.6])
    expectClose(Vector(factors.r.entries), [5, 2.2, 0, 0.4])
    let negative: Matrix<Double> = [[-2]]
    #expect(negative.qrDecomposition.q == [[-1]] && negative.qrDecomposition.r == [[2]])
    // The second column is longer; the pivoted factors begin with it.
    let wide: Matrix<Double> = [[1, 0, 0], [0, 3, 2]]
    #expect(wide.pivotedQRDecomposition.permutation == [1, 0, 2])
    #expect(wide.pivotedQRDecomposition.r == [[3, 0, 2], [0, 1, 0]])
  }

  @Test("of a full column rank the triangle is Cholesky's of AᵀA, whatever the rows' order")
  func unique() {
    let a: Matrix<Double> = [[1, 2, 0], [-1, 1, 3], [2, 0, 1], [4, -2, 5]]
    let r = a.qrDecomposition.r
    expectClose(
      Vector(a.selectingRows([2, 0, 3, 1]).qrDecomposition.r.entries), r.entries, within: 1e-14)
    expectClose(Vector((r.transpose * r).entries), (a.transpose * a).entries, within: 1e-14)
  }

  @Test("empty matrices have empty factors")
  func empty() {
    let tall = Matrix<Double>.zeros(3, 0)
    #expect(tall.qrDecomposition.q == .zeros(3, 0) && tall.qrDecomposition.r == .zeros(0, 0))
    let wide = Matrix<Double>.zeros(0, 2)
    #expect(wide.qrDecomposition.q == .zeros(0, 0) && wide.qrDecomposition.r == .zeros(0, 2))
    #expect(wide.pivotedQRDecomposition.permutation == [0, 1])
    #expect(wide.pivotedQRDecomposition.product == wide)
  }

  @Test("numbers that are not finite, and norms beyond the largest number, are refused in words")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1, .nan]]).qrDecomposition
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1], [.infinity]]).pivotedQRDecomposition
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1.7e308], [1.7e308]]).qrDecomposition
    }
  }
}
