import CCmarkGFM
import Diagnostics

/// From the bytes of an article to its tree: the first stage of the road.
///
/// Any bytes give a document. What is wrong with them stands in its `diagnostics`, in the order of
/// the text, and everything that could be read is in the tree.
public enum ArticleParser {
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: what places name, relative to the folder of the site.
  ///   - syntax: which extensions of GitHub Flavored Markdown are read; all of them in an article.
  public static func parse(
    _ bytes: [UInt8], path: String, syntax: ArticleSyntax = .article
  ) -> Document {
    let (source, damage) = TextDecoding.decode(bytes, path: path)
    var document = Document(
      path: path, slug: slug(of: path), frontMatter: FrontMatter(), blocks: [], footnotes: [],
      runnables: [], diagnostics: damage, source: source.bytes[...].text)
    guard !damage.contains(where: { $0.id == "article.empty" }) else { return document }

    var firstLine = 1
    if syntax.contains(.frontMatter) {
      let reader = FrontMatterReader(source)
      document.frontMatter = reader.frontMatter
      document.diagnostics += reader.diagnostics
      firstLine = reader.lineCount + 1
    }
    guard let (tree, findings) = parse(source, from: firstLine, syntax) else {
      let place = Place(file: path, line: firstLine, column: 1)
      document.diagnostics.append(
        Diagnostic("article.unreadable", at: place, "cmark-gfm gave no tree for this text"))
      return document
    }
    let reading = Reading(source: source, findings: findings)
    DocumentReader(reading: reading, tree: tree).read(into: &document)
    document.diagnostics.sort { a, b in
      switch (a.place, b.place) {
      case (let first?, let second?): (first, a.id) < (second, b.id)
      default: false
      }
    }
    return document
  }

  private static func slug(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// How often a text is read again to find where displays without an end began.
  private static let maximalPasses = 8

  /// Parses until no display without an end comes to light. A display claims lines as cmark meets
  /// them, so only its container's end tells that it has none; the next pass stops it at the next
  /// blank line.
  private static func parse(
    _ source: SourceText, from firstLine: Int, _ syntax: ArticleSyntax
  ) -> (MarkdownTree, SyntaxFindings)? {
    var unclosed: Set<Int> = []
    for pass in 1...maximalPasses {
      let findings = SyntaxFindings(
        source: source, syntax: syntax, linesBefore: firstLine - 1, unclosedLines: unclosed)
      guard let tree = CMark.parse(source.bytes(fromLine: firstLine), findings) else { return nil }
      let open = findings.displays.filter { !$0.isClosed }.map(\.line)
      if unclosed.isSuperset(of: open) || pass == maximalPasses { return (tree, findings) }
      unclosed.formUnion(open)
    }
    return nil
  }
}
