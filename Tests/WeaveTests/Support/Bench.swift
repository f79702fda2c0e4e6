// What the tests of this target stand on: one typesetter for all, documents built by hand, and
// pages in which a formula is as short as its TeX.

import Diagnostics
import Records

@testable import Article
@testable import Ledger
@testable import Runner
@testable import Weave

enum Bench {
  /// One engine for all tests; starting KaTeX once is enough.
  static let typesetter = Result {
    try MathTypesetter(katex: .find(), macros: ["\\R": "\\mathbb{R}", "\\bad": "x + \\nowhere"])
  }

  static func document(
    _ blocks: [Block], slug: String = "a", title: String = "An article", source: String = "",
    runnables: [Runnable] = [], footnotes: [Footnote] = []
  ) -> Document {
    var frontMatter = FrontMatter()
    frontMatter.title = title
    return Document(
      path: "articles/\(slug).md", slug: slug, frontMatter: frontMatter, blocks: blocks,
      footnotes: footnotes, runnables: runnables, diagnostics: [], source: source)
  }

  /// Weaves one article of a site.
  static func weave(
    _ document: Document, run: ArticleRun? = nil, claims: [ClaimEntry] = [],
    values: [ValueEntry] = [], others: [Document] = [], references: ReferenceLibrary = .init()
  ) throws -> WovenArticle {
    let weaver = Weaver(
      typesetter: try typesetter.get(), index: SiteIndex([document] + others),
      references: references)
    let ledger = SiteLedger(claims: claims, values: values, diagnostics: [], provenance: [:])
    return weaver.weave(document, run: run, ledger: ledger)
  }

  /// A run in which everything ran.
  static func run(
    of document: Document, output: [Int: [ArticleRun.OutputItem]] = [:],
    values: [Int: Quantity] = [:], outcomes: [ArticleRun.Outcome]? = nil,
    diagnostics: [Diagnostic] = []
  ) -> ArticleRun {
    ArticleRun(
      path: document.path, outcomes: outcomes ?? document.runnables.map { _ in .ran },
      output: output, values: values, checks: [], mutants: [], diagnostics: diagnostics,
      provenance: [:])
  }

  static func place(_ line: Int, _ column: Int = 1, in slug: String = "a") -> Place {
    Place(file: "articles/\(slug).md", line: line, column: column)
  }
}

extension WovenArticle {
  /// The body with each formula as `⟨its TeX⟩`.
  var plainBody: String { body.withShortFormulas }
}

extension String {
  /// KaTeX's spans replaced by the TeX that their MathML carries, still escaped.
  var withShortFormulas: String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "<span class=\"katex") {
      result += rest[..<start.lowerBound]
      let end = rest[start.lowerBound...].endOfElement("span")
      let formula = rest[start.lowerBound..<end]
      let tex =
        formula.firstMatch(of: #/<annotation [^>]*>(.*?)<\/annotation>/#.dotMatchesNewlines())?.1
        ?? "?"
      result += "⟨\(tex)⟩"
      rest = rest[end...]
    }
    return result + rest
  }
}

extension Substring {
  /// The end of the element that starts here.
  fileprivate func endOfElement(_ name: String) -> Index {
    var depth = 0
    var at = startIndex
    while let tag = self[at...].firstMatch(of: #/<(\/?)(\w+)[^>]*>/#) {
      at = tag.range.upperBound
      guard tag.2 == name else { continue }
      depth += tag.1.isEmpty ? 1 : -1
      if depth == 0 { return at }
    }
    return endIndex
  }
}

/// `text` as a paragraph.
func paragraph(_ inlines: Inline..., line: Int = 1) -> Block {
  .paragraph(Paragraph(inlines: inlines, place: Bench.place(line)))
}

/// A Swift block as the parser gives it.
func swiftBlock(
  _ number: Int, _ code: String, line: Int = 1, id: String? = nil,
  kind: SwiftBlock.Kind = .runs, display: SwiftBlock.Display = .shown
) -> Runnable {
  let count = code.split(separator: "\n", omittingEmptySubsequences: false).count - 1
  return .block(
    SwiftBlock(
      number: number, id: id, kind: kind, display: display, timeout: nil, code: code,
      lines: (0..<count).map { SourceLine(line: line + 1 + $0, prefix: 0) },
      place: Bench.place(line)))
}
