// Gaussian elimination: rank, determinant and inverse. Exact over `Rational` and complex numbers
// of rationals; over machine numbers the pivot of largest magnitude is taken, and the rank is that
// of the rounded process.

extension Matrix where Element: Eliminable {
  /// The number of linearly independent rows. Exact over ``Rational`` and ``Complex`` numbers of
  /// rationals; over `Double` a rounding error can hide or feign a dependence.
  public var rank: Int { eliminated().pivots.count }

  /// Exact over ``Rational`` and ``Complex`` numbers of rationals; 1 for the 0 × 0 matrix.
  ///
  /// - Precondition: the matrix is square.
  public var determinant: Element {
    require(isSquare, "a \(shape) matrix has no determinant")
    let (pivots, swaps, _) = eliminated()
    guard pivots.count == rows else { return .zero }
    let product = pivots.reduce(Element.one, *)
    return swaps % 2 == 0 ? product : -product
  }

  /// The inverse; `nil` if elimination meets a column without a pivot.
  ///
  /// - Precondition: the matrix is square.
  public var inverse: Matrix? {
    require(isSquare, "a \(shape) matrix has no inverse")
    let augmented = Matrix(rows: rows, columns: 2 * columns) { row, column in
      column < columns ? self[row, column] : (column - columns == row ? .one : .zero)
    }
    let (pivots, _, reduced) = augmented.eliminated(columns: columns, reducingUpward: true)
    guard pivots.count == rows else { return nil }
    return Matrix(rows: rows, columns: columns) { reduced[$0, columns + $1] / pivots[$0] }
  }

  /// Row echelon form of the first `limit` columns, its pivots, and the number of row swaps.
  private func eliminated(columns limit: Int? = nil, reducingUpward: Bool = false)
    -> (pivots: [Element], swaps: Int, matrix: Matrix)
  {
    var matrix = self
    var pivots: [Element] = []
    var swaps = 0
    for column in 0..<(limit ?? columns) where pivots.count < rows {
      let top = pivots.count
      guard let pivot = matrix.pivotRow(column, from: top) else { continue }
      if pivot != top {
        matrix.swapRows(pivot, top)
        swaps += 1
      }
      pivots.append(matrix[top, column])
      for row in (reducingUpward ? 0 : top + 1)..<rows where row != top {
        matrix.subtract(matrix[row, column] / matrix[top, column], times: top, from: row)
      }
    }
    return (pivots, swaps, matrix)
  }

  private func pivotRow(_ column: Int, from top: Int) -> Int? {
    let row = (top..<rows).max { self[$0, column].isSmaller(than: self[$1, column]) }
    return row.flatMap { self[$0, column] == .zero ? nil : $0 }
  }

  private mutating func swapRows(_ a: Int, _ b: Int) {
    for column in 0..<columns {
      entries.swapAt(a * columns + column, b * columns + column)
    }
  }

  private mutating func subtract(_ factor: Element, times source: Int, from target: Int) {
    guard factor != .zero else { return }
    for column in 0..<columns {
      entries[target * columns + column] -= factor * entries[source * columns + column]
    }
  }
}
