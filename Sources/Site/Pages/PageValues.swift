import Article
import Diagnostics
import Ledger
import Weave

/// The values that templates see. All text; absent things are absent, so that sections can ask.
enum PageValues {
  /// What every page knows. `root` is the way from the page to the site's own folder.
  static func common(_ site: SiteFile, root: String, path: String, language: String)
    -> [String: Any]
  {
    var values: [String: Any] = [
      "siteTitle": site.title, "root": root, "language": language, "pageTitle": site.title,
    ]
    values["siteDescription"] = site.description
    values["pageDescription"] = site.description
    values["siteAuthor"] = site.author
    values["canonical"] = site.url.map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" }
    return values
  }

  /// What the index and the page itself say about an article.
  static func article(_ document: Document, _ claims: [ClaimEntry]) -> [String: Any] {
    let matter = document.frontMatter
    var values: [String: Any] = [
      "title": matter.title, "source": document.path, "href": document.slug + "/index.html",
      "hasClaims": !claims.isEmpty, "claims": ClaimCounts.phrase(claims.count),
      "counts": counts(claims),
    ]
    values["summary"] = matter.summary
    values["date"] = matter.date
    values["series"] = matter.series
    values["author"] = matter.author
    values["discusses"] = matter.discusses.map(discussed)
    return values
  }

  /// A badge for each verdict that occurs.
  static func counts(_ claims: [ClaimEntry]) -> [[String: String]] {
    ClaimCounts(claims).tally.map { tally in
      [
        "verdict": tally.verdict.rawValue, "symbol": tally.verdict.symbol,
        "word": tally.verdict.word.lowercased(), "count": String(tally.count),
      ]
    }
  }

  /// The work an article is about; its address only when it is a web page's.
  private static func discussed(_ work: FrontMatter.Discussed) -> [String: Any] {
    // Names of their own: a missing key would be looked up in the article around it.
    var values: [String: Any] = ["workTitle": work.title]
    values["workAuthor"] = work.author
    values["workDate"] = work.date
    values["workURL"] = work.url.flatMap { WebAddress.isWeb($0) ? $0 : nil }
    return values
  }
}
