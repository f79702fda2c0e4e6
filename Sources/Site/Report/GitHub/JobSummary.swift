import Diagnostics
import Ledger
import Records

/// The run on one page, in Markdown: claims by evidence and verdict, then whatever is not green.
public struct JobSummary {
  /// GitHub drops a summary of more than 1 MiB: what is listed ends well before.
  static let limit = 900_000

  private let record: LedgerRecord

  public init(_ record: LedgerRecord) { self.record = record }

  public var text: String {
    let table = EvidenceTable(record)
    var lines = ["## Evident", "", sentence, ""]
    if !table.rows.isEmpty {
      lines.append("| " + table.header.map(Self.cell).joined(separator: " | ") + " |")
      lines.append("|:--|" + String(repeating: "--:|", count: table.header.count - 1))
      lines += table.rows.map { "| " + $0.map(Self.cell).joined(separator: " | ") + " |" }
      lines.append("")
    }
    return (lines + findings).joined(separator: "\n")
  }

  private var sentence: String {
    switch Outcome(record) {
    case .holds: "Everything holds, as far as it is claimed."
    case .wrong: "**Something is refuted or failed, or the input is wrong.**"
    case .undecided: "**Nothing is refuted, but something is undecided.**"
    case .usage: ""
    }
  }

  private var findings: [String] {
    let all = record.findings.filter { $0.severity != .note }
    guard !all.isEmpty else { return [] }
    var lines = ["### What is not green", ""]
    var size = 0
    for (index, finding) in all.enumerated() {
      let line = Self.item(finding)
      size += line.utf8.count + 1
      guard size < Self.limit else {
        lines.append("- and \(all.count - index) more; see the log")
        break
      }
      lines.append(line)
    }
    return lines
  }

  private static func item(_ finding: Diagnostic) -> String {
    let place = finding.place.map { escape("\($0.file):\($0.line)") + ": " } ?? ""
    return "- **\(finding.severity.rawValue)** \(place)\(escape(finding.message)) (\(finding.id))"
  }

  private static func cell(_ text: String) -> String { text.isEmpty ? " " : escape(text) }

  /// The text as text: no mark of Markdown, no HTML, no formula, on one line.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\n", "\r", "\t": result += " "
      case "$": result += "<span>$</span>"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "~",
        "@", ":":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.printable()
  }
}
