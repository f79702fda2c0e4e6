import Article

/// What a `fails` or `traps` block says will go wrong: `// error: …` or `// trap: …`.
struct Expectation: Equatable {
  var message: String
  /// The line in the article that the comment stands on.
  var line: Int

  /// The expectations of a block, in order; `word` is `error` or `trap`.
  static func all(in block: SwiftBlock, word: String) -> [Expectation] {
    SwiftScanner.tokens(block.code).compactMap { token in
      guard token.kind == .lineComment, token.text.hasPrefix(word + ":"),
        block.lines.indices.contains(token.line)
      else { return nil }
      let message = token.text.dropFirst(word.count + 1).drop { $0 == " " }
      guard !message.isEmpty else { return nil }
      return Expectation(message: String(message), line: block.lines[token.line].line)
    }
  }

  /// Whether this is what was expected: messages of several lines count as one, with spaces.
  func matches(_ actual: String) -> Bool {
    actual.split(whereSeparator: \.isNewline).joined(separator: " ").contains(message)
  }
}
