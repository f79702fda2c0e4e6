import Article

/// Lists, tables and footnotes: the blocks whose line breaks need thought.
extension ProseRenderer {
  func render(_ list: List) -> HTML {
    var attributes: [HTML.Attribute] = []
    if let start = list.start, start != 1 { attributes.append(.init("start", String(start))) }
    let items = list.items.map { item in
      HTML.sequence([.element("li", [], renderContent(of: item, tight: list.isTight)), .text("\n")])
    }
    let name = list.start == nil ? "ul" : "ol"
    return .sequence([.element(name, attributes, [.text("\n")] + items), .text("\n")])
  }

  /// In a tight list a paragraph has no tag of its own, and whatever follows it starts a new line.
  private func renderContent(of item: ListItem, tight: Bool) -> [HTML] {
    var content: [HTML] = []
    if let isDone = item.isDone {
      let checked = isDone ? [HTML.Attribute("checked", "")] : []
      let attributes = [.init("type", "checkbox")] + checked + [HTML.Attribute("disabled", "")]
      content += [.element("input", attributes, []), .text(" ")]
    }
    var atLineStart = false
    for block in item.blocks {
      if tight, case .paragraph(let paragraph) = block {
        content.append(render(paragraph.inlines))
        atLineStart = atLineStart && paragraph.inlines.isEmpty
      } else {
        if !atLineStart { content.append(.text("\n")) }
        content.append(render(block))
        atLineStart = true
      }
    }
    return content
  }

  func render(_ table: Table) -> HTML {
    let head = HTML.element(
      "thead", [], [.text("\n"), row(table.header, "th", table.alignments), .text("\n")])
    var content: [HTML] = [.text("\n"), head, .text("\n")]
    if !table.rows.isEmpty {
      let rows = table.rows.flatMap { [row($0, "td", table.alignments), .text("\n")] }
      content += [.element("tbody", [], [.text("\n")] + rows), .text("\n")]
    }
    return .sequence([.element("table", [], content), .text("\n")])
  }

  private func row(_ cells: [[Inline]], _ name: String, _ alignments: [Table.Alignment]) -> HTML {
    var content: [HTML] = [.text("\n")]
    for (column, cell) in cells.enumerated() {
      let alignment = column < alignments.count ? alignments[column] : .none
      let value: String? =
        switch alignment {
        case .none: nil
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
      let attributes = value.map { [HTML.Attribute("align", $0)] } ?? []
      content += [.element(name, attributes, [render(cell)]), .text("\n")]
    }
    return .element("tr", [], content)
  }

  /// The section at the end with every referenced footnote, or nothing.
  public func renderFootnotes() -> HTML {
    guard !footnotes.isEmpty else { return .sequence([]) }
    let items = footnotes.map { footnote in
      HTML.sequence([
        .element(
          "li", [.init("id", "fn-" + HTMLEscape.fragment(footnote.label))],
          content(of: footnote)),
        .text("\n"),
      ])
    }
    let list = HTML.element("ol", [], [.text("\n")] + items)
    return .sequence([
      .element(
        "section", [.init("class", "footnotes"), .flag("data-footnotes")],
        [.text("\n"), list, .text("\n")]),
      .text("\n"),
    ])
  }

  /// The way back stands at the end of the last paragraph, or alone if the last block is another.
  private func content(of footnote: Footnote) -> [HTML] {
    let back = backReferences(to: footnote)
    guard case .paragraph(let last)? = footnote.blocks.last else {
      return [.text("\n"), render(footnote.blocks), back, .text("\n")]
    }
    let paragraph = HTML.element("p", [], [render(last.inlines), .text(" "), back])
    return [.text("\n"), render(footnote.blocks.dropLast()), paragraph, .text("\n")]
  }

  private func render(_ blocks: ArraySlice<Block>) -> HTML { render(Array(blocks)) }

  private func backReferences(to footnote: Footnote) -> HTML {
    let label = HTMLEscape.fragment(footnote.label)
    let links = (1...max(1, footnote.references)).map { occurrence in
      let suffix = occurrence == 1 ? "" : "-\(occurrence)"
      let attributes: [HTML.Attribute] = [
        .init("href", "#fnref-\(label)\(suffix)"), .init("class", "footnote-backref"),
        .flag("data-footnote-backref"), .init("aria-label", "Back to content"),
      ]
      var content: [HTML] = [.text("↩")]
      if occurrence > 1 {
        content.append(.element("sup", [.init("class", "footnote-ref")], [.text("\(occurrence)")]))
      }
      let link = HTML.element("a", attributes, content)
      return occurrence == 1 ? link : HTML.sequence([.text(" "), link])
    }
    return .sequence(links)
  }
}
