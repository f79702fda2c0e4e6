import Article
import Diagnostics
import Ledger
import Runner
import Weave

/// From woven articles to the text of the pages.
struct PageMaker {
  let site: SiteFile
  let templates: TemplateFolder
  let inputs: PageInputs

  func article(
    _ document: Document, _ woven: WovenArticle, claims: [ClaimEntry], run: ArticleRun?
  ) -> String {
    var values = PageValues.common(
      site, root: "../", path: document.slug + "/index.html",
      language: document.frontMatter.lang)
    values.merge(PageValues.article(document, claims)) { _, new in new }
    values["pageTitle"] = "\(document.frontMatter.title) · \(site.title)"
    values["pageDescription"] = document.frontMatter.summary ?? site.description
    values["body"] = woven.body
    values["contents"] = woven.contents.isEmpty ? "" : woven.contentsHTML
    let provenance = run?.provenance ?? [:]
    values["provenance"] = provenance.sorted { $0.key < $1.key }.map { ["name": $0, "value": $1] }
    values["hash"] = inputs.hash(of: document, provenance: provenance)
    return templates.render("article", values)
  }

  /// The articles themselves first; those of each folder below `articles/` under its name.
  func index(_ documents: [Document], _ ledger: SiteLedger) -> String {
    var values = PageValues.common(site, root: "", path: "", language: site.language)
    let claims = Dictionary(grouping: ledger.countedClaims, by: \.article)
    func entries(_ documents: [Document], under heading: String) -> [[String: Any]] {
      documents.map { document in
        PageValues.article(document, claims[document.path] ?? [])
          .merging(["heading": heading]) { _, new in new }
      }
    }
    let shelves = Shelf.all(of: documents)
    values["articles"] = entries(
      shelves.first { $0.name == nil }?.documents ?? [], under: "h2")
    values["shelves"] = shelves.compactMap { shelf in
      shelf.name.map {
        ["shelf": $0, "books": entries(shelf.documents, under: "h3")] as [String: Any]
      }
    }
    values["hasArticles"] = !documents.isEmpty
    return templates.render("index", values)
  }

  /// Every claim of the site, and what its articles were run with.
  func ledger(_ page: LedgerPage, _ ledger: SiteLedger) -> String {
    var values = own("ledger", title: "Ledger")
    values["groups"] = page.groups
    values["hasClaims"] = !page.sections.isEmpty
    values["claims"] = ClaimCounts.phrase(ledger.countedClaims.count)
    values["counts"] = PageValues.counts(ledger.countedClaims)
    values["matrix"] = EvidenceTable(LedgerRecord(ledger)).values
    values["chance"] = ledger.chance.checks > 0 ? ledger.chance.phrase : nil
    values["provenance"] = ledger.provenance.sorted { $0.key < $1.key }.map {
      ["name": $0, "value": $1]
    }
    return templates.render("ledger", values)
  }

  /// What is commonly said and false.
  func folklore(_ page: LedgerPage) -> String {
    var values = own("folklore", title: "Folklore")
    values["groups"] = page.folklore
    values["hasClaims"] = !page.folklore.isEmpty
    return templates.render("folklore", values)
  }

  /// A page of the site's own, in a folder of its own.
  private func own(_ name: String, title: String) -> [String: Any] {
    var values = PageValues.common(
      site, root: "../", path: name + "/index.html", language: site.language)
    values["pageTitle"] = "\(title) · \(site.title)"
    return values
  }

  /// A server shows this page at any address, so its links start at the site's own one if known.
  func missing() -> String {
    let root = site.url.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
    var values = PageValues.common(site, root: root, path: "404.html", language: site.language)
    values["canonical"] = nil
    return templates.render("404", values)
  }
}
