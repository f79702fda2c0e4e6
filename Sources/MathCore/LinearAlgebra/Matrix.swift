// Matrices over any field, by rows.

/// An m × n matrix. Operations on two matrices require fitting shapes (a precondition, with both
/// shapes in its message).
public struct Matrix<Element: Field>: Sendable {
  public let rows: Int
  public let columns: Int
  /// Row after row.
  public internal(set) var entries: [Element]

  init(rows: Int, columns: Int, entries: [Element]) {
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  public init(rows: Int, columns: Int, _ entry: (_ row: Int, _ column: Int) -> Element) {
    require(rows >= 0 && columns >= 0, "a matrix cannot be \(rows) × \(columns)")
    self.init(
      rows: rows, columns: columns,
      entries: (0..<rows).flatMap { row in (0..<columns).map { entry(row, $0) } })
  }

  /// - Precondition: all rows have the same length.
  public init(rows: [[Element]]) {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() {
      require(
        row.count == columns,
        "row \(index) of the matrix has \(row.count) entries, row 0 has \(columns)")
    }
    self.init(rows: rows.count, columns: columns, entries: rows.flatMap { $0 })
  }

  public init(rows: [Vector<Element>]) { self.init(rows: rows.map(\.entries)) }

  public static func identity(_ size: Int) -> Matrix {
    Matrix(rows: size, columns: size) { $0 == $1 ? .one : .zero }
  }
  public static func zeros(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { _, _ in .zero }
  }
  public static func diagonal(_ entries: Vector<Element>) -> Matrix {
    Matrix(rows: entries.count, columns: entries.count) { $0 == $1 ? entries[$0] : .zero }
  }
  /// a bᵀ.
  public static func outer(_ a: Vector<Element>, _ b: Vector<Element>) -> Matrix {
    Matrix(rows: a.count, columns: b.count) { a[$0] * b[$1] }
  }

  public subscript(row: Int, column: Int) -> Element {
    get { entries[offset(row, column)] }
    set { entries[offset(row, column)] = newValue }
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    require(
      (0..<rows).contains(row) && (0..<columns).contains(column),
      "a \(rows) × \(columns) matrix has no entry (\(row), \(column))")
    return row * columns + column
  }

  public func row(_ index: Int) -> Vector<Element> {
    Vector((0..<columns).map { self[index, $0] })
  }
  public func column(_ index: Int) -> Vector<Element> {
    Vector((0..<rows).map { self[$0, index] })
  }

  public var transpose: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }
  public var isSquare: Bool { rows == columns }
  var shape: String { "\(rows) × \(columns)" }

  public func map<Result: Field>(_ transform: (Element) throws -> Result) rethrows
    -> Matrix<Result>
  {
    Matrix<Result>(rows: rows, columns: columns, entries: try entries.map(transform))
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: [Element]...) { self.init(rows: elements) }
}

extension Matrix: Equatable where Element: Equatable {}
extension Matrix: Hashable where Element: Hashable {}

extension Matrix: CustomStringConvertible {
  public var description: String {
    (0..<rows).map { row($0).description }.joined(separator: "\n")
  }
}
