import Ledger

/// How many claims ended how. The five counts of `ledger.json` add up to `claims`.
public struct ClaimCounts: Sendable, Equatable {
  public private(set) var byVerdict: [Verdict: Int] = [:]

  public init(_ claims: [ClaimEntry]) { self.init(claims.map(\.verdict)) }

  public init(_ verdicts: [Verdict]) {
    for verdict in verdicts { byVerdict[verdict, default: 0] += 1 }
  }

  public subscript(verdict: Verdict) -> Int { byVerdict[verdict, default: 0] }

  public var claims: Int { byVerdict.values.reduce(0, +) }

  /// Neither established nor refuted nor taken from a source.
  public var undecided: Int { Verdict.allCases.filter(\.isUndecided).reduce(0) { $0 + self[$1] } }

  /// The verdicts that occur, in the order of `Verdict`.
  public var tally: [(verdict: Verdict, count: Int)] {
    Verdict.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
  }

  static func phrase(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }
}

extension Verdict {
  /// Never green, and not false either.
  public var isUndecided: Bool {
    switch self {
    case .inconclusive, .vacuous, .notRun, .stale, .failed: true
    case .holds, .supported, .refuted, .cited: false
    }
  }
}
