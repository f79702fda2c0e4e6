// Article and records to HTML. A weaver is made once for a site and weaves its articles, in
// parallel if one likes: weaving reads values and gives a value.

import Article
import Diagnostics
import Ledger
import Runner

/// Weaves articles.
public struct Weaver: Sendable {
  private let typesetter: MathTypesetter
  private let index: SiteIndex
  private let references: ReferenceLibrary
  private let listing: CodeRenderer

  /// - Parameter colors: without them Swift code is shown as plain text.
  public init(
    typesetter: MathTypesetter, index: SiteIndex, references: ReferenceLibrary,
    colors: SwiftColors? = nil
  ) {
    listing = CodeRenderer(colors: colors)
    self.typesetter = typesetter
    self.index = index
    self.references = references
  }

  /// The article's page. Without a run (`nil`) the page says that nothing was computed.
  public func weave(
    _ document: Document, run: ArticleRun?, ledger: SiteLedger
  ) -> WovenArticle {
    weave(document, run: run, judged: JudgedArticles(ledger))
  }

  /// The same, for many articles of one ledger.
  public func weave(
    _ document: Document, run: ArticleRun?, judged: JudgedArticles
  ) -> WovenArticle {
    let findings = Findings()
    let outline = Outline(document)
    let claims = judged.claims(of: document.path)
    let bibliography = Bibliography(citing: document.citedKeys, in: references)
    let hooks = hooks(document, run, judged, outline, bibliography, findings)
    let prose = ProseRenderer(hooks: hooks, footnotes: document.footnotes)
    let body = HTML.sequence([
      prose.render(document.blocks), prose.renderFootnotes(), bibliography.html,
    ]).withDressedTables.description
    let summaries = ClaimSummary.all(of: document, claims, hooks.formulas, prose)
    let contents = Contents(outline, prose: prose)
    return WovenArticle(
      path: document.path, slug: document.slug, frontMatter: document.frontMatter, body: body,
      contents: contents.list, contentsHTML: contents.html.description,
      claimCounts: Dictionary(claims.map { ($0.verdict, 1) }, uniquingKeysWith: +),
      hasMathematics: body.contains("class=\"katex\""), diagnostics: findings.sorted,
      claims: summaries)
  }

  private func hooks(
    _ document: Document, _ run: ArticleRun?, _ judged: JudgedArticles, _ outline: Outline,
    _ bibliography: Bibliography, _ findings: Findings
  ) -> ArticleHooks {
    let formulas = FormulaSetter(
      document, typesetter: typesetter, index: index, findings: findings)
    let resolver = ReferenceResolver(
      index: index, slug: document.slug, path: document.path, findings: findings)
    let output = OutputRenderer(formulas: formulas)
    let strays = StrayFillings(document, run)
    for found in strays.diagnostics { findings.add(found) }
    let claims = Dictionary(
      judged.claims(of: document.path).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let cards = ClaimCardRenderer(
      document: document, entries: claims,
      checks: CheckRenderer(formulas: formulas, listing: listing),
      formulas: formulas, references: resolver, outline: outline,
      listing: listing)
    return ArticleHooks(
      document: document, formulas: formulas, references: resolver, bibliography: bibliography,
      library: references, outline: outline,
      blocks: SwiftBlockRenderer(
        document: document, run: run, output: output, listing: listing,
        boxes: document.fillableBoxes),
      values: InlineValueRenderer(
        run: run, entries: judged.values(of: document.path), output: output),
      boxes: BoxRenderer(
        run: run, output: output, findings: findings, claims: cards, meant: strays.meant),
      findings: findings)
  }
}

/// A ledger's entries by article, sorted out once for the whole site.
public struct JudgedArticles: Sendable {
  private let claimsByArticle: [String: [ClaimEntry]]
  private let valuesByArticle: [String: [Int: ValueEntry]]

  public init(_ ledger: SiteLedger) {
    claimsByArticle = Dictionary(grouping: ledger.claims, by: \.article)
    valuesByArticle = Dictionary(grouping: ledger.values, by: \.article).mapValues { entries in
      Dictionary(entries.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  func claims(of path: String) -> [ClaimEntry] { claimsByArticle[path] ?? [] }
  func values(of path: String) -> [Int: ValueEntry] { valuesByArticle[path] ?? [:] }
}
