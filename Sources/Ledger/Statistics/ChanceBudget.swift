import Diagnostics
import MathCore

extension SiteLedger {
  /// Adds up what the statistical checks spend, holds it against the budget, and puts this run's
  /// evidence into the book.
  mutating func settleChance(_ rules: ChanceRules) {
    let checks = claims.flatMap(\.checks).filter { $0.statistical != nil }
      .sorted { $0.place < $1.place }
    let spending = checks.compactMap { check in
      check.statistical.map {
        ChanceLedger.Spending(level: $0.level, place: check.place, claim: check.record.claim)
      }
    }
    chance = ChanceLedger(
      budget: rules.budget, spent: spending.reduce(0) { $0 + $1.level }, checks: spending.count,
      seed: rules.seed)
    if let found = ChanceLedger.overspending(spending, budget: rules.budget) {
      diagnostics.append(found)
    }
    evidence = rules.book
    for check in checks {
      guard let process = check.statistical?.accumulated else { continue }
      if let seed = rules.seed.fresh, rules.hasUsed(seed, for: process) {
        diagnostics.append(used(seed, check))
      }
      evidence?.keep(process)
    }
  }

  private func used(_ seed: String, _ check: CheckEntry) -> Diagnostic {
    Diagnostic(
      "evidence.seed-used", .warning, at: check.place,
      "the seed “\(seed)” was used for this check before: its draws are in the evidence already, and "
        + "are not added again",
      fix: "take a text that was never used, such as the time: --fresh-seed without a text")
  }
}

extension ChanceLedger {
  /// What one check takes from the budget.
  public struct Spending: Sendable {
    public var level: Rational
    public var place: Place
    public var claim: String

    public init(level: Rational, place: Place, claim: String) {
      self.level = level
      self.place = place
      self.claim = claim
    }
  }

  public static let overspendingID = "chance.budget"

  /// Each check is wrong with its own small probability; together they may be so only with the
  /// site's. The check with which they are not is at fault.
  public static func overspending(_ spending: [Spending], budget: Rational) -> Diagnostic? {
    let sum = spending.reduce(0) { $0 + $1.level }
    var spent: Rational = 0
    let first = spending.sorted { $0.place < $1.place }.first { check in
      spent += check.level
      return spent > budget
    }
    guard let first else { return nil }
    let fair = budget / Rational(spending.count)
    return Diagnostic(
      overspendingID, at: first.place,
      "with this check the site's \(spending.count) statistical checks spend "
        + "α = \(sum.levelText), more than its budget of \(budget.levelText): so likely is a false "
        + "alarm somewhere",
      fix:
        "give each check alpha: \(fair.levelTextFromBelow) or less, or write `budget: \(sum.exactText)` "
        + "under `chance:` in site/site.yml", claim: first.claim)
  }
}

extension ChanceRules {
  /// Whether the book held the draws of this seed before this run.
  fileprivate func hasUsed(_ seed: String, for process: EvidenceProcess) -> Bool {
    book?.past(process.id, identity: process.identity)?.contains(seed: seed) ?? false
  }
}
