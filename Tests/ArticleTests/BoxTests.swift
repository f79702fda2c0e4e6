import Diagnostics
import Testing

@testable import Article

@Suite("Boxes")
struct BoxTests {
  private func firstBox(_ document: Document) -> Box? {
    for case .box(let box) in document.blocks { return box }
    return nil
  }

  @Test("a claim has an id, a title parsed alone, a statement and parts")
  func claim() throws {
    let document = expect(
      [],
      in: """
        > [!CLAIM a.b-c] It costs $5 *or* so
        > the price is $x$:
        >
        > 1. $p_i > p_j$
        > 2. two
        """)
    let box = try #require(firstBox(document))
    #expect(box.kind == .claim)
    #expect(box.id == "a.b-c")
    #expect(box.title == [.text("It costs $5 "), .emphasis([.text("or")]), .text(" so")])
    #expect(box.blocks.count == 2)
    #expect(box.parts == 2)
    #expect(box.number == 1)
    #expect(at(box.place) == "1:3")
    #expect(
      document.targets == [
        Target(
          id: "a.b-c", kind: .box(.claim), number: "1", title: "It costs $5 or so",
          place: box.place)
      ])
  }

  @Test(
    "every kind is known; claims, cited and folklore count together", arguments: Box.Kind.allCases)
  func kinds(_ kind: Box.Kind) throws {
    let document = expect(
      [], in: "> [!FOLKLORE x] F\n\ntext\n\n- > [!\(kind.rawValue) id] T\n  > body")
    guard case .list(let list)? = document.blocks.last,
      case .box(let box)? = list.items.first?.blocks.first
    else {
      Issue.record("no box")
      return
    }
    #expect(box.kind == kind)
    #expect(box.blocks.count == 1)
    switch kind {
    case .claim, .cited, .folklore: #expect(box.number == 2)
    case .figure, .table, .definition: #expect(box.number == 1)
    default: #expect(box.number == 0)
    }
  }

  @Test("a claim may say which verdict it is written to show, with a place")
  func expectation() throws {
    let document = expect([], in: "> [!CLAIM a.b  expect=vacuous ] Title\n> text")
    let box = try #require(firstBox(document))
    #expect(box.id == "a.b")
    #expect(box.title == [.text("Title")])
    let expected = try #require(box.expected)
    #expect(expected.verdict == "vacuous")
    #expect(at(expected.place) == "1:23")
  }

  @Test("what is cited or said gets no verdict that could be expected")
  func misplacedExpectation() {
    expect(
      ["box.expectation-misplaced"],
      in: "> [!REMARK a.b expect=①holds] Title\n> text")
  }

  @Test("ids: missing, malformed, used twice")
  func ids() {
    expect(["box.id-missing"], in: "> ①[!CLAIM] T")
    expect(["box.id-missing"], in: "> ①[!FIGURE] T")
    expect([], in: "> [!REMARK] T")
    expect(["id.malformed"], in: "> [!CLAIM ①a b] T")
    expect(["id.duplicate"], in: "> [!CLAIM a] T\n\ntext\n\n> [!CITED ①a] T")
    expect(["id.duplicate"], in: "```swift id=a\n```\n\n> [!CLAIM ①a] T")
  }

  @Test("unknown words name the nearest kind")
  func unknown() throws {
    let document = expect(
      ["box.unknown", "box.unknown"], in: "> ①[!CLAIMS x] T\n\na\n\n> ②[!claim y] T")
    #expect(
      document.diagnostics.map(\.message) == [
        "`[!CLAIMS]` is not a kind of box; did you mean `CLAIM`?",
        "`[!claim]` is not a kind of box; did you mean `CLAIM`?",
      ])
  }

  @Test("a second marker in a quote, a lazy line, a marker that is a link")
  func swallowed() {
    expect(["box.second-marker"], in: "> [!CLAIM a] T\n>\n> text\n> ①[!CLAIM b] U")
    expect(["box.second-marker"], in: "> [!CLAIM a] T\n> ①[!CLAIM b] U")
    expect(["box.lazy-line"], in: "> [!CLAIM a] T\n>\n> text\n①lazy")
    expect([], in: "> quote\nlazy")
    expect(["box.marker-is-link"], in: "> ①[!CLAIM x](u)")
    expect(["box.marker-is-link"], in: "> ①[!CLAIM x]: /u")
    expect(["reference.stolen"], in: "> [!CLAIM x] T\n\n①[!CLAIM x]: /u")
    expect(["reference.stolen"], in: "①[@key]: /u")
  }

  @Test("a bare decimal in a claim needs code")
  func decimals() {
    expect(["claim.bare-decimal"], in: "> [!CLAIM a] T\n>\n> It is ①0.665.")
    expect(["claim.bare-decimal"], in: "> [!CLAIM a] T\n>\n> It is $x = ①0.665$.")
    expect(["claim.bare-decimal"], in: "> [!CLAIM a] T\n>\n> $$\n> x = ①0.665\n> $$")
    expect([], in: "> [!CLAIM a] T\n>\n> It is 0.665, see `{swift} p ≈ 0.665`.")
    expect(
      [], in: "> [!CLAIM a] T\n>\n> `0.665`, entmax-1.5, 1.5-entmax, Theorem 2.3, 1.2.3, in 3.")
    expect([], in: "> [!REMARK] T\n>\n> It is 0.665.")
  }
}
