// Boxes other than claims: figures and tables with captions, definitions, proofs, remarks,
// examples, alerts.

import Article
import Diagnostics
import Records
import Runner

struct BoxRenderer: Sendable {
  let run: ArticleRun?
  let output: OutputRenderer
  let findings: Findings
  let claims: ClaimCardRenderer
  /// Boxes whose id a block has misspelt.
  let meant: Set<String>

  func html(_ box: Box, _ prose: ProseRenderer) -> HTML {
    switch box.kind {
    case .claim, .cited, .folklore: claims.html(box, prose)
    case .figure, .table: figure(box, prose)
    case .definition, .remark, .example, .proof: titled(box, prose)
    case .note, .tip, .important, .warning, .caution: alert(box, prose)
    }
  }

  private func titled(_ box: Box, _ prose: ProseRenderer) -> HTML {
    let number = box.number > 0 ? " \(box.number)" : ""
    var title = [HTML.element("span", class: "box__number", [.text(box.kind.word + number)])]
    if !box.title.isEmpty {
      title += [.text(" "), .element("span", class: "box__name", [prose.render(box.title)])]
    }
    let end: [HTML] =
      box.kind == .proof
      ? [.line("span", [.class("proof__end"), .init("aria-label", "end of proof")], [.text("∎")])]
      : []
    return .block(
      "section", [.class(box.kind.rawValue.lowercased())] + identifier(box),
      [.line("p", class: "box__title", title), prose.render(box.blocks)] + end)
  }

  private func alert(_ box: Box, _ prose: ProseRenderer) -> HTML {
    let title = box.title.isEmpty ? HTML.text(box.kind.word) : prose.render(box.title)
    return .block(
      "aside", [.class("alert alert--\(box.kind.rawValue.lowercased())")] + identifier(box),
      [.line("p", class: "alert__title", [title]), prose.render(box.blocks)])
  }

  private func figure(_ box: Box, _ prose: ProseRenderer) -> HTML {
    let content = fillings(of: box)
    let caption = HTML.line(
      "figcaption", [],
      [
        .element("span", class: "figure__number", [.text("\(box.kind.word) \(box.number)")]),
        .text(" "), prose.render(box.title),
      ])
    let name = box.kind == .table ? "figure figure--table" : "figure"
    return .block(
      "figure", [.class(name)] + identifier(box),
      content + [prose.render(box.blocks), caption])
  }

  /// What `show(…, as: id)` put here, in order. A figure that nothing fills is an error, unless the
  /// article did not run to its end or the box holds its own content.
  private func fillings(of box: Box) -> [HTML] {
    guard let run, let id = box.id else { return [] }
    let shown = run.output.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { item in
      if case .shown(let content, id) = item { content } else { Shown?.none }
    }
    let isComplete = run.outcomes.allSatisfy { $0 == .ran || $0 == .asExpected }
    if shown.isEmpty && isComplete && box.blocks.isEmpty && !meant.contains(id) {
      findings.add(
        Diagnostic(
          "figure.unfilled", at: box.place, "nothing is shown in `\(id)`",
          fix: "show something in a Swift block: show(…, as: \"\(id)\")"))
    }
    return shown.map { output.html($0, at: box.place) }
  }

  private func identifier(_ box: Box) -> [HTML.Attribute] {
    box.id.map { [.init("id", $0)] } ?? []
  }
}
