// Sums and products of matrices, trace and norm.

extension Matrix {
  func combined(with other: Matrix, _ operation: (Element, Element) -> Element) -> Matrix {
    require(
      rows == other.rows && columns == other.columns,
      "matrices of shapes \(shape) and \(other.shape) do not combine")
    return Matrix(
      rows: rows, columns: columns, entries: zip(entries, other.entries).map(operation))
  }

  public static func + (a: Matrix, b: Matrix) -> Matrix { a.combined(with: b) { $0 + $1 } }
  public static func - (a: Matrix, b: Matrix) -> Matrix { a.combined(with: b) { $0 - $1 } }
  public static prefix func - (a: Matrix) -> Matrix { a.map { -$0 } }
  public static func * (a: Element, b: Matrix) -> Matrix { b.map { a * $0 } }

  /// The matrix product; every entry is summed in the order of the inner index.
  @specialized(where Element == Double)
  @specialized(where Element == Rational)
  @specialized(where Element == Ball)
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    require(
      a.columns == b.rows, "a \(a.shape) matrix cannot be multiplied by a \(b.shape) one")
    var entries = [Element](repeating: .zero, count: a.rows * b.columns)
    for row in 0..<a.rows {
      for inner in 0..<a.columns {
        let factor = a.entries[row * a.columns + inner]
        for column in 0..<b.columns {
          entries[row * b.columns + column] += factor * b.entries[inner * b.columns + column]
        }
      }
    }
    return Matrix(rows: a.rows, columns: b.columns, entries: entries)
  }

  /// The matrix applied to a vector.
  public static func * (a: Matrix, x: Vector<Element>) -> Vector<Element> {
    require(
      a.columns == x.count, "a \(a.shape) matrix does not apply to a vector of length \(x.count)")
    return Vector((0..<a.rows).map { a.row($0).dot(x) })
  }

  /// The sum of the diagonal.
  ///
  /// - Precondition: the matrix is square.
  public var trace: Element {
    require(isSquare, "a \(shape) matrix has no trace")
    return Vector((0..<rows).map { self[$0, $0] }).sum
  }

  /// The sum of the squares of all entries: the square of the Frobenius norm.
  public var norm2: Element { Vector(entries).norm2 }
}
