import Article
import Diagnostics
import Records
import Runner

/// The whole site, judged: what every page, report and exit code is derived from.
public struct SiteLedger: Sendable {
  public var claims: [ClaimEntry]
  public var values: [ValueEntry]
  public var diagnostics: [Diagnostic]
  public var provenance: [String: String]
  public var chance = ChanceLedger(budget: ChanceRules.defaultBudget, seed: RunSeed())
  /// The evidence of fresh runs with this one's added, when it is kept.
  public var evidence: EvidenceBook?

  /// What the site claims: everything but the demonstrations of verdicts.
  public var countedClaims: [ClaimEntry] { claims.filter { !$0.isDemonstration } }
}

/// The last word on a claim or a check.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Established for all that the claim's law declares.
  case holds
  /// True as far as it goes, but narrower than what is claimed.
  case supported
  case refuted
  case cited
  /// Never green:
  case inconclusive, vacuous, notRun, stale, failed
}

/// A claim, a cited statement or a piece of folklore, with all that was done about it.
public struct ClaimEntry: Sendable {
  public var id: String
  public var kind: Box.Kind
  /// Plain text of the title.
  public var title: String
  /// Path of the article, and of its page relative to the site's root.
  public var article: String
  public var page: String
  public var anchor: String
  public var number: Int
  public var place: Place
  public var parts: Int
  public var verdict: Verdict
  /// Why, when the verdict is not `holds`: one sentence.
  public var reason: String?
  /// Written to show this very verdict (`expect=…`): it is shown as it is and not counted.
  public var isDemonstration = false
  /// The claims that it rests on, directly or further down, by id.
  public var assumptions: [String]
  /// Those of them that are not established by themselves: what it is given.
  public var givens: [String] = []
  public var checks: [CheckEntry]
  /// Its parts that have a check, or itself, as they were last read and stand now.
  public var reviews: [ReviewedPart] = []
}

/// One check, judged.
public struct CheckEntry: Sendable {
  public var record: CheckRecord
  public var verdict: Verdict
  /// One honest sentence: what was established, how far, about what. May contain `$…$`.
  public var sentence: String
  public var mutants: [MutantEntry]
  /// Largest allowed deviation ÷ largest seen.
  public var slack: Double?
  /// How the claim's words and what was checked belong together.
  public var stated: StatedAs = .byHand
  /// Of a statistical check: its level, its power, its evidence.
  public var statistical: StatisticalFinding?
  /// Where the check stands in the article.
  public var place: Place
  /// The code of the block it stands in, for the card.
  public var code: String
}

extension CheckEntry {
  /// Whether it has certificates, and they have been checked.
  public var offersCertificates: Bool { !record.certificates.isEmpty && verdict != .failed }
}

extension ClaimEntry {
  /// Where the site publishes the claim's certificates, from its root; `nil` when there are none.
  /// The colon that ids may have is no part of a file's name everywhere.
  public var certificatePath: String? {
    guard checks.contains(where: \.offersCertificates) else { return nil }
    return "certificates/" + id.map { $0 == ":" ? "~" : String($0) }.joined() + ".json"
  }
}

/// A mutant and how it ended.
public struct MutantEntry: Sendable {
  public enum End: String, Sendable, Codable {
    /// Refuted, as it should be.
    case killed
    /// The damaged claim holds too: the claim is not sharp.
    case alsoTrue
    /// Undecided.
    case survived
  }
  public var record: MutantRecord
  public var end: End
  /// "without the π: false at $y = 1$, 0.271 against 2.04".
  public var sentence: String
}

/// An inline value with its literal, judged.
public struct ValueEntry: Sendable {
  public var article: String
  public var number: Int
  public var place: Place
  public var expression: String
  /// The author's literal, or `nil` when none was claimed.
  public var printed: String?
  /// What the code computed, as text.
  public var computed: String
  public var verdict: Verdict
  /// "rounds to 0.667; 0.666 is the truncation".
  public var message: String?
}
