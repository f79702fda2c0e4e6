import Diagnostics
import Ledger
import Records
import Site

/// The last thing a run prints: claims by the evidence they rest on and by verdict.
///
///                 holds  supported  refuted
///     exact          12          .        1
///     sampled         .          2        .
///     all            12          2        1
///
/// A claim stands in the row of its weakest evidence, because it is no stronger than that.
struct SummaryTable {
  private let claims: [ClaimEntry]

  init(_ ledger: SiteLedger) { claims = ledger.countedClaims }

  var text: String {
    guard !claims.isEmpty else { return "no claims" }
    let verdicts = Verdict.allCases.filter { verdict in claims.contains { $0.verdict == verdict } }
    var rows = [[""] + verdicts.map(\.rawValue)]
    for evidence in Evidence.allCases.map(Optional.some) + [nil] {
      let group = claims.filter { SummaryTable.weakest($0) == evidence }
      if group.isEmpty { continue }
      rows.append([evidence?.rawValue ?? "no check"] + SummaryTable.counts(group, verdicts))
    }
    rows.append(["all"] + SummaryTable.counts(claims, verdicts))
    return SummaryTable.aligned(rows)
  }

  private static func weakest(_ claim: ClaimEntry) -> Evidence? {
    if claim.checks.isEmpty { return claim.verdict == .cited ? .cited : nil }
    let strength = Evidence.allCases
    return claim.checks.map(\.record.evidence).max { a, b in
      (strength.firstIndex(of: a) ?? 0) < (strength.firstIndex(of: b) ?? 0)
    }
  }

  private static func counts(_ claims: [ClaimEntry], _ verdicts: [Verdict]) -> [String] {
    verdicts.map { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count == 0 ? "." : String(count)
    }
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.displayWidth)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
