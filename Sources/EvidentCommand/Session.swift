import ArgumentParser
import Diagnostics
import Foundation
import Site

/// One run of a command: the site it is about, and how its findings are printed.
struct Session {
  let console: Console
  let builder: SiteBuilder

  /// - Parameter fresh: draws that nobody has seen, in place of the site's own.
  init(_ options: CommonOptions, console: Console = Console(), fresh: FreshRun? = nil) throws {
    self.console = console
    let folder = try options.folder()
    console.progress("reading \(folder.root.path)")
    let stages = Stages(
      folder: folder, jobs: options.jobs, reuses: !options.noCache,
      progress: { console.progress($0) })
    builder = SiteBuilder(SiteInputs(in: folder), stages: stages, fresh: fresh)
  }

  /// The articles and claims that the arguments name; unknown names are an error of usage.
  func select(_ names: [String], shard: Shard? = nil) throws -> Selection {
    do {
      return try Selection(
        names, in: builder.inputs.documents, of: builder.inputs.folder, shard: shard)
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
    console.print(diagnostics, sources: builder.inputs.sources)
  }

  /// Diagnostics to standard error, the summary to standard output.
  func finish(_ verification: Verification, closing: String?) {
    console.finish(LedgerRecord(verification), sources: builder.inputs.sources)
    if let closing { console.print(closing, to: .standardOutput) }
  }
}
