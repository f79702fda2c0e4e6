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
      only shows them. Look at each change: a wrong number may mean wrong code.
      """)

  @Argument(help: "Paths of articles or their slugs. Default: everything.")
  var names: [String] = []

  @Flag(help: "Make the changes without asking.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options)
    let verification = session.builder.verify(try session.select(names))
    let promotion = Promotion(verification, in: session.builder.inputs.folder)
    let console = session.console
    console.progress("")
    session.print(promotion.left)
    console.print(
      promotion.diffText(color: console.hasColor(.standardOutput)), to: .standardOutput,
      terminator: "")
    let isApplied = try promotion.count > 0 && isWanted(console) && apply(promotion, console)
    console.print(PromoteCommand.sentence(promotion, isApplied: isApplied), to: .standardOutput)
    throw ExitCode(Outcome(promotion, isApplied: isApplied).exitCode)
  }

  private func isWanted(_ console: Console) -> Bool {
    if yes { return true }
    guard console.isInteractive else { return false }
    console.print("Make these changes? [y/N] ", to: .standardOutput, terminator: "")
    return ["y", "yes"].contains(readLine()?.lowercased())
  }

  private func apply(_ promotion: Promotion, _ console: Console) throws -> Bool {
    do {
      try promotion.apply()
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
