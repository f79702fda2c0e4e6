import Article
import Records

/// Judges a check beside the words of its claim, which may say more than the check shows.
struct Overstatement {
  /// The words of the claim or the part, with those around the parts, and the item alone.
  let whole: StatedPart
  let own: StatedPart
  let box: Box
  let values: [Int: Quantity]
  /// The checks of the same part that hold by themselves.
  let checks: [CheckEntry]

  init(_ box: Box, part: Int?, values: [Int: Quantity], _ checks: [CheckEntry]) {
    whole = StatedPart(box, part: part, hasContext: true)
    own = StatedPart(box, part: part)
    self.box = box
    self.values = values
    self.checks = checks.filter { $0.record.part == part && $0.verdict == .holds }
  }

  /// The check as it stands beside the words.
  func judged(_ check: CheckEntry) -> CheckEntry {
    guard check.verdict == .holds || check.verdict == .supported else { return check }
    var entry = check
    if let part = misplaced(check) {
      entry.verdict = .failed
      entry.sentence =
        "Failed: its law is the formula of part \(part), but it is given as a check of part "
        + "\(check.record.part ?? 0)."
    } else if check.record.refutes, !DenyingWords.denyFormula(in: own.text), shows(check) {
      entry.verdict = .refuted
      entry.sentence =
        "Refuted: the formula that the statement shows is false, and no word says so. Say that it "
        + "fails, or make the box FOLKLORE."
    } else if let more = more(check) {
      entry.verdict = .supported
      entry.sentence += " " + more
    }
    return entry
  }

  /// What the words say beyond the check.
  private func more(_ check: CheckEntry) -> String? {
    if check.record.refutes {
      return deniesInAnyWay(check)
        ? nil : "No word of the statement says that something fails: the check shows no more."
    }
    if shows(check) {
      if DenyingWords.denyLaw(in: whole.text) {
        return "But the statement denies the formula that was checked."
      }
      if check.isOnePoint, !namesPoint {
        return "The statement says more: it names no point, and does not say that there is one."
      }
    }
    if let words = sizes(check) { return "The statement says more: “\(words)”." }
    guard check.verdict == .holds, let words = wider(check) else { return nil }
    return "The statement says more: “\(words)”."
  }
}

// MARK: - What the formulas say

extension Overstatement {
  /// How the item's formulas and what was checked belong together.
  private func stated(_ check: CheckEntry, in part: StatedPart) -> StatedAs {
    guard let law = check.law else { return .byHand }
    return StatedAs(law: law, for: check.record.coverage.map(\.phrase), in: part, values: values)
  }

  private func shows(_ check: CheckEntry) -> Bool { stated(check, in: own).showsLaw }

  /// Another part that states exactly the law of a check which its own part does not show.
  private func misplaced(_ check: CheckEntry) -> Int? {
    guard let part = check.record.part, check.record.statement != nil, !shows(check) else {
      return nil
    }
    return (1...max(box.parts, 1)).first { other in
      other != part && stated(check, in: StatedPart(box, part: other)).showsLaw
    }
  }

  /// By words, by "≠", or by the opposite relation.
  private func deniesInAnyWay(_ check: CheckEntry) -> Bool {
    if DenyingWords.areAny(in: own.text) { return true }
    let formulas = own.formulas.map(NormalTeX.init)
    if formulas.contains(where: { $0.tokens.contains(where: Self.negations.contains) }) {
      return true
    }
    let law = check.law.flatMap { NormalTeX($0).comparisons } ?? []
    let opposites = Set(law.map(\.opposite))
    return formulas.compactMap(\.comparisons).contains { !$0.isDisjoint(with: opposites) }
  }

  private static let negations: Set<String> = ["\\ne", "\\not", "≠", "\\nleq", "\\ngeq", "\\notin"]

  /// Whether a statement about one point says so.
  private var namesPoint: Bool {
    if own.text.contains(Self.many), !DenyingWords.areAny(in: own.text) { return false }
    let isAtPoint = own.formulas.contains { tex in
      NormalTeX(tex).ranges?.values.contains { $0.lower == $0.upper } ?? false
    }
    return isAtPoint || own.text.contains(Self.existence)
  }

  nonisolated(unsafe) private static let many =
    /(?i)\b(?:all|every|each|any|whenever|always|whatever|arbitrary)\b/
  nonisolated(unsafe) private static let existence =
    /(?i)\b(?:some|there|exists?|example|instance|at|with|can|may|possible|sometimes|once|not)\b/
}

// MARK: - How far the words go

