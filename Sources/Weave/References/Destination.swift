// Where ordinary links and images of an article lead: to another article's page, to a file of the
// site, or away from it. Authors write paths of files, as any Markdown viewer follows them.

import Article
import Diagnostics
import Foundation

extension ReferenceResolver {
  /// The address to write for a destination. One that leads nowhere on the site is reported, and
  /// stays as it is.
  func destination(_ url: String, isImage: Bool, at place: Place) -> String {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map { $0.removingPercentEncoding ?? String($0) } ?? ""
    guard LocalPath.isLocal(url), !path.isEmpty else { return url }
    let fragment = parts.count > 1 ? "#" + parts[1] : ""
    if path.hasSuffix(".md") && !isImage {
      return article(path, fragment, at: place) ?? url
    }
    guard let files = index.files else { return url }
    let file = LocalPath.joined(LocalPath.folder(of: self.path), path)
    if let file, file.hasPrefix("site/assets/"), files.contains(String(file.dropFirst(5))) {
      return "../" + LocalPath.escaped(file.dropFirst(5)) + fragment
    }
    // As the page itself would be left: what is written for the built site works too.
    if let file = LocalPath.joined(slug, path), leads(to: file, files) { return url }
    report(path, isImage, at: place)
    return url
  }

  /// Whether the site has a file here, or a page.
  private func leads(to file: String, _ files: Set<String>) -> Bool {
    let page = file.hasSuffix("/index.html") ? String(file.dropLast("/index.html".count)) : file
    let top = String(file.prefix { $0 != "/" })
    return files.contains(file) || files.contains(top) || index.title(ofArticle: page) != nil
  }

  /// `other.md#id` is a place on the page of that article.
  private func article(_ path: String, _ fragment: String, at place: Place) -> String? {
    let name = String(path.split(separator: "/").last?.dropLast(3) ?? "")
    guard index.title(ofArticle: name) != nil else {
      let near = Suggestion.nearest(to: name, among: index.articles)
      findings.add(
        Diagnostic(
          "link.dangling", at: place, "the site has no article `\(name)`",
          fix: near.map { "did you mean `\($0).md`?" }))
      return nil
    }
    let id = String(fragment.dropFirst())
    if !id.isEmpty, index.find(id, in: name) == nil {
      let near = Suggestion.nearest(to: id, among: index.ids(in: name))
      findings.add(
        Diagnostic(
          "link.dangling", at: place, "the article `\(name)` has no id `\(id)`",
          fix: near.map { "did you mean `#\($0)`?" }))
    }
    return SiteIndex.page(of: name, from: slug) + fragment
  }

  private func report(_ path: String, _ isImage: Bool, at place: Place) {
    let steps = LocalPath.folder(of: self.path).split(separator: "/").map { _ in "../" }.joined()
    findings.add(
      Diagnostic(
        "link.dangling", at: place,
        isImage
          ? "the site has no picture `\(path)`" : "`\(path)` leads to nothing on the site",
        fix: "put the file into site/assets/ and write \(steps)site/assets/…"
          + (isImage ? "" : ", or link to an article by its file, name.md")))
  }
}

/// Relative paths, with slashes.
enum LocalPath {
  /// Neither another protocol, nor another machine, nor a place on the same page, nor an address
  /// from the machine's root, of which this site knows nothing.
  static func isLocal(_ url: String) -> Bool {
    guard let first = url.first, !"/#?".contains(first) else { return false }
    let scheme = url.prefix { !"/#?".contains($0) }
    return !scheme.contains(":")
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A path from a folder, its dots followed; `nil` when they lead out of everything.
  static func joined(_ folder: String, _ path: String) -> String? {
    var parts: [Substring] = []
    for part in (folder + "/" + path.prefix { $0 != "?" }).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  static func escaped(_ path: Substring) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? String(path)
  }
}
