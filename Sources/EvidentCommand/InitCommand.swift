import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `evident init`: a site to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a site that builds, with one article.",
    discussion: "A file that is there already is never overwritten.")

  @Argument(help: "The site's folder; it is made if it is not there. Default: the current folder.")
  var folder = "."

  @Option(help: "The site's title. Default: the folder's name.")
  var title: String?

  func run() throws {
    let console = Console()
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    do {
      let site = try NewSite(
        in: URL(fileURLWithPath: folder, relativeTo: here), title: title, date: CalendarDay.today)
      try site.write()
      let option = folder == "." ? "" : " --site '\(folder)'"
      console.print(
        "A site is in \(site.folder.root.path). See it with: evident preview\(option)",
        to: .standardOutput)
    } catch let refusal as NewSite.Refusal {
      throw ValidationError(refusal.description)
    } catch let failure as StageFailure {
      let writer = TerminalWriter(sources: [:], color: console.hasColor(.standardError))
      console.print(writer.text(for: [failure.diagnostic]), to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    } catch {
      console.print("the site cannot be written: \(error.localizedDescription)", to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    }
  }
}
