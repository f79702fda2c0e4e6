// KaTeX inside JavaScriptCore: what comes out, and what a formula that does not typeset says.

import Foundation
import Testing

@testable import Weave

@Suite struct TypesetterTests {
  let typesetter: MathTypesetter

  init() throws { typesetter = try Bench.typesetter.get() }

  @Test func `a formula is HTML with MathML, and its TeX stays readable`() throws {
    let html = try typesetter.typeset("x^2 < \\R", display: false).get()
    #expect(html.hasPrefix("<span class=\"katex\"><span class=\"katex-mathml\"><math "))
    #expect(html.contains("<msup><mi>x</mi><mn>2</mn></msup>"))
    #expect(html.contains("<mi mathvariant=\"double-struck\">R</mi>"))
    #expect(html.contains("<annotation encoding=\"application/x-tex\">x^2 &lt; \\R</annotation>"))
    #expect(html.contains("<span class=\"katex-html\" aria-hidden=\"true\">"))
  }

  @Test func `display mode is its own formula`() throws {
    let html = try typesetter.typeset("x", display: true).get()
    #expect(html.hasPrefix("<span class=\"katex-display\">"))
    #expect(try typesetter.typeset("x", display: false).get() != html)
  }

  @Test(arguments: [
    ("\\foo", TeXError("Undefined control sequence: \\foo", offset: 0)),
    ("a + \\foo b", TeXError("Undefined control sequence: \\foo", offset: 4)),
    // 日 is one unit of UTF-16, 😀 is two.
    ("日 + \\foo", TeXError("Undefined control sequence: \\foo", offset: 4)),
    ("😀 + \\foo", TeXError("Undefined control sequence: \\foo", offset: 5)),
    ("a}", TeXError("Expected 'EOF', got '}'", offset: 1)),
    ("x^2^3", TeXError("Double superscript", offset: 3)),
    ("{a", TeXError("Expected '}', got 'EOF'", offset: 2)),
    ("\\R + \\R \\foo \\R", TeXError("Undefined control sequence: \\foo", offset: 8)),
    (
      "1234567890123456789 \\foo 1234567890123456789",
      TeXError("Undefined control sequence: \\foo", offset: 20)
    ),
    // KaTeX underlines with U+0332 in its messages; a formula may have one of its own.
    ("x\u{332} y", TeXError("Unknown accent ' \u{332}'", offset: 0)),
    ("a \\bad", TeXError("Undefined control sequence: \\nowhere", isInMacro: true)),
    ("\\href{https://a.b}{c}", TeXError("forbidden \\href")),
    ("\\url{javascript:alert(1)}", TeXError("forbidden \\url")),
    ("\\htmlClass{a}{b}", TeXError("forbidden \\htmlClass")),
    ("\\htmlId{a}{b}", TeXError("forbidden \\htmlId")),
    ("\\htmlStyle{color:red}{b}", TeXError("forbidden \\htmlStyle")),
    ("\\htmlData{a=b}{b}", TeXError("forbidden \\htmlData")),
    ("\\includegraphics{a.png}", TeXError("forbidden \\includegraphics")),
    (
      "\\def\\a{\\a}\\a",
      TeXError("Too many expansions: infinite loop or need to increase maxExpand setting")
    ),
  ])
  func `an error says what and where, in units of UTF-16`(tex: String, error: TeXError) {
    #expect(typesetter.typeset(tex, display: false) == .failure(error))
  }

  @Test func `red text is never a success`() {
    let tex = "\\color{\(KaTeXProgram.errorColor)} x"
    #expect(
      typesetter.typeset(tex, display: false)
        == .failure(TeXError("something that is not supported")))
  }

  @Test func `nesting has a limit, and the engine lives on`() throws {
    let deep = String(repeating: "{", count: 100_000) + String(repeating: "}", count: 100_000)
    #expect(
      typesetter.typeset(deep, display: false)
        == .failure(TeXError("the formula is nested too deeply")))
    let fair = String(repeating: "\\sqrt{", count: 100) + "x" + String(repeating: "}", count: 100)
    _ = try typesetter.typeset(fair, display: false).get()
  }

  @Test func `a definition in one formula is unknown in the next`() throws {
    _ = try typesetter.typeset("\\gdef\\leak{1}\\leak", display: false).get()
    #expect(
      typesetter.typeset("\\leak", display: false)
        == .failure(TeXError("Undefined control sequence: \\leak", offset: 0)))
  }

  @Test func `a NUL in a formula is a character`() {
    guard case .failure(let error) = typesetter.typeset("a\0b\\foo", display: false) else {
      return #expect(Bool(false), "typeset")
    }
    #expect(error.offset == 1 || error.offset == 3)
  }

  @Test func `two thousand formulas, half of them twice, from several threads`() async throws {
    let fresh = try MathTypesetter(katex: .find())
    let pages = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<500).map { number in
            (try? fresh.typeset("x_{\(number)} + 1", display: false).get()) ?? "failed"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pages.count == 4)
    #expect(Set(pages).count == 1)
    #expect(Set(pages[0]).count == 500)
    #expect(pages[0].allSatisfy { $0.hasPrefix("<span class=\"katex\">") })
    #expect(fresh.distinctFormulas == 500)
  }

  @Test func `a missing KaTeX says how to get it`() {
    let error = #expect(throws: MathEngineError.self) {
      try KaTeXInstallation.find(in: ["/nowhere/katex"])
    }
    #expect(
      error?.description
        == "KaTeX was not found. Install it with `apt-get install libjs-katex fonts-katex` or "
        + "`brew install katex`. Looked in: /nowhere/katex")
  }

  @Test func `a script that is no KaTeX is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "katex.min.js")
    try Data("var katex = {};".utf8).write(to: script)
    let error = #expect(throws: MathEngineError.self) {
      try MathTypesetter(katex: KaTeXInstallation(folder: folder.path))
    }
    #expect(error?.description.hasPrefix("KaTeX does not work in JavaScriptCore: ") == true)
  }
}
