// Numbers, labels and references in TeX that KaTeX can read.

import Testing

@testable import Article
@testable import Weave

@Suite struct FormulaRewriterTests {
  private let numbers = ["eq:a": "1", "eq:b": "7"]

  private func display(
    _ tex: String, _ environment: String?, _ rows: [Int: String]
  ) -> FormulaRewriter.Outcome {
    FormulaRewriter.rewrite(
      Display(
        tex: tex, environment: environment,
        numbers: rows.sorted { $0.key < $1.key }.map {
          EquationNumber(row: $0.key, label: nil, text: $0.value)
        }, lines: [], place: Bench.place(1)), numberOfLabel: { numbers[$0] })
  }

  @Test(
    arguments: [
      // An environment's own counting is switched off, and each row gets its number.
      (
        "\\begin{align} a &= b \\\\ c &= d \\end{align}", "align", [0: "1", 1: "2"],
        "\\begin{align*} a &= b \\tag{1}\\\\ c &= d \\tag{2}\\end{align*}"
      ),
      (
        "\\begin{align} a &= b \\\\[2pt] c &= d \\end{align}", "align", [1: "A.1"],
        "\\begin{align*} a &= b \\\\[2pt] c &= d \\tag{A.1}\\end{align*}"
      ),
      // Rows of inner environments and in braces are not rows.
      (
        "\\begin{gather} \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} {x \\\\ y} \\\\ z \\end{gather}",
        "gather", [0: "1", 1: "2"],
        "\\begin{gather*} \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} {x \\\\ y} \\tag{1}\\\\ z "
          + "\\tag{2}\\end{gather*}"
      ),
      // `\\` in a comment is no row, and a comment does not swallow a tag.
      (
        "\\begin{align} a % \\\\ b\n \\\\ c % d\n\\end{align}", "align", [0: "1", 1: "2"],
        "\\begin{align*} a % \\\\ b\n \\tag{1}\\\\ c % d\n\\tag{2}\\end{align*}"
      ),
      ("a = b % c", nil, [0: "1"], "a = b % c\n\\tag{1}"),
      (
        "\\begin{equation} a \\begin{aligned} b \\\\ c \\end{aligned} \\end{equation}", "equation",
        [0: "3"],
        "\\begin{equation*} a \\begin{aligned} b \\\\ c \\end{aligned} \n\\tag{3}\\end{equation*}"
      ),
      (
        "\\begin{multline} a \\\\ b \\end{multline}", "multline", [0: "4"],
        "\\begin{equation*}\\begin{aligned}& a \\\\&\\qquad  b \\end{aligned}\n\\tag{4}"
          + "\\end{equation*}"
      ),
      (
        "\\begin{align*} a \\\\ b \\end{align*}", "align", [:],
        "\\begin{align*} a \\\\ b \\end{align*}"
      ),
      (
        "\\begin{eqnarray} a &=& b \\\\ c &=& d \\end{eqnarray}", "eqnarray", [0: "1"],
        "\\begin{align*} a &= b \\tag{1}\\\\ c &= d \\end{align*}"
      ),
      (
        "\\begin{flalign} a \\end{flalign}", "flalign", [0: "1"],
        "\\begin{align*} a \\tag{1}\\end{align*}"
      ),
      // KaTeX's own counter would number an environment inside `$$`.
      ("\\begin{align} a \\end{align}", nil, [:], "\\begin{align*} a \\end{align*}"),
      ("a \\eqref{ eq:b } \\ref{eq:a}", nil, [:], "a \\text{(7)} \\text{1}"),
    ] as [(String, String?, [Int: String], String)])
  func `rewritten for KaTeX`(
    tex: String, environment: String?, rows: [Int: String], expected: String
  ) throws {
    let outcome = display(tex, environment, rows)
    #expect(outcome.tex.text == expected)
    #expect(outcome.unknownLabels.isEmpty)
    _ = try Bench.typesetter.get().typeset(expected, display: true).get()
  }

  @Test func `an unknown label is named with its place`() {
    let outcome = display("x + \\eqref{eq:c}", nil, [:])
    #expect(outcome.unknownLabels == [.init(label: "eq:c", offset: 4)])
    #expect(outcome.tex.text == "x + \\text{(?)}")
  }

  @Test func `every unit knows where it came from`() {
    let tex = "\\begin{align} a \\\\ \\eqref{eq:b} z \\end{align}"
    let outcome = display(tex, "align", [0: "1", 1: "2"])
    let text = Array(outcome.tex.text.utf16)
    let source = Array(tex.utf16)
    for letter in "az".utf16 {
      // The letters stand alone only in the author's text.
      let offset = text.indices.first { at in
        at > 0 && text[at] == letter && text[at - 1] == 32 && text[at + 1] == 32
      }
      #expect(offset.map { source[outcome.tex.origin(of: $0)] } == letter)
    }
    #expect(outcome.tex.origin(of: text.count) == source.count)
  }
}
