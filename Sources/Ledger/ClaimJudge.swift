import Article
import Diagnostics
import Records
import Runner

/// Judges one stated box from its checks: every part needs one, a part is as good as its best
/// green check and as bad as its worst red one, a claim is as good as its worst part.
struct ClaimJudge {
  let box: Box
  var checks: [CheckEntry]
  let calls: [ClaimCall]
  /// The numbers of the blocks that promise to stop the program.
  let traps: Set<Int>
  let run: ArticleRun
  /// The checks of the box that follows: a folklore box may borrow its witness.
  let next: [CheckEntry]

  struct Outcome {
    var verdict: Verdict
    var reason: String?
    var checks: [CheckEntry]
    var diagnostics: [Diagnostic] = []
    /// It got the verdict that its box was written to show.
    var isDemonstration = false
  }

  func outcome() -> Outcome {
    switch box.kind {
    case .cited: cited()
    case .folklore: folklore()
    default: claim()
    }
  }

  private var id: String { box.id ?? "" }

  /// A cited statement names its source; it is never verified, and a check on it is a mistake.
  private func cited() -> Outcome {
    var outcome = Outcome(verdict: .cited, reason: nil, checks: checks)
    if !box.blocks.contains(where: \.citesSource) && !box.title.contains(where: \.citesSource) {
      outcome.diagnostics.append(
        Diagnostic(
          "cited.without-source", at: box.place,
          "the cited statement “\(id)” names no source",
          fix: "cite it with a locator: [@key, Theorem 2]"))
    }
    if let call = calls.first {
      outcome.diagnostics.append(
        Diagnostic(
          "cited.checked", at: call.place,
          "“\(id)” is stated as cited but has a check", fix: "state it as a CLAIM"))
    }
    return outcome
  }

  /// Folklore is false: what its card needs is a witness against it, its own or that of the claim
  /// right below.
  private func folklore() -> Outcome {
    let own = checks.filter { $0.record.evidence == .witness }
    let witnesses = own.isEmpty ? next.filter { $0.record.evidence == .witness } : own
    guard !witnesses.isEmpty else {
      if let missing = unreached() { return missing }
      return Outcome(
        verdict: .notRun, reason: "no witness refutes it", checks: checks,
        diagnostics: [
          Diagnostic(
            "folklore.without-witness", at: box.place,
            "nothing refutes the folklore “\(id)”",
            fix: "claim(\"\(id)\").refuted(law, at: [point])")
        ])
    }
    return combined(witnesses)
  }

  private func claim() -> Outcome {
    var diagnostics: [Diagnostic] = []
    let parts = box.parts > 0 ? (1...box.parts).map { Optional($0) } : [nil]
    for call in calls {
      guard let part = call.part else { continue }
      if !(1...Swift.max(box.parts, 1)).contains(part) || box.parts == 0 {
        diagnostics.append(
          Diagnostic(
            "check.unknown-part", at: call.place,
            "the claim “\(id)” has \(box.parts == 0 ? "no parts" : "\(box.parts) parts"), "
              + "this check is about part \(part)"))
      }
    }
    for part in parts where !calls.contains(where: { covers($0.part, part) }) {
      let what = part.map { "part \($0) of the claim “\(id)”" } ?? "the claim “\(id)”"
      let code = part.map { "claim(\"\(id)\", part: \($0), law)" } ?? "claim(\"\(id)\", law)"
      diagnostics.append(
        Diagnostic(
          part == nil ? "claim.unchecked" : "claim.part-unchecked", at: box.place,
          "\(what) has no check", fix: "check it in a swift block: \(code).exact()"))
    }
    var outcome = combined(checks)
    if let missing = unreached(), outcome.verdict != .refuted {
      outcome = Outcome(
        verdict: missing.verdict, reason: missing.reason, checks: checks,
        diagnostics: outcome.diagnostics + missing.diagnostics)
    } else if !diagnostics.isEmpty, outcome.verdict != .refuted {
      outcome.verdict = .notRun
      outcome.reason = "not every part has a check"
    }
    outcome.diagnostics += diagnostics
    return outcome
  }

  /// A record carries the line of its own call.
  private func belongs(_ record: CheckRecord, to call: ClaimCall) -> Bool {
    record.runnable == call.runnable && record.line == call.place.line && record.part == call.part
  }

  private func covers(_ call: Int?, _ part: Int?) -> Bool { call == part }

  /// A call in the text that left no record: the block failed before it, or it was passed over.
  private func unreached() -> Outcome? {
    for call in calls where !checks.contains(where: { belongs($0.record, to: call) }) {
      let outcome =
        run.outcomes.indices.contains(call.runnable) ? run.outcomes[call.runnable] : .ran
      switch outcome {
      case .failed:
        return Outcome(verdict: .failed, reason: "its code failed", checks: checks)
      case .asExpected where isTrap(call.runnable):
        return Outcome(verdict: .failed, reason: "its code traps, as promised", checks: checks)
      case .notRun(let reason):
        return Outcome(verdict: .notRun, reason: reason, checks: checks)
      case .ran, .asExpected:
        return Outcome(
          verdict: .notRun, reason: "its check was never reached", checks: checks,
          diagnostics: [
            Diagnostic(
              "check.not-reached", at: call.place,
              "this check of “\(id)” was never reached",
              fix: "move it out of the branch, or give it a verb such as .exact()")
          ])
      }
    }
    return nil
  }

  /// Whether the code around a check promises to stop the program: the check never gets its turn.
  private func isTrap(_ runnable: Int) -> Bool { traps.contains(runnable) }

  private func combined(_ checks: [CheckEntry]) -> Outcome {
    guard !checks.isEmpty else {
      return Outcome(verdict: .notRun, reason: "nothing was checked", checks: checks)
    }
    let byPart = Dictionary(grouping: checks, by: \.record.part)
    let verdicts = byPart.values.map { partVerdict($0) }
    let verdict = Judge.worst(verdicts) ?? .notRun
    let bad = checks.filter { $0.verdict != .holds && $0.verdict != .supported }
    let reason = bad.first { $0.verdict == verdict }?.sentence
    let inOrder = checks.sorted {
      ($0.record.part ?? 0, $0.record.check) < ($1.record.part ?? 0, $1.record.check)
    }
    return Outcome(
      verdict: verdict, reason: reason, checks: inOrder, diagnostics: bad.map(diagnostic))
  }

  private func partVerdict(_ checks: [CheckEntry]) -> Verdict {
    let bad = checks.map(\.verdict).filter { $0 != .holds && $0 != .supported }
    return Judge.worst(bad) ?? (checks.contains { $0.verdict == .holds } ? .holds : .supported)
  }

  private func diagnostic(_ check: CheckEntry) -> Diagnostic {
    let name = check.record.part.map { "claim “\(id)”, part \($0)" } ?? "claim “\(id)”"
    if check.record.agreement?.alarms.isEmpty == false {
      return Diagnostic(
        "enclosure.disagreement", at: check.place, "\(name): \(check.sentence)",
        fix: "Nothing that rests on this function can be trusted here; please report it.")
    }
    switch check.verdict {
    case .refuted, .failed:
      return Diagnostic(
        "claim.\(check.verdict.rawValue)", at: check.place, "\(name): \(check.sentence)")
    default:
      return Diagnostic(
        "claim.\(check.verdict.rawValue)", .warning, at: check.place, "\(name): \(check.sentence)")
    }
  }
}
