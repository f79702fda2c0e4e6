import Diagnostics
import Site

/// The last thing a run prints: claims by the evidence they rest on and by verdict.
struct SummaryTable {
  private let table: EvidenceTable

  init(_ record: LedgerRecord) { table = EvidenceTable(record) }

  var text: String {
    table.rows.isEmpty ? "no claims" : SummaryTable.aligned([table.header] + table.rows)
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.displayWidth)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
