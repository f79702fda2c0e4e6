import Records

/// What was established, in one honest sentence: how, how far and about what, and never more.
enum Sentences {
  /// "fails at $x = 3/2$: 9/4 ≤ 2 is wrong by at least 1/4".
  static func failure(_ witness: Witness) -> String {
    let relation = "\(witness.left) \(witness.relation) \(witness.right)"
    let gap = witness.gap.map { " (off by \(short($0)))" } ?? ""
    return "it fails\(place(witness)): \(relation) is false\(gap)"
  }

  static func place(_ witness: Witness) -> String {
    guard !witness.point.isEmpty else { return "" }
    return " at " + witness.point.map(value).joined(separator: ", ")
  }

  /// A TeX name between dollars, and with it a value that takes TeX: π/2.
  private static func value(_ binding: Binding) -> String {
    binding.value.contains("\\")
      ? "$\(binding.name) = \(binding.value)$" : "$\(binding.name)$ = \(binding.value)"
  }

  static func sentence(
    for check: CheckRecord, _ opinion: Judge.Opinion, subject: String
  ) -> String {
    switch opinion.verdict {
    case .holds, .supported: established(check, subject)
    case .refuted: "Refuted: \(opinion.reason ?? "a counterexample was found")."
    case .inconclusive: "Undecided: \(opinion.reason ?? "nothing could be shown")."
    case .vacuous: "Tests nothing: \(opinion.reason ?? "no case was tried")."
    case .notRun: "Not run: \(opinion.reason ?? "something before it failed")."
    case .failed: "Failed: \(opinion.reason ?? "the code did not finish")."
    case .stale: "Stale: \(opinion.reason ?? "the result is older than the code")."
    case .cited: "Cited, not verified here."
    }
  }

  private static func established(_ check: CheckRecord, _ subject: String) -> String {
    let trial = check.trial
    switch check.evidence {
    case .exact: return exact(check, subject)
    case .enclosed:
      let boxes = trial.held == 1 ? "one box" : "\(grouped(trial.held)) boxes"
      let margin = trial.margin.flatMap { $0 > 0 ? "; smallest margin \(short($0))" : nil } ?? ""
      if check.coverage.allSatisfy({ $0.scope == .instance }), let bound = trial.bound {
        return "Both sides agree to within \(short(bound)), in ball arithmetic\(difference(check))."
      }
      if isInstance(check) { return "Enclosed\(subject): decided in ball arithmetic\(margin)." }
      let what =
        trial.bound.map { "Both sides agree to within \(short($0))" } ?? "Proved"
      let how = check.proof?.form == .nodes ? "by \(check.method)" : "in \(boxes)\(beyond(check))"
      return "\(what) for \(scope(check)) in ball arithmetic, \(how)\(margin)"
        + "\(fixedSize(check))\(difference(check))."
    case .bounded: return BoundedSentences.established(check, subject)
    case .sampled:
      let worst = trial.observed.flatMap { observed in
        trial.bound.map { "; worst deviation \(short(observed)), allowed \(short($0))" }
      }
      return "No counterexample in \(grouped(trial.held)) samples of \(scope(check))"
        + "\(subject)\(worst ?? "")."
    case .statistical: return "Not rejected\(subject)."
    case .witness: return witness(check, subject)
    case .cited: return "Cited, not verified here."
    }
  }

  /// What was done where no boxes go: ", and for $x > 4$ by the sign of the slope".
  private static func beyond(_ check: CheckRecord) -> String {
    let parts = check.method.split(separator: "; ").dropFirst()
    return parts.isEmpty ? "" : ", and " + parts.joined(separator: "; ")
  }

  private static func exact(_ check: CheckRecord, _ subject: String) -> String {
    switch check.coverage.first?.scope {
    case .finiteSet:
      let excluded =
        check.trial.excluded > 0
        ? " (\(grouped(check.trial.excluded)) of them outside of the hypotheses)" : ""
      return "True for \(scope(check))\(excluded), in exact arithmetic\(subject)."
    case .instance, nil: return "True of this instance, in exact arithmetic\(subject)."
    default: return "Proved exactly for \(scope(check))\(fixedSize(check))."
    }
  }

