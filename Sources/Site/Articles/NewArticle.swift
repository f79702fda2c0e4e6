import Article
import Diagnostics
import Foundation

/// An article to begin with: a formula, a block of code, a checked number and a claim that holds,
/// so that it builds before its author has changed a word.
public struct NewArticle: Sendable, Equatable {
  /// Relative to the site's root.
  public let path: String
  public let text: String
  private let url: URL

  /// Why there can be no such article: a sentence.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameters:
  ///   - name: a path that ends in `.md` (from the current folder or the site's root, or within
  ///     `articles/`), or a title.
  ///   - date: `yyyy-mm-dd`.
  public init(
    _ name: String, in folder: SiteFolder, beside documents: [Document], date: String
  ) throws(Refusal) {
    let isPath = name.hasSuffix(".md")
    if !isPath && name.contains("/") {
      throw Refusal(description: "`\(name)` is no title and, without .md, no path of an article")
    }
    let title = isPath ? NewArticle.title(ofPath: name) : name
    path = isPath ? try NewArticle.path(name, folder) : "articles/\(NewArticle.slug(name)).md"
    url = folder.url(path)
    let slug = String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
    if let reason = ArticleFiles.objection(toSlug: slug) { throw Refusal(description: reason) }
    if FileManager.default.fileExists(atPath: url.path) {
      throw Refusal(description: "\(path) is there already; it was not touched")
    }
    if let other = documents.first(where: { $0.slug.lowercased() == slug.lowercased() }) {
      throw Refusal(description: "\(other.path) is the page `\(slug)/` already")
    }
    let ids = Set(documents.flatMap { ClaimIDs.all(in: $0.blocks) })
    text = NewArticle.text(title: title, date: date, id: NewArticle.id(slug, not: ids))
  }

  /// Writes the file; one that has come to be meanwhile is not overwritten.
  public func write() throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .withoutOverwriting)
  }

  private static func path(_ name: String, _ folder: SiteFolder) throws(Refusal) -> String {
    let base = folder.root.path + "/"
    let here = URL(fileURLWithPath: name).standardizedFileURL.path
    let fromRoot = folder.url(name).standardizedFileURL.path
    let inArticles = folder.url("articles/" + name).standardizedFileURL.path
    let candidates = name.contains("/") ? [here, fromRoot, inArticles] : [here, inArticles]
    for path in candidates where path.hasPrefix(base + "articles/") {
      return String(path.dropFirst(base.count))
    }
    throw Refusal(description: "`\(name)` is not in the site's folder articles/")
  }

  /// "my-first_article" as "My first article".
  private static func title(ofPath path: String) -> String {
    let name = path.split(separator: "/").last?.dropLast(".md".count) ?? ""
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// "Γ and its relatives!" as "γ-and-its-relatives".
  static func slug(_ title: String) -> String {
    let kept = title.lowercased().unicodeScalars.map { scalar -> Character in
      let isWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      return isWord ? Character(scalar) : "-"
    }
    return kept.split(separator: "-").map { String($0) }.joined(separator: "-")
  }

  /// An id that no claim of the site has, of the characters that ids are made of.
  private static func id(_ slug: String, not taken: Set<String>) -> String {
    let plain = slug.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    let base = (plain.isEmpty ? "claim" : plain) + ".square"
    var id = base
    var number = 2
    while taken.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private static func text(title: String, date: String, id: String) -> String {
    let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      ---
      title: "\(escaped)"
      summary: One sentence that says what a reader will know afterwards.
      date: \(date)
      ---

      The sum of the first $n$ whole numbers is

      \\begin{equation} 1 + 2 + \\dots + n = \\frac{n (n + 1)}{2}. \\label{eq:sum} \\end{equation}

      ```swift
      let n = 100
      let sum = (1...n).reduce(0, +)
      print("The first \\(n) numbers add up to \\(sum).")
      ```

      For $n = 100$ that is `{swift} sum = 5050`, and `{swift} Double(sum).squareRoot() ≈ 71.063` is
      its root. [Equation #](#eq:sum) is the reason.

      > [!CLAIM \(id)] Square of a sum
      >
      > $(a + b)^2 = a^2 + 2ab + b^2$ for all real $a$ and $b$.

      ```swift
      let a = real("a"), b = real("b")
      claim("\(id)", (a + b) * (a + b) .== a * a + 2 * a * b + b * b)
        .exact()
        .mutant("the mixed term once only", (a + b) * (a + b) .== a * a + a * b + b * b)
      ```

      """
  }
}
