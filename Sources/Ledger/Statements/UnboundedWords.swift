import Records

/// What words say of all numbers of a kind that has no end: "for every integer $n \ge 1$".
///
/// Words are not understood here. Only the plainest wording is looked for, and a sentence that names
/// any end, list or number is left alone: what this misses, a reader sees in the scope below the
/// statement.
enum UnboundedWords {
  /// The words of the quantifier, if there is one without an end.
  static func find(in words: String) -> String? {
    for match in words.matches(of: quantifier) {
      let rest = String(match.output.rest).replacing(lowerEnd, with: "")
      guard rest.prefixMatch(of: kind) != nil, rest.firstMatch(of: end) == nil else { continue }
      return String(match.output.every) + " " + match.output.rest.prefix { $0 != "," }
    }
    return nil
  }

  nonisolated(unsafe) private static let quantifier =
    /(?<every>\b[Ff]or (?:all|every|each|any)) (?<rest>[^.;:]+)/
  /// An end below leaves no end above.
  nonisolated(unsafe) private static let lowerEnd = /(?:\\geq?|≥|>)\s*\d+/
  nonisolated(unsafe) private static let kind =
    /(?:real |natural |whole |positive |non-negative )*(?:numbers?|reals?|integers?|sizes?|dimensions?|lengths?|\$[A-Za-z]\s*\$)/
  nonisolated(unsafe) private static let end =
    /\d|≤|<|∈|…|\\(?:leq?|lt|in|ldots|dots)\b|\b(?:from|to|between|below|in|of|with|if|given|tried|where)\b/
}

extension Coverage {
  /// Whether what was looked at is finite, or a box between two ends.
  fileprivate var hasEnds: Bool { scope != .universal && !phrase.contains("\\infty") }
}

extension CheckEntry {
  /// The check as it stands beside words that say more than it looked at.
  func beside(words: String) -> CheckEntry {
    guard verdict == .holds, !record.coverage.isEmpty, !record.refutes,
      record.coverage.allSatisfy(\.hasEnds),
      let more = UnboundedWords.find(in: words)
    else { return self }
    var entry = self
    entry.verdict = .supported
    entry.sentence += " The statement says more: “\(more)”."
    return entry
  }
}
