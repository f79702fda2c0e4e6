import MathCore
import Records
import Runner

/// The words of statistical checks. "Verified" is not among them.
enum StatisticalSentences {
  /// The one sentence on the card and in the terminal, for a check that was not rejected.
  static func notRejected(_ check: CheckRecord, _ finding: StatisticalFinding) -> String {
    let draws = Sentences.grouped(finding.draws)
    let plain =
      "not rejected at α = \(finding.level.levelText) in \(draws) draws; \(finding.effect) would "
      + "be seen with probability ≥ \(StatisticalJudge.powerNeeded)"
    guard let fresh = finding.seed.fresh else { return "Regression (fixed seed): \(plain)." }
    let sum = finding.accumulated.map { "; \(standing($0))" } ?? ""
    return "Evidence (fresh seed “\(fresh)”): \(plain)\(sum)."
  }

  /// "a bias of 20 %", "a bias of 0.01 in any outcome".
  static func effect(_ test: StatisticalTest) -> String {
    let size: String =
      switch test.effect {
      case .relative(let share): "\(number(Double(share * 100))) %"
      case .absolute(let distance): number(Double(distance))
      }
    let isOfMany = test.design.family == .probabilities && test.design.stated.count > 2
    return "a bias of \(size)" + (isOfMany ? " in any outcome" : "")
  }

  static func rejection(
    _ check: CheckRecord, _ test: StatisticalTest, _ draws: DrawSums
  ) -> String {
    let size = Sentences.grouped(draws.count)
    let p = bound(test.pValue(draws))
    return "rejected at α = \(test.level.levelText) in \(size) draws (p \(p))"
      + estimate(test, draws)
  }

  private static func estimate(_ test: StatisticalTest, _ draws: DrawSums) -> String {
    if let estimate = draws.estimate {
      let interval = draws.interval.flatMap { ends in
        ends.count == 2 ? ", within \(number(ends[0])) to \(number(ends[1])) at that level" : nil
      }
      return "; the draws say \(number(estimate))\(interval ?? "")"
    }
    guard let outcome = test.strangest(draws) else { return "" }
    return "; outcome \(outcome.outcome) came \(Sentences.grouped(outcome.count)) times, "
      + "\(number(outcome.expected)) are expected"
  }

  /// "scaled by 1.2: rejected (p ≤ 3e-12)".
  static func mutant(
    _ record: MutantRecord, _ end: MutantEntry.End, _ judge: StatisticalJudge
  ) -> String {
    if end != .killed { return "\(record.why): not rejected" }
    if let witness = record.trial.violation {
      return "\(record.why): " + Sentences.failure(witness)
    }
    let p = judge.pValue(record.trial).map { " (p \(bound($0)))" } ?? ""
    return "\(record.why): rejected\(p)"
  }

  /// "≤ 2.1e-9": a p-value is an upper bound, and may be below all machine numbers.
  private static func bound(_ p: Double) -> String {
    p < 1e-300 ? "< 1e-300" : "≤ \(Sentences.short(p))"
  }

  static func blindness(_ test: StatisticalTest, _ power: Double, needed: Double?) -> String {
    let draws = Sentences.grouped(test.design.draws)
    let seen =
      power > 0
      ? "\(draws) draws see it with probability \(floor(power)) at least"
      : "no power can be shown for \(draws) draws"
    let remedy =
      needed.map { "\(StatisticalJudge.powerNeeded) needs \(roundedUp($0)) draws" }
      ?? "no number of draws is known to be enough; a smaller effect may be seen"
    return "it would not see \(effect(test)): \(seen), \(remedy)"
  }

  /// Two digits, never more than it is: a power is a lower bound.
  private static func floor(_ power: Double) -> String {
    number((power * 100).rounded(.down) / 100)
  }

  /// Two digits, never less than it is.
  private static func roundedUp(_ draws: Double) -> String {
    guard draws < 1e15 else { return "more than 10¹⁵" }
    var (digits, unit) = (Int(draws), 1)
    while digits >= 100 { (digits, unit) = ((digits + 9) / 10, unit * 10) }
    return Sentences.grouped(digits * unit)
  }

  static func alarm(_ process: EvidenceProcess) -> String {
    "over \(runs(process)) the evidence against it reached \(evidence(process.peak)), "
      + "and 1/α is \(evidence(process.alarm))"
  }

  private static func standing(_ process: EvidenceProcess) -> String {
    "the evidence against it over \(runs(process)) is \(evidence(process.current)), "
      + "alarm at \(evidence(process.alarm))"
  }

  private static func runs(_ process: EvidenceProcess) -> String {
    process.runs.count == 1 ? "1 fresh run" : "\(process.runs.count) fresh runs"
  }

  /// A number from its logarithm, three digits, however large.
  private static func evidence(_ logarithm: Double) -> String {
    guard logarithm.isFinite else { return logarithm > 0 ? "∞" : "0" }
    let exponent = logarithm / 2.302585092994046
    if exponent.magnitude < 15 { return number(exp(logarithm)) }
    return "10^\(Int(exponent.rounded(.down)))"
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? value.formatted(significant: 3) : "\(value)"
  }
}
