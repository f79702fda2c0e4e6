import Diagnostics
import Testing

@testable import Article

/// A text with a marker (①, ② …) in front of every byte at which a diagnostic must appear.
struct MarkedText {
  let text: String
  /// For each marker its line and UTF-8 byte column in `text`, in the order of the markers.
  let places: [(line: Int, column: Int)]

  init(_ marked: String) {
    var text = ""
    var places: [Character: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if Self.markers.contains(character) {
        places[character] = (line, column)
        continue
      }
      text.append(character)
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += String(character).utf8.count
      }
    }
    self.text = text
    self.places = Self.markers.compactMap { places[$0] }
  }

  private static let markers = Array("①②③④⑤⑥⑦⑧⑨")
}

/// Parses a marked body (front matter is put before it) and expects exactly these diagnostics: the
/// first id at ①, the second at ② … Returns the document for further expectations.
@discardableResult
func expect(
  _ ids: [String], in marked: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Document {
  let input = MarkedText(marked)
  let document = parse(input.text)
  expect(ids, at: input, in: document, firstLine: frontMatterLines, sourceLocation)
  return document
}

/// The same for a whole file, front matter included.
@discardableResult
func expect(
  _ ids: [String], inFile marked: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Document {
  let input = MarkedText(marked)
  let document = ArticleParser.parse(Array(input.text.utf8), path: "articles/a.md")
  expect(ids, at: input, in: document, firstLine: 0, sourceLocation)
  return document
}

private func expect(
  _ ids: [String], at input: MarkedText, in document: Document, firstLine: Int,
  _ sourceLocation: SourceLocation
) {
  let expected = zip(ids, input.places).map { id, place in
    "\(id) at \(place.line):\(place.column)"
  }
  #expect(ids.count == input.places.count, "a marker for each id", sourceLocation: sourceLocation)
  let found = document.diagnostics.map { diagnostic in
    guard let place = diagnostic.place else { return "\(diagnostic.id) nowhere" }
    return "\(diagnostic.id) at \(place.line - firstLine):\(place.column)"
  }
  #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
}

private let frontMatter = "---\ntitle: Test\n---\n"
let frontMatterLines = 3

/// The document of a body.
func parse(_ body: String) -> Document {
  ArticleParser.parse(Array((frontMatter + body).utf8), path: "articles/a.md")
}

/// Line (in the body) and column of a place.
func at(_ place: Place) -> String { "\(place.line - frontMatterLines):\(place.column)" }
