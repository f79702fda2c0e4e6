import CCmarkGFM
import Foundation
import Testing

@testable import Article
@testable import Weave

/// What `cmark_render_html` makes of a text, with the extensions that our parser uses and the tag
/// filter, raw HTML passed through.
private func cmarkHTML(_ markdown: String) -> String {
  CMark.lock.withLock { _ in
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMark.options) else { return "no parser" }
    defer { cmark_parser_free(parser) }
    for name in CMark.gfmExtensions + ["tagfilter"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    guard let root = cmark_parser_finish(parser) else { return "no tree" }
    defer { cmark_node_free(root) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, CMark.options | CMARK_OPT_UNSAFE, extensions) else {
      return "no HTML"
    }
    defer { free(html) }
    return String(cString: html)
  }
}

private func ourHTML(_ markdown: String, _ syntax: ArticleSyntax) -> String {
  let document = ArticleParser.parse(Array(markdown.utf8), path: "a.md", syntax: syntax)
  return CommonMarkRenderer.render(document, filtersTags: true)
}

@Suite("CommonMark as cmark renders it")
struct CommonMarkRendererTests {
  private static let missing: Comment =
    "this clone has no ../shared/data: the comparison with cmark's examples did not run"

  @Test(
    "every example, with our extensions switched on",
    .enabled(if: CommonMarkExample.areAvailable, missing),
    arguments: CommonMarkExample.specification + CommonMarkExample.extensions)
  func examples(_ example: CommonMarkExample) {
    #expect(ourHTML(example.markdown, [.mathematics, .boxes]) == cmarkHTML(example.markdown))
  }

  @Test(
    "there are as many examples as there should be",
    .enabled(if: CommonMarkExample.areAvailable, missing))
  func counts() {
    #expect(CommonMarkExample.specification.count == 673)
    #expect(CommonMarkExample.extensions.count == 28)
  }

  @Test(
    "what the examples do not have",
    arguments: [
      "a[^1] b[^1] c[^2]\n\n[^1]: one\n\n    two\n[^2]: - list\n",
      "[^é]\n\n[^é]: ```\n    x\n",
      "x[^b][^a]\n\n[^a]: in[^b]\n\nz[^b]\n\n[^b]: y[^b]\n",
      "```swift\nlet a = 1\n\n```\n\n~~~swift\n~~~\n\n> ```swift\n>\n> ```\n",
      "- [x] a\n- [ ] b\n\n  c\n",
      "| a | b |\n|:-:|--:|\n| `x\\|y` |\n\ntext\n",
      "![a *b* `c` <i>\nd](u \"t\")\n",
      "<https://a.b/c?d=e&f='g'> www.x.de a@b.de\n",
      "1. a\n\n   <b>\n2. \n3. > q\n",
      "- a\n  - b\n\n    c\n- # h\n",
      "~~a~~ ~b~\n\n***\n\n<!-- x -->\nend",
    ])
  func furtherCases(_ markdown: String) {
    #expect(ourHTML(markdown, []) == cmarkHTML(markdown))
    #expect(ourHTML(markdown, [.mathematics, .boxes]) == cmarkHTML(markdown))
  }

  @Test("a reference in a footnote that nobody reads has no way back, where cmark links to nothing")
  func unusedFootnote() {
    let html = ourHTML("x[^b]\n\n[^a]: in[^b]\n\n[^b]: y\n", [])
    #expect(html.contains("#fnref-b\""))
    #expect(!html.contains("#fnref-b-2\""))
  }

  @Test("text and attributes are escaped by their type")
  func escaping() {
    let html = HTML.element(
      "a", [.url("href", "x?a=1&b='ü'"), .init("title", "\"<>&'"), .flag("hidden")],
      [.text("<b> & \"c\""), .raw("<i>"), .element("br", [], [])])
    #expect(
      html.description == """
        <a href="x?a=1&amp;b=&#x27;%C3%BC&#x27;" title="&quot;&lt;&gt;&amp;'" hidden>\
        &lt;b&gt; &amp; &quot;c&quot;<i><br /></a>
        """)
  }
}
