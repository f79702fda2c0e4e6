// A Swift block on the page: its code (shown, folded or hidden), what it put out, and what was
// wrong with it, in place.

import Article
import Diagnostics
import Runner

struct SwiftBlockRenderer: Sendable {
  let document: Document
  let run: ArticleRun?
  let output: OutputRenderer
  let listing: CodeRenderer
  /// Ids of the figure and table boxes: what fills one of them is not shown here.
  let boxes: Set<String>

  func html(_ block: SwiftBlock) -> HTML {
    let outcome = outcome(of: block)
    let diagnostics = diagnostics(of: block)
    // A hidden block that failed shows what went wrong, and then its code explains it.
    let display = diagnostics.isEmpty ? block.display : SwiftBlock.Display.shown
    let items = (run?.output[block.number] ?? []).filter { !fillsBox($0) }
    let children =
      [label(of: block), code(block, display), why(outcome)]
      + [output.html(items, at: block.place)] + diagnostics.map(\.html)
    let isEmpty = display == .hidden && items.isEmpty && outcome.sentence == nil
    if isEmpty && block.id == nil { return .nothing }
    let id = block.id.map { [HTML.Attribute("id", $0)] } ?? []
    let names = ["swift-block", "swift-block--" + outcome.word] + block.kind.className
    return .block("section", [.class(names.joined(separator: " "))] + id, children)
  }

  private func outcome(of block: SwiftBlock) -> ArticleRun.Outcome {
    guard let run, run.outcomes.indices.contains(block.number) else {
      return .notRun("the article was not run")
    }
    return run.outcomes[block.number]
  }

  private func code(_ block: SwiftBlock, _ display: SwiftBlock.Display) -> HTML {
    switch display {
    case .shown: listing.html(block.code)
    case .folded: .details(class: "swift-fold", summary: "Code", [listing.html(block.code)])
    case .hidden: .nothing
    }
  }

  private func label(of block: SwiftBlock) -> HTML {
    let text: String? =
      switch block.kind {
      case .runs, .own: nil
      case .isStatic: "Not run"
      case .fails: "Does not compile"
      case .traps: "Stops the program"
      }
    return text.map { .line("p", class: "swift-label", [.text($0)]) } ?? .nothing
  }

  private func why(_ outcome: ArticleRun.Outcome) -> HTML {
    guard let sentence = outcome.sentence else { return .nothing }
    return .line("p", class: "swift-block__why", [.text("Not run: \(sentence)")])
  }

  private func diagnostics(of block: SwiftBlock) -> [Diagnostic] {
    let last = (block.lines.last?.line ?? block.place.line) + 1
    return (run?.diagnostics ?? []).filter { diagnostic in
      guard let place = diagnostic.place, place.file == document.path else { return false }
      return (block.place.line...last).contains(place.line)
    }
  }

  private func fillsBox(_ item: ArticleRun.OutputItem) -> Bool {
    guard case .shown(_, let id?) = item else { return false }
    return boxes.contains(id)
  }
}

extension ArticleRun.Outcome {
  /// For class names.
  var word: String {
    switch self {
    case .ran: "ran"
    case .asExpected: "asExpected"
    case .failed: "failed"
    case .notRun: "notRun"
    }
  }

  var sentence: String? {
    if case .notRun(let reason) = self { reason } else { nil }
  }
}

extension SwiftBlock.Kind {
  fileprivate var className: [String] {
    switch self {
    case .runs: []
    case .own: ["swift-block--own"]
    case .isStatic: ["swift-block--static"]
    case .fails: ["swift-block--fails"]
    case .traps: ["swift-block--traps"]
    }
  }
}
