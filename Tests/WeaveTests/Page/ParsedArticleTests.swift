// From Markdown to the page, through the parser: where errors in formulas and references are
// reported, and what an article's constructs become.

import Diagnostics
import Testing

@testable import Article
@testable import Ledger
@testable import Weave

@Suite struct ParsedArticleTests {
  private func parse(_ text: String, slug: String = "a") -> Document {
    let source = "---\ntitle: T\n---\n\n" + text
    return ArticleParser.parse(Array(source.utf8), path: "articles/\(slug).md")
  }

  /// `❌` stands before each character at which an error must be reported.
  @Test(arguments: [
    "Text $x + ❌\\foo$ and $y$.",
    "中文 é $x$ and $a + ❌\\foo$ end.",
    "😀 $\\text{日本 😀} + ❌\\foo$",
    "# Heading $❌\\foo$",
    "Setext $❌\\foo$\n===",
    "- item *emph $x❌\\foo$* `c`\n- two $❌\\baz$",
    "> quoted é $x❌\\foo$\n> and $y❌\\baz$",
    "> - deep\n>   $a\n>   b ❌\\foo$",
    "1. a\n\n   $$\n   x > y\n   > ❌\\foo\n   $$\n",
    "$$ a + ❌\\foo $$",
    "$$\na\n\nb + ❌\\foo\n$$",
    "> $$\n> a\n> - ❌\\foo\n> $$",
    "\\begin{align}\na &= b \\label{eq:é} \\\\\nc &= \\lambda ❌\\foo \\tag{x}\n\\end{align}",
    "\\begin{align}\na &= b \\label{eq:a} \\\\ c &= ❌\\foo \\label{eq:b}\n\\end{align}",
    "\\begin{equation} é \\label{eq:x} ❌\\foo \\end{equation}",
    "> [!REMARK] Title $❌\\foo$\n>\n> Body $❌\\baz$.",
    "> [!REMARK] Title\n>\n> 1. é $❌\\foo$",
    "| a | b |\n|---|---|\n| é | $x ❌\\foo$ |",
    "Note[^n].\n\n[^n]: The note é $x ❌\\foo$.",
    "Open ${x❌$.",
    "Lazy quote:\n> a\nb $x ❌\\foo$",
    "$x$, $x ❌\\foo$, $x$, $x y$",
    "**bold $❌\\foo$** and [link $❌\\baz$](https://a.b)",
    "Bad $x ❌\\href{https://a.b}{c}$",
  ])
  func `an error in a formula is reported at its own character`(marked: String) throws {
    var expected: [Place] = []
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let parts = line.split(separator: "❌", omittingEmptySubsequences: false)
      var column = 1
      for part in parts.dropLast() {
        column += part.utf8.count
        expected.append(Bench.place(index + 5, column))
      }
    }
    let document = parse(marked.replacing("❌", with: ""))
    let diagnostics = try Bench.weave(document).diagnostics
    #expect(diagnostics.map(\.place) == expected)
    #expect(diagnostics.allSatisfy { $0.id == "tex.invalid" })
  }

  @Test func `numbers, labels and references of equations`() throws {
    let document = parse(
      """
      \\begin{align}
      a &= b \\label{eq:a} \\\\
      c &= d \\notag \\\\
      e &= f \\label{eq:b}
      \\end{align}

      By \\eqref{eq:b} and [Equation #](#eq:a), $x \\eqref{eq:a}$.

      \\begin{equation*} x \\end{equation*}
      """)
    #expect(document.diagnostics == [])
    let woven = try Bench.weave(document)
    #expect(woven.diagnostics == [])
    #expect(woven.plainBody.contains("<div class=\"equation\" id=\"eq:a\">"))
    #expect(woven.plainBody.contains("<span class=\"equation__anchor\" id=\"eq:b\"></span>"))
    #expect(
      woven.plainBody.contains(
        """
        <p>By <a class="reference" href="#eq:b">(2)</a> and \
        <a class="reference" href="#eq:a">Equation 1</a>, ⟨x \\text{(1)}⟩.</p>
        """))
    // The numbers are text, for eyes and for screen readers; no stylesheet counts.
    #expect(!woven.body.contains("eqn-num"))
    #expect(woven.body.contains("<mtd><mtext>(1)</mtext></mtd>"))
    #expect(woven.body.contains("<mtd><mtext>(2)</mtext></mtd>"))
  }

  @Test func `every kind of display typesets`() throws {
    let displays = [
      "equation": "a \\\\[0pt] = b", "align": "a &= b \\\\ c &= d", "gather": "a \\\\ b",
      "multline": "a + b \\\\ + c \\\\ + d", "eqnarray": "a &=& b \\\\ c &=& d",
      "flalign": "a &= b & c &= d", "displaymath": "x",
    ]
    for (name, body) in displays.sorted(by: { $0.key < $1.key }) {
      for star in ["", "*"] {
        let content = name == "equation" ? "a = b" : body
        let document = parse("\\begin{\(name)\(star)}\n\(content)\n\\end{\(name)\(star)}\n")
        #expect(document.diagnostics == [], "\(name)\(star)")
        #expect(try Bench.weave(document).diagnostics == [], "\(name)\(star)")
      }
    }
    let alignat = parse("\\begin{alignat}{2}\na &= b & c &= d \\\\ e &= f\n\\end{alignat}\n")
    let woven = try Bench.weave(alignat)
    #expect(woven.diagnostics == [])
    #expect(woven.plainBody.contains("\\tag{1}") && woven.plainBody.contains("\\tag{2}"))
  }

  @Test func `a small article as a whole`() throws {
    let document = parse(
      """
      ## The map

      See [](#c.order) and [the section](#the-map).[^1]

      > [!CLAIM c.order] Order $<$
      >
      > It keeps the order.

      > [!FIGURE fig:t] Caption with $x$

      [^1]: A note.
      """)
    let other = parse("See [](#c.order).\n", slug: "b")
    let weaver = Weaver(
      typesetter: try Bench.typesetter.get(), index: SiteIndex([document, other]),
      references: ReferenceLibrary())
    let judged = JudgedArticles(
      .init(claims: [], values: [], diagnostics: [], provenance: [:]))
    #expect(
      weaver.weave(other, run: nil, judged: judged).body
        == "<p>See <a class=\"reference\" href=\"../a/index.html#c.order\">Claim 1 (T)</a>.</p>\n")
    let woven = weaver.weave(document, run: nil, judged: judged)
    #expect(woven.diagnostics == [])
    #expect(
      woven.plainBody == """
        <h2 id="the-map">The map <a class="permalink" href="#the-map" \
        aria-label="Link to this section">#</a></h2>
        <p>See <a class="reference" href="#c.order">Claim 1</a> and \
        <a class="reference" href="#the-map">the section</a>.<sup class="footnote-ref">\
        <a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
        <section class="claim claim--notRun" id="c.order" aria-labelledby="c.order.title">
        <header class="claim__header">
        <h3 class="claim__title" id="c.order.title"><span class="claim__number">Claim 1</span> \
        <span class="claim__name">Order ⟨&lt;⟩</span></h3>
        <a class="permalink" href="#c.order" aria-label="Link to this claim">#</a>
        <span class="claim__badge badge badge--notRun">\
        <span class="badge__symbol" aria-hidden="true">–</span> \
        <span class="badge__word">Not run</span></span>
        </header>
        <div class="claim__statement">
        <p>It keeps the order.</p>
        </div>
        <p class="claim__reason">There is no result for this claim.</p>
        </section>
        <figure class="figure" id="fig:t">
        <figcaption><span class="figure__number">Figure 1</span> Caption with ⟨x⟩</figcaption>
        </figure>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p>A note. <a href="#fnref-1" class="footnote-backref" data-footnote-backref \
        aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }
}
