import Article

extension [Inline] {
  /// The words alone: for titles in reports.
  var plainText: String { map(\.plainText).joined() }
}

extension Inline {
  var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner, _), .image(_, _, let inner, _):
      inner.plainText
    case .math(let tex, _, _): "$\(tex)$"
    case .html, .value, .reference, .citation, .footnote: ""
    }
  }

  /// Whether a `[@key]` stands in it.
  var citesSource: Bool {
    switch self {
    case .citation: true
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner, _):
      inner.contains(where: \.citesSource)
    default: false
    }
  }
}

extension Block {
  /// Whether a `[@key]` stands in it.
  var citesSource: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.inlines.contains(where: \.citesSource)
    case .list(let list): list.items.flatMap(\.blocks).contains(where: \.citesSource)
    case .quote(let blocks, _): blocks.contains(where: \.citesSource)
    default: false
    }
  }
}
