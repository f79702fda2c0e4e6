// Links by id, within an article and across articles, and citations.

import Diagnostics
import Foundation
import Testing

@testable import Article
@testable import Weave

@Suite struct ReferenceTests {
  private func claim(_ id: String, _ number: Int) -> Block {
    .box(
      Box(
        kind: .claim, id: id, title: [.text("Order")], blocks: [], parts: 0, number: number,
        place: Bench.place(1)))
  }

  private func section(_ title: String, _ id: String) -> Block {
    .heading(Heading(level: 2, inlines: [.text(title)], id: id, place: Bench.place(1)))
  }

  private func equation(_ label: String, _ number: String) -> Block {
    .display(
      Display(
        tex: "x", environment: nil, numbers: [.init(row: 0, label: label, text: number)],
        lines: [], place: Bench.place(1)))
  }

  private func text(_ target: String, _ text: [Inline]) -> Inline {
    .reference(Reference(target: target, style: .text(text), place: Bench.place(5, 3)))
  }

  private func body(_ inlines: Inline...) throws -> (String, [Diagnostic]) {
    let document = Bench.document([.paragraph(Paragraph(inlines: inlines, place: Bench.place(5)))])
    let others = [
      Bench.document(
        [claim("order", 3), section("The map & its use", "the-map"), section("Intro", "intro")],
        slug: "b", title: "Other"),
      Bench.document(
        [equation("eq:x", "2"), section("Intro", "intro")], slug: "c", title: "Third"),
    ]
    let woven = try Bench.weave(document, others: others)
    return (woven.plainBody, woven.diagnostics)
  }

