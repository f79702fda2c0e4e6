import Testing

@testable import Site

@Suite("Building, editing, building again")
struct BuildTests {
  private let site: SiteTest
  init() throws { site = try SiteTest() }

  @Test("a page for each article, an index, assets, KaTeX and the ledger; nothing hidden")
  func everything() throws {
    try site.article("one", "Text with $x^2$.")
    try site.article("two", "More.")
    let result = try site.build()
    #expect(result.verification.findings == [])
    #expect(result.verification.outcome == .holds)
    #expect(result.publication == .published)
    let paths = Set(site.published().keys)
    #expect(
      paths.isSuperset(of: [
        "index.html", "404.html", "ledger.json", "one/index.html", "two/index.html",
        "assets/evident.css", "assets/katex/katex.min.css",
        "assets/katex/fonts/KaTeX_Main-Regular.woff2",
      ]))
    #expect(paths.allSatisfy { !$0.hasPrefix(".") && !$0.hasSuffix(".ttf") })
    #expect(site.published()["one/index.html"]?.contains("class=\"katex\"") == true)
    #expect(site.folder.files(below: "site").allSatisfy { !$0.hasPrefix(".public") })
  }

  @Test("two builds of the same input give the same bytes; the second touches nothing")
  func same() throws {
    try site.article("one", "Text with $x^2$.")
    try site.build()
    let first = site.published()
    let inode = site.folder.inode("site/public/one/index.html")
    #expect(try site.build().publication == .unchanged)
    #expect(site.published() == first)
    #expect(site.folder.inode("site/public/one/index.html") == inode)
    let elsewhere = try SiteTest()
    try elsewhere.article("one", "Text with $x^2$.")
    try elsewhere.build()
    #expect(elsewhere.published() == first)
  }

  @Test("an edit changes its page; an article that is gone takes its page along")
  func edit() throws {
    try site.article("one", "Before.")
    try site.article("two", "Two.")
    try site.build()
    let two = site.folder.inode("site/public/two/index.html")
    try site.article("one", "After.")
    try site.build()
    #expect(site.published()["one/index.html"]?.contains("After.") == true)
    #expect(site.folder.inode("site/public/two/index.html") == two)
    try site.folder.remove("articles/two.md")
    try site.build()
    #expect(site.published()["two/index.html"] == nil)
    #expect(site.published()["index.html"]?.contains("two/index.html") == false)
  }

  @Test("with an error anywhere the site that is there stays, to the byte")
  func failure() throws {
    try site.article("one", "Good.")
    try site.build()
    let good = site.published()
    try site.article("one", "Changed.")
    try site.article("two", "Bad $\\frac{1}$.")
    let result = try site.build()
    #expect(result.publication == nil)
    #expect(result.verification.outcome == .wrong)
    #expect(result.verification.documents.count == 2)
    #expect(site.published() == good)
    try site.article("two", "Good again.")
    try site.build()
    #expect(site.published()["one/index.html"]?.contains("Changed.") == true)
  }

  @Test("errors of one article are reported with those of all others")
  func errors() throws {
    try site.article("a", "Bad $\\frac{1}$.")
    try site.article("b", "See [](#nowhere).")
    try site.folder.write("", at: "articles/c.md")
    let files = try site.build().verification.diagnostics.compactMap(\.place?.file)
    #expect(Set(files) == ["articles/a.md", "articles/b.md", "articles/c.md"])
  }

  @Test("two articles with one slug, a bad site file, a bad template: errors, and no site")
  func structure() throws {
    try site.article("one", "Text.")
    try site.article("deep/one", "Text.")
    var result = try site.build()
    #expect(result.verification.findings == ["articles/one.md:1:1 article.slug"])
    try site.folder.remove("articles/deep/one.md")
    try site.folder.write("title: A\ntile: B\n", at: "site/site.yml")
    result = try site.build()
    #expect(result.verification.findings == ["site/site.yml:2:1 site.unknown-key"])
    try site.folder.write("title: A\n", at: "site/site.yml")
    try site.folder.write("{{#articles}}", at: "site/templates/index.mustache")
    result = try site.build()
    #expect(result.verification.findings == ["site/templates/index.mustache:1:14 template.invalid"])
    #expect(site.published() == [:])
  }

  @Test("a macro of the site file works in every formula")
  func macros() throws {
    let site = try SiteTest(siteFile: "title: T\nmacros:\n  \\R: \\mathbb{R}\n")
    try site.article("one", "For $x \\in \\R$.")
    #expect(try site.build().verification.findings == [])
    #expect(site.published()["one/index.html"]?.contains("class=\"mord mathbb\"") == true)
  }

  @Test("hostile front matter stays text")
  func hostile() throws {
    try site.folder.write(
      """
      ---
      title: "<script>alert('t')</script>"
      summary: "\\"><img src=x onerror=alert(1)>"
      author: "{{body}}"
      ---

      Text.
      """, at: "articles/one.md")
    try site.build()
    for page in site.published().filter({ $0.key.hasSuffix("html") }).values {
      #expect(!page.contains("<script>") && !page.contains("<img"))
    }
    #expect(site.published()["one/index.html"]?.contains("{{body}}") == true)
  }

  @Test("check takes paths and slugs, and says what may have been meant")
  func selection() throws {
    try site.article("one", "Bad $\\frac{1}$.")
    try site.article("two", "Good.")
    #expect(try site.check("two").findings == [])
    #expect(try site.check("articles/one.md").documents.map(\.slug) == ["one"])
    #expect(try site.check().documents.count == 2)
    #expect {
      try site.check("one", "twoo")
    } throws: { error in
      "\(error)" == "no claim or article is called `twoo`; did you mean `two`?"
    }
  }
}
