import Article

extension Ledger {
  /// The claims that an article's code takes for granted: the ids of its `lemma("id")` calls. Like
  /// those of claims they are literals, so that the text alone tells which other articles have to
  /// run before this one can be judged.
  public static func lemmas(in document: Document) -> Set<String> {
    let ids = document.runnables.flatMap { runnable -> [String] in
      guard case .block(let block) = runnable, block.kind == .runs || block.kind == .own else {
        return []
      }
      return BlankedSource.code(block.code, keepingTexts: true).matches(of: lemmaPattern).map {
        String($0.output.1)
      }
    }
    return Set(ids)
  }

  nonisolated(unsafe) private static let lemmaPattern = /\blemma\(\s*"([^"\\]+)"/
}
