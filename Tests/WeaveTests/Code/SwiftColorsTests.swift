// What is coloured, and how; with the parser of the toolchain that runs these tests.

import Foundation
import Testing

@testable import Runner
@testable import Weave

@Suite struct SwiftColorsTests {
  private static let colors = Result {
    try SwiftColors(toolchain: Toolchain.find(scratch: NSTemporaryDirectory()).root)
  }

  /// The code with each span as `kind‹text›`.
  private func colored(_ code: String) throws -> String {
    let bytes = Array(code.utf8)
    var text = ""
    var end = 0
    for span in try Self.colors.get().spans(of: code) {
      text += String(decoding: bytes[end..<span.range.lowerBound], as: UTF8.self)
      text += "\(span.kind)‹\(String(decoding: bytes[span.range], as: UTF8.self))›"
      end = span.range.upperBound
    }
    return text + String(decoding: bytes[end...], as: UTF8.self)
  }

  @Test func `keywords, names, types, numbers, texts and comments`() throws {
    let text = try colored("let n: Int = 41 + 1  // the answer\nprint(\"n is \\(n)\")")
    #expect(
      text == """
        keyword‹let› identifier‹n›: type‹Int› = number‹41› + number‹1›  comment‹// the answer
        ›identifier‹print›(string‹"n is ›\\(identifier‹n›)string‹"›)
        """)
  }

  @Test func `attributes and conditions of compilation`() throws {
    let text = try colored("@inlinable func f() {}\n#if os(Linux)\n#endif")
    #expect(
      text == """
        attribute‹@inlinable› keyword‹func› identifier‹f›() {}
        directive‹#if› identifier‹os›(identifier‹Linux›)
        directive‹#endif›
        """)
  }

  @Test func `places are bytes, whatever stands before them`() throws {
    #expect(
      try colored("let π = \"数\" // 数学")
        == "keyword‹let› identifier‹π› = string‹\"数\"› comment‹// 数学›")
  }

  @Test(arguments: ["let = (", "\"open", "/* open", "}}}}", "", "\u{0}", "数"])
  func `code that does not compile is shown whole`(code: String) throws {
    let html = HTML.sequence(CodeRenderer.pieces(of: code, try Self.colors.get().spans(of: code)))
    #expect(html.description.replacing(/<[^>]*>/, with: "") == HTMLEscape.text(code))
  }

  @Test func `code that is nested beyond reading is plain`() throws {
    let code = String(repeating: "(", count: 100_000)
    #expect(try Self.colors.get().spans(of: code) == [])
  }

  @Test func `without the library there are no colours, and the reason is given`() {
    // Asked for in a process that has loaded the library already, it would be there.
    #expect(throws: SourceKit.Unavailable(description: "there is no /nowhere/lib.so")) {
      try SourceKit.load("/nowhere/lib.so")
    }
  }

  @Test func `spans of the page are text with a class`() throws {
    let html = CodeRenderer.pieces(
      of: "a < b", [SyntaxSpan(.identifier, 0..<1), SyntaxSpan(.keyword, 2..<3)])
    #expect(
      HTML.sequence(html).description
        == "<span class=\"code__identifier\">a</span> <span class=\"code__keyword\">&lt;</span> b")
  }

  @Test func `spans that overlap, leave the text or cut a character are mended or left out`() {
    let tidied = SyntaxSpan.tidied(
      [
        SyntaxSpan(.string, 2..<9), SyntaxSpan(.keyword, 0..<2), SyntaxSpan(.number, 4..<5),
        SyntaxSpan(.string, 9..<30),
      ], count: 12)
    #expect(tidied == [SyntaxSpan(.keyword, 0..<2), SyntaxSpan(.string, 2..<12)])
    let half = HTML.sequence(CodeRenderer.pieces(of: "数", [SyntaxSpan(.keyword, 0..<1)]))
    #expect(half.description == "数")
  }
}
