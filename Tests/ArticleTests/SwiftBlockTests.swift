import Diagnostics
import Testing

@testable import Article

@Suite("Swift blocks")
struct SwiftBlockTests {
  private func blocks(_ document: Document) -> [SwiftBlock] {
    document.runnables.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  @Test("words in any order")
  func words() throws {
    let document = expect([], in: "```Swift timeout=2.5 hide id=a.b slow own\nlet x = 1\n\nx\n```")
    let block = try #require(blocks(document).first)
    #expect(block.id == "a.b")
    #expect(block.kind == .own)
    #expect(block.display == .hidden)
    #expect(block.timeout == 2.5)
    #expect(block.isSlow)
    #expect(block.code == "let x = 1\n\nx")
    #expect(block.lines.map(\.line) == [5, 6, 7])
    #expect(block.lines.map(\.prefix) == [0, 0, 0])
    #expect(at(block.place) == "1:1")
  }

  @Test(
    "the kinds",
    arguments: [
      ("", SwiftBlock.Kind.runs), ("own", .own), ("static", .isStatic), ("fails", .fails),
      ("traps", .traps),
    ])
  func kinds(_ word: String, _ kind: SwiftBlock.Kind) {
    #expect(blocks(parse("```swift \(word)\n```")).map(\.kind) == [kind])
  }

  @Test("wrong words, each at its column")
  func wrongWords() {
    let document = expect(["swift.unknown-word"], in: "```swift hide ①hid\n```")
    #expect(
      document.diagnostics.first?.message
        == "unknown word `hid` on a Swift block; did you mean `hide`?")
    expect(["swift.word-conflict"], in: "```swift ①slow static\n```")
    expect(["swift.word-conflict"], in: "```swift fails ①slow\n```")
    expect(["swift.word-conflict"], in: "```swift own ①static\n```")
    expect(["swift.word-conflict"], in: "```swift hide ①fold\n```")
    expect(["swift.timeout"], in: "```swift ①timeout=soon\n```")
    expect(["id.malformed"], in: "```swift ①id=a/b\n```")
    expect(["id.duplicate"], in: "```swift id=a\n```\n\n> ```swift ①id=a\n> ```")
  }

  @Test("other languages and indented code do not run")
  func others() {
    let document = expect([], in: "```python\nx\n```\n\n    swift\n\n~~~swiftly\n~~~")
    #expect(document.runnables.isEmpty)
    #expect(document.blocks.count == 3)
  }

  @Test("prefixes of containers and tabs are counted, so that columns come out true")
  func prefixes() throws {
    let document = parse(
      "- > ```swift\n  > let a = 1\n  >   b\n  > ```\n\n-\t```swift\n\tc\n\t\td\n\t```")
    let found = blocks(document)
    #expect(found.map(\.code) == ["let a = 1\n  b", "c\n\td"])
    #expect(found[0].lines.map(\.prefix) == [4, 4])
    #expect(at(found[0].place) == "1:5")
    #expect(found[1].lines == [SourceLine(line: 10, prefix: 1), SourceLine(line: 11, prefix: 1)])
    #expect(at(found[1].place) == "6:3")
  }

  @Test("half a tab, eaten by a quote, leaves columns true")
  func halfTab() throws {
    let block = try #require(blocks(parse("> ```swift\n>\tx\n> ```")).first)
    #expect(block.code == "  x")
    // `x` is the third byte of its line: two bytes into the code, behind a prefix of none.
    #expect(block.lines == [SourceLine(line: 5, prefix: 0)])
  }

  @Test("a language that is nearly Swift is told: its block would not run")
  func nearlySwift() {
    expect(["fence.language"], in: "```①swfit\n```\n\n```python\n```\n\n```\n```\n\n```swig\n```")
  }

  @Test("a block that never ends cannot run")
  func unclosedBlock() {
    let document = parse("```swift\nlet x = 1\n```\n\n```swift\nlet y = 1\n\nProse.")
    #expect(blocks(document).map(\.isClosed) == [true, false])
  }

  @Test("a block that never ends")
  func unclosed() {
    expect(["fence.unclosed"], in: "text\n\n①```swift\nlet x = 1\n")
    expect(["fence.unclosed"], in: "> ①```swift\n> let x = 1\n\ntext")
    expect(["fence.unclosed", "fence.unclosed"], in: "- ①```swift\n  x\n②```\n\ntext")
    expect([], in: "````swift\n```\n````")
  }

  @Test("a paragraph that starts with three backticks")
  func broken() {
    expect(["fence.broken"], in: "①```swift` x\n")
  }
}
