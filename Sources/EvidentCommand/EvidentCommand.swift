import ArgumentParser

/// The command line. It reads arguments, calls `Site`, prints, and exits; it decides nothing.
@main
struct EvidentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evident",
    abstract: "A site generator for mathematics that checks what the pages say.",
    discussion: """
      Exit codes: 0 everything holds; 1 something is refuted or failed, or the input is wrong; \
      2 nothing is refuted but something is undecided; 64 usage.
      """,
    subcommands: [
      BuildCommand.self, CheckCommand.self, MergeCommand.self, PreviewCommand.self,
      InitCommand.self, NewCommand.self, ExplainCommand.self, PromoteCommand.self,
    ])
}
