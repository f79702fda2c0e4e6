import Diagnostics
import Testing

@testable import Article

@Suite("Mathematics inside cmark-gfm")
struct MathematicsTests {
  private func inlines(_ body: String) -> [Inline] {
    guard case .paragraph(let paragraph)? = parse(body).blocks.first else { return [] }
    return paragraph.inlines
  }

  private func formulas(_ inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .math(let tex, let display, let place):
        ["\(display ? "display " : "")\(tex) at \(at(place))"]
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner, _): formulas(inner)
      default: []
      }
    }
  }

  @Test("TeX between dollars is untouched by Markdown")
  func texIsUntouched() {
    #expect(
      formulas(inlines(#"$x_1*y$ and $z*w_2$, $\{x\}$, $a \\ b$, *$[a](b)$*"#)) == [
        #"x_1*y at 1:2"#, #"z*w_2 at 1:14"#, #"\{x\} at 1:23"#, #"a \\ b at 1:32"#,
        "[a](b) at 1:43",
      ])
  }

  @Test(
    "a dollar is a dollar when Pandoc says so",
    arguments: [
      "$5 and $6", "a $ b$ c", "$a $b", "$x$1", #"\$x\$"#, "`$a` and $b", "$a `b$` c$", "$$$x$$$",
    ])
  func proseDollars(_ body: String) {
    let document = parse(body)
    #expect(formulas(inlines(body)).isEmpty)
    #expect(document.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test("a dollar that opens a formula and is never closed is told, prices are not")
  func unclosedDollar() {
    expect(["math.unclosed-dollar"], in: "The sum ①$x + 1 is nice.\n\nAnother costs $5.")
    expect(["math.unclosed-dollar"], in: "The ①$x and $y$ are.")
    expect(["math.unclosed-dollar"], in: "Here ①$\\frac{1}{2} and $\\sum x.")
    expect(["math.unclosed-dollar"], in: "A formula ①$$ x + 1 without an end.")
    expect(["math.unclosed-dollar"], in: "- item ①$(a, b)\n- other")
    expect([], in: "US$x, \\$HOME, 5$, A$, $5, $.50 and `$HOME`, $ x")
  }

  @Test("a display within a paragraph")
  func inlineDisplay() {
    #expect(
      formulas(inlines("so $$a$$ and $$\nb $$")) == ["display a at 1:6", "display b at 2:1"])
  }

  @Test("a display claims lines that Markdown would read otherwise")
  func displayBlock() {
    let document = expect([], in: "$$\n- 3\n\n+ b\n===\n# x\n> y\n$$\n\nText")
    guard case .display(let display)? = document.blocks.first else {
      Issue.record("no display")
      return
    }
    #expect(display.tex == "- 3\n\n+ b\n===\n# x\n> y")
    #expect(at(display.place) == "2:1")
    #expect(display.numbers.isEmpty)
    #expect(document.blocks.count == 2)
  }

  @Test("an environment interrupts a paragraph and wins over headings and lists")
  func environment() {
    let document = expect(
      [],
      in: """
        Let
        \\begin{align}
        a &= b \\\\
        - 3
        ===
        \\end{align}
        be.
        """)
    #expect(document.blocks.count == 3)
    guard case .display(let display) = document.blocks[1] else {
      Issue.record("no display")
      return
    }
    #expect(display.environment == "align")
    #expect(display.numbers.map(\.text) == ["1", "2"])
    #expect(display.lines.map(\.line) == [5, 6, 7, 8, 9])
  }

  @Test("a display inside a quote in a list keeps its prefix out of the TeX")
  func displayInContainers() {
    let document = expect([], in: "- > $$\n  > - y\n  > $$\n  >\n  > t")
    guard case .list(let list)? = document.blocks.first,
      case .quote(let blocks, _)? = list.items.first?.blocks.first,
      case .display(let display)? = blocks.first
    else {
      Issue.record("no display")
      return
    }
    #expect(display.tex == "- y")
    #expect(at(display.place) == "2:5")
  }

  @Test("a list item with a display stays tight")
  func tightList() {
    let document = parse("1. a\n   $$\n   x\n   $$\n2. b")
    guard case .list(let list)? = document.blocks.first else {
      Issue.record("no list")
      return
    }
    #expect(list.isTight)
    #expect(list.items.count == 2)
  }

  @Test("equations are numbered; rows count apart; tags and labels are taken out")
  func numbers() {
    let document = expect(
      [],
      in: #"""
        \begin{equation} a \label{eq:a} \end{equation}

        \begin{equation*} b \end{equation*}

        \begin{align}
        a &= \begin{pmatrix} 1 \\ 2 \end{pmatrix} \\
        b &= c \notag \\
        d &= e \tag{$\ast$} \label{eq:d} \\
        \end{align}

        $$ x \label{eq:x} $$

        \begin{multline} u \\ v \end{multline}
        """#)
    let numbers = document.blocks.compactMap { block -> [String]? in
      guard case .display(let display) = block else { return nil }
      return display.numbers.map { "\($0.row) \($0.text) \($0.label ?? "–")" }
    }
    #expect(
      numbers == [
        ["0 1 eq:a"], [], ["0 2 –", #"2 $\ast$ eq:d"#], ["0 3 eq:x"], ["0 4 –"],
      ])
    #expect(
      document.targets.map { "\($0.id) \($0.number ?? "")" } == [
        "eq:a 1", #"eq:d $\ast$"#, "eq:x 3",
      ])
    guard case .display(let first)? = document.blocks.first else { return }
    #expect(!first.tex.contains("label"))
  }

  @Test("\\eqref and \\ref in prose are references; inside a formula they stay")
  func references() {
    let found = inlines(#"By \eqref{eq:a_b}, \ref{x} and $\eqref{y}$."#)
    #expect(
      found.compactMap { inline -> String? in
        switch inline {
        case .reference(let reference): "\(reference.target) at \(at(reference.place))"
        case .math(let tex, _, _): tex
        case .text(let text): text
        default: nil
        }
      } == ["By ", "eq:a_b at 1:4", ", ", "x at 1:20", " and ", #"\eqref{y}"#, "."])
    #expect(TeXReferences.replacing(in: #"\eqref{y}+\ref{z}"#) { "(\($0.label))" } == "(y)+(z)")
  }

  @Test("what is never closed is an error at its opening, and the next blank line goes on")
  func unclosed() {
    let document = expect(
      ["math.unclosed", "math.unclosed", "math.unclosed"],
      in: """
        ①$$
        a

        Text

        > ②\\begin{align}
        > b

        - ③$$ c

        $$
        d
        $$
        """)
    #expect(document.blocks.count == 5)
  }

  @Test("an environment in mid-paragraph is accepted, with one warning")
  func inlineEnvironment() {
    let document = expect(
      ["math.inline-environment"],
      in: "So ①\\begin{equation} a \\label{eq:a} \\end{equation} holds.")
    #expect(document.blocks.count == 3)
    #expect(document.targets.map(\.id) == ["eq:a"])
  }

  @Test("environments that are no displays, and ends that are missing")
  func strayEnvironments() {
    expect(["math.bare-environment"], in: "a ①\\begin{cases} 1 \\end{cases}")
    expect(["math.unclosed"], in: "a ①\\begin{align} 1")
    expect(["math.trailing-text"], in: "\\begin{align}\n1\n\\end{align} ①and")
  }

  @Test("a table's pipes cut formulas")
  func tablePipes() {
    expect(["math.table-pipe"], in: "| a | b |\n|---|---|\n| ①$|x|$ | y |")
    expect(["math.table-norm"], in: "| a | b |\n|---|---|\n| ①$\\|J\\|_1$ | $y$ |")
    expect(["value.table-pipe"], in: "| a | b |\n|---|---|\n| ①`{swift} a | 1` | y |")
    expect([], in: "| a | b |\n|---|---|\n| $5 | $6 |\n| $a$ | `x\\|y` |\n| 5$|6$ |")
  }

  @Test("a line's block marker cuts a formula")
  func cut() {
    expect(["math.cut"], in: "Here ①$a\n- b$ is cut.")
    expect([], in: "It costs $5\n- or $6.")
    expect(["math.unclosed-dollar"], in: "Here ①$a\n\n- b$ is not.")
  }

  @Test("positions are true on lazy, indented and nested lines, in cells, notes and headings")
  func positions() {
    let document = parse(
      """
      # Title $a$

      > para
      lazy $b$
      >    deep $c$

      1. x
           far $d$

      | h |
      |---|
      | é $e$ |

      See[^n].

      [^n]: note *$f$*
      """)
    var found: [String] = []
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(let heading): found += formulas(heading.inlines)
        case .paragraph(let paragraph): found += formulas(paragraph.inlines)
        case .quote(let inner, _): walk(inner)
        case .list(let list): for item in list.items { walk(item.blocks) }
        case .table(let table):
          for row in [table.header] + table.rows { for cell in row { found += formulas(cell) } }
        default: break
        }
      }
    }
    walk(document.blocks)
    for footnote in document.footnotes { walk(footnote.blocks) }
    #expect(
      found == [
        "a at 1:10", "b at 4:7", "c at 5:12", "d at 8:11", "e at 12:7", "f at 16:14",
      ])
  }

  @Test("link definitions before a paragraph do not shift its lines")
  func definitionsBefore() {
    let body = "[a]: /u\n[b]: /v\ntext $x$"
    #expect(formulas(inlines(body)) == ["x at 3:7"])
  }
}
