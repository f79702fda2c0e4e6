import Foundation
import Site

/// Serves a site while it is written: builds again what a save has changed, and shows it in the
/// page that is open.
///
/// Nothing is written but what any run of the site's code writes below `.evident`: pages live in
/// memory, so a preview that has ended has left nothing behind, and what it makes can never wake
/// its own watcher. The published site is not touched.
public final class Preview: Sendable {
  private let editions = Editions()
  private let server: PreviewServer
  private let editor: Editor
  private let watcher: SourceWatcher

  /// - Parameters:
  ///   - port: where to listen on the loopback address; 0 takes any that is free.
  ///   - jobs: how many articles' code is run at the same time; one for each core if `nil`.
  ///   - runsSlow: whether slow blocks run without being asked for.
  ///   - report: told of every build, from a thread of the preview's.
  public init(
    _ folder: SiteFolder, port: UInt16, jobs: Int? = nil, reuses: Bool = true,
    runsSlow: Bool = false, report: @escaping @Sendable (Report) -> Void = { _ in }
  ) throws {
    editor = Editor(
      folder, stages: Stages(folder: folder, jobs: 1, reuses: reuses),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, runsSlow: runsSlow,
      editions: editions
    ) { edition in
      guard let verification = edition.draft?.verification else { return }
      report(
        Report(
          verification: verification, sources: edition.sources, running: edition.running,
          waiting: edition.waiting.values.reduce(0, +),
          changes: edition.changes.map(PreviewPanel.sentence)))
    }
    server = try PreviewServer(editions, port: port) { [editor] article in
      editor.runSlowBlocks(of: article)
    }
    watcher = SourceWatcher(folder)
  }

  /// What a build found.
  public struct Report: Sendable {
    public var verification: Verification
    /// The text of the sources, for excerpts.
    public var sources: [String: String]
    /// Articles whose code is still running; their claims have no verdict yet.
    public var running: [String]
    /// How many slow blocks wait until somebody asks for them.
    public var waiting: Int
    /// A sentence for each claim that has another verdict than before.
    public var changes: [String]
  }

  /// Starts to listen, to watch and to build.
  ///
  /// - Returns: the address to open.
  /// - Throws: when the port is taken.
  public func start() async throws -> String {
    let port = try await server.start()
    watcher.start { [editor] in editor.sourcesChanged() }
    editor.start()
    return "http://127.0.0.1:\(port)/"
  }

  /// Ends all running code, closes the port, and waits for both.
  public func stop() async {
    await server.stop()
    watcher.stop()
    editor.stop()
  }
}
