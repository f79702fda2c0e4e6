import Records

/// Turns what a trial found into a verdict. The only place where counts become words.
///
/// The order of the rules is the policy: a certain failure outweighs everything; then whatever was
/// not decided; then whatever could not have failed. Only what is left is green.
enum Judge {
  /// At most this share of the cases may have undecided hypotheses.
  static let unclearShare = 0.01

  struct Opinion: Equatable {
    var verdict: Verdict
    var reason: String?
  }

  /// A trial by itself: `holds`, `refuted`, `inconclusive` or `vacuous`.
  static func opinion(of trial: Trial) -> Opinion {
    if trial.violated > 0 {
      return Opinion(verdict: .refuted, reason: refutation(trial))
    }
    if trial.undecided > 0 {
      return Opinion(
        verdict: .inconclusive,
        reason: trial.stopped ?? "\(trial.undecided) of \(trial.cases) cases could not be decided")
    }
    if let stopped = trial.stopped {
      return Opinion(verdict: trial.excluded > 0 ? .vacuous : .inconclusive, reason: stopped)
    }
    if Double(trial.unclear) > unclearShare * Double(trial.cases) {
      return Opinion(
        verdict: .inconclusive,
        reason: "whether the hypotheses hold could not be decided in \(trial.unclear) of "
          + "\(trial.cases) cases")
    }
    if let required = trial.required, trial.cases != required {
      return Opinion(
        verdict: .inconclusive,
        reason: "\(trial.cases) of \(required) cases were gone through")
    }
    if trial.held == 0 {
      return Opinion(verdict: .vacuous, reason: emptiness(trial))
    }
    return Opinion(verdict: .holds, reason: nil)
  }

  private static func refutation(_ trial: Trial) -> String? {
    guard let witness = trial.violation else { return "the law holds at the point given" }
    return Sentences.failure(witness)
  }

  private static func emptiness(_ trial: Trial) -> String {
    if trial.excluded > 0 && trial.uninformative == 0 {
      return "the hypotheses hold in none of the \(trial.cases) cases, so nothing was tested"
    }
    if trial.uninformative > 0 {
      return "in all \(trial.uninformative) cases the tolerance reaches the value, so none of them "
        + "could have failed"
    }
    return "no case was tried"
  }

  /// A check with its contradictions: a green trial stays green only if the check can fail.
  static func opinion(of check: CheckRecord, mutants: [MutantEntry]) -> Opinion {
    if let objection = CertificateJudge.objection(to: check) {
      return Opinion(verdict: .failed, reason: objection)
    }
    let plain = opinion(of: check.trial)
    if check.refutes, plain.verdict == .refuted {
      return Opinion(verdict: .refuted, reason: Sentences.held(check.trial))
    }
    guard plain.verdict == .holds else { return plain }
    if let alarm = check.agreement?.alarms.first {
      return Opinion(
        verdict: .inconclusive, reason: "two ways of computing do not agree: \(alarm)")
    }
    if check.tautology {
      return Opinion(
        verdict: .vacuous, reason: "both sides are the same expression, so nothing was tested")
    }
    if let never = check.never, opinion(of: never).verdict != .refuted {
      return Opinion(
        verdict: .vacuous,
        reason: "no point was found at which the hypotheses hold and both sides have a value, so "
          + "the check could not have failed")
    }
    if let survivor = mutants.first(where: { mustBeKilled($0, check) && $0.end != .killed }) {
      return Opinion(
        verdict: .inconclusive,
        reason: "the check does not notice the mutant “\(survivor.record.why)”")
    }
    if let blindness = blindness(of: check, mutants) { return blindness }
    if check.evidence == .sampled || check.evidence == .statistical || !check.coversLaw
      || check.isApproximate
    {
      return Opinion(verdict: .supported, reason: nil)
    }
    return plain
  }

  private static func mustBeKilled(_ mutant: MutantEntry, _ check: CheckRecord) -> Bool {
    if mutant.record.origin == .author { return true }
    // An identity is a matter of exact algebra: every damage the engine chooses must show, too.
    return check.equality && check.evidence == .exact && mutant.record.target == .claim
  }

  /// A check that passes whatever is damaged, of its subject or of its statement, says nothing.
  /// One damage that it notices is enough: a law of shifts need not see that entries are swapped.
  private static func blindness(of check: CheckRecord, _ mutants: [MutantEntry]) -> Opinion? {
    if check.hasSubject {
      let damages = mutants.filter { $0.record.target == .subject }
      if damages.isEmpty {
        return Opinion(
          verdict: .vacuous,
          reason: check.undamaged.map { "no wrong function was tried (\($0)); add a .mutant" }
            ?? "the law asks the function for nothing that a damage could change, or for values that "
            + "the engine cannot damage; try a wrong function with .mutant")
      }
      if !damages.contains(where: { $0.end == .killed }) {
        return Opinion(
          verdict: .vacuous,
          reason: "the law holds as well for damaged functions (\(whys(damages))), so it tests "
            + "nothing of this one")
      }
    }
    let damages = mutants.filter { $0.record.target == .claim }
    if check.evidence != .witness, !damages.isEmpty,
      !damages.contains(where: { $0.end == .killed })
    {
      return Opinion(
        verdict: .vacuous,
        reason: "no damage of the statement is noticed (\(whys(damages)))")
    }
    return nil
  }

  private static func whys(_ mutants: [MutantEntry]) -> String {
    mutants.map(\.record.why).joined(separator: "; ")
  }

  /// How a mutant ended.
  static func end(of trial: Trial) -> MutantEntry.End {
    switch opinion(of: trial).verdict {
    case .refuted: .killed
    case .holds: .alsoTrue
    default: .survived
    }
  }

  /// The worst of several verdicts: what a claim is that rests on all of them.
  static func worst(_ verdicts: [Verdict]) -> Verdict? {
    verdicts.max { severity($0) < severity($1) }
  }

  private static func severity(_ verdict: Verdict) -> Int {
    switch verdict {
    case .holds: 0
    case .cited: 1
    case .supported: 2
    case .stale: 3
    case .notRun: 4
    case .vacuous: 5
    case .inconclusive: 6
    case .failed: 7
    case .refuted: 8
    }
  }
}
