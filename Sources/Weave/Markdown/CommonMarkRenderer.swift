import Article

/// The CommonMark and GFM part of an article as HTML, byte for byte what `cmark_render_html`
/// writes.
public enum CommonMarkRenderer {
  /// The whole document, footnotes at its end, with no hook but the plain ones.
  public static func render(_ document: Document, filtersTags: Bool = false) -> String {
    let hooks = PlainHooks(document, filtersTags: filtersTags)
    let prose = ProseRenderer(hooks: hooks, footnotes: document.footnotes)
    return HTML.sequence([prose.render(document.blocks), prose.renderFootnotes()]).description
  }
}

/// Renders blocks and inlines, asking its hooks for everything that is not CommonMark.
///
/// A page makes one of these with hooks of its own, renders `document.blocks`, and puts
/// `renderFootnotes()` where its footnotes shall stand.
public struct ProseRenderer: Sendable {
  public let hooks: any ProseHooks
  /// The document's footnotes: references need their labels.
  public let footnotes: [Footnote]

  public init(hooks: any ProseHooks, footnotes: [Footnote]) {
    self.hooks = hooks
    self.footnotes = footnotes
  }

  /// Blocks in order, each with the line break after it.
  public func render(_ blocks: [Block]) -> HTML {
    .sequence(blocks.map(render))
  }

  /// One block with the line break after it.
  public func render(_ block: Block) -> HTML {
    switch block {
    case .heading(let heading): hooks.heading(heading, self)
    case .paragraph(let paragraph): line(.element("p", [], [render(paragraph.inlines)]))
    case .list(let list): render(list)
    case .quote(let blocks, _): line(.element("blockquote", [], [.text("\n"), render(blocks)]))
    case .code(let listing): hooks.code(listing)
    case .swift(let number): hooks.swift(number, self)
    case .html(let html, _): .raw(terminated(hooks.html(html)))
    case .thematicBreak: line(.element("hr", [], []))
    case .table(let table): render(table)
    case .display(let display): hooks.display(display)
    case .box(let box): hooks.box(box, self)
    }
  }

  private func line(_ html: HTML) -> HTML { .sequence([html, .text("\n")]) }

  private func terminated(_ html: String) -> String {
    html.isEmpty || html.utf8.last == UInt8(ascii: "\n") ? html : html + "\n"
  }
}
