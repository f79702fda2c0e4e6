// The table of contents of a page: nested lists of links to its sections.

import Article

/// A section in the table of contents.
public struct ContentsEntry: Sendable, Equatable {
  public var id: String
  /// Plain text.
  public var title: String
  /// 2 for a section, 3 for one within it.
  public var level: Int
}

struct Contents {
  /// Deeper sections are not listed.
  static let deepestLevel = 3

  private let entries: [Outline.Entry]
  private let prose: ProseRenderer

  init(_ outline: Outline, prose: ProseRenderer) {
    entries = outline.entries.filter { $0.level <= Self.deepestLevel }
    self.prose = prose
  }

  var list: [ContentsEntry] {
    entries.map { entry in
      ContentsEntry(
        id: entry.heading.id, title: ProseRenderer.plainText(of: entry.heading.inlines),
        level: entry.level)
    }
  }

  /// A `nav`, or nothing for a page without sections.
  var html: HTML {
    guard !entries.isEmpty else { return .nothing }
    return .block(
      "nav", [.class("toc"), .init("aria-label", "Contents")], [list(of: entries[...], at: 2)])
  }

  private func list(of entries: ArraySlice<Outline.Entry>, at level: Int) -> HTML {
    var items: [HTML] = []
    var rest = entries
    while let first = rest.first {
      let inner = rest.dropFirst().prefix { $0.level > level }
      rest = rest.dropFirst(1 + inner.count)
      let link = HTML.element(
        "a", [.url("href", "#" + first.heading.id)], [prose.render(first.heading.inlines.asLabel)])
      let nested = inner.isEmpty ? [] : [HTML.newline, list(of: inner, at: level + 1)]
      items.append(.line("li", [], [link] + nested))
    }
    return .block("ol", [], items)
  }
}
