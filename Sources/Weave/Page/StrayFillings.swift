// What blocks show `as:` an id that no figure or table has: most often a slip of the hand.

import Article
import Diagnostics
import Runner

struct StrayFillings: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  /// Boxes that are probably meant: that they stay empty needs no error of its own.
  private(set) var meant: Set<String> = []

  init(_ document: Document, _ run: ArticleRun?) {
    let boxes = document.fillableBoxes
    var seen: Set<String> = []
    for (number, items) in (run?.output ?? [:]).sorted(by: { $0.key < $1.key }) {
      for case .shown(_, let id?) in items where !boxes.contains(id) && seen.insert(id).inserted {
        let near = Suggestion.nearest(to: id, among: boxes.sorted())
        if let near { meant.insert(near) }
        diagnostics.append(
          Diagnostic(
            "figure.unknown", at: StrayFillings.place(of: id, in: number, document),
            "this is shown as “\(id)”, but no figure or table of the article has that id",
            fix: near.map { "did you mean “\($0)”?" } ?? "state it: > [!TABLE \(id)] Caption"))
      }
    }
  }

  /// Where the block names the id, or else the block.
  private static func place(of id: String, in number: Int, _ document: Document) -> Place? {
    guard document.runnables.indices.contains(number),
      case .block(let block) = document.runnables[number]
    else { return nil }
    let texts = block.code.split(separator: "\n", omittingEmptySubsequences: false)
    for (text, line) in zip(texts, block.lines) {
      guard let range = text.firstRange(of: "\"\(id)\"") else { continue }
      let column = line.prefix + text[..<range.lowerBound].utf8.count + 1
      return Place(file: document.path, line: line.line, column: column)
    }
    return block.place
  }
}
