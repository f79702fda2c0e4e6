// Small articles and the HTML that they become.

import Diagnostics
import Records
import Testing

@testable import Article
@testable import Ledger
@testable import Runner
@testable import Weave

@Suite struct PageTests {
  @Test func `levels of headings are in order, whatever the author wrote`() throws {
    func heading(_ level: Int, _ id: String) -> Block {
      .heading(Heading(level: level, inlines: [.text(id)], id: id, place: Bench.place(1)))
    }
    let document = Bench.document([
      heading(1, "a"), heading(3, "b"), heading(3, "c"), heading(2, "d"),
    ])
    let woven = try Bench.weave(document)
    #expect(
      woven.body == """
        <h2 id="a">a <a class="permalink" href="#a" aria-label="Link to this section">#</a></h2>
        <h3 id="b">b <a class="permalink" href="#b" aria-label="Link to this section">#</a></h3>
        <h3 id="c">c <a class="permalink" href="#c" aria-label="Link to this section">#</a></h3>
        <h3 id="d">d <a class="permalink" href="#d" aria-label="Link to this section">#</a></h3>

        """)
    #expect(
      woven.contentsHTML == """
        <nav class="toc" aria-label="Contents">
        <ol>
        <li><a href="#a">a</a>
        <ol>
        <li><a href="#b">b</a></li>
        <li><a href="#c">c</a></li>
        <li><a href="#d">d</a></li>
        </ol>
        </li>
        </ol>
        </nav>

        """)
  }

  @Test func `a block shows its code, what it printed and what it showed`() throws {
    let document = Bench.document([.swift(0)], runnables: [swiftBlock(0, "print(1 < 2)\n")])
    let run = Bench.run(
      of: document,
      output: [
        0: [
          .printed("tr"), .printed("ue\n"),
          .shown(.quantity(.vector([.integer("1"), .double("0.5")])), fills: nil),
          .shown(.quantity(.matrix([[.integer("1")]])), fills: nil),
          .shown(
            .table(header: ["$x$", "f"], rows: [[.integer("1"), .double("0.25")]]), fills: nil),
        ]
      ])
    #expect(
      try Bench.weave(document, run: run).plainBody == """
        <section class="swift-block swift-block--ran">
        <pre class="swift-code"><code class="language-swift">print(1 &lt; 2)
        </code></pre>
        <div class="output">
        <pre class="output__text">true
        </pre>
        <div class="output__value">(1, 0.5)</div>
        <div class="output__value">⟨\\begin{pmatrix}1\\end{pmatrix}⟩</div>
        <div class="table-scroll">
        <table class="shown-table">
        <thead><tr><th scope="col">⟨x⟩</th><th scope="col">f</th></tr></thead>
        <tbody>
        <tr><td>1</td><td>0.25</td></tr>
        </tbody>
        </table>
        </div>
        </div>
        </section>

        """)
  }

  @Test func `folded code is behind a disclosure, hidden code is not there`() throws {
    let document = Bench.document(
      [.swift(0), .swift(1), .swift(2)],
      runnables: [
        swiftBlock(0, "let x = 1\n", display: .folded), swiftBlock(1, "let y\n", display: .hidden),
        swiftBlock(2, "print(2)\n", display: .hidden),
      ])
    let run = Bench.run(of: document, output: [2: [.printed("2\n")]])
    #expect(
      try Bench.weave(document, run: run).body == """
        <section class="swift-block swift-block--ran">
        <details class="swift-fold">
        <summary>Code</summary>
        <pre class="swift-code"><code class="language-swift">let x = 1
        </code></pre>
        </details>
        </section>
        <section class="swift-block swift-block--ran">
        <div class="output">
        <pre class="output__text">2
        </pre>
        </div>
        </section>

        """)
  }

  @Test func `a block that failed says why, and a block after it that it was not run`() throws {
    let document = Bench.document(
      [.swift(0), .swift(1)],
      runnables: [
        swiftBlock(0, "oops\n", line: 3, display: .hidden),
        swiftBlock(1, "f()\n", line: 7, id: "b"),
      ])
    let diagnostic = Diagnostic(
      "swift.compile", at: Bench.place(4, 1), "cannot find 'oops' in scope",
      notes: [.init(message: "a note")], fix: "declare it")
    let run = Bench.run(
      of: document, outcomes: [.failed, .notRun("`f` is declared in a block that failed")],
      diagnostics: [diagnostic])
    #expect(
      try Bench.weave(document, run: run).body == """
        <section class="swift-block swift-block--failed">
        <pre class="swift-code"><code class="language-swift">oops
        </code></pre>
        <div class="diagnostic diagnostic--error" role="note">
        <p class="diagnostic__message">cannot find 'oops' in scope</p>
        <p class="diagnostic__place">articles/a.md:4:1</p>
        <p class="diagnostic__note">a note</p>
        <p class="diagnostic__fix">declare it</p>
        </div>
        </section>
        <section class="swift-block swift-block--notRun" id="b">
        <pre class="swift-code"><code class="language-swift">f()
        </code></pre>
        <p class="swift-block__why">Not run: `f` is declared in a block that failed</p>
        </section>

        """)
  }

  @Test func `inline values: computed, checked, wrong and missing`() throws {
    func value(_ number: Int, _ literal: String?) -> Runnable {
      .value(
        InlineValue(
          number: number, expression: "x", place: Bench.place(1),
          claimed: literal.map {
            ClaimedLiteral(
              relation: .approximately, text: $0,
              value: .decimal(negative: false, digits: "665", exponent: -3), place: Bench.place(1))
          }))
    }
    func entry(_ number: Int, _ printed: String, _ verdict: Verdict, _ message: String?)
      -> ValueEntry
    {
      ValueEntry(
        article: "articles/a.md", number: number, place: Bench.place(1), expression: "x",
        printed: printed, computed: "0.66524", verdict: verdict, message: message)
    }
    let document = Bench.document(
      (0...4).map { paragraph(.value($0)) },
      runnables: [
        value(0, nil), value(1, "0.665"), value(2, "0.666"), value(3, nil), value(4, nil),
      ])
    let woven = try Bench.weave(
      document,
      run: Bench.run(
        of: document, values: [0: .double("0.6652409557748219"), 4: .tex("x^2 = 1")]),
      values: [
        entry(1, "0.665", .holds, nil),
        entry(2, "0.666", .refuted, "rounds to 0.665; 0.666 is wrong"),
      ])
    #expect(
      woven.plainBody == """
        <p><span class="value" title="0.6652409557748219">0.665241</span></p>
        <p><span class="value value--checked value--holds" title="the code computed 0.66524">\
        0.665</span></p>
        <p><span class="value value--checked value--refuted" title="the code computed 0.66524">\
        0.666</span><span class="value__note"> [rounds to 0.665; 0.666 is wrong]</span></p>
        <p><span class="value value--missing">not computed</span></p>
        <p><span class="value">⟨x^2 = 1⟩</span></p>

        """)
  }

  @Test func `equations have numbers and anchors`() throws {
    let document = Bench.document([
      .display(
        Display(
          tex: "\\begin{align} a &= b \\\\ c &= d \\end{align}", environment: "align",
          numbers: [
            EquationNumber(row: 0, label: "eq:a", text: "1"),
            EquationNumber(row: 1, label: "eq:b", text: "2"),
          ], lines: [], place: Bench.place(1)))
    ])
    let woven = try Bench.weave(document)
    #expect(
      woven.plainBody == """
        <div class="equation" id="eq:a"><span class="equation__anchor" id="eq:b"></span>\
        ⟨\\begin{align*} a &amp;= b \\tag{1}\\\\ c &amp;= d \\tag{2}\\end{align*}⟩</div>

        """)
    #expect(woven.hasMathematics)
  }

  @Test func `figures are filled from the run, and not shown twice`() throws {
    func box(_ id: String) -> Block {
      .box(
        Box(
          kind: .table, id: id, title: [.text("Values")], blocks: [], parts: 0, number: 1,
          place: Bench.place(9)))
    }
    let document = Bench.document(
      [.swift(0), box("tab:x"), box("tab:y")],
      runnables: [swiftBlock(0, "show\n", display: .hidden)])
    let run = Bench.run(
      of: document,
      output: [0: [.shown(.table(header: ["n"], rows: [[.integer("3")]]), fills: "tab:x")]])
    let woven = try Bench.weave(document, run: run)
    #expect(
      woven.body == """
        <figure class="figure figure--table" id="tab:x">
        <div class="table-scroll">
        <table class="shown-table">
        <thead><tr><th scope="col">n</th></tr></thead>
        <tbody>
        <tr><td>3</td></tr>
        </tbody>
        </table>
        </div>
        <figcaption><span class="figure__number">Table 1</span> Values</figcaption>
        </figure>
        <figure class="figure figure--table" id="tab:y">
        <figcaption><span class="figure__number">Table 1</span> Values</figcaption>
        </figure>

        """)
    #expect(woven.diagnostics.map(\.message) == ["nothing is shown in `tab:y`"])
  }

  @Test func `boxes and alerts`() throws {
    func box(_ kind: Box.Kind, _ number: Int, _ title: [Inline]) -> Block {
      .box(
        Box(
          kind: kind, id: kind == .definition ? "def:x" : nil, title: title,
          blocks: [paragraph(.text("text"))], parts: 0, number: number, place: Bench.place(1)))
    }
    let document = Bench.document([
      box(.definition, 2, [.text("Simplex")]), box(.proof, 0, []), box(.warning, 0, []),
    ])
    #expect(
      try Bench.weave(document).body == """
        <section class="definition" id="def:x">
        <p class="box__title"><span class="box__number">Definition 2</span> \
        <span class="box__name">Simplex</span></p>
        <p>text</p>
        </section>
        <section class="proof">
        <p class="box__title"><span class="box__number">Proof</span></p>
        <p>text</p>
        <span class="proof__end" aria-label="end of proof">∎</span>
        </section>
        <aside class="alert alert--warning">
        <p class="alert__title">Warning</p>
        <p>text</p>
        </aside>

        """)
  }

  @Test func `a Markdown table says what its heads are`() throws {
    let document = Bench.document([
      .table(
        Table(
          alignments: [.right], header: [[.text("n")]], rows: [[[.text("1")]]],
          place: Bench.place(1)))
    ])
    let body = try Bench.weave(document).body
    #expect(body.hasPrefix("<div class=\"table-scroll\"><table>"))
    #expect(body.contains("<th align=\"right\" scope=\"col\">n</th>"))
  }
}
