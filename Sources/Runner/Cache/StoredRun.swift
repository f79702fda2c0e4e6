import Diagnostics
import Foundation
import Records

/// An article's run as it is kept: every place is told by a runnable and a line within it, so that
/// the run can be put back where the blocks stand now.
///
/// Only a run in which everything went as it should is kept; what remains to be placed are checks
/// and the compiler's warnings.
struct StoredRun: Codable, Equatable {
  private var expected: [Int]
  private var output: [Int: [Item]]
  private var values: [Int: Quantity]
  private var checks: [CheckRecord]
  /// Where each check stands: a function may hold the check of a block that calls it.
  private var checkLines: [Line]
  private var mutants: [MutantRecord]
  private var warnings: [Warning]
  private var provenance: [String: String]

  private struct Item: Codable, Equatable {
    var printed: String?
    var shown: Shown?
    var fills: String?
  }

  /// A line of a runnable, from 0. Lines that belong to none are counted from the article's start.
  private struct Line: Codable, Equatable {
    var runnable: Int?
    var index: Int
  }

  private struct Spot: Codable, Equatable {
    var line: Line
    /// Columns past the line's padding.
    var column: Int
  }

  private struct Warning: Codable, Equatable {
    var diagnostic: Diagnostic
    var spot: Spot?
    var notes: [Spot?]
  }

  /// - Returns: `nil` for a run that is not to be kept: something failed, was not run, or was
  ///   refused.
  init?(_ run: ArticleRun, of tangle: Tangle) {
    expected = []
    for (number, outcome) in run.outcomes.enumerated() {
      switch outcome {
      case .ran: continue
      case .asExpected: expected.append(number)
      case .failed, .notRun: return nil
      }
    }
    guard !run.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    output = run.output.mapValues { $0.map(StoredRun.item) }
    values = run.values
    checks = run.checks
    checkLines = run.checks.map { StoredRun.line($0.line, in: tangle) }
    mutants = run.mutants
    warnings = run.diagnostics.map { found in
      Warning(
        diagnostic: found, spot: found.place.flatMap { StoredRun.spot($0, in: tangle) },
        notes: found.notes.map { $0.place.flatMap { StoredRun.spot($0, in: tangle) } })
    }
    provenance = run.provenance
  }

  /// The run of the article as it stands now; `nil` when it does not fit the article at all.
  func placed(in tangle: Tangle) -> ArticleRun? {
    let numbers = tangle.pieces.indices
    let mentioned = expected + Array(output.keys) + Array(values.keys) + checks.map(\.runnable)
    guard mentioned.allSatisfy(numbers.contains), checks.count == checkLines.count else {
      return nil
    }
    var checks = checks
    for index in checks.indices {
      checks[index].line = StoredRun.place(checkLines[index], in: tangle).line
    }
    var outcomes = Array(repeating: ArticleRun.Outcome.ran, count: tangle.pieces.count)
    for number in expected { outcomes[number] = .asExpected }
    return ArticleRun(
      path: tangle.path, outcomes: outcomes, output: output.mapValues { $0.map(StoredRun.item) },
      values: values, checks: checks, mutants: mutants,
      diagnostics: warnings.map { StoredRun.placed($0, in: tangle) }, provenance: provenance)
  }

  // MARK: Output

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

  // MARK: Places

  private static func line(_ line: Int, in tangle: Tangle) -> Line {
    for piece in tangle.pieces {
      guard let first = piece.lines.first, let last = piece.lines.last,
        (first.line...last.line).contains(line),
        let index = piece.lines.lastIndex(where: { $0.line <= line })
      else { continue }
      return Line(runnable: piece.number, index: index)
    }
    return Line(runnable: nil, index: line)
  }

  private static func place(_ line: Line, in tangle: Tangle) -> (line: Int, padding: Int) {
    guard let runnable = line.runnable, tangle.pieces.indices.contains(runnable) else {
      return (line.index, 0)
    }
    let lines = tangle.pieces[runnable].lines
    guard lines.indices.contains(line.index) else { return (tangle.pieces[runnable].place.line, 0) }
    return (lines[line.index].line, lines[line.index].padding)
  }

  private static func spot(_ place: Place, in tangle: Tangle) -> Spot? {
    guard place.file == tangle.path,
      let number = tangle.runnable(atLine: place.line, column: place.column),
      let index = tangle.pieces[number].lines.lastIndex(where: { $0.line <= place.line })
    else { return nil }
    let padding = tangle.pieces[number].lines[index].padding
    return Spot(line: Line(runnable: number, index: index), column: place.column - padding)
  }

  private static func placed(_ warning: Warning, in tangle: Tangle) -> Diagnostic {
    func current(_ spot: Spot?) -> Place? {
      guard let spot else { return nil }
      let (line, padding) = place(spot.line, in: tangle)
      return Place(file: tangle.path, line: line, column: max(1, spot.column + padding))
    }
    var diagnostic = warning.diagnostic
    diagnostic.place = current(warning.spot) ?? diagnostic.place
    for (index, spot) in warning.notes.enumerated() where diagnostic.notes.indices.contains(index) {
      diagnostic.notes[index].place = current(spot) ?? diagnostic.notes[index].place
    }
    return diagnostic
  }
}
