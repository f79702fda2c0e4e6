// Drawings of proofs: what is drawn is what the record says, in few bytes, and always the same.

import Records
import Testing

@testable import Article
@testable import Ledger
@testable import Weave

@Suite("Proofs, drawn")
struct ProofDrawingTests {
  private typealias Cell = ProofPicture.Cell

  private func axis(_ name: String, _ lower: Double = 0, _ upper: Double = 4) -> ProofPicture.Axis {
    .init(name: name, lower: lower, upper: upper)
  }

  private func html(_ picture: ProofPicture) throws -> String {
    let document = Bench.document([])
    let formulas = FormulaSetter(
      document, typesetter: try Bench.typesetter.get(), index: SiteIndex([document]),
      findings: Findings())
    return ProofDrawing.html(picture, id: "c.proof-0", formulas: formulas, at: Bench.place(1))
      .description.withShortFormulas
  }

  private func caption(_ picture: ProofPicture) -> String {
    ProofDrawing.plot(of: picture)?.sentences.joined(separator: " ") ?? ""
  }

  private func marks(_ picture: ProofPicture) -> String {
    (ProofDrawing.plot(of: picture)?.panels ?? []).flatMap(\.marks).map(\.description).joined()
  }

  @Test("a strip: each box as high as its margin, to the byte")
  func strip() throws {
    let picture = ProofPicture(
      form: .boxes, axes: [axis("t")],
      cells: [
        Cell(.shown, lower: [0], upper: [2], margin: 0.5),
        Cell(.shown, lower: [2], upper: [3], margin: 1), Cell(.open, lower: [3], upper: [4]),
        Cell(.contact, lower: [2], margin: 0),
      ])
    #expect(
      try html(picture) == """
        <figure class="drawing">
        <div class="drawing__plot drawing__plot--strip">
        <div class="drawing__up"><span>1</span><span>margin</span><span>0</span></div>
        <svg viewBox="0 0 6000 1500" role="img" aria-labelledby="c.proof-0.title c.proof-0.desc">
        <title id="c.proof-0.title">The proof, drawn</title>
        <desc id="c.proof-0.desc">The proof over t, drawn: all of its 3 boxes, each as high as the \
        margin proved on it. At one point both sides meet, shown by exact arithmetic. The smallest \
        margin is 0.5. One box stayed open.</desc>
        <path class="drawing-mark drawing-mark--shown" \
        d="M0 750h3000v750h-3000zM3000 0h1500v1500h-1500z"></path>
        <path class="drawing-mark drawing-mark--open" d="M4500 0h1500v1500h-1500z"></path>
        <path class="drawing-mark drawing-mark--contact" d="M3000 1330l80 80l-80 80l-80 -80z"></path>
        </svg>
        <div class="drawing__across"><span>0</span><span>⟨t⟩</span><span>4</span></div>
        </div>
        <ul class="drawing__legend">
        <li><svg viewBox="0 0 100 100" aria-hidden="true"><path class="drawing-mark \
        drawing-mark--contact" d="M10 10h80v80h-80z"></path>
        </svg>both sides meet</li>
        <li><svg viewBox="0 0 100 100" aria-hidden="true"><path class="drawing-mark \
        drawing-mark--open" d="M10 10h80v80h-80z"></path>
        </svg>not decided</li>
        </ul>
        <figcaption>The proof over ⟨t⟩, drawn: all of its 3 boxes, each as high as the margin \
        proved on it. At one point both sides meet, shown by exact arithmetic. The smallest margin \
        is 0.5. One box stayed open.</figcaption>
        </figure>

        """)
  }

  @Test("margins far apart stand on a logarithmic scale, and the caption says so")
  func logarithmic() throws {
    let picture = ProofPicture(
      form: .boxes, axes: [axis("t")],
      cells: [
        Cell(.shown, lower: [0], upper: [2], margin: 0.001),
        Cell(.shown, lower: [2], upper: [4], margin: 10),
      ])
    let plot = try #require(ProofDrawing.plot(of: picture))
    #expect(plot.up == Plot.Edge(low: "0.001", name: "margin", high: "10"))
    #expect(plot.sentences[0].hasSuffix("on a logarithmic scale."))
    #expect(marks(picture).contains("M0 1470h3000v30h-3000zM3000 0h3000v1500h-3000z"))
  }

  @Test("a plane: the stronger the colour, the larger the margin; the legend says how large")
  func plane() throws {
    let picture = ProofPicture(
      form: .boxes, axes: [axis("x"), axis("y", -1, 1)],
      cells: [
        Cell(.shown, lower: [0, -1], upper: [4, 0], margin: 1),
        Cell(.shown, lower: [0, 0], upper: [2, 1], margin: 32),
        Cell(.excluded, lower: [2, 0], upper: [4, 1]),
      ])
    #expect(
      marks(picture) == """
        <path class="drawing-mark drawing-mark--excluded" d="M1800 0h1800v1800h-1800z"></path>
        <path class="drawing-mark drawing-mark--shade-1" d="M0 1800h3600v1800h-3600z"></path>
        <path class="drawing-mark drawing-mark--shade-5" d="M0 0h1800v1800h-1800z"></path>

        """)
    let plot = try #require(ProofDrawing.plot(of: picture))
    #expect(plot.legend.map(\.text) == ["margin 16 to 32", "margin 1 to 2", "excluded"])
    #expect(
      caption(picture)
        == "The proof, drawn: all of its 3 boxes, $x$ to the right, $y$ upwards; the "
        + "stronger the colour, the larger the margin proved there. The smallest margin is 1.")
  }

  @Test("of more variables the two most divided are drawn, each patch the worst over the others")
  func projection() throws {
    let picture = ProofPicture(
      form: .boxes, axes: [axis("x"), axis("y"), axis("z")],
      cells: [
        Cell(.shown, lower: [0, 0, 0], upper: [4, 2, 2], margin: 1),
        Cell(.shown, lower: [0, 2, 0], upper: [4, 4, 2], margin: 1),
        Cell(.shown, lower: [0, 0, 2], upper: [4, 4, 4], margin: 1),
        Cell(.open, lower: [0, 0, 0], upper: [4, 2, 2]),
      ])
    let plot = try #require(ProofDrawing.plot(of: picture))
    #expect(plot.across?.name == "$y$")
    #expect(plot.up?.name == "$z$")
    #expect(plot.sentences[0].contains("over the two most divided of 3 variables"))
    #expect(
      marks(picture) == """
        <path class="drawing-mark drawing-mark--shade-5" \
        d="M1800 1800h1800v1800h-1800zM0 0h3600v1800h-3600z"></path>
        <path class="drawing-mark drawing-mark--open" d="M0 1800h1800v1800h-1800z"></path>

        """)
  }

  @Test("points of three coordinates stand in panels, rows of dots as one dashed line")
  func panels() throws {
    let cells = (0..<27).map { (index: Int) -> Cell in
      let digits: [Int] = [index / 9, index / 3 % 3, index % 3]
      return Cell(.shown, lower: digits.map { Double($0) })
    }
    let picture = ProofPicture(
      form: .points, axes: ["x", "y", "z"].map { axis($0, 0, 2) }, cells: cells)
    let plot = try #require(ProofDrawing.plot(of: picture))
    #expect(plot.panels.map(\.title) == ["$z$ = 0", "$z$ = 1", "$z$ = 2"])
    #expect(
      plot.panels[0].marks.map(\.description).joined() == """
        <path class="drawing-dot drawing-dot--shown" \
        d="M100 1100h1001M100 600h1001M100 100h1001" stroke-width="160" \
        stroke-dasharray="0 500"></path>

        """)
    #expect(
      caption(picture)
        == "The enumeration, drawn: all 27 points that were tried, $x$ to the right, "
        + "$y$ upwards, a panel for each $z$.")
  }

  @Test("points without coordinates stand in the order in which they were tried")
  func order() throws {
    let cells = (0..<1000).map { (index: Int) -> Cell in
      let first = Double(7 * index)
      return Cell(index == 999 ? .failed : .shown, lower: [first], upper: [first + 6], count: 7)
    }
    let picture = ProofPicture(form: .points, axes: [axis("number", 0, 6999)], cells: cells)
    #expect(
      caption(picture)
        == "The enumeration, drawn: all 7\u{202F}000 points in the order in which they "
        + "were tried, line by line, up to 7 to a dot, which shows the weakest of them.")
    #expect(marks(picture).contains("drawing-mark--failed"))
    #expect(marks(picture).utf8.count < 1_000)
  }

  @Test("nodes of an interpolation are told from the pieces between them")
  func nodes() {
    let picture = ProofPicture(
      form: .nodes, axes: [axis("t")],
      cells: [
        Cell(.shown, lower: [0], upper: [4]), Cell(.node, lower: [1], margin: 1e-9),
        Cell(.node, lower: [3], margin: 1e-9),
      ])
    #expect(
      caption(picture)
        == "The interval of $t$, and the 2 nodes at which both sides were computed.")
    #expect(marks(picture).contains("M1500 1000V1500M4500 1000V1500"))
  }

  @Test("no drawing takes more than 40 KB, however many cells of whatever kind a record holds")
  func size() throws {
    var seed: UInt64 = 1
    func random() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 11) / 9_007_199_254_740_992
    }
    let kinds = ProofPicture.Kind.allCases
    for form in [ProofPicture.Form.boxes, .nodes, .points] {
      for axes in 1...5 {
        let cells = (0..<ProofPicture.capacity(axes: axes)).map { index -> Cell in
          let low = (0..<axes).map { _ in random() * 4 - 0.1 }
          let isPoint = form == .points || index % 9 == 0
          return Cell(
            kinds[index % kinds.count], lower: low,
            upper: isPoint ? [] : low.map { $0 + random() * 0.2 }, margin: random(),
            count: index % 3 == 0 ? .max : 1)
        }
        let picture = ProofPicture(
          form: form, axes: (0..<axes).map { axis("x_{\($0)}") }, cells: cells)
        let drawing = try html(picture)
        #expect(drawing.utf8.count < 40 * 1024, "\(form) \(axes): \(drawing.utf8.count)")
        #expect(try html(picture) == drawing)
        #expect(!drawing.contains("nan") && !drawing.contains("inf"))
      }
    }
  }

  @Test(
    "extreme numbers draw something and stop nothing",
    arguments: [
      (0.0, 0.0, 0.0), (-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude, 1e308),
      (1, 1 + 1e-16, 5e-324), (0, 1, -3), (-1e-320, 1e-320, 1e-300),
    ])
  func extremes(lower: Double, upper: Double, margin: Double) throws {
    for axes in 1...3 {
      let cell = Cell(
        .shown, lower: Array(repeating: lower, count: axes),
        upper: Array(repeating: upper, count: axes), margin: margin)
      let other = Cell(
        .shown, lower: cell.lower, upper: cell.upper, margin: .greatestFiniteMagnitude)
      for form in [ProofPicture.Form.boxes, .points, .nodes] {
        let picture = ProofPicture(
          form: form, axes: (0..<axes).map { axis("x_\($0)", lower, upper) }, cells: [cell, other])
        // Nodes stand on one axis; of more there is no drawing.
        #expect(try html(picture).isEmpty == (form == .nodes && axes > 1))
      }
    }
  }

  @Test("a card's drawing has an id of its own and stands behind the disclosure")
  func card() throws {
    var trial = Trial()
    trial.held = 1
    var record = CheckRecord(
      claim: "c.id", part: nil, check: 7, runnable: 0, line: 1, evidence: .enclosed, method: "",
      subject: .mathematics, coverage: [], coversLaw: true, trial: trial)
    record.proof = ProofPicture(
      form: .boxes, axes: [axis("t")], cells: [Cell(.shown, lower: [0], upper: [4], margin: 1)])
    let check = CheckEntry(
      record: record, verdict: .holds, sentence: "Proved.", mutants: [], slack: nil,
      place: Bench.place(5), code: "")
    let box = Block.box(
      Box(
        kind: .claim, id: "c.id", title: [], blocks: [], parts: 0, number: 1,
        place: Bench.place(1)))
    let entry = ClaimEntry(
      id: "c.id", kind: .claim, title: "", article: "articles/a.md", page: "", anchor: "c.id",
      number: 1, place: Bench.place(1), parts: 0, verdict: .holds, assumptions: [],
      checks: [check])
    let body = try Bench.weave(Bench.document([box]), claims: [entry]).plainBody
    let details = try #require(body.firstRange(of: "<details class=\"claim__details\">"))
    let drawing = try #require(body.firstRange(of: "id=\"c.id.proof-7.title\""))
    #expect(details.lowerBound < drawing.lowerBound)
  }
}
