/// Which parts of an article's syntax are read on top of GitHub Flavored Markdown.
public struct ArticleSyntax: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `---` lines with YAML between them, at the start of the file.
  public static let frontMatter = ArticleSyntax(rawValue: 1)
  /// `$…$`, `$$…$$`, environments, `\eqref` and `\ref`.
  public static let mathematics = ArticleSyntax(rawValue: 2)
  /// `> [!CLAIM id] Title` and its kin, values in prose, citations, ids of headings.
  public static let boxes = ArticleSyntax(rawValue: 4)

  /// Everything: what a file in `articles/` is.
  public static let article: ArticleSyntax = [.frontMatter, .mathematics, .boxes]
}
