import Article
import Diagnostics
import Ledger
import Runner
import Weave

/// Everything that one run over a site found. Nothing has been written.
public struct Verification: Sendable {
  public let documents: [Document]
  public let runs: [ArticleRun]
  /// Paths of the articles that are reported: those that ran only because others rest on them are
  /// not.
  public private(set) var reported: [String]
  public private(set) var ledger: SiteLedger
  public private(set) var woven: [WovenArticle] = []
  public private(set) var diagnostics: [Diagnostic] = []

  init(documents: [Document], runs: [ArticleRun], ledger: SiteLedger) {
    self.documents = documents
    self.runs = runs
    self.ledger = ledger
    reported = documents.map(\.path)
    report(documents.flatMap(\.diagnostics))
    report(runs.flatMap(\.diagnostics))
    report(ledger.diagnostics)
  }

  mutating func add(_ articles: [WovenArticle]) {
    woven = articles
    report(articles.flatMap(\.diagnostics))
  }

  public var outcome: Outcome { Outcome(ledger, diagnostics) }

  /// Adds findings and keeps all of them in the order of their places, those without one first,
  /// each only once (a later stage may hand on what an earlier one found).
  public mutating func report(_ found: [Diagnostic]) {
    var known = Set(diagnostics)
    for diagnostic in found where known.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
    }
    diagnostics.sort(by: Diagnostic.precedes)
  }

  /// Only what was asked for: a claim asked for by its id brings its article's findings along,
  /// because a page with an error vouches for nothing.
  mutating func keep(_ selection: Selection) {
    reported.removeAll { !selection.asked.contains($0) }
    let whole = selection.wholeArticles
    guard whole != selection.articles else { return }
    ledger.claims.removeAll { !whole.contains($0.article) && !selection.claims.contains($0.id) }
    ledger.values.removeAll { !whole.contains($0.article) }
  }
}
