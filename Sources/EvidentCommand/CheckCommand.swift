import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `evident check`: verify only.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verify the articles; write nothing but the reports asked for.")

  @Argument(help: "Ids of claims, paths of articles or their slugs. Default: everything.")
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Reports to write: json=FILE (the ledger), diagnostics=FILE. More than one: with commas.",
      valueName: "kind=file"))
  var report: [Report] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options)
    let selection = try session.select(names)
    let verification = session.builder.verify(selection)
    session.finish(verification, closing: nil)
    var failures: [String] = []
    for entry in report.flatMap(\.entries) {
      do {
        try entry.write(verification)
      } catch {
        failures.append("the report \(entry.file) could not be written: \(error)")
      }
    }
    guard failures.isEmpty else {
      session.console.print(failures.joined(separator: "\n"), to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    }
    throw ExitCode(verification.outcome.exitCode)
  }
}
