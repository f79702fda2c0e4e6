import Records

/// A table of computed values: a header, and rows whose cells may be of different types.
///
/// ```swift
/// var table = Table("n", "error", "bound")
/// for n in [10, 20, 40] {
///   table.row(n, error(n), bound(n))
/// }
/// show(table, as: "tab:convergence")
/// ```
public struct Table: Sendable {
  /// One text a column; `$…$` is typeset.
  public let header: [String]
  public private(set) var rows: [[Quantity]] = []

  public init(_ header: String...) { self.init(header: header) }

  public init(header: [String]) { self.header = header }

  /// A row for each element: `Table("n", "2^n", rows: 0..<5) { [$0, 1 << $0] }`.
  public init<Element>(
    _ header: String..., rows elements: some Sequence<Element>,
    cells: (Element) throws -> [any Showable]
  ) rethrows {
    self.init(header: header)
    for element in elements { append(try cells(element).map(\.quantity)) }
  }

  /// Appends a row.
  ///
  /// - Precondition: as many cells as the header has columns.
  public mutating func row<each Cell>(_ cells: repeat each Cell) {
    var quantities: [Quantity] = []
    for cell in repeat each cells { quantities.append(Quantity(describing: cell)) }
    append(quantities)
  }

  private mutating func append(_ cells: [Quantity]) {
    require(
      cells.count == header.count,
      "the table has \(header.count) columns; its row \(rows.count + 1) has \(cells.count) cells")
    rows.append(cells)
  }
}
