// Tables of the author's Markdown get what CommonMark leaves out: header cells say that they head
// columns, and a wide table scrolls by itself instead of the page.

extension HTML {
  /// This tree with every table that has no class dressed.
  var withDressedTables: HTML {
    switch self {
    case .text, .raw: self
    case .sequence(let children): .sequence(children.map(\.withDressedTables))
    case .element("table", [], let children):
      .element(
        "div", class: "table-scroll", [.element("table", [], children.map(\.withColumnHeads))])
    case .element(let name, let attributes, let children):
      .element(name, attributes, children.map(\.withDressedTables))
    }
  }

  private var withColumnHeads: HTML {
    switch self {
    case .text, .raw: self
    case .sequence(let children): .sequence(children.map(\.withColumnHeads))
    case .element("th", let attributes, let children):
      .element("th", attributes + [.init("scope", "col")], children)
    case .element(let name, let attributes, let children):
      .element(name, attributes, children.map(\.withColumnHeads))
    }
  }
}
