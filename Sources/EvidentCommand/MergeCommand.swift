import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `evident merge`: the ledgers of all shards as the one that a single run would have given.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the ledgers of `check --shard i/n --report json=FILE` into one run.",
    discussion: """
      All n shards must be there, each once, made from the same site. The exit code is that of the \
      whole run.
      """)

  @Argument(help: "The ledgers of all shards.")
  var files: [String]

  @OptionGroup var reports: ReportOptions
  @OptionGroup var site: SiteOption

  func run() throws {
    let console = reports.console
    let inputs = SiteInputs(in: try site.folder())
    let record: LedgerRecord
    do {
      record = try LedgerRecord(merging: files)
    } catch {
      console.print([error.diagnostic], sources: [:])
      throw ExitCode(Outcome.wrong.exitCode)
    }
    reports.guarded(console) { console.finish(record, sources: inputs.sources) }
    let outcome = reports.write(record, of: inputs.folder, sources: inputs.sources, console)
    throw ExitCode(outcome.exitCode)
  }
}
