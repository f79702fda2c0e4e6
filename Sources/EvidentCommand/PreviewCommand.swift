import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Site

/// `evident preview`: serve the site while it is written.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Serve the site on this machine, and show every save in the open page.",
    discussion: """
      Articles with errors are shown too, with what is wrong at the top. The site in site/public \
      is not touched. Ctrl-C ends the preview.
      """)

  @Option(help: "Where to listen on 127.0.0.1. 0 takes any port that is free.")
  var port: UInt16 = 8080

  @Flag(help: "Run slow blocks too, instead of waiting until the page asks for them.")
  var slow = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let console = Console()
    let folder = try options.folder()
    let ending = Ending()
    let preview = try Preview(
      folder, port: port, jobs: options.jobs, reuses: !options.noCache, runsSlow: slow
    ) { PreviewCommand.print($0, on: console) }
    let address: String
    do {
      address = try await preview.start()
    } catch {
      console.print("The preview cannot listen on port \(port): \(error)", to: .standardError)
      console.print("Choose another one with --port; 0 takes any.", to: .standardError)
      throw ExitCode(Outcome.wrong.exitCode)
    }
    console.print("The preview is at \(address)", to: .standardOutput)
    await ending.wait()
    console.progress("")
    await preview.stop()
  }

  private static func print(_ report: Preview.Report, on console: Console) {
    let verification = report.verification
    console.progress("")
    if !verification.diagnostics.isEmpty {
      let writer = TerminalWriter(
        sources: report.sources, color: console.hasColor(.standardError))
      console.print(writer.text(for: verification.diagnostics), to: .standardError)
    }
    for change in report.changes { console.print(change, to: .standardOutput) }
    let errors = verification.diagnostics.count { $0.severity == .error }
    let articles = verification.documents.count
    var words = [articles == 1 ? "1 article" : "\(articles) articles"]
    words.append(errors == 1 ? "1 error" : "\(errors) errors")
    if !report.running.isEmpty { words.append("running \(report.running.joined(separator: ", "))") }
    if report.waiting > 0 {
      words.append(
        report.waiting == 1 ? "1 slow block waits" : "\(report.waiting) slow blocks wait")
    }
    console.print(words.joined(separator: ", "), to: .standardOutput)
  }
}
