import Ledger
import Records
import Weave

/// Claims counted by the evidence they rest on and by verdict.
///
///                 holds  supported  refuted
///     exact          12          .        1
///     sampled         .          2        .
///     all            12          2        1
///
/// A claim stands in the row of its weakest evidence, because it is no stronger than that.
public struct EvidenceTable: Sendable, Equatable {
  /// An empty corner, then the verdicts that occur.
  public let header: [String]
  /// A name and a count for each verdict; the last row counts all. Empty when there is no claim.
  public let rows: [[String]]

  public init(_ record: LedgerRecord) {
    let claims = record.countedClaims
    guard !claims.isEmpty else {
      (header, rows) = ([""], [])
      return
    }
    let verdicts = Verdict.allCases.filter { verdict in claims.contains { $0.verdict == verdict } }
    let groups = Dictionary(grouping: claims, by: \.weakestEvidence)
    header = [""] + verdicts.map(\.rawValue)
    let named = (Evidence.allCases.map(Optional.some) + [nil]).compactMap { evidence in
      groups[evidence].map { (evidence?.rawValue ?? "no check", $0) }
    }
    rows = (named + [("all", claims)]).map { name, group in
      let counts = ClaimCounts(group.map(\.verdict))
      return [name] + verdicts.map { counts[$0] == 0 ? "." : String(counts[$0]) }
    }
  }
}

extension LedgerRecord.Claim {
  /// The weakest evidence among the checks; `nil` without any, unless the claim is cited.
  public var weakestEvidence: Evidence? {
    if checks.isEmpty { return verdict == .cited ? .cited : nil }
    return checks.map(\.evidence).max { $0.order < $1.order }
  }
}

extension Evidence {
  /// From the strongest, 0.
  var order: Int { Evidence.allCases.firstIndex(of: self) ?? Evidence.allCases.count }
}

extension EvidenceTable {
  /// For a template; `nil` when there is no claim.
  var values: [String: Any]? {
    guard !rows.isEmpty else { return nil }
    let columns = header.dropFirst().compactMap(Verdict.init).map { verdict in
      ["verdict": verdict.rawValue, "symbol": verdict.symbol, "word": verdict.word]
    }
    let lines = rows.map { row -> [String: Any] in
      ["name": row[0], "cells": row.dropFirst().map { $0 == "." ? "·" : $0 }]
    }
    return ["columns": columns, "lines": lines]
  }
}
