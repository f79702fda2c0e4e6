// Eigenvalues and eigenvectors of symmetric machine matrices.

import MathCore
import Testing

@Suite("Symmetric eigendecomposition")
struct SymmetricEigenTests {
  /// As for singular values: reflections on both sides, and the iteration's rotations.
  private func bound(_ a: Matrix<Double>) -> Double {
    40 * Double(a.rows * a.rows) * unitRoundoff
  }

  private static let examples = MachineMatrix.all.compactMap { example -> MachineMatrix? in
    let a = example.matrix
    guard a.isSquare else { return nil }
    return MachineMatrix(name: example.name, matrix: 0.5 * a + 0.5 * a.transpose)
  }

  @Test("A = QΛQᵀ, orthonormal vectors, and values counted exactly", arguments: examples)
  func factors(_ example: MachineMatrix) throws {
    let a = example.matrix
    let factors = a.symmetricEigendecomposition
    let exact = try exactly(a)
    let (q, values) = (try exactly(factors.eigenvectors), factors.eigenvalues)
    let residual = try exact - q * exactly(.diagonal(values)) * q.transpose
    #expect(frobeniusRatio(residual, exact) <= bound(a))
    #expect(try distanceFromOrthonormal(factors.eigenvectors) <= bound(a))
    let size = max(values[0].magnitude, values[a.rows - 1].magnitude)
    let slack = try #require(Rational(exactly: bound(a) * size + 0x1p-1074))
    for (index, value) in values.enumerated() {
      let value = try #require(Rational(exactly: value))
      #expect(eigenvalues(of: exact, above: value + slack) ?? 0 <= a.rows - 1 - index)
      #expect(eigenvalues(of: exact, above: value - slack) ?? .max >= a.rows - index)
    }
  }

  @Test("known values, in ascending order")
  func known() {
    let a: Matrix<Double> = [[2, 1], [1, 2]]
    expectClose(a.symmetricEigendecomposition.eigenvalues, [1, 3])
    let swap: Matrix<Double> = [[0, 1], [1, 0]]
    expectClose(swap.symmetricEigendecomposition.eigenvalues, [-1, 1])
    expectClose(Vector(swap.symmetricEigendecomposition.product.entries), [0, 1, 1, 0])
    #expect(Matrix<Double>(rows: [[-3]]).symmetricEigendecomposition.eigenvalues == [-3])
    #expect(Matrix<Double>.zeros(0, 0).symmetricEigendecomposition.eigenvalues.isEmpty)
  }

  @Test("a matrix that is not symmetric, or not finite, is refused")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[0, 1], [2, 0]]).symmetricEigendecomposition
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[.nan]]).symmetricEigendecomposition
    }
  }
}
