// An error in a formula is reported at its own line and column of the Markdown, whatever stands
// before it and whatever the parser took out.

import Diagnostics
import Testing

@testable import Article
@testable import Weave

@Suite struct FormulaPlaceTests {
  /// Weaves `block` of an article whose source has `❌` before the character that is wrong.
  private func expectError(
    _ marked: String, tex: String, environment: String? = nil, numbers: [EquationNumber] = [],
    lines: [SourceLine] = [], at start: (line: Int, column: Int), isInline: Bool = false,
    _ message: String = "Undefined control sequence: \\foo",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rows = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(rows.firstIndex { $0.contains("❌") })
    let column = rows[line].prefix { $0 != "❌" }.utf8.count + 1
    let place = Bench.place(start.line, start.column)
    let block: Block =
      isInline
      ? paragraph(.math(tex: tex, display: false, place))
      : .display(
        Display(tex: tex, environment: environment, numbers: numbers, lines: lines, place: place))
    let document = Bench.document([block], source: marked.replacing("❌", with: ""))
    let diagnostics = try Bench.weave(document).diagnostics
    #expect(diagnostics.map(\.id) == ["tex.invalid"], sourceLocation: sourceLocation)
    #expect(
      diagnostics.first?.place == Bench.place(line + 1, column), sourceLocation: sourceLocation)
    #expect(
      diagnostics.first?.message == "this formula does not typeset: \(message)",
      sourceLocation: sourceLocation)
  }

  @Test func `bytes are counted, not characters, before the formula and in it`() throws {
    try expectError("a $x + ❌\\foo$", tex: "x + \\foo", at: (1, 4), isInline: true)
    try expectError("中文 é $x + ❌\\foo$", tex: "x + \\foo", at: (1, 12), isInline: true)
    try expectError(
      "a $\\text{日本 😀} + ❌\\foo$", tex: "\\text{日本 😀} + \\foo", at: (1, 4), isInline: true)
  }

  @Test func `the place may name the dollar, or be a little off`() throws {
    try expectError("ab $x + ❌\\foo$", tex: "x + \\foo", at: (1, 4), isInline: true)
    try expectError("ab $x + ❌\\foo$", tex: "x + \\foo", at: (1, 1), isInline: true)
    try expectError("ab $x + ❌\\foo$", tex: "x + \\foo", at: (1, 9), isInline: true)
  }

  @Test func `of two equal formulas the one at the place is meant`() throws {
    try expectError("$\\foo$ and $❌\\foo$", tex: "\\foo", at: (1, 13), isInline: true)
  }

  @Test func `a display over several lines`() throws {
    try expectError("text\n\n$$\na = b\n  + ❌\\foo\n$$\n", tex: "\na = b\n  + \\foo\n", at: (3, 3))
    try expectError("$$\na = b\n+ ❌\\foo\n$$\n", tex: "a = b\n+ \\foo", at: (2, 1))
  }

  @Test func `in a quote and in a list, prefixes taken off`() throws {
    try expectError(
      "> $$\n> a = b\n> + ❌\\foo\n> $$\n", tex: "a = b\n+ \\foo", at: (2, 3))
    try expectError(
      "- x\n\n  $$\n  a > b\n  + c > ❌\\foo\n  $$\n", tex: "a > b\n+ c > \\foo", at: (4, 3))
    try expectError(
      "> - $$\n>   a\n>   > ❌\\foo\n>   $$\n", tex: "a\n> \\foo", at: (2, 5))
  }

  @Test func `labels and tags taken out, numbers put in`() throws {
    try expectError(
      "\\begin{align}\na &= b \\label{eq:a} \\\\\nc &= \\lambda ❌\\foo \\tag{x}\n\\end{align}\n",
      tex: "\\begin{align}\na &= b  \\\\\nc &= \\lambda \\foo \n\\end{align}", environment: "align",
      numbers: [
        EquationNumber(row: 0, label: "eq:a", text: "1"),
        EquationNumber(row: 1, label: nil, text: "x"),
      ], at: (1, 1))
  }

  @Test func `where the parser has noted the lines, they are certain`() throws {
    // The formula's first line is also in the text before it.
    try expectError(
      "> a\n>\n> $$\n> a \\label{é} + ❌\\foo\n> $$\n", tex: "a  + \\foo",
      lines: [SourceLine(line: 4, prefix: 2)], at: (1, 3))
    try expectError(
      "> $$\n> a\n> \\text{日} ❌\\foo\n> $$\n", tex: "a\n\\text{日} \\foo",
      lines: [SourceLine(line: 2, prefix: 2), SourceLine(line: 3, prefix: 2)], at: (2, 3))
  }

  @Test func `the end of the input is the formula's end`() throws {
    try expectError(
      "so ${x❌$.", tex: "{x", at: (1, 5), isInline: true, "Expected '}', got 'EOF'")
  }

  @Test func `a forbidden command is found in the formula`() throws {
    try expectError(
      "so $x + ❌\\href{https://a.b}{c}$.", tex: "x + \\href{https://a.b}{c}", at: (1, 5),
      isInline: true, "forbidden \\href")
  }

  @Test func `an error in a macro's body is the whole formula's`() throws {
    let document = Bench.document(
      [paragraph(.math(tex: "1234567 + \\bad", display: false, Bench.place(1, 5)))],
      source: "so  $1234567 + \\bad$")
    let diagnostic = try #require(try Bench.weave(document).diagnostics.first)
    #expect(diagnostic.place == Bench.place(1, 6))
    #expect(
      diagnostic.notes.map(\.message)
        == ["the error is in the body of a macro that the formula uses"])
  }
}
