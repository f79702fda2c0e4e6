import ArgumentParser
import Diagnostics
import Site

/// `evident check`: verify only.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verify the articles; write nothing but the reports asked for.")

  @Argument(help: "Ids of claims, paths of articles or their slugs. Default: everything.")
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check only the i-th of n parts of the site, for `evident merge`.", valueName: "i/n"))
  var shard: Shard?

  @OptionGroup var reports: ReportOptions
  @OptionGroup var fresh: FreshOptions
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if shard != nil && !names.isEmpty {
      throw ValidationError("--shard divides the whole site; leave the names out")
    }
  }

  func run() throws {
    let console = reports.console
    let session = try start(console)
    let inputs = session.builder.inputs
    try fresh.refuse(
      textThatNames: inputs.claimIDs + inputs.documents.flatMap { [$0.path, $0.slug] })
    let selection = try session.select(names, shard: shard)
    let record = reports.guarded(console) {
      var verification = session.builder.verify(selection)
      keepEvidence(&verification)
      let record = LedgerRecord(verification, shard: shard.map { $0.record(of: inputs) })
      console.finish(record, sources: inputs.sources)
      return record
    }
    let outcome = reports.write(record, of: inputs.folder, sources: inputs.sources, console)
    throw ExitCode(outcome.exitCode)
  }

  /// Evidence that cannot be read is not lightly replaced: nothing runs without it.
  private func start(_ console: Console) throws -> Session {
    do {
      return try Session(options, console: console, fresh: fresh.run())
    } catch let defect as EvidenceFile.Defect {
      console.print([defect.diagnostic], sources: [:])
      throw ExitCode(Outcome.wrong.exitCode)
    }
  }

  private func keepEvidence(_ verification: inout Verification) {
    guard let file = fresh.file, let book = verification.ledger.evidence else { return }
    do throws(EvidenceFile.Defect) {
      try file.write(book)
    } catch {
      verification.report([error.diagnostic])
    }
  }
}

extension Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
