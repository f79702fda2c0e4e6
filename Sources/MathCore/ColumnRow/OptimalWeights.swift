// The best weights for a given choice of terms: one number, one for each term, or a full matrix.
// With U the matrix whose columns are vec(vᵢ), i in S, and V that of all: UᵀU and UᵀV are parts
// of the Gram matrix, so no vector of length mn is formed.

extension ColumnRowProduct {
  /// UᵀU = (CᵀC) ∘ (RRᵀ) and UᵀV1: the normal equations of ``optimalDiagonal(_:)``.
  ///
  /// UᵀU is positive definite if C has independent columns and R no zero row (I. Schur).
  ///
  /// - Precondition: the indices are distinct.
  public func diagonalSystem(
    _ kept: [Int]
  ) -> (matrix: Matrix<Element>, rightSide: Vector<Element>) {
    requireDistinct(kept)
    let rows = gram.selectingRows(kept)
    let right = Vector((0..<kept.count).map { rows.row($0).sum })
    return (rows.selectingColumns(kept), right)
  }
}

extension ColumnRowProduct where Element: Scalar {
  /// The number λ with the least ‖λCR − XY‖², CR·XY/‖CR‖²; `nil` if CR = 0.
  ///
  /// - Precondition: the indices are distinct.
  public func optimalScalar(_ kept: [Int]) -> Element? {
    let (matrix, right) = diagonalSystem(kept)
    let norm2 = Vector(matrix.entries).sum
    return norm2 == .zero ? nil : right.sum / norm2
  }

  /// The weights λ with the least ‖C diag(λ) R − XY‖²; `nil` if the kept terms are linearly
  /// dependent, so that λ is not unique (over `Double`: if elimination meets an exact zero).
  ///
  /// - Precondition: the indices are distinct.
  public func optimalDiagonal(_ kept: [Int]) -> Vector<Element>? {
    let (matrix, right) = diagonalSystem(kept)
    return matrix.inverse.map { $0 * right }
  }
}

extension ColumnRowProduct where Element: Exact {
  /// The full matrix Λ = C⁺XYR⁺ with the least ‖CΛR − XY‖² (of several, the one of least norm);
  /// unique if C has independent columns and R independent rows.
  ///
  /// - Precondition: the indices are distinct.
  public func optimalMiddle(_ kept: [Int]) -> Matrix<Element> {
    requireDistinct(kept)
    let left = x.selectingColumns(kept).pseudoInverse * x
    return left * (y * y.selectingRows(kept).pseudoInverse)
  }
}
