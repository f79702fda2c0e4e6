import Diagnostics
import Ledger
import Records

/// `ledger.json`, the record that every other report is derived from. Claims and values stand in
/// the order of their places, so that two runs give the same bytes apart from `seconds`.
public struct LedgerReport {
  private let ledger: SiteLedger

  public init(_ ledger: SiteLedger) { self.ledger = ledger }

  public var json: JSON {
    let provenance = ledger.provenance.sorted { $0.key < $1.key }
    return .object([
      ("schema", .integer(1)),
      ("summary", summary),
      ("claims", .array(ledger.claims.sorted { $0.place < $1.place }.map(claim))),
      ("values", .array(ledger.values.sorted { $0.place < $1.place }.map(value))),
      ("provenance", .object(provenance.map { ($0.key, .string($0.value)) })),
    ])
  }

  private var summary: JSON {
    let counts = ClaimCounts(ledger.countedClaims)
    return .object([
      ("claims", .integer(counts.claims)),
      ("holds", .integer(counts[.holds])),
      ("supported", .integer(counts[.supported])),
      ("refuted", .integer(counts[.refuted])),
      ("undecided", .integer(counts.undecided)),
      ("cited", .integer(counts[.cited])),
    ])
  }

  private func claim(_ claim: ClaimEntry) -> JSON {
    .object([
      ("id", .string(claim.id)),
      ("title", .string(claim.title)),
      ("article", .string(claim.article)),
      ("page", .string(claim.page)),
      ("anchor", .string(claim.anchor)),
      (
        "source",
        .object([("file", .string(claim.place.file)), ("line", .integer(claim.place.line))])
      ),
      ("verdict", .string(claim.verdict.rawValue)),
      ("demonstration", .bool(claim.isDemonstration)),
      ("assumptions", .array(claim.assumptions.map(JSON.string))),
      ("checks", .array(claim.checks.map(check))),
    ])
  }

  private func check(_ check: CheckEntry) -> JSON {
    let record = check.record
    let trial = record.trial
    return .object([
      ("part", record.part.map(JSON.integer) ?? .null),
      ("evidence", .string(record.evidence.rawValue)),
      ("scope", .string(LedgerReport.scope(record.coverage))),
      ("coverage", .string(record.coverage.map(\.phrase).joined(separator: "; "))),
      ("subject", .string(LedgerReport.subject(record.subject))),
      ("verdict", .string(check.verdict.rawValue)),
      ("summary", .string(check.sentence)),
      ("observed", number(trial.observed)),
      ("bound", number(trial.bound)),
      ("slack", number(check.slack)),
      ("sensitivity", number(record.sensitivity)),
      ("accepted", .integer(trial.cases - trial.excluded - trial.unclear)),
      ("drawn", .integer(trial.cases)),
      ("mutants", mutants(check.mutants)),
      ("seconds", .number(record.seconds)),
    ])
  }

  private func mutants(_ mutants: [MutantEntry]) -> JSON {
    func count(_ end: MutantEntry.End) -> JSON { .integer(mutants.count { $0.end == end }) }
    return .object([
      ("killed", count(.killed)), ("also_true", count(.alsoTrue)), ("survived", count(.survived)),
      ("total", .integer(mutants.count)),
    ])
  }

  private func value(_ value: ValueEntry) -> JSON {
    .object([
      ("article", .string(value.article)),
      ("line", .integer(value.place.line)),
      ("expression", .string(value.expression)),
      ("printed", value.printed.map(JSON.string) ?? .null),
      ("computed", .string(value.computed)),
      ("verdict", .string(value.verdict.rawValue)),
    ])
  }

  private func number(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }

  /// The scopes of the variables, each kind once, in the order in which the law quantifies them.
  private static func scope(_ coverage: [Coverage]) -> String {
    var kinds: [String] = []
    for entry in coverage where !kinds.contains(entry.scope.rawValue) {
      kinds.append(entry.scope.rawValue)
    }
    return kinds.joined(separator: ", ")
  }

  private static func subject(_ subject: Subject) -> String {
    switch subject {
    case .mathematics: "mathematics"
    case .implementation(let function, let scalar): "implementation: \(function) at \(scalar)"
    }
  }
}
