// The works that one page cites: their author–year labels, told apart by letters where two would
// be equal, and the list at the page's end.

import Article

/// What one article cites, in the order of the list.
struct Bibliography {
  struct Entry {
    var item: CSLItem
    /// "Martins & Astudillo".
    var authors: String
    /// "2016", "2016b", "n.d.".
    var year: String
  }

  let entries: [Entry]
  private let byKey: [String: Entry]

  init(citing keys: Set<String>, in library: ReferenceLibrary) {
    let items = keys.compactMap { library[$0] }.sorted(by: Self.comesBefore)
    let labels = items.map { Self.shortAuthors($0) + "|" + Self.year($0) }
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    var used: [String: Int] = [:]
    entries = zip(items, labels).map { item, label in
      let index = used[label, default: 0]
      used[label] = index + 1
      let suffix = counts[label, default: 1] > 1 ? Self.letter(index) : ""
      return Entry(
        item: item, authors: Self.shortAuthors(item), year: Self.year(item) + suffix)
    }
    byKey = Dictionary(entries.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(key: String) -> Entry? { byKey[key] }

  /// "(Martins & Astudillo, 2016, p. 3)", the names linked to the list; `nil` for an unknown key.
  func citation(key: String, locator: String?) -> HTML? {
    guard let entry = byKey[key] else { return nil }
    let tail = locator.map { ", " + $0 } ?? ""
    let link = HTML.element(
      "a", [.init("class", "citation"), .url("href", "#ref-" + key)],
      [.text("\(entry.authors), \(entry.year)\(tail)")])
    return .sequence([.text("("), link, .text(")")])
  }

  /// The section at the page's end; nothing when nothing is cited.
  var html: HTML {
    guard !entries.isEmpty else { return .sequence([]) }
    let items = entries.map { entry in
      HTML.line("li", [.init("id", "ref-" + entry.item.id)], Self.content(of: entry))
    }
    return .line(
      "section", [.class("references"), .init("aria-labelledby", "references-title")],
      [
        .text("\n"), .line("h2", [.init("id", "references-title")], [.text("References")]),
        .line("ul", [], [.text("\n")] + items),
      ])
  }

  private static func content(of entry: Entry) -> [HTML] {
    let item = entry.item
    var content: [HTML] = [.text("\(longAuthors(item)) (\(entry.year)). ")]
    let title = item.title ?? item.id
    if let container = item.container {
      content += [.text(title + ". "), .element("cite", [], [.text(container)])]
    } else {
      content.append(.element("cite", [], [.text(title)]))
    }
    content.append(.text(numbers(item) + "."))
    if let publisher = item.publisher { content.append(.text(" \(publisher).")) }
    if let address = address(of: item) {
      content += [.text(" "), .element("a", [.url("href", address)], [.text(address)])]
    }
    return content
  }

  /// ", 48(2), 1614–1623".
  private static func numbers(_ item: CSLItem) -> String {
    var text = item.volume.map { ", " + $0 } ?? ""
    if let issue = item.issue { text += item.volume == nil ? ", no. \(issue)" : "(\(issue))" }
    if let pages = item.pages { text += ", " + pages.replacing("-", with: "–") }
    return text
  }

  private static func address(of item: CSLItem) -> String? {
    if let doi = item.doi {
      return doi.hasPrefix("http") ? doi : "https://doi.org/" + doi
    }
    guard let url = item.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return nil
    }
    return url
  }

  private static func year(_ item: CSLItem) -> String { item.year ?? "n.d." }

  private static func shortAuthors(_ item: CSLItem) -> String {
    let names = item.authors.map { $0.family ?? $0.literal ?? $0.given ?? "?" }
    switch names.count {
    case 0: return item.title ?? item.id
    case 1: return names[0]
    case 2: return names[0] + " & " + names[1]
    default: return names[0] + " et al."
    }
  }

  private static func longAuthors(_ item: CSLItem) -> String {
    let names = item.authors.map { name -> String in
      guard let family = name.family else { return name.literal ?? name.given ?? "?" }
      return family + (name.given.map { ", " + initials($0) } ?? "")
    }
    guard let last = names.last else { return item.title ?? item.id }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " & " + last
  }

  /// "André F. T." becomes "A. F. T."; a name without Latin capitals stays whole.
  private static func initials(_ given: String) -> String {
    let parts = given.split(separator: " ")
    guard parts.allSatisfy({ $0.first?.isUppercase == true }) else { return given }
    return parts.compactMap { $0.first.map { "\($0)." } }.joined(separator: " ")
  }

  /// a, b, …, z, then z2, z3, ….
  private static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : "z\(index - 24)"
  }

  private static func comesBefore(_ a: CSLItem, _ b: CSLItem) -> Bool {
    (longAuthors(a), year(a), a.title ?? "", a.id) < (longAuthors(b), year(b), b.title ?? "", b.id)
  }
}
