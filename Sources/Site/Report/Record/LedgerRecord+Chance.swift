import Diagnostics
import Ledger
import MathCore

// What `ledger.json` says of chance: the site's budget, and of each statistical check what it can
// see, what it saw, and where its draws came from.

extension LedgerRecord {
  /// What the statistical checks of a run spend of the site's budget, and their seed.
  public struct Chance: Sendable, Equatable, Decodable {
    /// Levels are exact: decimals or `p/q`.
    public var budget: String
    public var spent: String
    public var checks: Int
    public var salt: String
    public var freshSeed: String?

    enum CodingKeys: String, CodingKey {
      case budget, spent, checks, salt
      case freshSeed = "fresh_seed"
    }
  }

  /// What a statistical check spends and sees.
  public struct Statistical: Sendable, Equatable, Decodable {
    public var alpha: String
    public var draws: Int
    public var effect: String
    public var power: Double
    /// `nil` when a draw was impossible.
    public var pValue: Double?
    public var accumulated: Accumulated?

    enum CodingKeys: String, CodingKey {
      case alpha, draws, effect, power, accumulated
      case pValue = "p_value"
    }
  }

  /// The evidence of all fresh runs together; logarithms, natural ones.
  public struct Accumulated: Sendable, Equatable, Decodable {
    public var runs: Int
    /// `nil`: beyond all numbers.
    public var logEvidence: Double?
    public var logPeak: Double?
    public var logAlarm: Double

    enum CodingKeys: String, CodingKey {
      case runs
      case logEvidence = "log_evidence"
      case logPeak = "log_peak"
      case logAlarm = "log_alarm"
    }
  }
}

// MARK: - From a run

extension LedgerRecord.Chance {
  init(_ chance: ChanceLedger) {
    self.init(
      budget: chance.budget.exactText, spent: chance.spent.exactText, checks: chance.checks,
      salt: chance.seed.salt, freshSeed: chance.seed.fresh)
  }

  /// One sentence for a terminal; `nil` when there is nothing to say.
  public var sentence: String? {
    guard checks > 0 || freshSeed != nil else { return nil }
    return ChanceLedger(
      budget: Rational(budget) ?? 0, spent: Rational(spent) ?? 0, checks: checks,
      seed: .init(salt: salt, fresh: freshSeed)
    ).phrase
  }
}

extension LedgerRecord.Statistical {
  init(_ finding: StatisticalFinding) {
    self.init(
      alpha: finding.level.exactText, draws: finding.draws, effect: finding.effect,
      power: finding.power, pValue: finding.pValue,
      accumulated: finding.accumulated.map(LedgerRecord.Accumulated.init))
  }
}

extension LedgerRecord.Accumulated {
  init(_ process: EvidenceProcess) {
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    self.init(
      runs: process.runs.count, logEvidence: finite(process.current),
      logPeak: finite(process.peak), logAlarm: process.alarm)
  }
}

// MARK: - From shards

extension LedgerRecord {
  /// What all shards spend together. Each may keep to the budget and all of them not.
  static func joined(_ shards: [LedgerRecord]) -> Chance? {
    let chances = shards.compactMap(\.chance)
    guard var chance = chances.first else { return nil }
    chance.spent = chances.reduce(0 as Rational) { $0 + (Rational($1.spent) ?? 0) }.exactText
    chance.checks = chances.reduce(0) { $0 + $1.checks }
    let seeds = chances.compactMap(\.freshSeed)
    let distinct = seeds.indices.filter { seeds.firstIndex(of: seeds[$0]) == $0 }.map { seeds[$0] }
    chance.freshSeed = distinct.isEmpty ? nil : distinct.joined(separator: " / ")
    return chance
  }

  /// The error of a site that spends more than its budget, as its claims tell.
  var overspending: Diagnostic? {
    guard let budget = chance.flatMap({ Rational($0.budget) }) else { return nil }
    let spending = claims.flatMap { claim in
      claim.checks.compactMap { check -> ChanceLedger.Spending? in
        guard let level = check.statistical.flatMap({ Rational($0.alpha) }) else { return nil }
        let place = Place(file: claim.source.file, line: check.line, column: 1)
        return .init(level: level, place: place, claim: claim.id)
      }
    }
    return ChanceLedger.overspending(spending, budget: budget)
  }
}

// MARK: - JSON

extension LedgerRecord.Chance {
  var json: JSON {
    .object([
      ("budget", .string(budget)), ("spent", .string(spent)), ("checks", .integer(checks)),
      ("salt", .string(salt)), ("fresh_seed", freshSeed.map(JSON.string) ?? .null),
    ])
  }
}

extension LedgerRecord.Statistical {
  var json: JSON {
    .object([
      ("alpha", .string(alpha)), ("draws", .integer(draws)), ("effect", .string(effect)),
      ("power", .number(power)), ("p_value", pValue.map(JSON.number) ?? .null),
      ("accumulated", accumulated?.json ?? .null),
    ])
  }
}

extension LedgerRecord.Accumulated {
  var json: JSON {
    .object([
      ("runs", .integer(runs)), ("log_evidence", logEvidence.map(JSON.number) ?? .null),
      ("log_peak", logPeak.map(JSON.number) ?? .null), ("log_alarm", .number(logAlarm)),
    ])
  }
}
