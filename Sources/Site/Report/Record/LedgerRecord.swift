import Diagnostics
import Ledger
import Records

/// What `ledger.json` says: the record of one run, or of all the shards of one, that every other
/// report is derived from. Written with `json`, read again with `init(reading:)`.
///
/// Claims and values stand in the order of their places, findings too. `seconds` alone may differ
/// between two runs of the same site.
public struct LedgerRecord: Sendable, Equatable, Decodable {
  /// Paths of the articles that were judged, with or without claims.
  public var articles: [String]
  public var claims: [Claim]
  public var values: [Value]
  public var diagnostics: [Diagnostic]
  /// `nil` in ledgers from before there were statistical checks.
  public var chance: Chance?
  public var provenance: [String: String]
  /// Which part of the site this is; `nil` for the record of a whole run.
  public var shard: Shard?

  /// What the site claims: everything but the demonstrations of verdicts.
  public var countedClaims: [Claim] { claims.filter { !$0.demonstration } }

  /// The i-th of n parts of the site with these inputs.
  public struct Shard: Sendable, Equatable, Decodable {
    public var index: Int
    public var of: Int
    /// SHA-256 of the site file and of all articles, those of other shards too.
    public var inputs: String
  }

  public struct Claim: Sendable, Equatable, Decodable {
    public var id: String
    public var kind: String
    public var title: String
    public var article: String
    public var page: String
    public var anchor: String
    public var source: Source
    public var verdict: Verdict
    public var reason: String?
    /// Written to show this very verdict: it is not counted among what the site claims.
    public var demonstration: Bool
    /// All claims that it rests on, and those of them that are not established by themselves.
    public var assumptions: [String]
    public var given: [String]
    /// Parts of which words or check have changed since both were read together.
    public var drift: [Drift]
    public var checks: [Check]
  }

  /// What has changed alone, in the whole claim or in a part of it.
  public struct Drift: Sendable, Equatable, Decodable {
    public var part: Int?
    public var changed: Review.Drift
  }

  public struct Source: Sendable, Equatable, Decodable {
    public var file: String
    public var line: Int
    public var column: Int

    var place: Place { Place(file: file, line: line, column: column) }
  }

  public struct Check: Sendable, Equatable, Decodable {
    public var part: Int?
    public var evidence: Evidence
    public var method: String
    public var scope: String
    public var coverage: String
    public var subject: String
    public var verdict: Verdict
    public var summary: String
    /// How the claim's words and what was checked belong together.
    public var stated: String
    public var line: Int
    public var observed: Double?
    public var bound: Double?
    public var slack: Double?
    public var sensitivity: Double?
    public var margin: Double?
    /// Libraries with their versions, and theorems with their sources.
    public var restsOn: [String]
    public var accepted: Int
    public var drawn: Int
    /// Of samples, family by family.
    public var strata: [Stratum]
    public var mutants: Mutants
    /// Of statistical checks only.
    public var statistical: Statistical?
    public var seconds: Double

    enum CodingKeys: String, CodingKey {
      case part, evidence, method, scope, coverage, subject, verdict, summary, stated, line
      case observed, bound, slack, sensitivity, margin
      case restsOn = "rests_on"
      case accepted, drawn, strata, mutants, statistical, seconds
    }
  }

  public struct Mutants: Sendable, Equatable, Decodable {
    public var killed: Int
    public var alsoTrue: Int
    public var survived: Int
    public var total: Int
    public var tried: [Tried]

    enum CodingKeys: String, CodingKey {
      case killed
      case alsoTrue = "also_true"
      case survived, total, tried
    }
  }

  /// One damage: what it was, how it ended, and in words with the point that shows it.
  public struct Tried: Sendable, Equatable, Decodable {
    public var why: String
    public var end: MutantEntry.End
    public var sentence: String
  }

  public struct Value: Sendable, Equatable, Decodable {
    public var article: String
    public var line: Int
    public var column: Int
    public var expression: String
    public var printed: String?
    public var computed: String
    public var verdict: Verdict
    public var message: String?
  }
}
