import MathCore
import Records
import Runner

/// What a statistical check came to, derived from its record: for sentences, cards and reports.
public struct StatisticalFinding: Sendable, Equatable {
  /// The significance level: what the check takes from the site's budget.
  public var level: Rational
  public var draws: Int
  /// "a bias of 20 %": what the check must be able to see.
  public var effect: String
  /// The effect is seen with at least this probability.
  public var power: Double
  /// So many draws would see it with probability 0.99; `nil` if no number does.
  public var drawsNeeded: Double?
  /// A bound on the probability of these draws, or stranger ones, if all is as stated; `nil` when a
  /// draw was impossible, or the draws were not summed.
  public var pValue: Double?
  /// Logarithms of e-values against what is stated, one for each way in which it may be wrong.
  public var logEvidence: [Double]
  public var seed: RunSeed
  /// The evidence of all fresh runs together, when it is kept.
  public var accumulated: EvidenceProcess?
}

/// The site's chance of crying wolf: what its statistical checks may spend, and what they do.
public struct ChanceLedger: Sendable, Equatable {
  public var budget: Rational
  /// The sum of all levels.
  public var spent: Rational
  public var checks: Int
  public var seed: RunSeed

  public init(budget: Rational, spent: Rational = 0, checks: Int = 0, seed: RunSeed) {
    self.budget = budget
    self.spent = spent
    self.checks = checks
    self.seed = seed
  }

  /// "2 statistical checks spend α = 2e-06 of the site's 1e-04, with fixed seed: a regression
  /// test".
  public var phrase: String {
    let subject = checks == 1 ? "1 statistical check spends" : "\(checks) statistical checks spend"
    let kind =
      seed.fresh.map { "with fresh seed “\($0)”: evidence" }
      ?? "with the site's fixed seed: regression, not new evidence"
    return "\(subject) α = \(spent.levelText) of the site's \(budget.levelText), \(kind)"
  }
}

/// What the site asks of its statistical checks.
public struct ChanceRules: Sendable {
  /// The levels of all checks may add up to this.
  public var budget: Rational
  public var seed: RunSeed
  /// The evidence of earlier fresh runs, to which this run's is added.
  public var book: EvidenceBook?
  /// A digest of the library under test, part of what the evidence is about.
  public var library: String

  public static let defaultBudget: Rational = 1e-4

  public init(
    budget: Rational = ChanceRules.defaultBudget, seed: RunSeed = RunSeed(),
    book: EvidenceBook? = nil, library: String = ""
  ) {
    self.budget = budget
    self.seed = seed
    self.book = book
    self.library = library
  }
}

extension Rational {
  /// As `levelText` where that is exact, else as a fraction.
  public var exactText: String {
    let text = levelText
    return Rational(text) == self ? text : description
  }

  /// A significance level as one writes it: "1e-6", "0.05", three digits at most.
  public var levelText: String { levelText(adding: Rational(1, 2)) }

  /// The same, rounded down: so much and no more.
  var levelTextFromBelow: String { levelText(adding: 0) }

  private func levelText(adding half: Rational) -> String {
    guard self > 0, self < 1 else { return description }
    var exponent = 0
    while self * Rational(10).power(-exponent) < 1 { exponent -= 1 }
    // Rounding may carry: 9.996e-7 becomes 10.0e-7, which is 1e-6.
    var digits = (self * Rational(10).power(2 - exponent) + half).floor
    if digits >= 1000 { (digits, exponent) = (digits / 10, exponent + 1) }
    if exponent >= -3 { return Double(digits * Rational(10).power(exponent - 2)).description }
    let mantissa = Double(digits / 100).description
    return (mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2)) : mantissa) + "e\(exponent)"
  }
}
