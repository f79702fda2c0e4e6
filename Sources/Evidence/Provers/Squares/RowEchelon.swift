import MathCore

/// The reduced row echelon form of a rational matrix: each pivot is 1 and alone in its column.
struct RowEchelon {
  /// The rows that are not zero.
  private(set) var rows: [[Rational]] = []
  /// The pivot's column of each row, increasing.
  private(set) var pivots: [Int] = []

  /// - Parameter columns: how many columns may hold pivots; a right-hand side may stand behind them.
  init(_ matrix: [[Rational]], columns: Int) {
    var rest = matrix
    for column in 0..<columns {
      guard let index = rest.firstIndex(where: { $0[column] != 0 }) else { continue }
      let found = rest.remove(at: index)
      let inverse = 1 / found[column]
      let pivot = found.map { $0 * inverse }
      Self.clear(column, with: pivot, in: &rest)
      Self.clear(column, with: pivot, in: &rows)
      rows.append(pivot)
      pivots.append(column)
    }
    remainder = rest.filter { $0.contains { $0 != 0 } }
  }

  /// Rows whose first `columns` entries became zero while something behind them did not: equations
  /// that contradict each other.
  let remainder: [[Rational]]

  /// A basis of the vectors that every row is orthogonal to.
  static func nullSpace(of matrix: [[Rational]], columns: Int) -> [[Rational]] {
    let form = RowEchelon(matrix, columns: columns)
    return (0..<columns).filter { !form.pivots.contains($0) }.map { free in
      var vector = [Rational](repeating: 0, count: columns)
      vector[free] = 1
      for (row, pivot) in zip(form.rows, form.pivots) { vector[pivot] = -row[free] }
      return vector
    }
  }

  private static func clear(_ column: Int, with pivot: [Rational], in rows: inout [[Rational]]) {
    for index in rows.indices where rows[index][column] != 0 {
      let factor = rows[index][column]
      for entry in column..<pivot.count where pivot[entry] != 0 {
        rows[index][entry] -= factor * pivot[entry]
      }
    }
  }
}
