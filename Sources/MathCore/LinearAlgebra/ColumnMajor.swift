// Machine matrices as LAPACK takes them: by columns, finite, and of a size at which nothing
// overflows on the way.

/// An m × n matrix of machine numbers, column after column.
struct ColumnMajor {
  let rows: Int
  let columns: Int
  var entries: [Double]

  init(_ matrix: Matrix<Double>) {
    rows = matrix.rows
    columns = matrix.columns
    entries = matrix.transpose.entries
  }

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    entries = Array(repeating: 0, count: rows * columns)
  }

  var matrix: Matrix<Double> {
    Matrix(rows: columns, columns: rows, entries: entries).transpose
  }

  /// As LAPACK counts.
  var shape: (rows: Int32, columns: Int32) { (Int32(rows), Int32(columns)) }

  /// The first `count` columns.
  func prefix(columns count: Int) -> ColumnMajor {
    var part = ColumnMajor(rows: rows, columns: count)
    part.entries = Array(entries.prefix(rows * count))
    return part
  }
}

extension Matrix where Element == Double {
  /// The matrix times a power of two, so that its largest entry is in [1, 2), and the exponent to
  /// undo it. Exact, but for entries that are 2⁻¹⁰²² times the largest.
  ///
  /// - Precondition: all entries are finite. (LAPACK may not return for others.)
  func normalized(for purpose: String) -> (matrix: ColumnMajor, exponent: Int) {
    for (index, entry) in entries.enumerated() {
      require(
        entry.isFinite,
        "entry (\(index / columns), \(index % columns)) of the matrix is \(entry): it has no \(purpose)"
      )
    }
    require(
      entries.count <= Int(Int32.max), "a \(shape) matrix is too large for LAPACK: no \(purpose)")
    let exponent = (entries.map(\.magnitude).max() ?? 0).exponentOrZero
    return (ColumnMajor(map { machineScale($0, -exponent) }), exponent)
  }

  /// Undoes ``normalized(for:)``.
  ///
  /// - Precondition: nothing overflows.
  func scaled(by exponent: Int, for purpose: String) -> Matrix {
    let result = map { machineScale($0, exponent) }
    require(
      result.entries.allSatisfy(\.isFinite),
      "the \(shape) matrix of the \(purpose) has entries that are too large for machine numbers")
    return result
  }
}

extension Double {
  /// The binary exponent of a finite number; 0 for 0.
  var exponentOrZero: Int { self == 0 ? 0 : Int(exponent) }
}
