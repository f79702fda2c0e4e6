import Records

/// What words say of how far a statement goes: "for every integer $n \ge 1$", "on $[0, 10]$".
///
/// Words are not understood here. Only plain wordings are looked for, and a phrase that names a
/// list or anything else is left alone: what this misses, a reader sees in the scope below the
/// statement.
struct StatedScope {
  /// The author's words.
  var words: String
  /// Where the variables range that the words name; a range alone has the name "".
  var variables: [String: StatedRange]

  /// The scopes of a statement, without what its law concludes.
  static func all(in part: StatedPart, law: Set<TeXComparison> = []) -> [StatedScope] {
    ScopeReader(part: part, law: law).scopes
  }

  /// Where formulas alone say that variables range: "Let $x > 0$."
  static func restrictions(
    in part: StatedPart, law: Set<TeXComparison>
  ) -> [String: StatedRange] {
    ScopeReader(part: part, law: law).restrictions
  }
}

private struct ScopeReader {
  let part: StatedPart
  let law: Set<TeXComparison>

  var scopes: [StatedScope] {
    var result = quantified(Self.kind) + quantified(Self.variable) + ofFormulas
    result += part.text.matches(of: Self.plain).map {
      StatedScope(words: String($0.output), variables: [:])
    }
    return result
  }

  var restrictions: [String: StatedRange] {
    part.text.compactMap(ranges).reduce(into: [:]) { result, ranges in
      result.merge(ranges) { $0.intersection($1) }
    }
  }

  /// `nil` for a formula that says more, or that states the law.
  private func ranges(_ mark: Character) -> [String: StatedRange]? {
    guard let tex = part.formula(mark) else { return nil }
    let formula = NormalTeX(tex)
    if let stated = formula.comparisons, !stated.isEmpty, stated.isSubset(of: law) { return nil }
    return formula.ranges
  }

  /// "for every integer $n$", "No integer $n$", "for all $x$ and $y$", "arbitrary $n$".
  private func quantified(_ pattern: Regex<Substring>) -> [StatedScope] {
    part.text.matches(of: pattern).compactMap { match in
      var end = match.range.upperBound
      let lower = Self.lowerEnd(of: match.output)
      // "Let $n$ be an integer" has its name within.
      var variables = match.output.compactMap(ranges).first ?? [:]
      variables = variables.mapValues { $0.intersection(lower) }
      var isSet = false
      while let next = part.text[end...].prefixMatch(of: Self.nextName) {
        guard let mark = next.output.last, let found = ranges(mark) else {
          // A phrase that goes on with another formula says what is not understood here.
          if variables.isEmpty && !next.output.hasPrefix(",") { return nil }
          break
        }
        isSet = isSet || part.formula(mark).map { $0.contains("in") || $0.contains("∈") } == true
        variables.merge(found.mapValues { $0.intersection(lower) }) { $0.intersection($1) }
        end = next.range.upperBound
      }
      let isKind = match.output.contains(Self.noun)
      guard isKind || !variables.isEmpty && (isSet || match.output.contains(Self.strong)) else {
        return nil
      }
      let words = part.words(part.text[match.range.lowerBound..<end])
      if let span = part.text[end...].prefixMatch(of: Self.span),
        let low = number(span.output.low), let high = number(span.output.high)
      {
        let range = StatedRange(lower: low, upper: high)
        return StatedScope(
          words: words + part.words(span.output.0),
          variables: variables.isEmpty ? ["": range] : variables.mapValues { _ in range })
      }
      let rest = part.text[end...].prefix { !",.;:\n".contains($0) }
      guard rest.firstMatch(of: Self.end) == nil else { return nil }
      if variables.isEmpty && lower != StatedRange() { variables[""] = lower }
      return StatedScope(words: words, variables: variables)
    }
  }

