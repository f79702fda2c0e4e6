import Article

/// Articles that stand together on the index page: those directly in `articles/`, and those of each
/// folder in it (`articles/guide/…` is the shelf "Guide").
struct Shelf {
  /// `nil` for the articles themselves.
  var name: String?
  var documents: [Document]

  /// The articles themselves first, then the folders by name. On a shelf the newest comes first;
  /// articles of one day, and those without a date after all others, by title.
  static func all(of documents: [Document]) -> [Shelf] {
    let byFolder = Dictionary(grouping: documents) { folder(of: $0.path) }
    return byFolder.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { folder, documents in
      Shelf(name: folder.map(title), documents: documents.sorted(by: precedes))
    }
  }

  private static func folder(of path: String) -> String? {
    let parts = path.split(separator: "/").dropFirst().dropLast()
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// "linear-algebra" as "Linear algebra".
  private static func title(_ folder: String) -> String {
    let words = folder.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func precedes(_ a: Document, _ b: Document) -> Bool {
    let dates = (a.frontMatter.date ?? "", b.frontMatter.date ?? "")
    if dates.0 != dates.1 { return dates.0 > dates.1 }
    return (a.frontMatter.title, a.path) < (b.frontMatter.title, b.path)
  }
}
