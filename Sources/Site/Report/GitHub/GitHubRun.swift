import Diagnostics
import Foundation

/// What GitHub Actions tells a program that runs in it, as far as reports need it.
public struct GitHubRun: Sendable, Equatable {
  /// The way from the repository's root to the site's: empty, or a path that ends with `/`.
  public var prefix = ""
  /// Where the run's log and summary can be read.
  public var address: String?
  /// The file whose Markdown the run's page shows.
  public var summaryFile: String?

  public init(_ environment: [String: String], site: SiteFolder) {
    summaryFile = environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
    if let server = environment["GITHUB_SERVER_URL"],
      let repository = environment["GITHUB_REPOSITORY"], let run = environment["GITHUB_RUN_ID"]
    {
      address = "\(server)/\(repository)/actions/runs/\(run)"
    }
    guard let workspace = environment["GITHUB_WORKSPACE"] else { return }
    let base = URL(fileURLWithPath: workspace).standardizedFileURL.path + "/"
    let root = site.root.path + "/"
    if root.hasPrefix(base) { prefix = String(root.dropFirst(base.count)) }
  }

  /// The lines that put the findings on the lines of a pull request.
  public func annotations(_ record: LedgerRecord, sources: [String: String]) -> [String] {
    Annotations(
      record.findings, places: SourcePlaces(sources: sources, prefix: prefix),
      rest: address ?? "the log of this step"
    ).commands.map(\.line)
  }

  /// Adds the summary to what earlier steps wrote, if the run asks for one.
  public func writeSummary(_ record: LedgerRecord) throws(ReportFile.Unwritable) {
    guard let summaryFile else { return }
    let text = Data((JobSummary(record).text + "\n").utf8)
    do {
      if !FileManager.default.fileExists(atPath: summaryFile) {
        try Data().write(to: URL(fileURLWithPath: summaryFile))
      }
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: summaryFile))
      defer { try? handle.close() }
      try handle.seekToEnd()
      try handle.write(contentsOf: text)
    } catch {
      throw ReportFile.Unwritable("the job summary", file: summaryFile, error)
    }
  }
}
