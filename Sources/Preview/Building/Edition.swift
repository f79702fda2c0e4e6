import Ledger
import Site

/// What the preview serves at one moment: the site as its sources make it, errors or not.
struct Edition: Sendable {
  /// Raised by every change that a reader could see.
  var number = 0
  /// Raised when a file changes that is no page: pages load those once.
  var assets = 0
  /// `nil` until the site has been built for the first time.
  var draft: SiteBuilder.Draft?
  /// The text of the sources, for excerpts.
  var sources: [String: String] = [:]
  /// Articles whose code is running.
  var running: [String] = []
  /// Articles whose slow blocks wait until somebody asks, and how many these are.
  var waiting: [String: Int] = [:]
  /// Claims whose verdict the last build has changed.
  var changes: [VerdictChange] = []
}

/// A claim that an edit has given another verdict.
struct VerdictChange: Sendable, Equatable {
  var claim: String
  var article: String
  /// `nil`: there was no such claim.
  var before: Verdict?
  var after: Verdict
}

/// The verdicts as they stood when nothing was running, against which the next ones are held.
struct VerdictHistory {
  /// By article; one that has never come to its verdicts is not there.
  private var known: [String: [String: Verdict]] = [:]

  /// - Parameter running: the articles whose claims have no verdict yet.
  mutating func changes(to ledger: SiteLedger, running: [String]) -> [VerdictChange] {
    var changes: [VerdictChange] = []
    let claims = Dictionary(grouping: ledger.claims, by: \.article)
    known = known.filter { claims[$0.key] != nil }
    for (article, claims) in claims.sorted(by: { $0.key < $1.key }) where !running.contains(article)
    {
      let before = known[article]
      known[article] = Dictionary(
        claims.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
      // The first verdicts of an article are no change of anything.
      guard let before else { continue }
      for claim in claims where before[claim.id] != claim.verdict {
        changes.append(
          VerdictChange(
            claim: claim.id, article: article, before: before[claim.id], after: claim.verdict))
      }
    }
    return changes
  }
}
