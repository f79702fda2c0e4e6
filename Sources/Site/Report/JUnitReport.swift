import Diagnostics
import Ledger

/// The ledger as JUnit XML: a suite for each article, a test case for each claim, and one for
/// everything else on the page (numbers in prose, code, formulas), so that this report is red
/// exactly when the run is.
///
/// | here | in the ledger |
/// |---|---|
/// | `failure` | refuted, or an error was diagnosed |
/// | `error` | its code failed |
/// | `skipped` | undecided; cited, because that is not verified |
///
/// Many tools show `skipped` as harmless. The exit code is still 2.
public struct JUnitReport {
  private let record: LedgerRecord
  /// The diagnostics by the claim that they are about, if that is in the record.
  private let byClaim: [String?: [Diagnostic]]

  public init(_ record: LedgerRecord) {
    self.record = record
    let ids = Set(record.claims.map(\.id))
    byClaim = Dictionary(grouping: record.diagnostics) { diagnostic in
      diagnostic.claim.flatMap { ids.contains($0) ? $0 : nil }
    }
  }

  public var text: String {
    let claims = Dictionary(grouping: record.claims, by: \.article)
    let values = Dictionary(grouping: record.values, by: \.article)
    let articles = Set(record.articles)
    let loose = Dictionary(grouping: byClaim[nil] ?? []) { diagnostic in
      diagnostic.place.flatMap { articles.contains($0.file) ? $0.file : nil }
    }
    var suites = record.articles.map { article in
      suite(
        article,
        (claims[article] ?? []).map(testCase)
          + [page(article, loose[article] ?? [], values[article] ?? [])])
    }
    suites.append(
      suite("site", [TestCase(suite: "site", name: "the site itself", loose[nil] ?? [])]))
    let cases = suites.flatMap(\.cases)
    return XML.element(
      "testsuites", [("name", "evident")] + counts(cases), suites.map(\.xml)
    ).document
  }

  private struct Suite {
    var cases: [TestCase]
    var xml: XML
  }

  private func suite(_ name: String, _ cases: [TestCase]) -> Suite {
    Suite(
      cases: cases,
      xml: .element("testsuite", [("name", name)] + counts(cases), cases.map(\.xml)))
  }

  private func counts(_ cases: [TestCase]) -> [(name: String, value: String)] {
    func count(_ kind: TestCase.Result.Kind) -> String {
      String(cases.count { $0.result?.kind == kind })
    }
    return [
      ("tests", String(cases.count)), ("failures", count(.failure)), ("errors", count(.error)),
      ("skipped", count(.skipped)), ("time", TestCase.time(cases.reduce(0) { $0 + $1.seconds })),
    ]
  }

  private func testCase(_ claim: LedgerRecord.Claim) -> TestCase {
    TestCase(claim, byClaim[claim.id] ?? [])
  }

  private func page(
    _ article: String, _ found: [Diagnostic], _ values: [LedgerRecord.Value]
  ) -> TestCase {
    var page = TestCase(suite: article, name: "the page itself", found)
    let open = values.count { $0.verdict.isUndecided && $0.verdict != .failed }
    let failed = values.count { $0.verdict == .refuted || $0.verdict == .failed }
    if page.result == nil, failed > 0 {
      page.result = .init(kind: .failure, type: "value.wrong", message: "\(failed) values failed")
    } else if page.result == nil, open > 0 {
      let message = open == 1 ? "1 value is undecided" : "\(open) values are undecided"
      page.result = .init(kind: .skipped, type: "", message: message)
    }
    return page
  }
}
