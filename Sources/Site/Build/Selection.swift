import Article
import Diagnostics
import Foundation
import Ledger

/// Which articles and claims `check` was asked for: ids of claims, paths of articles (from the
/// current folder or from the site's root), or slugs.
public struct Selection: Sendable, Equatable {
  /// Paths of the articles to run; all of them when nothing was asked for. What an article takes
  /// for granted from others runs too, and is not reported.
  public private(set) var articles: Set<String> = []
  /// Those of them that were asked for, or hold a claim that was.
  public private(set) var asked: Set<String> = []
  /// The claims to report, in articles that were not asked for as a whole.
  public private(set) var claims: Set<String> = []
  /// The articles that were asked for as a whole.
  public private(set) var wholeArticles: Set<String> = []
  public let isEverything: Bool

  /// What was asked for and is not there, each with what may have been meant.
  public struct Unknown: Error, CustomStringConvertible {
    public var names: [(name: String, suggestion: String?)]

    public var description: String {
      let lines = names.map { name, suggestion in
        "no claim or article is called `\(name)`" + (suggestion.map { "; \($0)" } ?? "")
      }
      return lines.joined(separator: "\n")
    }
  }

  /// - Parameter shard: the part of the site that is wanted, when nothing is named.
  public init(
    _ names: [String], in documents: [Document], of folder: SiteFolder, shard: Shard? = nil
  ) throws(Unknown) {
    isEverything = names.isEmpty
    if names.isEmpty {
      let paths = documents.map(\.path)
      articles = Set(shard?.part(of: paths) ?? paths)
      wholeArticles = articles
      asked = articles
      articles = Self.withLemmas(articles, documents)
      return
    }
    var ids: [String: String] = [:]
    for document in documents {
      for id in ClaimIDs.all(in: document.blocks) { ids[id] = document.path }
    }
    var unknown: [(name: String, suggestion: String?)] = []
    for name in names {
      if let document = Selection.article(name, documents, folder) {
        articles.insert(document.path)
        wholeArticles.insert(document.path)
      } else if let path = ids[name] {
        claims.insert(name)
        articles.insert(path)
      } else {
        let known = ids.keys.sorted() + documents.map(\.path) + documents.map(\.slug)
        unknown.append((name, Suggestion.sentence(for: name, among: known)))
      }
    }
    if !unknown.isEmpty { throw Unknown(names: unknown) }
    asked = articles
    articles = Self.withLemmas(articles, documents)
  }

  /// These articles and all that state what they rest on, directly or further down.
  private static func withLemmas(
    _ articles: Set<String>, _ documents: [Document]
  ) -> Set<String> {
    let lemmas = documents.map { (path: $0.path, ids: Ledger.lemmas(in: $0)) }
    guard lemmas.contains(where: { !$0.ids.isEmpty }) else { return articles }
    var homes: [String: String] = [:]
    for document in documents {
      for id in ClaimIDs.all(in: document.blocks) { homes[id] = document.path }
    }
    var found = articles
    var waiting = Array(articles)
    while let path = waiting.popLast() {
      for (home, ids) in lemmas where home == path {
        waiting += ids.compactMap { homes[$0] }.filter { found.insert($0).inserted }
      }
    }
    return found
  }

  private static func article(_ name: String, _ documents: [Document], _ folder: SiteFolder)
    -> Document?
  {
    let base = folder.root.path + "/"
    let here = URL(fileURLWithPath: name).standardizedFileURL.path
    return documents.first { document in
      document.path == name || document.slug == name || base + document.path == here
    }
  }
}

/// The ids of claims, cited statements and folklore, wherever in a tree their boxes stand.
enum ClaimIDs {
  static func all(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .box(let box):
        let own = [.claim, .cited, .folklore].contains(box.kind) ? [box.id].compactMap { $0 } : []
        return own + all(in: box.blocks)
      case .quote(let blocks, _): return all(in: blocks)
      case .list(let list): return list.items.flatMap { all(in: $0.blocks) }
      default: return []
      }
    }
  }
}
