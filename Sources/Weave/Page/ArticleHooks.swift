// What an article has beyond CommonMark, handed to the parts of this module that know it.

import Article
import Diagnostics

struct ArticleHooks: ProseHooks {
  let document: Document
  let formulas: FormulaSetter
  let references: ReferenceResolver
  let bibliography: Bibliography
  let library: ReferenceLibrary
  let outline: Outline
  let blocks: SwiftBlockRenderer
  let values: InlineValueRenderer
  let boxes: BoxRenderer
  let findings: Findings

  func swift(_ number: Int, _ prose: ProseRenderer) -> HTML {
    guard document.runnables.indices.contains(number),
      case .block(let block) = document.runnables[number]
    else { return .nothing }
    return blocks.html(block)
  }

  func value(_ number: Int, _ prose: ProseRenderer) -> HTML {
    guard document.runnables.indices.contains(number),
      case .value(let value) = document.runnables[number]
    else { return .nothing }
    return values.html(value)
  }

  func math(_ tex: String, display: Bool, at place: Place) -> HTML {
    formulas.inline(tex, display: display, at: place)
  }

  func display(_ display: Display) -> HTML { formulas.display(display) }

  func box(_ box: Box, _ prose: ProseRenderer) -> HTML { boxes.html(box, prose) }

  func reference(_ reference: Reference, _ prose: ProseRenderer) -> HTML {
    references.html(reference, prose)
  }

  func citation(key: String, locator: String?, at place: Place) -> HTML {
    if let html = bibliography.citation(key: key, locator: locator) { return html }
    let near = Suggestion.nearest(to: key, among: library.keys)
    findings.add(
      Diagnostic(
        "citation.unknown", at: place, "the references have no `\(key)`",
        fix: near.map { "did you mean `\($0)`?" } ?? "add it to site/references.json"))
    return .element("span", class: "citation citation--unknown", [.text("(\(key))")])
  }

  func heading(_ heading: Heading, _ prose: ProseRenderer) -> HTML {
    let permalink = HTML.element(
      "a",
      [
        .class("permalink"), .url("href", "#" + heading.id),
        .init("aria-label", "Link to this section"),
      ], [.text("#")])
    return .line(
      "h\(outline.level(of: heading))", [.init("id", heading.id)],
      [prose.render(heading.inlines), .text(" "), permalink])
  }

  func destination(_ url: String, isImage: Bool, at place: Place) -> String {
    references.destination(url, isImage: isImage, at: place)
  }
}
