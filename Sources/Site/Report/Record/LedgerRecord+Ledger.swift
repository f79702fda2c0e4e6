import Article
import Diagnostics
import Ledger
import Records

extension LedgerRecord {
  /// The record of a run.
  public init(_ verification: Verification, shard: Shard? = nil) {
    self.init(
      verification.ledger, articles: verification.reported,
      diagnostics: verification.diagnostics)
    self.shard = shard
  }

  init(_ ledger: SiteLedger, articles: [String] = [], diagnostics: [Diagnostic] = []) {
    self.articles = articles.sorted()
    claims = ledger.claims.sorted { $0.place < $1.place }.map(Claim.init)
    values = ledger.values.sorted { $0.place < $1.place }.map(Value.init)
    self.diagnostics = diagnostics
    chance = Chance(ledger.chance)
    provenance = ledger.provenance
  }
}

extension LedgerRecord.Claim {
  init(_ claim: ClaimEntry) {
    id = claim.id
    kind = claim.kind.rawValue.lowercased()
    title = claim.title
    article = claim.article
    page = claim.page
    anchor = claim.anchor
    source = LedgerRecord.Source(
      file: claim.place.file, line: claim.place.line, column: claim.place.column)
    verdict = claim.verdict
    reason = claim.reason
    demonstration = claim.isDemonstration
    assumptions = claim.assumptions
    given = claim.givens
    drift = claim.reviews.compactMap { review in
      review.drift.map { LedgerRecord.Drift(part: review.part, changed: $0) }
    }
    checks = claim.checks.map(LedgerRecord.Check.init)
  }
}

extension LedgerRecord.Check {
  init(_ check: CheckEntry) {
    let record = check.record
    let trial = record.trial
    part = record.part
    evidence = record.evidence
    method = record.method
    scope = Self.scope(record.coverage)
    coverage = record.coverage.map(\.phrase).joined(separator: "; ")
    subject = Self.subject(record.subject)
    verdict = check.verdict
    summary = check.sentence
    stated = check.stated.word
    line = check.place.line
    observed = trial.observed.finite
    bound = trial.bound.finite
    slack = check.slack.finite
    sensitivity = record.sensitivity.finite
    margin = trial.margin.finite
    restsOn = record.restsOn
    accepted = trial.cases - trial.excluded - trial.unclear
    drawn = trial.cases
    strata = trial.strata
    mutants = LedgerRecord.Mutants(check.mutants)
    statistical = check.statistical.map(LedgerRecord.Statistical.init)
    seconds = record.seconds
  }

  /// The scopes of the variables, each kind once, in the order in which the law quantifies them.
  private static func scope(_ coverage: [Coverage]) -> String {
    var kinds: [String] = []
    for entry in coverage where !kinds.contains(entry.scope.rawValue) {
      kinds.append(entry.scope.rawValue)
    }
    return kinds.joined(separator: ", ")
  }

  private static func subject(_ subject: Subject) -> String {
    switch subject {
    case .mathematics: "mathematics"
    case .implementation(let function, let scalar): "implementation: \(function) at \(scalar)"
    }
  }
}

extension LedgerRecord.Mutants {
  init(_ mutants: [MutantEntry]) {
    func count(_ end: MutantEntry.End) -> Int { mutants.count { $0.end == end } }
    self.init(
      killed: count(.killed), alsoTrue: count(.alsoTrue), survived: count(.survived),
      total: mutants.count,
      tried: mutants.map {
        LedgerRecord.Tried(why: $0.record.why, end: $0.end, sentence: $0.sentence)
      })
  }
}

extension LedgerRecord.Value {
  init(_ value: ValueEntry) {
    self.init(
      article: value.article, line: value.place.line, column: value.place.column,
      expression: value.expression, printed: value.printed, computed: value.computed,
      verdict: value.verdict, message: value.message)
  }
}

extension Double? {
  /// JSON has no infinities: a size that is not finite is not told.
  fileprivate var finite: Double? { flatMap { $0.isFinite ? $0 : nil } }
}

extension StatedAs {
  /// For programs.
  fileprivate var word: String {
    switch self {
    case .fromLaw: "from the law"
    case .shown: "as checked"
    case .amongOthers: "among others"
    case .byHand: "by hand"
    case .code: "by hand, checked by code"
    }
  }
}