  /// "$x \in [0, 10]$", "$0 \le x \le 10$", "$n = 1, 2, \dots$", "for $x > 0$", "on $[0, 10]$".
  private var ofFormulas: [StatedScope] {
    part.text.indices.compactMap { index in
      let mark = part.text[index]
      guard let tex = part.formula(mark) else { return nil }
      let before = part.text[..<index]
      let tokens = NormalTeX(tex).tokens
      if before.contains(Self.place), let set = tokens[...].set {
        return StatedScope(words: part.words("on \(mark)"), variables: ["": set])
      }
      guard let ranges = ranges(mark), let range = ranges.values.first,
        range != StatedRange() || tokens.contains(where: ["\\in", "∈"].contains)
      else { return nil }
      let isWhole =
        tokens.contains { ["\\in", "∈", "\\dots", "\\ldots"].contains($0) }
        || range.lower.isFinite && range.upper.isFinite && range.lower < range.upper
      guard isWhole || before.contains(Self.condition) else { return nil }
      return StatedScope(words: "$\(tex)$", variables: ranges)
    }
  }

  private func number(_ text: Substring) -> Double? {
    let tex = text.first.flatMap(part.formula) ?? String(text)
    return NormalTeX(tex).tokens[...].number
  }

  private static func lowerEnd(of words: Substring) -> StatedRange {
    let words = words.lowercased()
    if words.contains("negative") || words.contains("whole") { return StatedRange(lower: 0) }
    // With 0 or without: the smaller one.
    if ["natural", "size", "dimension", "length"].contains(where: words.contains) {
      return StatedRange(lower: 1)
    }
    guard words.contains("positive") else { return StatedRange() }
    return words.contains("integer")
      ? StatedRange(lower: 1) : StatedRange(lower: 0, isOpenBelow: true)
  }

  nonisolated(unsafe) private static let kind =
    #/
    (?i)\b(?:for(?=\ (?:real|integer|natural|positive|rational)(?:[a-z]|\ )*[\u{E000}-\u{F8FE}])
      |(?:for\ )?(?:all|every|each|any|no)|whatever(?:\ the)?|let\ [\u{E000}-\u{F8FE}]\ be\ (?:an?|any)
      |(?:an\ )?arbitrary)
    \ (?:(?:arbitrary|real|natural|whole|positive|non-?negative|rational|even|odd)\ )*
    (?:numbers?|reals?|integers?|naturals?|sizes?|dimensions?|lengths?)\b(?:\ [b-z]\b)?
    /#
  nonisolated(unsafe) private static let variable =
    #/
    (?i)\b(?:for\ )?(?:all|every|each|any|no|whatever|(?:an\ )?arbitrary)
    (?:\ (?:arbitrary|real|positive|non-?negative))*(?=\ [\u{E000}-\u{F8FE}])
    /#
  /// Words that say the same of a bare variable; "all $S$" may be any set.
  nonisolated(unsafe) private static let strong = /(?i)^for |whatever|arbitrary/
  nonisolated(unsafe) private static let noun =
    /(?i)(?:number|integer|natural|size|dimension|length|\breal)s?\b/
  nonisolated(unsafe) private static let nextName =
    /(?:,? and |, | )(?:(?:all|every|each|any|real) )*[\u{E000}-\u{F8FE}]/
  nonisolated(unsafe) private static let span =
    #/
    ,?\ (?:from|between)\ (?<low>-?\d+|[\u{E000}-\u{F8FE}])
    \ (?:to|and|up\ to)\ (?<high>-?\d+|[\u{E000}-\u{F8FE}])
    /#
  nonisolated(unsafe) private static let end =
    /\d|≤|…|\b(?:from|to|between|below|up|in|on|of|with|if|given|tried|where)\b/
  nonisolated(unsafe) private static let plain = /(?i)\balways\b|∀ ?\p{L} ?∈ ?[ℕℤℝℚ]/
  nonisolated(unsafe) private static let place = /\b(?:on|over|in)(?: the interval)? $/
  nonisolated(unsafe) private static let condition = /(?i)\b(?:for|when|whenever) $/
}
