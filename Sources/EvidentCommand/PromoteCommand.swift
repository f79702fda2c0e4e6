import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `evident promote`: from what was computed back into the articles, after a look at the diff.
struct PromoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Rewrite checked literals and expected messages to what was computed.",
    discussion: """
      Shows the changes as a diff first, and then asks; without a terminal, or without --yes, it \
      only shows them. Look at each change: a wrong number may mean wrong code. With --statements it \
      rewrites no article, but records in site/reviewed.json that the words of the claims and what \
      is checked have been read together.
      """)

  @Argument(help: "Paths of articles or their slugs. Default: everything.")
  var names: [String] = []

  @Flag(help: "Make the changes without asking.")
  var yes = false

  @Flag(help: "Record that the claims' words and what is checked have been read together.")
  var statements = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options)
    let verification = session.builder.verify(try session.select(names))
    if statements { return try promoteStatements(verification, session) }
    let promotion = Promotion(verification, in: session.builder.inputs.folder)
    let console = session.console
    console.progress("")
    session.print(promotion.left)
    console.print(
      promotion.diffText(color: console.hasColor(.standardOutput)), to: .standardOutput,
      terminator: "")
    let isApplied =
      try promotion.count > 0 && isWanted(console) && applied(console) { try promotion.apply() }
    console.print(PromoteCommand.sentence(promotion, isApplied: isApplied), to: .standardOutput)
    throw ExitCode(Outcome(promotion, isApplied: isApplied).exitCode)
  }

  private func promoteStatements(_ verification: Verification, _ session: Session) throws {
    let console = session.console
    let inputs = session.builder.inputs
    console.progress("")
    let errors = verification.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      session.print(errors)
      console.print("Nothing is recorded while there are errors.", to: .standardOutput)
      throw ExitCode(Outcome.wrong.exitCode)
    }
    let promotion = StatementPromotion(verification, known: inputs.claimIDs, in: inputs)
    console.print(promotion.text, to: .standardOutput, terminator: "")
    guard promotion.count > 0 else {
      console.print("Nothing to record.", to: .standardOutput)
      return
    }
    let isApplied = try isWanted(console) && applied(console) { try promotion.apply(over: inputs) }
    let claims = promotion.count == 1 ? "1 entry" : "\(promotion.count) entries"
    console.print(
      isApplied
        ? "\(claims) recorded in \(SiteFolder.reviewedPath)."
        : "\(claims) not recorded. To record: promote --statements --yes", to: .standardOutput)
    if !isApplied { throw ExitCode(Outcome.wrong.exitCode) }
  }

  private func isWanted(_ console: Console) -> Bool {
    if yes { return true }
    guard console.isInteractive else { return false }
    console.print("Make these changes? [y/N] ", to: .standardOutput, terminator: "")
    return ["y", "yes"].contains(readLine()?.lowercased())
  }

  private func applied(_ console: Console, _ write: () throws -> Void) throws -> Bool {
    do {
      try write()
      return true
    } catch {
      console.print("\(error)", to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    }
  }

  private static func sentence(_ promotion: Promotion, isApplied: Bool) -> String {
    let changes = promotion.count == 1 ? "1 change" : "\(promotion.count) changes"
    if promotion.count == 0 { return "Nothing to promote." }
    return isApplied ? "\(changes) made." : "\(changes) not made. To make them: promote --yes"
  }
}
