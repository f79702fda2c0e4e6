import Diagnostics
import Testing

@testable import Article
@testable import Ledger
@testable import Site
@testable import Weave

@Suite("Pages, by this site's own templates")
struct PageTests {
  private func document(
    _ slug: String, title: String, date: String? = nil, discusses: FrontMatter.Discussed? = nil
  ) -> Document {
    var matter = FrontMatter()
    matter.title = title
    matter.date = date
    matter.discusses = discusses
    return Document(
      path: "articles/\(slug).md", slug: slug, frontMatter: matter, blocks: [], footnotes: [],
      runnables: [], diagnostics: [], source: "# \(title)\n")
  }

  private func maker(_ change: (inout SiteFile) -> Void = { _ in }) -> PageMaker {
    var site = SiteFile(title: "Evidence & Co")
    change(&site)
    return PageMaker(
      site: site, templates: TemplateFolder(in: Repository.folder),
      inputs: PageInputs(siteFile: [], templates: [:]))
  }

  private func page(_ document: Document, body: String = "<p>text</p>") -> String {
    let woven = WovenArticle(
      path: document.path, slug: document.slug, frontMatter: document.frontMatter, body: body,
      contents: [], contentsHTML: "", claimCounts: [:], hasMathematics: false, diagnostics: [])
    return maker().article(document, woven, claims: [], run: nil)
  }

  private let noLedger = SiteLedger(claims: [], values: [], diagnostics: [], provenance: [:])

  @Test("a hostile title stays text everywhere")
  func hostile() {
    let title = "</title><script>alert(1)</script>\"'"
    let text = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"
    let article = page(document("a", title: title))
    #expect(article.contains("<title>\(text) · Evidence &amp; Co</title>"))
    #expect(article.contains("<h1 class=\"article__title\">\(text)</h1>"))
    #expect(!article.contains("<script"))
    let index = maker().index([document("a", title: title)], noLedger)
    #expect(index.contains("<a href=\"a/index.html\">\(text)</a>"))
    #expect(!index.contains("<script"))
  }

  @Test("links are relative, so that the site works from any folder")
  func relative() {
    let article = page(document("a", title: "A"))
    #expect(article.contains("href=\"../assets/evident.css\""))
    #expect(article.contains("href=\"../index.html\""))
    #expect(!article.contains("href=\"/"))
    #expect(maker().missing().contains("href=\"assets/evident.css\""))
    #expect(
      maker { $0.url = "https://example.org/math" }.missing()
        .contains("href=\"https://example.org/math/assets/evident.css\""))
  }

  @Test("the work that is discussed is credited and linked, but only to a web page")
  func discussed() {
    let work = FrontMatter.Discussed(
      title: "通向概率分布之路", author: "苏剑林", date: "2024-06-14",
      url: "https://kexue.fm/archives/10145")
    #expect(
      page(document("a", title: "A", discusses: work)).contains(
        """
        <a href="https://kexue.fm/archives/10145"><cite>通向概率分布之路</cite></a>, 苏剑林, \
        <time datetime="2024-06-14">2024-06-14</time>
        """))
    var hostile = work
    hostile.url = "javascript:alert(1)"
    let article = page(document("a", title: "A", discusses: hostile))
    #expect(article.contains("<p><cite>通向概率分布之路</cite>"))
    #expect(!article.contains("javascript"))
  }

  @Test("the index lists the newest first, those without a date last, then by title")
  func order() throws {
    let index = maker().index(
      [
        document("c", title: "C"), document("old", title: "Old", date: "2025-01-01"),
        document("b", title: "B"), document("new", title: "New", date: "2026-01-01"),
      ], noLedger)
    let places = try ["New", "Old", "B", "C"].map {
      try #require(index.firstRange(of: ">\($0)</a>")).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test("the hash in the footer changes with the source, and with nothing else")
  func hash() {
    let inputs = PageInputs(siteFile: [1], templates: ["a": "b"])
    var changed = document("a", title: "A")
    let before = inputs.hash(of: changed, provenance: ["swift": "6.3"])
    #expect(before == inputs.hash(of: changed, provenance: ["swift": "6.3"]))
    #expect(before != inputs.hash(of: changed, provenance: ["swift": "6.4"]))
    #expect(
      before
        != PageInputs(siteFile: [1], templates: ["a": "c"])
        .hash(of: changed, provenance: ["swift": "6.3"]))
    changed.source += " "
    #expect(before != inputs.hash(of: changed, provenance: ["swift": "6.3"]))
  }
}
