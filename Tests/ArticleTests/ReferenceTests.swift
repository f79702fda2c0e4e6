import Diagnostics
import Testing

@testable import Article

@Suite("References")
struct ReferenceTests {
  private func inlines(_ document: Document) -> [Inline] {
    guard case .paragraph(let paragraph)? = document.blocks.first else { return [] }
    return paragraph.inlines
  }

  @Test("links to fragments are references, with places")
  func references() {
    let document = expect([], in: "a [Figure #](#fig:x) *[](#c-1)* [u](v \"[t](#z)\") [w](#y)")
    var found: [String] = []
    func walk(_ inlines: [Inline]) {
      for inline in inlines {
        if case .reference(let reference) = inline {
          found.append("\(reference.target) at \(at(reference.place))")
        }
        if case .emphasis(let inner) = inline { walk(inner) }
      }
    }
    walk(inlines(document))
    #expect(found == ["fig:x at 1:3", "c-1 at 1:23", "y at 1:50"])
  }

  @Test("citations")
  func citations() {
    let document = expect([], in: "See &amp; [@martins2016], [@a, p. 3; @b] and a@b.c, [@ x].")
    let found = inlines(document).compactMap { inline -> String? in
      guard case .citation(let key, let locator, let place) = inline else { return nil }
      return "\(key) \(locator ?? "–") at \(at(place))"
    }
    #expect(found == ["martins2016 – at 1:11", "a p. 3 at 1:27", "b – at 1:41"])
  }

  @Test("a footnote that nobody has written is told")
  func footnotes() {
    expect(["footnote.undefined"], in: "One[^1] and two①[^two].\n\n[^1]: A note.")
    expect([], in: "\\[^1], \\[^1\\], `[^1]`, $x[^1]$ and [^ 1].")
  }

  @Test("headings have GitHub's slugs, unique, or the id of their tail")
  func slugs() {
    let document = expect(
      ["id.duplicate"],
      in: """
        # A b, c!
        ## A b c
        # Über *die* `code_x` $x$
        # End {#sec:x}
        # A
        # Again {#①sec:x}
        """)
    let found = document.targets.map { "\($0.id): \($0.title)" }
    #expect(
      found == [
        "a-b-c: A b, c!", "a-b-c-1: A b c", "über-die-code_x-x: Über die code_x x",
        "sec:x: End", "a: A", "sec:x: Again",
      ])
  }
}
