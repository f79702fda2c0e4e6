import ArgumentParser
import Diagnostics
import Foundation
import Site

/// The argument of `--report`: `json=ledger.json` or `json=ledger.json,diagnostics=found.json`.
struct Report: ExpressibleByArgument {
  enum Kind: String, CaseIterable { case json, diagnostics }

  struct Entry {
    var kind: Kind
    var file: String

    func write(_ verification: Verification) throws {
      let json =
        switch kind {
        case .json: LedgerReport(verification.ledger).json
        case .diagnostics: Diagnostic.report(verification.diagnostics)
        }
      try Data(json.text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
  }

  var entries: [Entry] = []

  init?(argument: String) {
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let kind = Kind(rawValue: String(halves[0])) else { return nil }
      entries.append(Entry(kind: kind, file: String(halves[1])))
    }
  }
}
