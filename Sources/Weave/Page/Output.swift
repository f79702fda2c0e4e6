// What a run put on the page: printed text, shown values and tables. All of it is data, so all of
// it is escaped.

import Article
import Diagnostics
import Records
import Runner

/// Renders the output of blocks.
struct OutputRenderer: Sendable {
  let formulas: FormulaSetter

  /// Items in order, neighbouring printed text joined.
  func html(_ items: [ArticleRun.OutputItem], at place: Place) -> HTML {
    var children: [HTML] = []
    var printed = ""
    func flush() {
      if !printed.isEmpty { children.append(.line("pre", class: "output__text", [.text(printed)])) }
      printed = ""
    }
    for item in items {
      switch item {
      case .printed(let text): printed += text
      case .shown(let shown, _):
        flush()
        children.append(html(shown, at: place))
      }
    }
    flush()
    return children.isEmpty ? .nothing : .block("div", class: "output", children)
  }

  func html(_ shown: Shown, at place: Place) -> HTML {
    switch shown {
    case .quantity(let quantity):
      .line("div", class: "output__value", [value(quantity, display: true, at: place)])
    case .table(let header, let rows): table(header, rows, at: place)
    }
  }

  /// A value as text where text says it well, as a formula otherwise.
  func value(_ quantity: Quantity, display: Bool, at place: Place) -> HTML {
    quantity.isBestAsFormula
      ? formulas.computed(quantity.displayTeX, display: display, at: place)
      : .text(quantity.displayText)
  }

  private func table(_ header: [String], _ rows: [[Quantity]], at place: Place) -> HTML {
    let head = HTML.line(
      "thead", [],
      [
        .element(
          "tr", [],
          header.map {
            .element("th", [.init("scope", "col")], [formulas.sentence($0, at: place)])
          })
      ])
    let body = rows.map { row in
      HTML.line(
        "tr", [],
        row.map { .element("td", [], [value($0, display: false, at: place)]) })
    }
    let table = HTML.block(
      "table", class: "shown-table", (header.isEmpty ? [] : [head]) + [.block("tbody", [], body)])
    return .block("div", class: "table-scroll", [table])
  }
}
