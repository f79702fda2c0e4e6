import Article
import Diagnostics
import Ledger
import Records
import Weave

/// Everything that is known about one claim, as text for a terminal: what it says, where, how each
/// check went, what was tried against it, and how to see it again.
public struct ClaimExplanation: Sendable {
  private let entry: ClaimEntry
  private let document: Document?

  /// `nil` when the run did not judge a claim of this id.
  public init?(_ id: String, in verification: Verification) {
    guard let entry = verification.ledger.claims.first(where: { $0.id == id }) else { return nil }
    self.entry = entry
    document = verification.documents.first { $0.path == entry.article }
  }

  public var text: String {
    let parts = [heading, statement] + entry.checks.enumerated().map(check) + [code, last]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n").printable(keepingLines: true)
  }

  private var heading: [String] {
    var lines = ["\(entry.id): \(entry.title)"]
    lines.append(
      "  \(entry.place.file):\(entry.place.line), on the page \(entry.page)#\(entry.anchor)")
    lines.append("  \(entry.verdict.symbol) \(entry.verdict.word)")
    if let reason = entry.reason { lines.append("  \(reason)") }
    return lines
  }

  /// The author's own lines, without the quote's marks.
  private var statement: [String] {
    guard let document else { return [] }
    let lines = document.source.split(separator: "\n", omittingEmptySubsequences: false)
    let quote = lines.dropFirst(entry.place.line - 1).map { $0.drop { $0 == " " } }
      .prefix { $0.hasPrefix(">") }
      .dropFirst().map { $0.dropFirst().hasPrefix(" ") ? $0.dropFirst(2) : $0.dropFirst() }
    let trimmed = quote.drop { $0.isEmpty }
    return trimmed.isEmpty ? [] : ["Statement"] + trimmed.map { "  " + $0 }
  }

  private func check(_ index: Int, _ check: CheckEntry) -> [String] {
    let record = check.record
    let part = record.part.map { ", part \($0)" } ?? ""
    var lines = [
      "Check \(index + 1) of \(entry.checks.count)\(part): \(record.evidence.rawValue), "
        + record.method,
      "  \(check.verdict.symbol) \(check.sentence)",
      "  at \(check.place.file):\(check.place.line)",
    ]
    if let statement = record.statement { lines.append("  checked: \(statement)") }
    lines += check.margins.map { "  \($0.name.lowercasedStart): \($0.value)" }
    lines += record.trial.strata.map { "    \($0.name): \($0.accepted) of \($0.drawn)" }
    if let worst = record.trial.violation ?? record.trial.worst {
      let name = ClaimExplanation.name(of: record)
      lines.append("  \(name): \(ClaimExplanation.sentence(worst))")
    }
    return lines + attempts(check)
  }

  /// What the values of the worst case are.
  private static func name(of record: CheckRecord) -> String {
    if record.trial.violation != nil { return record.refutes ? "holds" : "fails" }
    if record.evidence == .witness { return record.refutes ? "fails" : "holds" }
    return record.worstName.lowercasedStart
  }

  private func attempts(_ check: CheckEntry) -> [String] {
    var lines: [String] = []
    if let never = check.record.never {
      let end = never.violated > 0 ? "refuted" : "not refuted"
      lines.append("    \(end): the conclusion replaced by “false”")
    }
    lines += check.mutants.map { "    \($0.end.word): \($0.sentence)" }
    if let reason = check.record.undamaged {
      lines.append("    not tried: damages of the function (\(reason))")
    }
    return ["  tried against it:"] + (lines.isEmpty ? ["    nothing"] : lines)
  }

  private static func sentence(_ witness: Witness) -> String {
    let point = witness.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    let relation = "\(witness.left) \(witness.relation) \(witness.right)"
    let gap = witness.gap.map { ", by \($0)" } ?? ""
    return (point.isEmpty ? "" : "at \(point): ") + relation + gap
  }

  /// Each block once, although several checks may stand in it.
  private var code: [String] {
    var seen: Set<String> = []
    let blocks = entry.checks.map(\.code).filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !blocks.isEmpty else { return [] }
    return ["Code"]
      + blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }
  }

  private var last: [String] {
    var seen: Set<String> = []
    let grounds =
      entry.assumptions.map { $0 + (entry.givens.contains($0) ? ", not established here" : "") }
      + entry.checks.flatMap(\.record.restsOn).filter { seen.insert($0).inserted }
    return (grounds.isEmpty ? [] : ["Rests on"] + grounds.map { "  " + $0 }) + [
      "Reproduce", "  ./evident check --no-cache \(entry.id)",
    ]
  }
}

extension String {
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
