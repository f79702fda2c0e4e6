import Diagnostics
import Site

/// How a run is told at a terminal.
extension Console {
  func print(_ diagnostics: [Diagnostic], sources: [String: String]) {
    guard !diagnostics.isEmpty else { return }
    let writer = TerminalWriter(sources: sources, color: hasColor(.standardError))
    print(writer.text(for: diagnostics), to: .standardError)
  }

  /// Diagnostics to standard error, the summary to standard output.
  func finish(_ record: LedgerRecord, sources: [String: String]) {
    progress("")
    print(record.diagnostics, sources: sources)
    print(SummaryTable(record).text, to: .standardOutput)
    if let chance = record.chance?.sentence { print(chance, to: .standardOutput) }
    let errors = record.diagnostics.count { $0.severity == .error }
    if errors > 0 { print(errors == 1 ? "1 error" : "\(errors) errors", to: .standardOutput) }
  }
}
