import Foundation
import Testing

@testable import Diagnostics

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("XML")
struct XMLTests {
  @Test("elements on lines of their own, text where it is")
  func layout() {
    let tree = XML.element(
      "suites", [("name", "a \"b\" & <c>")],
      [.element("case", [], []), .element("case", [("n", "1")], [.text("x < y ]]> z")])])
    #expect(
      tree.document == """
        <?xml version="1.0" encoding="UTF-8"?>
        <suites name="a &quot;b&quot; &amp; &lt;c&gt;">
          <case/>
          <case n="1">x &lt; y ]]&gt; z</case>
        </suites>

        """)
  }

  @Test(
    "what a parser reads is what was written",
    arguments: [
      "plain", "", " ", "two\nlines", "\ttab and \r return\r\n", "]]>", "<![CDATA[x]]>", "&amp;",
      "\"'<>&", "概率 🧮 e\u{301}", "\u{202E}right to left", "\u{85}\u{2028}\u{2029}", "\u{10FFFD}",
      "%0A::error::x", "-->", "<?xml version='1.0'?>",
    ])
  func roundTrip(text: String) throws {
    let read = try Self.read(.element("a", [("b", text)], [.text(text)]))
    #expect(read.attribute == text)
    #expect(read.text == text)
  }

  @Test("every character that XML does not have is a picture of itself")
  func pictures() throws {
    let read = try Self.read(.element("a", [("b", "\u{0}\u{1B}[2J")], [.text("\u{8}\u{FFFF}")]))
    #expect(read.attribute == "␀␛[2J")
    #expect(read.text == "␈\u{FFFD}")
  }

  private static func read(_ tree: XML) throws -> (attribute: String?, text: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(tree.document.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(tree.document)")
    return (reader.attribute, reader.text)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var attribute: String?
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      attribute = attributes["b"]
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
