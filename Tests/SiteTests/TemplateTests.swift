import Diagnostics
import Testing

@testable import Site

@Suite("Templates")
struct TemplateTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func load(_ templates: [String: String]) throws -> TemplateFolder {
    let blank = ["404": "", "article": "", "folklore": "", "index": "", "ledger": ""]
    for (name, text) in blank.merging(templates, uniquingKeysWith: { $1 }) {
      try folder.write(text, at: "site/templates/\(name).mustache")
    }
    return TemplateFolder(in: SiteFolder(root: folder.url))
  }

  private func findings(_ templates: [String: String]) throws -> [String] {
    try load(templates).diagnostics.map { found in
      let place = found.place.map { "\($0.file):\($0.line):\($0.column) " } ?? ""
      return place + found.id + (found.fix.map { " | \($0)" } ?? "")
    }
  }

  @Test(
    "values are escaped in text and in both kinds of quotes",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("a\" onload='b", "a&quot; onload=&#39;b"),
      ("&lt;", "&amp;lt;"),
      // A combining mark makes one grapheme with the sign before it, and must not hide it.
      ("<\u{301}b>\u{301}\"\u{301}&\u{301}", "&lt;\u{301}b&gt;\u{301}&quot;\u{301}&amp;\u{301}"),
      ("{{body}}", "{{body}}"),
    ])
  func escaping(value: String, text: String) throws {
    let templates = try load([
      "article": "<p title=\"{{title}}\">{{> inner}}", "inner": "{{title}}",
    ])
    #expect(templates.render("article", ["title": value]) == "<p title=\"\(text)\">\(text)")
  }

  @Test("a page's body goes in byte by byte, lines of code included")
  func body() throws {
    let templates = try load(["article": "<div>\n  {{{body}}}\n</div>\n"])
    let body = "<pre>a\n  b\n\n{{title}}</pre>"
    #expect(templates.render("article", ["body": body]) == "<div>\n  \(body)\n</div>\n")
  }

  @Test("a tag that does not end and a section that does not close are found at their line")
  func broken() throws {
    #expect(
      try findings(["article": "<p>\n{{title"]) == [
        "site/templates/article.mustache:2:8 template.invalid"
      ])
    #expect(
      try findings(["index": "{{#articles}}\n{{/article}}\n"]).first?
        .hasPrefix("site/templates/index.mustache:2:") == true)
  }

  @Test("slips of the hand that Mustache passes over in silence")
  func silent() throws {
    #expect(
      try findings(["article": "<p>\n数 {{sumary}}"]) == [
        "site/templates/article.mustache:2:5 template.unknown-name | did you mean `summary`?"
      ])
    #expect(
      try findings(["article": "{{> haed}}", "head": ""]) == [
        "site/templates/article.mustache:1:1 template.unknown-partial | did you mean `head`?"
      ])
    #expect(
      try findings(["article": "{{> a}}", "a": "{{> b}}", "b": "{{> a}}"]).map {
        $0.split(separator: " ").last
      } == ["template.cycle", "template.cycle"])
  }

  @Test("a template that pages need is missed")
  func missing() throws {
    try folder.write("", at: "site/templates/index.mustache")
    let found = TemplateFolder(in: SiteFolder(root: folder.url)).diagnostics
    #expect(
      found.map(\.message) == [
        "the template site/templates/404.mustache is missing",
        "the template site/templates/article.mustache is missing",
        "the template site/templates/folklore.mustache is missing",
        "the template site/templates/ledger.mustache is missing",
      ])
  }

  @Test("this site's own templates and site file have no errors")
  func own() {
    #expect(TemplateFolder(in: Repository.folder).diagnostics == [])
    #expect(SiteInputs(in: Repository.folder).site.title == "Evident")
  }
}
