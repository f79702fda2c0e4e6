/// What `site/site.yml` says about the whole site.
public struct SiteFile: Sendable, Equatable {
  public var title: String
  /// One sentence for the index page and search engines.
  public var description: String?
  /// Where the site will be served, for the addresses that must be absolute. Links never need it.
  public var url: String?
  public var author: String?
  /// A language tag, `en` unless the file says otherwise.
  public var language = "en"
  /// TeX macros of every formula: `\R` to `\mathbb{R}`.
  public var macros: [String: String] = [:]

  public init(title: String) { self.title = title }
}
