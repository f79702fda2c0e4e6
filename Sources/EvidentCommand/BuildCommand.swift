import ArgumentParser
import Site

/// `evident build`: verify, weave, publish to `site/public`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Verify the articles and write the site to site/public.",
    discussion: "With an error anywhere, the site that is there stays as it is.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options)
    let everything = try session.select([])
    let result = session.builder.build(everything)
    session.finish(result.verification, closing: BuildCommand.sentence(result))
    throw ExitCode(result.verification.outcome.exitCode)
  }

  private static func sentence(_ result: SiteBuilder.Result) -> String {
    switch result.publication {
    case .published: "The site is in \(SiteFolder.publicPath)/."
    case .unchanged: "The site in \(SiteFolder.publicPath)/ is up to date."
    case nil: "Nothing was written: the site must first be free of errors."
    }
  }
}
