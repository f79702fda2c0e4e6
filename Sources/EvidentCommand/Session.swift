import ArgumentParser
import Diagnostics
import Foundation
import Site

/// One run of a command: the site it is about, and how its findings are printed.
struct Session {
  let console = Console()
  let builder: SiteBuilder

  init(_ options: CommonOptions) throws {
    let folder = try options.folder()
    let console = console
    console.progress("reading \(folder.root.path)")
    let stages = Stages(
      folder: folder, jobs: options.jobs, reuses: !options.noCache,
      progress: { console.progress($0) })
    builder = SiteBuilder(SiteInputs(in: folder), stages: stages)
  }

  /// The articles and claims that the arguments name; unknown names are an error of usage.
  func select(_ names: [String]) throws -> Selection {
    do {
      return try Selection(names, in: builder.inputs.documents, of: builder.inputs.folder)
    } catch {
      console.progress("")
      throw ValidationError(error.description)
    }
  }

  /// What was found wrong, to standard error.
  func report(_ verification: Verification) {
    console.progress("")
    print(verification.diagnostics)
  }

  func print(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let writer = TerminalWriter(
      sources: builder.inputs.sources, color: console.hasColor(.standardError))
    console.print(writer.text(for: diagnostics), to: .standardError)
  }

  /// Diagnostics to standard error, the summary to standard output.
  func finish(_ verification: Verification, closing: String?) {
    report(verification)
    console.print(SummaryTable(verification.ledger).text, to: .standardOutput)
    let errors = verification.diagnostics.count { $0.severity == .error }
    if errors > 0 {
      console.print(errors == 1 ? "1 error" : "\(errors) errors", to: .standardOutput)
    }
    if let closing { console.print(closing, to: .standardOutput) }
  }
}
