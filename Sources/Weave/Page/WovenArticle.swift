// An article as the site needs it: what a page's template puts into place.

import Article
import Diagnostics
import Ledger

/// The result of weaving: HTML and what stands around it.
public struct WovenArticle: Sendable {
  /// As in `Document.path` and `Document.slug`; the page is `<slug>/index.html`.
  public var path: String
  public var slug: String
  /// Title, summary, date, series, author, language, the work that is discussed.
  public var frontMatter: FrontMatter
  /// The article's text with footnotes and reference list, without the page's h1.
  public var body: String
  /// The sections, flat and as a `nav` element.
  public var contents: [ContentsEntry]
  public var contentsHTML: String
  /// How many claims, cited statements and folklore boxes ended how.
  public var claimCounts: [Verdict: Int]
  /// Whether the page has any formula, and so needs KaTeX's stylesheet.
  public var hasMathematics: Bool
  /// What weaving found wrong: TeX, references, citations, figures.
  public var diagnostics: [Diagnostic]

  public var title: String { frontMatter.title }
  public var summary: String? { frontMatter.summary }
  public var date: String? { frontMatter.date }
  public var discussed: FrontMatter.Discussed? { frontMatter.discusses }

  /// All claims of the article.
  public var claimCount: Int { claimCounts.values.reduce(0, +) }
}
