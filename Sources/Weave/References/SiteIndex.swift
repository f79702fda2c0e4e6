// Everything on the site that can be linked to by its id: what `[Claim #](#id)`, `\eqref{id}` and
// links between articles are resolved against.

import Article
import Diagnostics

/// The targets of all articles of a site.
public struct SiteIndex: Sendable, Equatable {
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

  public init(_ documents: [Document]) {
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