extension Overstatement {
  /// Words for every size above a law that has fixed the size of its families of variables.
  private func sizes(_ check: CheckEntry) -> String? {
    let families = check.record.fixedFamilies
    guard check.verdict == .holds, !families.isEmpty else { return nil }
    if let match = whole.text.firstMatch(of: Self.everySize) { return String(match.output) }
    let law = check.law.flatMap { NormalTeX($0).comparisons } ?? []
    let given = StatedScope.restrictions(in: whole, law: law)
    for space in whole.formulas.compactMap({ $0.firstMatch(of: Self.space) })
    where given[String(space.output.size)].map({ $0.upper == .infinity }) ?? true {
      return "$\(space.output.0)$"
    }
    let names = families + check.record.quantifiers.map { NormalTeX($0.variable).tokens.joined() }
    return StatedScope.all(in: whole).first { scope in
      scope.variables.contains { name, range in
        Self.sizeNames.contains(name) && !names.contains(name)
          && (given[name] ?? range).intersection(range).upper == .infinity
      }
    }?.words
  }

  /// ℝⁿ with a letter.
  nonisolated(unsafe) private static let space =
    /(?:\\R|\\mathbb *\{?R\}?) *\^ *\{?(?<size>[A-Za-z])\}?/
  /// Letters that count; `i`, `j` and `k` are indices.
  private static let sizeNames: Set<String> = ["n", "m", "d", "N", "M", "D"]
  nonisolated(unsafe) private static let everySize =
    #/
    (?i)\b(?:all|every|each|any|arbitrary|arbitrarily\ many|whatever\ the)\ (?:finite\ )?
    (?:numbers?\ of|sizes?|dimensions?|lengths?)\b
    /#

  /// Words that go beyond what the checks of the part have looked at.
  private func wider(_ check: CheckEntry) -> String? {
    guard !check.record.coverage.isEmpty, !check.record.refutes else { return nil }
    let law = check.law.flatMap { NormalTeX($0).comparisons } ?? []
    let given = StatedScope.restrictions(in: whole, law: law)
    let hasEnds = check.record.coverage.allSatisfy(\.hasEnds)
    return StatedScope.all(in: whole, law: law).first { scope in
      let stated = Dictionary(
        uniqueKeysWithValues: scope.variables.map { name, range in
          (name, given[name].map(range.intersection) ?? range)
        })
      let known = stated.map { (range: $1, covered: covered($0, check)) }
        .filter { !$0.covered.isEmpty }
      guard known.isEmpty else {
        return known.contains { known in !known.covered.contains { $0.contains(known.range) } }
      }
      return hasEnds && stated.values.allSatisfy { $0.upper == .infinity }
    }?.words
  }

  /// Where a variable ranged: intervals that do not touch. Checks of one variable add up.
  private func covered(_ name: String, _ check: CheckEntry) -> [StatedRange] {
    let own = check.record.ranges
    let isSingle = own.count == 1
    let ranges = own.filter { $0.name == name || isSingle && ($0.name.isEmpty || name.isEmpty) }
    guard isSingle, let single = ranges.first else { return ranges.map(\.range) }
    let others = checks.map(\.record.ranges).filter { $0.count == 1 && $0[0].name == single.name }
    return (ranges + others.joined()).map(\.range).sorted { $0.lower < $1.lower }
      .reduce(into: []) { merged, range in
        if let last = merged.last, range.lower <= last.upper {
          merged[merged.count - 1] = last.hull(range)
        } else {
          merged.append(range)
        }
      }
  }
}

extension CheckRecord {
  /// Names of the families of indexed variables: `z` for `z_1`, `z_2`. The law has fixed how many.
  var fixedFamilies: [String] {
    coverage.compactMap {
      $0.phrase.firstMatch(of: /\$([^$]*?)_\{?2\}?/).map { String($0.output.1) }
    }
  }

  /// Where each variable ranged, by name; integers that were gone through have none.
  fileprivate var ranges: [(name: String, range: StatedRange)] {
    guard evidence != .witness else { return [] }
    if coverage.count == 1, let match = coverage[0].phrase.firstMatch(of: Self.integers),
      let low = Double(match.output.1), let high = Double(match.output.2)
    {
      return [("", StatedRange(lower: low, upper: high))]
    }
    return quantifiers.map { (NormalTeX($0.variable).tokens.joined(), StatedRange($0)) }
  }

  nonisolated(unsafe) private static let integers = /^all \d+ integers from (-?\d+) to (-?\d+)$/
}

extension CheckEntry {
  /// TeX of what was checked: of computed numbers, the relation between them.
  fileprivate var law: String? {
    if let statement = record.statement { return statement.withoutNegation }
    guard record.evidence == .witness, let worst = record.trial.worst, worst.point.isEmpty else {
      return nil
    }
    return "\(worst.left) \(worst.relation) \(worst.right)"
  }

  /// Whether a law with variables was looked at for one of their values.
  fileprivate var isOnePoint: Bool {
    record.evidence == .witness && !record.refutes && !record.quantifiers.isEmpty
  }
}

extension Coverage {
  /// Whether what was looked at is finite, or a box between two ends.
  fileprivate var hasEnds: Bool { scope != .universal && !phrase.contains("\\infty") }
}
