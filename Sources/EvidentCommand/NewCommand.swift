import ArgumentParser
import Foundation
import Site

/// `evident new`: an article to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start an article that builds, from a template.",
    discussion: "A file that is there already is never overwritten.")

  @Argument(help: "The article's path (articles/my-title.md) or its title (\"My title\").")
  var name: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console()
    let folder = try options.folder()
    do {
      let article = try NewArticle(
        name, in: folder, beside: SiteInputs(in: folder).documents, date: CalendarDay.today)
      try article.write()
      console.print(
        "\(article.path) is there. See it with: ./evident preview", to: .standardOutput)
    } catch let refusal as NewArticle.Refusal {
      throw ValidationError(refusal.description)
    } catch {
      console.print(
        "the article cannot be written: \(error.localizedDescription)", to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    }
  }
}