  private static func witness(_ check: CheckRecord, _ subject: String) -> String {
    guard check.refutes, let worst = check.trial.worst else {
      return "Settled by \(scope(check))\(subject)."
    }
    let relation = "\(worst.left) \(worst.relation) \(worst.right)"
    return "The law is false\(place(worst))\(subject): \(relation) does not hold."
  }

  private static func difference(_ check: CheckRecord) -> String {
    check.isApproximate ? "; they are not equal" : ""
  }

  /// A family of indexed variables stands for a size that the law has fixed: said each time.
  private static func fixedSize(_ check: CheckRecord) -> String {
    check.fixedFamilies.isEmpty ? "" : "; other sizes are not covered"
  }

  private static func isInstance(_ check: CheckRecord) -> Bool {
    check.coverage.allSatisfy { $0.scope == .instance }
  }

  /// The coverage phrases as one: variables of the same phrase are listed together.
  static func scope(_ check: CheckRecord) -> String {
    let plain = check.coverage.filter { $0.phrase.hasPrefix("every real $") }
    let unbounded = plain.filter { $0.phrase.dropFirst("every real $".count).allSatisfy(isName) }
    guard unbounded.count > 1 else {
      return list(check.coverage.map(\.phrase))
    }
    // Each name a formula of its own, so that a line may break between them.
    let names = unbounded.map { String($0.phrase.dropFirst("every real ".count)) }
    let others = check.coverage.filter { !unbounded.contains($0) }.map(\.phrase)
    return list(["all real \(names.joined(separator: ", "))"] + others)
  }

  /// Part of a variable's TeX name: no space, so no "∈" after it.
  private static func isName(_ character: Character) -> Bool { character != " " }

  private static func list(_ phrases: [String]) -> String {
    guard let last = phrases.last else { return "this instance" }
    let head = phrases.dropLast()
    return head.isEmpty ? last : head.joined(separator: ", ") + " and " + last
  }

  /// What speaks against a refutation: "the law holds there (1 = 1)".
  static func held(_ trial: Trial) -> String {
    if let witness = trial.violation {
      return "the law holds there (\(witness.left) \(witness.relation) \(witness.right))"
    }
    let margin = trial.margin.flatMap { $0 > 0 && $0.isFinite ? ", by \(short($0))" : nil }
    return "the law holds there" + (margin ?? "")
  }

  /// "how it ended" of a mutant: what was damaged, and the point that shows it.
  ///
  /// - Parameter refutes: whether the check is a witness against a law, which is damaged when the
  ///   law holds at its point.
  static func mutant(_ record: MutantRecord, _ end: MutantEntry.End, refutes: Bool = false)
    -> String
  {
    switch end {
    case .killed where refutes: return "\(record.why): \(held(record.trial))"
    case .killed:
      guard let witness = record.trial.violation ?? record.trial.worst else {
        return "\(record.why): refuted"
      }
      let relation = "\(witness.left) \(witness.relation) \(witness.right)"
      return "\(record.why): false\(place(witness)) (\(relation))"
    case .alsoTrue: return "\(record.why): \(alsoTrue(record.target))"
    case .survived:
      guard record.origin == .author else { return "\(record.why): undecided" }
      return "\(record.why): undecided (\(record.trial.stopped ?? "nothing could be shown"))"
    }
  }

  /// What it means that a damage changes nothing.
  private static func alsoTrue(_ target: MutantRecord.Target) -> String {
    switch target {
    case .claim, .sharpness: "also true, so the claim is not sharp"
    case .hypothesis: "also true, so this check does not need it"
    case .subject: "the law holds all the same; this check does not see it"
    case .point: "the law fails there as well"
    }
  }

  /// A decimal text cut to three significant digits.
  static func short(_ text: String) -> String {
    Double(text).map { short($0) } ?? text
  }

  static func short(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    if value == 0 { return "0" }
    if value == value.rounded(), Swift.abs(value) < 1e6 { return "\(Int(value))" }
    return value.formatted(significant: 3)
  }

  static func grouped(_ count: Int) -> String { count.grouped }
}

extension Int {
  /// 10000 as "10 000", with the space that a number may hold.
  public var grouped: String {
    var digits = ""
    for (index, digit) in "\(self)".reversed().enumerated() {
      if index > 0 && index.isMultiple(of: 3) && digit != "-" { digits.append("\u{202F}") }
      digits.append(digit)
    }
    return String(digits.reversed())
  }
}
