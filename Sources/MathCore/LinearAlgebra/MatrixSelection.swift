// Choosing columns and rows, and the entrywise product.

extension Matrix {
  /// The columns with the given indices, in that order; an index may occur more than once.
  ///
  /// It is `self * S` for the selection matrix S, whose k-th column is e_{indices[k]}.
  ///
  /// - Precondition: every index is that of a column.
  public func selectingColumns(_ indices: [Int]) -> Matrix {
    requireIndices(indices, below: columns, "column")
    return Matrix(rows: rows, columns: indices.count) { self[$0, indices[$1]] }
  }

  /// The rows with the given indices, in that order; an index may occur more than once.
  ///
  /// - Precondition: every index is that of a row.
  public func selectingRows(_ indices: [Int]) -> Matrix {
    requireIndices(indices, below: rows, "row")
    return Matrix(rows: indices.count, columns: columns) { self[indices[$0], $1] }
  }

  private func requireIndices(_ indices: [Int], below limit: Int, _ what: String) {
    for index in indices {
      require((0..<limit).contains(index), "a \(shape) matrix has no \(what) \(index)")
    }
  }

  /// The entrywise (Hadamard, Schur) product.
  ///
  /// - Precondition: the shapes are equal.
  public func hadamard(_ other: Matrix) -> Matrix { combined(with: other) { $0 * $1 } }
}
