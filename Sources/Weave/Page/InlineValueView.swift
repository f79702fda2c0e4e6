// A number in prose: what the code computed, or the author's literal with what became of its check.

import Article
import Ledger
import Records
import Runner

struct InlineValueRenderer: Sendable {
  let run: ArticleRun?
  let entries: [Int: ValueEntry]
  let output: OutputRenderer

  func html(_ value: InlineValue) -> HTML {
    if let claimed = value.claimed { return checked(claimed, value) }
    guard let quantity = run?.values[value.number] else {
      return .element("span", class: "value value--missing", [.text("not computed")])
    }
    let exact = quantity.exactText.map { [HTML.Attribute("title", $0)] } ?? []
    return .element(
      "span", [.class("value")] + exact,
      [output.value(quantity, display: false, at: value.place)])
  }

  private func checked(_ claimed: ClaimedLiteral, _ value: InlineValue) -> HTML {
    let entry = entries[value.number]
    let verdict = entry?.verdict ?? .notRun
    let title = entry.map { "the code computed \($0.computed)" } ?? "the code was not run"
    let literal = HTML.element(
      "span",
      [.class("value value--checked value--\(verdict.rawValue)"), .init("title", title)],
      [.text(claimed.text)])
    guard verdict != .holds else { return literal }
    let note = entry?.message ?? title
    return .sequence([literal, .element("span", class: "value__note", [.text(" [\(note)]")])])
  }
}
