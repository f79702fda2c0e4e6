import Diagnostics
import Foundation
import Records

/// An article's run as it is kept: every place is told by a runnable and a line within it, so that
/// the run can be put back where the blocks stand now.
struct StoredRun: Codable, Equatable {
  private var outcomes: [ArticleRun.Outcome]
  private var output: [Int: [Item]]
  private var values: [Int: Quantity]
  private var checks: [CheckRecord]
  /// Where each check stands: a function may hold the check of a block that calls it.
  private var checkSpots: [RelativePlace]
  private var mutants: [MutantRecord]
  private var findings: [Finding]
  private var provenance: [String: String]

  private struct Item: Codable, Equatable {
    var printed: String?
    var shown: Shown?
    var fills: String?
  }

  private struct Finding: Codable, Equatable {
    var diagnostic: Diagnostic
    var spot: RelativePlace?
    var notes: [RelativePlace?]
  }

  init(_ run: ArticleRun, of tangle: Tangle) {
    outcomes = run.outcomes.map { outcome in
      guard case .notRun(let reason) = outcome else { return outcome }
      return .notRun(BlockLines.loosened(reason, in: tangle))
    }
    output = run.output.mapValues { $0.map(StoredRun.item) }
    values = run.values
    checks = run.checks
    checkSpots = run.checks.map { RelativePlace(line: $0.line, column: 1, in: tangle) }
    mutants = run.mutants
    findings = run.diagnostics.map { found in
      Finding(
        diagnostic: found, spot: found.place.flatMap { RelativePlace($0, in: tangle) },
        notes: found.notes.map { $0.place.flatMap { RelativePlace($0, in: tangle) } })
    }
    provenance = run.provenance
  }

  /// Whether everything went as it should: only such a run is kept for other processes.
  var isWithoutError: Bool {
    outcomes.allSatisfy { $0 == .ran || $0 == .asExpected }
      && !findings.contains { $0.diagnostic.severity == .error }
  }

  /// Whether the machine was at fault: trying again may help.
  var isAccident: Bool { findings.contains { $0.diagnostic.id == "run.failed" } }

  /// The run of the article as it stands now; `nil` when it does not fit the article at all.
  func placed(in tangle: Tangle) -> ArticleRun? {
    let numbers = tangle.pieces.indices
    let mentioned = Array(output.keys) + Array(values.keys) + checks.map(\.runnable)
    guard mentioned.allSatisfy(numbers.contains), outcomes.count == numbers.count,
      checks.count == checkSpots.count
    else { return nil }
    var checks = checks
    for index in checks.indices { checks[index].line = checkSpots[index].place(in: tangle).line }
    let outcomes = outcomes.map { outcome in
      guard case .notRun(let reason) = outcome else { return outcome }
      return .notRun(BlockLines.placed(reason, in: tangle))
    }
    return ArticleRun(
      path: tangle.path, outcomes: outcomes, output: output.mapValues { $0.map(StoredRun.item) },
      values: values, checks: checks, mutants: mutants,
      diagnostics: findings.map { StoredRun.placed($0, in: tangle) }, provenance: provenance)
  }

  private static func item(_ item: ArticleRun.OutputItem) -> Item {
    switch item {
    case .printed(let text): Item(printed: text)
    case .shown(let shown, let fills): Item(shown: shown, fills: fills)
    }
  }

  private static func item(_ item: Item) -> ArticleRun.OutputItem {
    if let shown = item.shown { return .shown(shown, fills: item.fills) }
    return .printed(item.printed ?? "")
  }

  private static func placed(_ finding: Finding, in tangle: Tangle) -> Diagnostic {
    var diagnostic = finding.diagnostic
    diagnostic.place = finding.spot?.place(in: tangle) ?? diagnostic.place
    for (index, spot) in finding.notes.enumerated()
    where diagnostic.notes.indices.contains(index) {
      diagnostic.notes[index].place = spot?.place(in: tangle) ?? diagnostic.notes[index].place
    }
    return diagnostic
  }
}
