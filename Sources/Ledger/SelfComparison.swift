import Article

/// Whether a check compares something with itself, as its text says: `f(n) .== f(n)` in a closure
/// holds whatever `f` is. Of formulas the engine sees that by itself; of code that it only runs, the
/// text alone tells.
enum SelfComparison {
  /// - Parameter code: from the claim call on; looked at is the `occurrence`-th verb there.
  static func isMade(in code: Substring, verb: String, occurrence: Int) -> Bool {
    let tokens = BlankedSource.code(String(code), keepingTexts: true).matches(of: tokenPattern)
      .map(\.output)
    let calls = tokens.indices.filter {
      $0 >= 2 && tokens[$0] == "(" && tokens[$0 - 1] == verb && tokens[$0 - 2] == "."
    }
    guard calls.indices.contains(occurrence) else { return false }
    let check = Array(tokens[calls[occurrence]..<end(of: calls[occurrence], in: tokens)])
    return check.indices.contains { place in
      guard relations.contains(check[place]) else { return false }
      let left = operand(check[..<place].reversed(), openers: closers, closers: openers)
      let right = operand(check[(place + 1)...], openers: openers, closers: closers)
      return !left.isEmpty && left.reversed() == right
    }
  }

  nonisolated(unsafe) private static let tokenPattern =
    /\.\.<|\.\.\.|\.(?:==|<=|>=|<|>)|&&|[\w$]+|"[^"\n]*"|\S/
  private static let relations: Set<Substring> = [".==", ".<=", ".>=", ".<", ".>"]
  private static let openers: Set<Substring> = ["(", "[", "{"]
  private static let closers: Set<Substring> = [")", "]", "}"]
  /// What ends one side of a comparison.
  private static let ends: Set<Substring> = [",", ";", "in", "return", "&&"]

  /// The tokens of one side, from the relation outwards.
  private static func operand(
    _ tokens: some Sequence<Substring>, openers: Set<Substring>, closers: Set<Substring>
  ) -> [Substring] {
    var depth = 0
    var side: [Substring] = []
    for token in tokens {
      if openers.contains(token) { depth += 1 }
      if closers.contains(token) { depth -= 1 }
      if depth < 0 || (depth == 0 && (ends.contains(token) || relations.contains(token))) { break }
      side.append(token)
    }
    return side
  }

  /// Behind the arguments, and behind a closure that follows them.
  private static func end(of call: Int, in tokens: [Substring]) -> Int {
    var depth = 0
    for index in call..<tokens.count {
      if openers.contains(tokens[index]) { depth += 1 }
      if closers.contains(tokens[index]) { depth -= 1 }
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      if depth == 0, next != "{" { return index + 1 }
    }
    return tokens.count
  }
}
