import Article

/// Inline elements.
extension ProseRenderer {
  public func render(_ inlines: [Inline]) -> HTML {
    .sequence(inlines.map(render))
  }

  public func render(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): .text(text)
    case .softBreak: .text("\n")
    case .lineBreak: .sequence([.element("br", [], []), .text("\n")])
    case .code(let code): .element("code", [], [.text(code)])
    case .emphasis(let inlines): .element("em", [], [render(inlines)])
    case .strong(let inlines): .element("strong", [], [render(inlines)])
    case .strikethrough(let inlines): .element("del", [], [render(inlines)])
    case .link(let destination, let title, let inlines, let place):
      .element(
        "a",
        [.url("href", hooks.destination(destination, isImage: false, at: place))] + titled(title),
        [render(inlines)])
    case .image(let source, let title, let inlines, let place):
      .element(
        "img",
        [
          .url("src", hooks.destination(source, isImage: true, at: place)),
          .init("alt", ProseRenderer.plainText(of: inlines)),
        ] + titled(title), [])
    case .html(let html): .raw(hooks.html(html))
    case .math(let tex, let display, let place): hooks.math(tex, display: display, at: place)
    case .value(let number): hooks.value(number, self)
    case .reference(let reference): hooks.reference(reference, self)
    case .citation(let key, let locator, let place):
      hooks.citation(key: key, locator: locator, at: place)
    case .footnote(let index, let occurrence): footnoteReference(index, occurrence)
    }
  }

  private func titled(_ title: String) -> [HTML.Attribute] {
    title.isEmpty ? [] : [.init("title", title)]
  }

  private func footnoteReference(_ index: Int, _ occurrence: Int) -> HTML {
    guard footnotes.indices.contains(index - 1) else { return .text("[\(index)]") }
    let label = HTMLEscape.fragment(footnotes[index - 1].label)
    let suffix = occurrence == 1 ? "" : "-\(occurrence)"
    let link = HTML.element(
      "a",
      [
        .init("href", "#fn-\(label)"), .init("id", "fnref-\(label)\(suffix)"),
        .flag("data-footnote-ref"),
      ], [.text(String(index))])
    return .element("sup", [.init("class", "footnote-ref")], [link])
  }

  /// What remains of inlines where no markup can stand: an image's `alt`, a window's title.
  public static func plainText(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text), .html(let text): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner, _), .image(_, _, let inner, _):
        plainText(of: inner)
      case .math(let tex, _, _): "$\(tex)$"
      case .reference(let reference):
        if case .text(let inner) = reference.style { plainText(of: inner) } else { "" }
      case .value, .citation, .footnote: ""
      }
    }.joined()
  }
}
