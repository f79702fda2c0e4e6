import Article
import Foundation
import Runner
import Site

/// Makes a new edition of the site whenever its sources change or an article's code has ended, on a
/// thread of its own, one after the other.
final class Editor: @unchecked Sendable {
  private let folder: SiteFolder
  private let stages: Stages
  private let editions: Editions
  private let mailbox = Mailbox()
  private let runs: BackgroundRuns
  private let hasEnded = DispatchSemaphore(value: 0)
  /// Told of every edition.
  private let report: @Sendable (Edition) -> Void
  // Only touched by the thread.
  private var history = VerdictHistory()
  private var earlier: SiteInputs?

  /// How long pages wait for code that has just been started: mostly it is there at once, and a
  /// page that comes without its verdicts first would be seen twice.
  private static let patience = 1.0

  init(
    _ folder: SiteFolder, stages: Stages, jobs: Int, runsSlow: Bool, editions: Editions,
    report: @escaping @Sendable (Edition) -> Void
  ) {
    self.folder = folder
    self.stages = stages
    self.editions = editions
    self.report = report
    runs = BackgroundRuns(stages: stages, jobs: jobs, runsSlow: runsSlow) { [mailbox] in
      mailbox.put(.runs)
    }
  }

  func start() {
    mailbox.put(.sources)
    let thread = Thread { [self] in
      while true {
        let letters = mailbox.take()
        if letters.contains(.stop) { break }
        build()
      }
      hasEnded.signal()
    }
    thread.name = "evident.editor"
    // Deeply nested articles are read and woven here.
    thread.stackSize = 16 << 20
    thread.start()
  }

  func sourcesChanged() { mailbox.put(.sources) }

  /// Runs the slow blocks of this article.
  func runSlowBlocks(of article: String) {
    runs.ask(article)
    mailbox.put(.sources)
  }

  /// Ends all running code, then the thread, and waits for both.
  func stop() {
    mailbox.put(.stop)
    runs.stop()
    hasEnded.wait()
  }

  private func build() {
    let inputs = SiteInputs(in: folder, after: earlier)
    earlier = inputs
    var plan = runs.plan(for: inputs.documents, seed: inputs.seed)
    if plan.hasStarted {
      editions.update { edition in
        edition.running = plan.running
        edition.waiting = plan.waiting
      }
      waitForRuns()
      // What is to be built next has already changed again, or there is no next.
      if mailbox.holds([.sources, .stop]) { return }
      plan = runs.plan(for: inputs.documents, seed: inputs.seed)
    }
    let draft = SiteBuilder(inputs, stages: stages).draft(plan.runs)
    let changes = history.changes(to: draft.verification.ledger, running: plan.running)
    let edition = editions.update { edition in
      if edition.draft.map({ !$0.tree.hasSameAssets(as: draft.tree) }) ?? false {
        edition.assets += 1
      }
      edition.draft = draft
      edition.sources = inputs.sources
      edition.running = plan.running
      edition.waiting = plan.waiting
      edition.changes = changes
    }
    report(edition)
  }

  /// Waits until no code is running any more, until a source changes, or until patience ends.
  private func waitForRuns() {
    let end = Date(timeIntervalSinceNow: Editor.patience)
    while runs.count > 0, Date() < end, !mailbox.holds([.sources, .stop]) {
      mailbox.wait(for: [.sources, .stop, .runs], until: end)
      mailbox.remove(.runs)
    }
  }
}

extension SiteTree {
  /// Whether all files but the pages are the same, byte for byte. The ledger counts as a page.
  fileprivate func hasSameAssets(as other: SiteTree) -> Bool {
    let isAsset = { (file: (key: String, value: [UInt8])) in file.key.hasPrefix("assets/") }
    return files.filter(isAsset) == other.files.filter(isAsset)
  }
}
