import Article
import Diagnostics

/// What a renderer of prose leaves to its user: everything of an article that is not CommonMark.
///
/// `ProseRenderer` walks the tree and writes CommonMark's part; for the rest it asks its hooks.
/// Every hook has a default that needs nothing but the tree (the author's own text, as any Markdown
/// viewer would show it), so a page overrides only what it knows better. A hook for a block returns
/// its HTML with the line break after it.
public protocol ProseHooks: Sendable {
  /// A Swift block, `Document.runnables[number]`, with its output.
  func swift(_ number: Int, _ prose: ProseRenderer) -> HTML
  /// An inline value, `Document.runnables[number]`.
  func value(_ number: Int, _ prose: ProseRenderer) -> HTML
  /// `$…$`, or `$$…$$` within a paragraph.
  func math(_ tex: String, display: Bool, at place: Place) -> HTML
  /// A displayed formula.
  func display(_ display: Display) -> HTML
  /// A claim, a figure, a remark, an alert …
  func box(_ box: Box, _ prose: ProseRenderer) -> HTML
  func reference(_ reference: Reference, _ prose: ProseRenderer) -> HTML
  func citation(key: String, locator: String?, at place: Place) -> HTML
  /// A heading; its inlines are rendered by `prose`.
  func heading(_ heading: Heading, _ prose: ProseRenderer) -> HTML
  /// Code that is not Swift to run.
  func code(_ listing: CodeListing) -> HTML
  /// A destination of an ordinary link or the source of an image, as it is to be written.
  func destination(_ url: String, isImage: Bool, at place: Place) -> String
  /// HTML that the author wrote, as it is to be written.
  func html(_ html: String) -> String
}

/// CommonMark and nothing else: what a viewer shows that knows none of our extensions.
public struct PlainHooks: ProseHooks {
  public var document: Document
  /// Whether the tags that GitHub forbids are defused (`tagfilter`).
  public var filtersTags: Bool

  public init(_ document: Document, filtersTags: Bool = false) {
    self.document = document
    self.filtersTags = filtersTags
  }

  public func swift(_ number: Int, _ prose: ProseRenderer) -> HTML {
    guard document.runnables.indices.contains(number),
      case .block(let block) = document.runnables[number]
    else { return .sequence([]) }
    let text = block.lines.isEmpty ? "" : block.code + "\n"
    return code(CodeListing(info: "swift", code: text, place: block.place))
  }

  public func value(_ number: Int, _ prose: ProseRenderer) -> HTML {
    guard document.runnables.indices.contains(number),
      case .value(let value) = document.runnables[number]
    else { return .sequence([]) }
    var text = "{swift} " + value.expression
    if let claimed = value.claimed { text += " \(claimed.relation.rawValue) \(claimed.text)" }
    return .element("code", [], [.text(text)])
  }

  public func html(_ html: String) -> String {
    filtersTags ? TagFilter.defuse(html) : html
  }
}

extension ProseHooks {
  public func math(_ tex: String, display: Bool, at place: Place) -> HTML {
    .text(display ? "$$\(tex)$$" : "$\(tex)$")
  }

  public func display(_ display: Display) -> HTML {
    let text = display.environment == nil ? "$$\(display.tex)$$" : display.tex
    return .sequence([.element("p", [], [.text(text)]), .text("\n")])
  }

  public func box(_ box: Box, _ prose: ProseRenderer) -> HTML {
    let marker = "[!\(box.kind.rawValue)\(box.id.map { " " + $0 } ?? "")] "
    let title = HTML.element("p", [], [.text(marker), prose.render(box.title)])
    return .sequence([
      .element("blockquote", [], [.text("\n"), title, .text("\n"), prose.render(box.blocks)]),
      .text("\n"),
    ])
  }

  public func reference(_ reference: Reference, _ prose: ProseRenderer) -> HTML {
    let content: HTML =
      switch reference.style {
      case .text(let inlines): prose.render(inlines)
      case .equation: .text("\\eqref{\(reference.target)}")
      case .bare: .text("\\ref{\(reference.target)}")
      }
    return .element("a", [.url("href", "#" + reference.target)], [content])
  }

  public func citation(key: String, locator: String?, at place: Place) -> HTML {
    .text("[@\(key)\(locator.map { ", " + $0 } ?? "")]")
  }

  public func heading(_ heading: Heading, _ prose: ProseRenderer) -> HTML {
    .sequence([.element("h\(heading.level)", [], [prose.render(heading.inlines)]), .text("\n")])
  }

  public func code(_ listing: CodeListing) -> HTML {
    let word = listing.info.prefix { !" \t\n\r".contains($0) }
    let language = word.isEmpty ? [] : [HTML.Attribute("class", "language-" + word)]
    return .sequence([
      .element("pre", [], [.element("code", language, [.text(listing.code)])]), .text("\n"),
    ])
  }

  public func destination(_ url: String, isImage: Bool, at place: Place) -> String { url }
  public func html(_ html: String) -> String { html }
}
