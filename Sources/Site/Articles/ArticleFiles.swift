import Diagnostics
import Foundation

/// The Markdown files under `articles/`, in the order of their paths' bytes: the same on every
/// machine. Hidden files and folders are left out; folders behind symbolic links are not entered.
public struct ArticleFiles: Sendable, Equatable {
  public struct File: Sendable, Equatable {
    /// Relative to the site's root: `articles/guide/start.md`.
    public var path: String
    public var bytes: [UInt8]
    /// The last component without `.md`, the name of the page's folder.
    public var slug: String
  }

  public var files: [File] = []
  public var diagnostics: [Diagnostic] = []

  public init(in folder: SiteFolder) {
    for path in ArticleFiles.paths(in: folder) {
      let slug = String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
      do {
        let data = try Data(contentsOf: folder.url(path))
        files.append(File(path: path, bytes: [UInt8](data), slug: slug))
      } catch {
        diagnostics.append(
          Diagnostic(
            "article.unreadable", at: ArticleFiles.top(of: path),
            "the article cannot be read: \(error.localizedDescription)"))
      }
    }
    if files.isEmpty && diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "site.no-articles", at: nil, "there are no articles in \(SiteFolder.articlesPath)/",
          fix: "write one: \(SiteFolder.articlesPath)/first.md"))
    }
    checkSlugs()
  }

  private static func paths(in folder: SiteFolder) -> [String] {
    let keys: [URLResourceKey] = [.isRegularFileKey]
    let walk = FileManager.default.enumerator(
      at: folder.articles, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
    let base = folder.articles.standardizedFileURL.path + "/"
    var paths: [String] = []
    while let url = walk?.nextObject() as? URL {
      // What is called like an article is one, or an error when it is read: nothing vanishes.
      let path = url.standardizedFileURL.path
      guard path.hasSuffix(".md"), path.hasPrefix(base) else { continue }
      paths.append(SiteFolder.articlesPath + "/" + path.dropFirst(base.count))
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A slug names a folder and a link, so it must be one path component that needs no escaping, not
  /// a name that the site itself uses, and nobody else's, on file systems that ignore case too.
  private mutating func checkSlugs() {
    var owners: [String: String] = [:]
    for file in files {
      let place = ArticleFiles.top(of: file.path)
      if !file.slug.isPlainSlug {
        diagnostics.append(
          Diagnostic(
            "article.slug", at: place, "`\(file.slug)` cannot be part of an address",
            fix: "name the file with letters, digits, `-`, `_` and `.` only"))
      } else if SiteTree.reservedNames.contains(file.slug.lowercased()) {
        diagnostics.append(
          Diagnostic(
            "article.slug", at: place, "`\(file.slug)` is a name that the site itself uses",
            fix: "rename the file"))
      } else if let owner = owners.updateValue(file.path, forKey: file.slug.lowercased()) {
        diagnostics.append(
          Diagnostic(
            "article.slug", at: place, "two articles would become the page `\(file.slug)/`",
            notes: [.init(place: ArticleFiles.top(of: owner), message: "the other one")],
            fix: "rename one of the files"))
      }
    }
  }

  /// Why no article can have this slug, if none can.
  static func objection(toSlug slug: String) -> String? {
    if !slug.isPlainSlug {
      return "`\(slug)` cannot be part of an address: letters, digits, `-`, `_` and `.` can"
    }
    return SiteTree.reservedNames.contains(slug.lowercased())
      ? "`\(slug)` is a name that the site itself uses" : nil
  }

  private static func top(of path: String) -> Place { Place(file: path, line: 1, column: 1) }
}

extension String {
  fileprivate var isPlainSlug: Bool {
    guard let first = unicodeScalars.first, first != "." else { return false }
    return unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
    }
  }
}