  @Test func `an empty text fills itself, a number sign becomes the number`() throws {
    #expect(
      try body(text("order", []), text("order", [.text("Claim "), .strong([.text("#")])])).0 == """
        <p><a class="reference" href="../b/index.html#order">Claim 3 (Other)</a>\
        <a class="reference" href="../b/index.html#order">Claim <strong>3</strong></a></p>

        """)
    #expect(
      try body(text("the-map", [])).0 == """
        <p><a class="reference" href="../b/index.html#the-map">The map &amp; its use (Other)</a></p>

        """)
  }

  @Test func `equations have their number in parentheses, or bare`() throws {
    func reference(_ style: Reference.Style) -> Inline {
      .reference(Reference(target: "eq:x", style: style, place: Bench.place(5)))
    }
    #expect(
      try body(reference(.equation), reference(.bare), text("eq:x", [])).0 == """
        <p><a class="reference" href="../c/index.html#eq:x">(2)</a>\
        <a class="reference" href="../c/index.html#eq:x">2</a>\
        <a class="reference" href="../c/index.html#eq:x">Equation 2 (Third)</a></p>

        """)
    let inMath = try body(.math(tex: "y + \\eqref{eq:x}", display: false, Bench.place(5)))
    #expect(inMath.0 == "<p>⟨y + \\text{(2)}⟩</p>\n")
    #expect(inMath.1 == [])
  }

  @Test func `within the article the link is a fragment`() throws {
    let document = Bench.document([claim("order", 1), paragraph(text("order", []))])
    #expect(
      try Bench.weave(document).body.hasSuffix(
        "<p><a class=\"reference\" href=\"#order\">Claim 1</a></p>\n"))
  }

  @Test func `a dangling reference is an error with a suggestion`() throws {
    let (html, diagnostics) = try body(text("ordr", [.text("see")]))
    #expect(html == "<p><span class=\"reference reference--dangling\">see</span></p>\n")
    #expect(
      diagnostics == [
        Diagnostic(
          "reference.dangling", at: Bench.place(5, 3), "nothing on the site has the id `ordr`",
          fix: "did you mean `order`?")
      ])
    let inMath = try body(.math(tex: "\\eqref{eq:y}", display: false, Bench.place(5))).1
    #expect(inMath.map(\.id) == ["reference.dangling"])
    #expect(inMath.first?.fix == "did you mean `eq:x`?")
  }

  @Test func `an id that several other articles have is ambiguous`() throws {
    let diagnostics = try body(text("intro", [])).1
    #expect(diagnostics.map(\.id) == ["reference.ambiguous"])
    #expect(diagnostics.first?.message == "`intro` is in several articles: `b`, `c`")
    #expect(diagnostics.first?.fix == "link to the article: [text](b.md#intro)")
  }

  private func link(_ destination: String) -> Inline {
    .link(destination: destination, title: "", [.text("l")], Bench.place(5, 7))
  }

  @Test func `a link to another article's file leads to its page`() throws {
    let (html, diagnostics) = try body(link("b.md#order"), link("https://x.org/b.md"))
    #expect(
      html == """
        <p><a href="../b/index.html#order">l</a><a href="https://x.org/b.md">l</a></p>

        """)
    #expect(diagnostics == [])
  }

  @Test func `a link to an article or an id that is not there is an error`() throws {
    let (html, diagnostics) = try body(link("../missing.md"), link("b.md#ordr"))
    #expect(
      html == """
        <p><a href="../missing.md">l</a><a href="../b/index.html#ordr">l</a></p>

        """)
    #expect(
      diagnostics == [
        Diagnostic("link.dangling", at: Bench.place(5, 7), "the site has no article `missing`"),
        Diagnostic(
          "link.dangling", at: Bench.place(5, 7), "the article `b` has no id `ordr`",
          fix: "did you mean `#order`?"),
      ])
  }

  /// The destinations that links and pictures get on the page of `articles/deep/a.md`, and what is
  /// reported about them.
  private func destinations(
    _ urls: [String], isImage: Bool
  ) -> (addresses: [String], messages: [String]) {
    let findings = Findings()
    let resolver = ReferenceResolver(
      index: SiteIndex(
        [Bench.document([], slug: "b")],
        files: ["assets/pic.png", "assets/two words.png", "ledger", "index.html"]),
      slug: "a", path: "articles/deep/a.md", findings: findings)
    return (
      urls.map { resolver.destination($0, isImage: isImage, at: Bench.place(1)) },
      findings.sorted.map(\.message)
    )
  }

  @Test func `a picture is found where its path leads from the article, and on the site`() {
    let found = destinations(
      [
        "../../site/assets/pic.png", "../../site/assets/two%20words.png", "../assets/pic.png",
        "https://x.org/p.png", "//x.org/p.png", "/p.png", "data:image/png;base64,AA",
      ], isImage: true)
    #expect(
      found.addresses == [
        "../assets/pic.png", "../assets/two%20words.png", "../assets/pic.png",
        "https://x.org/p.png", "//x.org/p.png", "/p.png", "data:image/png;base64,AA",
      ])
    #expect(found.messages == [])
  }

  @Test func `a picture or file that the site does not have is an error`() {
    let pictures = destinations(
      ["pic.png", "../site/assets/pic.png", "../../site/assets/no.png"], isImage: true)
    #expect(
      pictures.messages == [
        "the site has no picture `pic.png`", "the site has no picture `../site/assets/pic.png`",
        "the site has no picture `../../site/assets/no.png`",
      ])
    let links = destinations(
      [
        "../b/index.html", "../b/", "../ledger/index.html", "../index.html", "paper.pdf", "../c/",
        "?q=1", "#x",
      ], isImage: false)
    #expect(
      links.messages == [
        "`paper.pdf` leads to nothing on the site", "`../c/` leads to nothing on the site",
      ])
  }

  // MARK: - Citations

  private static let json = """
    [{"id": "martins2016", "type": "paper-conference", "title": "From <i>Softmax</i> to Sparsemax",
      "author": [{"family": "Martins", "given": "André F. T."},
                 {"family": "Astudillo", "given": "Ramón"}],
      "issued": {"date-parts": [[2016, 6]]}, "container-title": "ICML", "volume": 48,
      "page": "1614-1623", "DOI": "10.1/x"},
     {"id": "su2024", "title": "盘点Softmax", "author": [{"literal": "苏剑林"}],
      "issued": {"date-parts": [["2024"]]}, "URL": "https://kexue.fm/archives/10145"},
     {"id": "su2024b", "title": "Another", "author": [{"literal": "苏剑林"}],
      "issued": {"date-parts": [[2024]]}, "URL": "javascript:alert(1)"},
     {"title": "No id"}, {"id": "su2024"}, {"id": "x", "author": "Someone"}]
    """

  @Test func `the reference list has what is cited, in order`() throws {
    let (library, problems) = ReferenceLibrary.read(Data(Self.json.utf8), path: "site/r.json")
    #expect(
      problems.map(\.message) == [
        "entry 4 of the references cannot be used: it has no `id`",
        "two references have the id `su2024`",
        "entry 6 of the references cannot be used: `author` has the wrong type",
      ])
    func cite(_ key: String, _ locator: String? = nil) -> Inline {
      .citation(key: key, locator: locator, Bench.place(2, 4))
    }
    let document = Bench.document([
      paragraph(cite("su2024"), cite("martins2016", "p. 3"), cite("su2024b"), cite("su2025"))
    ])
    let woven = try Bench.weave(document, references: library)
    #expect(
      woven.body == """
        <p>(<a class="citation" href="#ref-su2024">苏剑林, 2024b</a>)\
        (<a class="citation" href="#ref-martins2016">Martins &amp; Astudillo, 2016, p. 3</a>)\
        (<a class="citation" href="#ref-su2024b">苏剑林, 2024a</a>)\
        <span class="citation citation--unknown">(su2025)</span></p>
        <section class="references" aria-labelledby="references-title">
        <h2 id="references-title">References</h2>
        <ul>
        <li id="ref-martins2016">Martins, A. F. T. &amp; Astudillo, R. (2016). \
        From &lt;i&gt;Softmax&lt;/i&gt; to Sparsemax. <cite>ICML</cite>, 48, 1614–1623. \
        <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a></li>
        <li id="ref-su2024b">苏剑林 (2024a). <cite>Another</cite>.</li>
        <li id="ref-su2024">苏剑林 (2024b). <cite>盘点Softmax</cite>. \
        <a href="https://kexue.fm/archives/10145">https://kexue.fm/archives/10145</a></li>
        </ul>
        </section>

        """)
    #expect(
      woven.diagnostics == [
        Diagnostic(
          "citation.unknown", at: Bench.place(2, 4), "the references have no `su2025`",
          fix: "did you mean `su2024`?")
      ])
  }

  @Test func `bad JSON is reported where it is bad`() {
    let (_, problems) = ReferenceLibrary.read(Data("[\n  {\"id\": }\n]".utf8), path: "site/r.json")
    #expect(
      problems == [
        Diagnostic(
          "references.invalid", at: Place(file: "site/r.json", line: 2, column: 10),
          "the references are not valid JSON")
      ])
    let (_, notAList) = ReferenceLibrary.read(Data("{}".utf8), path: "site/r.json")
    #expect(notAList.map(\.message) == ["the references are not a list of CSL-JSON entries"])
  }
}
