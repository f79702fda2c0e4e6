import ArgumentParser
import Diagnostics
import Foundation
import Site

/// What a run leaves behind besides what it prints.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Reports to write: json=FILE (the ledger), junit=FILE, sarif=FILE, diagnostics=FILE.",
      discussion: "More than one: with commas, or the option again.", valueName: "kind=file"))
  var lists: [ReportList] = []

  @Flag(help: "In GitHub Actions: annotate the lines of the Markdown, and write a job summary.")
  var github = false

  func validate() throws {
    var files: Set<String> = []
    for report in lists.flatMap(\.reports) {
      let path = URL(fileURLWithPath: report.file).standardizedFileURL.path
      guard files.insert(path).inserted else {
        throw ValidationError("two reports cannot be written to the same file, \(report.file)")
      }
    }
  }

  var console: Console { Console(joinsStreams: github) }

  /// Runs `body` and lets nothing that it prints speak to GitHub Actions: a title may hold what
  /// reads like a command.
  func guarded<Result>(_ console: Console, _ body: () throws -> Result) rethrows -> Result {
    guard github else { return try body() }
    let token = "evident-\(UInt64.random(in: .min ... .max))"
    console.print(WorkflowCommand("stop-commands", [], token).line, to: .standardOutput)
    defer { console.print(WorkflowCommand(token).line, to: .standardOutput) }
    return try body()
  }

  /// Writes all reports, and says which of them could not be written; the others are there.
  func write(
    _ record: LedgerRecord, of site: SiteFolder, sources: [String: String], _ console: Console
  ) -> Outcome {
    let run = GitHubRun(ProcessInfo.processInfo.environment, site: site)
    let places = SourcePlaces(sources: sources, prefix: run.prefix)
    var failures: [Diagnostic] = []
    for report in lists.flatMap(\.reports) {
      do { try report.write(record, places: places) } catch { failures.append(error.diagnostic) }
    }
    if github {
      for line in run.annotations(record, sources: sources) {
        console.print(line, to: .standardOutput)
      }
      do { try run.writeSummary(record) } catch { failures.append(error.diagnostic) }
    }
    console.print(failures, sources: [:])
    return failures.isEmpty ? Outcome(record) : .wrong
  }
}

/// The argument of `--report`: `json=ledger.json` or `json=ledger.json,junit=junit.xml`.
struct ReportList: ExpressibleByArgument {
  var reports: [ReportFile] = []

  init?(argument: String) {
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let kind = ReportFile.Kind(rawValue: String(halves[0])) else {
        return nil
      }
      reports.append(ReportFile(kind, file: String(halves[1])))
    }
  }
}
