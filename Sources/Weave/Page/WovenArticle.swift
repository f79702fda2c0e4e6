// An article as the site needs it: what a page's template puts into place.
//
// The classes that a theme styles, the whole vocabulary; there are no inline styles but KaTeX's
// own. Headings    .permalink in every heading; levels from h2 on, none skipped Blocks
// .swift-block (--ran --asExpected --failed --notRun; --own --static --fails --traps)
//             .swift-code, in it .code__ and a SyntaxKind; .swift-fold .swift-label .swift-block__why
//             .output .output__text .output__value .table-scroll .shown-table
//             .diagnostic (--error --warning --note) __message __place __note __fix
// Values      .value (--checked and the verdict; --missing) .value__note
// Claims      .claim (--holds and the other verdicts) __header __title __number __name __badge
//             __statement __reason __drift __evidence __checked __check (--verdict) __symbol
//             __part __kind
//             __details __assumptions __reproduce; .badge (--verdict) __symbol __word
//             .check __title __statement __margins __label __strata __stratum--empty __witness
//             __certificate __attempts __attempts-title __code
//             .drawing __plot (--strip --plane --panels --order) __across __up __panels __legend
//             .drawing-mark (--shown --thin --shade-0 to -5 --excluded --open --failed --contact
//             --enclosure --node) and .drawing-dot with the same words
//             .mutant (--killed --alsoTrue --survived) __end __sentence
//             .folklore (--refuted --other) __pair __statement __witness __label
//             .cited .cited__note .claim__note
// Boxes       .definition .proof .remark .example .box__title .box__number .box__name .proof__end
//             .alert (--note --tip --important --warning --caution) __title
//             .figure (--table) __number
// Formulas    .equation .equation__anchor .math-error, and KaTeX's own
// References  .reference (--dangling) .citation (--unknown) .references .toc
//             .footnotes .footnote-ref .footnote-backref

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
  /// The claims for the site's own pages, in the order of the ledger.
  public var claims: [ClaimSummary] = []

  public var title: String { frontMatter.title }
  public var summary: String? { frontMatter.summary }
  public var date: String? { frontMatter.date }
  public var discussed: FrontMatter.Discussed? { frontMatter.discusses }

  /// All claims of the article.
  public var claimCount: Int { claimCounts.values.reduce(0, +) }
}
