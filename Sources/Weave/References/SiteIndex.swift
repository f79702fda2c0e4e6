// Everything on the site that can be linked to by its id: what `[Claim #](#id)`, `\eqref{id}` and
// links between articles are resolved against.

import Article
import Diagnostics

/// The targets of all articles of a site.
public struct SiteIndex: Sendable {
  /// Something with an id.
  public struct Target: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case box(Box.Kind)
      case equation
      case section
      case code
    }
    public var kind: Kind
    public var id: String
    /// "3", "A.1"; `nil` for what has no number.
    public var number: String?
    /// The title as the author wrote it, without links, values and notes.
    public var title: [Inline]
    /// The article it stands in.
    public var slug: String
  }

  /// What an id stands for, seen from one article.
  public enum Lookup: Equatable {
    case found(Target)
    /// Several other articles have it.
    case ambiguous([Target])
    case unknown(suggestion: String?)
  }

  private let targets: [String: [Target]]
  /// Titles of the articles by slug.
  private let titles: [String: String]
  /// What else can be linked to: paths of files from the site's root, and first components of
  /// paths; `nil`: unknown.
  let files: Set<String>?

  /// - Parameter files: what the site has besides the articles' pages, if that is known: paths of
  ///   files, and names of folders. Links and images that lead to nothing are then found.
  public init(_ documents: [Document], files: Set<String>? = nil) {
    self.files = files
    var targets: [String: [Target]] = [:]
    for document in documents {
      for target in TargetCollector.targets(of: document) {
        targets[target.id, default: []].append(target)
      }
    }
    self.targets = targets
    titles = Dictionary(
      documents.map { ($0.slug, $0.frontMatter.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether every page links to the same things under the same names. Where these stand in their
  /// files does not matter: a line more in one article changes no other.
  public func isSame(as other: SiteIndex) -> Bool {
    titles == other.titles && files == other.files
      && targets.mapValues { $0.map(\.unplaced) } == other.targets.mapValues { $0.map(\.unplaced) }
  }

  /// What `id` means in the article `slug`: its own target before those of others.
  public func find(_ id: String, from slug: String) -> Lookup {
    guard let all = targets[id], let first = all.first else {
      let near = Suggestion.nearest(to: id, among: targets.keys.sorted())
      return .unknown(suggestion: near)
    }
    if let own = all.first(where: { $0.slug == slug }) { return .found(own) }
    let articles = Set(all.map(\.slug))
    return articles.count == 1 ? .found(first) : .ambiguous(all)
  }

  /// What `id` means when the link names the article.
  public func find(_ id: String, in slug: String) -> Target? {
    targets[id]?.first { $0.slug == slug }
  }

  /// The title of an article, or `nil` when there is no such article.
  public func title(ofArticle slug: String) -> String? { titles[slug] }

  /// The ids of an article.
  func ids(in slug: String) -> [String] {
    targets.filter { $0.value.contains { $0.slug == slug } }.keys.sorted()
  }

  public var articles: [String] { titles.keys.sorted() }

  /// The address of a target on the page of the article `slug`.
  static func address(of target: Target, from slug: String) -> String {
    target.slug == slug
      ? "#" + target.id : page(of: target.slug, from: slug) + "#" + target.id
  }

  /// Pages are `<slug>/index.html`.
  static func page(of other: String, from slug: String) -> String {
    other == slug ? "index.html" : "../\(other)/index.html"
  }
}

extension SiteIndex.Target {
  /// The target without the places in its title.
  fileprivate var unplaced: Self {
    var target = self
    target.title = title.unplaced
    return target
  }
}

extension [Inline] {
  /// Inlines of a label without their places.
  fileprivate var unplaced: [Inline] {
    map { inline in
      switch inline {
      case .math(let tex, let display, _):
        .math(tex: tex, display: display, Place(file: "", line: 0, column: 0))
      case .emphasis(let inner): .emphasis(inner.unplaced)
      case .strong(let inner): .strong(inner.unplaced)
      case .strikethrough(let inner): .strikethrough(inner.unplaced)
      default: inline
      }
    }
  }
}
