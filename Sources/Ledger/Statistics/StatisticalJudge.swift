import MathCore
import Records
import Runner

/// Judges one statistical check from its record. A check that could not have seen its effect is
/// vacuous, whatever it drew; what is not rejected is supported, never more.
struct StatisticalJudge {
  let check: CheckRecord
  private let test: StatisticalTest?
  /// What the check can do, before anything is said of its draws.
  private let power: Double

  /// The probability with which a check must see its effect.
  static let powerNeeded = 0.99

  /// - Returns: `nil` for checks of other kinds.
  init?(_ check: CheckRecord) {
    guard check.evidence == .statistical else { return nil }
    self.check = check
    test = check.statistical.flatMap(StatisticalTest.init)
    power = test?.power ?? 0
  }

  var level: Rational? { test?.level }

  /// A bound on the probability of these draws if all is as stated.
  func pValue(_ trial: Trial) -> Double? {
    guard let test, let draws = trial.draws, test.fits(draws), draws.moved == 0 else { return nil }
    return test.pValue(draws)
  }

  /// How a damaged version ended: rejected draws kill it.
  func end(of trial: Trial) -> MutantEntry.End {
    switch opinion(of: trial).verdict {
    case .refuted: .killed
    // Not rejecting decides nothing: the damage may be there and too small.
    default: .survived
    }
  }

  /// The draws by themselves.
  private func opinion(of trial: Trial) -> Judge.Opinion {
    let plain = Judge.opinion(of: trial)
    guard plain.verdict == .holds else { return plain }
    guard let test else {
      return .init(verdict: .inconclusive, reason: "what it states makes no test")
    }
    guard let draws = trial.draws, test.fits(draws) else {
      return .init(verdict: .inconclusive, reason: "the record of its draws is not whole")
    }
    guard test.rejects(draws) else { return plain }
    return .init(
      verdict: .refuted, reason: StatisticalSentences.rejection(check, test, draws))
  }

  /// The check with its contradictions: rejection outweighs all, then comes what it could not see.
  func opinion(
    mutants: [MutantEntry], accumulated: EvidenceProcess?
  ) -> Judge.Opinion {
    // Draws that hang together reject what is true of each: they say nothing at all.
    if check.trial.violated == 0, let fault = unrepeatableDraws { return fault }
    let plain = opinion(of: check.trial)
    guard plain.verdict == .holds, let test else { return plain }
    if let accumulated, accumulated.isAlarming {
      return .init(
        verdict: .refuted, reason: StatisticalSentences.alarm(accumulated))
    }
    if let fault = faultOfDraws { return fault }
    if power < Self.powerNeeded {
      return .init(
        verdict: .vacuous,
        reason: StatisticalSentences.blindness(
          test, power, needed: test.drawsNeeded(power: Self.powerNeeded)))
    }
    let moved = mutants.filter { $0.record.origin == .engine }
    if let survivor = moved.first(where: { $0.end != .killed }) {
      return .init(
        verdict: .vacuous,
        reason: "the same draws do not reject the statement with \(survivor.record.why)")
    }
    let tried = moved.compactMap(\.record.trial.draws?.moved)
    guard Set(test.directions).isSubset(of: tried) else {
      return .init(
        verdict: .vacuous, reason: "the draws were not tried against a statement that is wrong")
    }
    if let survivor = mutants.first(where: { $0.record.origin == .author && $0.end != .killed }) {
      return .init(
        verdict: .inconclusive,
        reason: "the check does not reject the mutant “\(survivor.record.why)”")
    }
    return .init(verdict: .supported, reason: nil)
  }

  /// Draws that do not come from the numbers they were handed: their seed is not the site's.
  private var unrepeatableDraws: Judge.Opinion? {
    check.trial.draws?.unrepeatable.map {
      .init(
        verdict: .inconclusive,
        reason: "draw \($0) came out otherwise when it was made again from the same random "
          + "numbers: it depends on other draws, or on numbers that no seed is behind")
    }
  }

  private var faultOfDraws: Judge.Opinion? {
    guard let draws = check.trial.draws, draws.random == 0 else { return nil }
    return .init(
      verdict: .vacuous, reason: "no draw took any of the random numbers it was handed")
  }

  func finding(seed: RunSeed, accumulated: EvidenceProcess?) -> StatisticalFinding? {
    guard let test else { return nil }
    let draws = check.trial.draws.flatMap { test.fits($0) ? $0 : nil }
    return StatisticalFinding(
      level: test.level, draws: test.design.draws, effect: StatisticalSentences.effect(test),
      power: power,
      drawsNeeded: power < Self.powerNeeded ? test.drawsNeeded(power: Self.powerNeeded) : nil,
      pValue: draws.map(test.pValue), logEvidence: draws.map(test.logEvidence) ?? [],
      seed: seed, accumulated: accumulated)
  }

  /// The logarithms of this run's e-values; empty when there are none.
  var logEvidence: [Double] {
    guard let test, let draws = check.trial.draws, test.fits(draws) else {
      // A draw that cannot be: no finite evidence would do.
      return check.trial.violated > 0 ? [.infinity] : []
    }
    return test.logEvidence(draws)
  }
}
