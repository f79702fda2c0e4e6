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

  /// Newest first; articles of one day, and those without a date after all others, by title.
  func index(_ documents: [Document], _ ledger: SiteLedger) -> String {
    var values = PageValues.common(site, root: "", path: "", language: site.language)
    let claims = Dictionary(grouping: ledger.claims, by: \.article)
    let sorted = documents.sorted { a, b in
      let dates = (a.frontMatter.date ?? "", b.frontMatter.date ?? "")
      if dates.0 != dates.1 { return dates.0 > dates.1 }
      return (a.frontMatter.title, a.path) < (b.frontMatter.title, b.path)
    }
    values["articles"] = sorted.map { PageValues.article($0, claims[$0.path] ?? []) }
    values["hasArticles"] = !sorted.isEmpty
    return templates.render("index", values)
  }

  /// A server shows this page at any address, so its links start at the site's own one if known.
  func missing() -> String {
    let root = site.url.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
    var values = PageValues.common(site, root: root, path: "404.html", language: site.language)
    values["canonical"] = nil
    return templates.render("404", values)
  }
}
