import ArgumentParser
import Diagnostics
import Site

/// `evident explain`: one claim, with everything that stands behind it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show one claim: statement, code, evidence, margins, what was tried against it.")

  @Argument(help: "The claim's id.")
  var id: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options)
    let ids = session.builder.inputs.claimIDs
    guard ids.contains(id) else {
      session.console.progress("")
      let near = Suggestion.sentence(for: id, among: ids).map { "; \($0)" } ?? ""
      throw ValidationError("no claim is called `\(id)`\(near)")
    }
    let verification = session.builder.verify(try session.select([id]))
    session.report(verification)
    if let explanation = ClaimExplanation(id, in: verification) {
      session.console.print(explanation.text, to: .standardOutput, terminator: "")
    }
    throw ExitCode(verification.outcome.exitCode)
  }
}
