import Testing

@testable import Article

@Suite("Hostile input")
struct HostileInputTests {
  private func parse(bytes: [UInt8]) -> Document {
    ArticleParser.parse(bytes, path: "a.md")
  }

  private func diagnostics(_ document: Document) -> [String] {
    document.diagnostics.map { "\($0.id) at \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
  }

  private let head = Array("---\ntitle: x\n---\n".utf8)

  @Test("invalid UTF-8 and NUL: one diagnostic each, columns stay true")
  func damagedBytes() {
    let bytes =
      head + Array("ab ".utf8) + [0xFF, 0xFE] + Array(" ".utf8) + [0] + Array(" $x$".utf8)
    let document = parse(bytes: bytes)
    #expect(diagnostics(document) == ["text.invalid-utf8 at 4:4", "text.nul at 4:7"])
    guard case .paragraph(let paragraph)? = document.blocks.first,
      case .math(_, _, let place)? = paragraph.inlines.last
    else {
      Issue.record("no formula")
      return
    }
    #expect(place.column == 10)
  }

  @Test(
    "an empty file, blank files, and nothing but a byte order mark",
    arguments: ["", " \n\n", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(diagnostics(parse(bytes: Array(text.utf8))) == ["article.empty at 1:1"])
  }

  @Test("a byte order mark and CRLF change nothing")
  func windows() {
    let text = "---\ntitle: x\n---\n\n# A\n\n```swift\nlet a = 1\n```\n"
    let windows =
      "\u{FEFF}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(parse(bytes: Array(windows.utf8)) == parse(bytes: Array(text.utf8)))
  }

  @Test(
    "thousands of openings neither crash nor take for ever",
    arguments: [
      "$a ", "$", "$$ ", "$$\n\n", "\\begin{align} ", "\\begin{align}\n\n", "`", "$`", "[", "![",
      "*a **b ",
      "`{swift} ", "\\eqref{", "[@", "> [!CLAIM a] ", "| $", "&#", "~~~~a ",
    ])
  func openings(_ opening: String) {
    _ = parse(bytes: head + Array(String(repeating: opening, count: 20_000).utf8))
  }

  @Test("nesting has an end, and says so once")
  func nesting() {
    let quotes = parse(bytes: head + Array((String(repeating: "> ", count: 10_000) + "x").utf8))
    #expect(quotes.diagnostics.map(\.id) == ["nesting.too-deep"])
    let lists = parse(bytes: head + Array((String(repeating: "- ", count: 10_000) + "x").utf8))
    #expect(lists.diagnostics.map(\.id) == ["nesting.too-deep"])
    let emphasis =
      String(repeating: "*a ", count: 5000) + String(repeating: "b* ", count: 5000)
    let inlines = parse(bytes: head + Array(emphasis.utf8))
    #expect(inlines.diagnostics.map(\.id) == ["nesting.too-deep"])
  }

  @Test("any bytes give a document")
  func randomBytes() {
    let pieces = [
      "$", "$$", "\\begin{align}", "\\end{align}", "\n", "\n\n", "> ", "- ", "```swift", "```", "|",
      "[!CLAIM a]",
      "`{swift} x ≈ 0.1`", "*", "[^a]", "[^a]: ", "]", "(#x)", "[", "{#a}", "# ", "\t", "    ", "é",
      "\\", "|---|",
      "<b>", "&amp;", "\\label{a}", "\\tag{1}", "1. ", "@k", "\u{0}", "---", "0.5", "~~", "&#0;",
      "\r",
    ]
    var generator = SplitMix(state: 7)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      var bytes = head + Array(text.utf8)
      if Bool.random(using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = 0xC3
      }
      let document = parse(bytes: bytes)
      for diagnostic in document.diagnostics {
        #expect((diagnostic.place?.line ?? 0) >= 1 && (diagnostic.place?.column ?? 0) >= 1)
      }
    }
  }
}

/// A small generator with a fixed seed: a failure shows itself again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
