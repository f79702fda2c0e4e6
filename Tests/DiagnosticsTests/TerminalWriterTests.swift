import Testing

@testable import Diagnostics

@Suite("The terminal writer")
struct TerminalWriterTests {
  private func written(_ diagnostic: Diagnostic, _ source: String, color: Bool = false) -> String {
    TerminalWriter(sources: ["a.md": source], color: color).text(for: diagnostic)
  }

  @Test("writes place, sentence, excerpt, caret, notes and fix")
  func everything() {
    let text = written(
      Diagnostic(
        "block.unknown-word", at: Place(file: "a.md", line: 3, column: 10),
        "unknown word `hid` after `swift`",
        notes: [
          .init(place: Place(file: "a.md", line: 1, column: 1), message: "in this article"),
          .init(message: "words are listed in the manual"),
        ],
        fix: "did you mean `hide`?"),
      "# Title\n\n```swift hid\nlet x = 1\n```\n")
    #expect(
      text == """
        a.md:3:10: error: unknown word `hid` after `swift` [block.unknown-word]
          3 | ```swift hid
            |          ^
            = note: a.md:1:1: in this article
          1 | # Title
            | ^
            = note: words are listed in the manual
            = fix: did you mean `hide`?

        """)
  }

  @Test("counts columns in characters and the caret in cells")
  func wideCharacters() {
    // The x is byte 8 (two CJK characters of three bytes each, then a space), character 4, cell 5.
    let text = written(
      Diagnostic("tex.invalid", at: Place(file: "a.md", line: 1, column: 8), "no"), "概率 x\n")
    #expect(
      text == """
        a.md:1:4: error: no [tex.invalid]
          1 | 概率 x
            |      ^

        """)
  }

  @Test("expands tabs to stops of four, in the line and under it")
  func tabs() {
    let text = written(
      Diagnostic("swift.compile", at: Place(file: "a.md", line: 1, column: 4), "no"), "\ta\tb\n")
    #expect(
      text == """
        a.md:1:4: error: no [swift.compile]
          1 |     a   b
            |         ^

        """)
  }

  @Test("a combining mark takes no cell")
  func combining() {
    let text = written(
      Diagnostic("x", at: Place(file: "a.md", line: 1, column: 4), "no"), "e\u{301}!\n")
    #expect(text.hasSuffix("  1 | e\u{301}!\n    |  ^\n"))
  }

  @Test("a column past the end points just past the line; a line past the end has no excerpt")
  func pastTheEnd() {
    let past = Diagnostic("x", at: Place(file: "a.md", line: 1, column: 99), "no")
    #expect(written(past, "ab\r\n") == "a.md:1:3: error: no [x]\n  1 | ab\n    |   ^\n")
    let beyond = Diagnostic("x", at: Place(file: "a.md", line: 9, column: 2), "no")
    #expect(written(beyond, "ab\n") == "a.md:9:2: error: no [x]\n")
  }

  @Test("a long line is cut around the caret")
  func longLine() throws {
    let source = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let lines = written(
      Diagnostic("x", at: Place(file: "a.md", line: 1, column: 501), "no"), source
    ).split(separator: "\n")
    #expect(lines[1].hasPrefix("  1 | …aaa") && lines[1].hasSuffix("bbb…"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(Array(lines[1])[column] == "!")
    #expect(lines[1].count < 110)
  }

  @Test("nothing in a file or message can steer the terminal")
  func escapes() {
    let text = written(
      Diagnostic("x", at: Place(file: "a.md", line: 1, column: 1), "says \u{1B}[2J"),
      "\u{1B}]0;owned\u{7}\u{9B}\n")
    #expect(
      text == "a.md:1:1: error: says ␛[2J [x]\n  1 | ␛]0;owned␇\u{FFFD}\n    | ^\n")
  }

  @Test("colour only when asked for")
  func color() {
    let diagnostic = Diagnostic("x", .warning, at: nil, "careful")
    #expect(written(diagnostic, "") == "warning: careful [x]\n")
    #expect(
      written(diagnostic, "", color: true)
        == "\u{1B}[1;33mwarning:\u{1B}[0m \u{1B}[1mcareful\u{1B}[0m \u{1B}[2m[x]\u{1B}[0m\n")
  }

  @Test("a message of several lines stays readable")
  func lines() {
    let diagnostic = Diagnostic("x", at: nil, "one", notes: [.init(message: "first\nsecond")])
    #expect(written(diagnostic, "") == "error: one [x]\n   = note: first\n           second\n")
  }
}
