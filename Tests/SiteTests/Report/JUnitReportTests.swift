import Diagnostics
import Foundation
import Testing

@testable import Ledger
@testable import Site

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("JUnit XML")
struct JUnitReportTests {
  private func record(
    _ claims: [LedgerRecord.Claim], _ diagnostics: [Diagnostic] = [],
    values: [LedgerRecord.Value] = []
  ) -> LedgerRecord {
    var record = LedgerRecord(
      SiteLedger(claims: [], values: [], diagnostics: [], provenance: [:]),
      articles: ["articles/a.md"], diagnostics: diagnostics)
    record.claims = claims
    record.values = values
    return record
  }

  @Test("a case for each claim, one for the page, one for the site, to the byte")
  func whole() {
    let found = Diagnostic(
      "claim.refuted", at: Place(file: "articles/a.md", line: 12, column: 3), "false at $x$ = 1",
      claim: "b")
    let claims = [
      LedgerRecord.Claim.made("a", .holds, line: 3),
      .made("b", .refuted, line: 7, text: "Less < more"),
      .made("c", .inconclusive, line: 9), .made("d", .cited, line: 20, evidence: nil),
    ]
    #expect(
      JUnitReport(record(claims, [found])).text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="evident" tests="6" failures="1" errors="0" skipped="2" time="0.750000">
          <testsuite name="articles/a.md" tests="5" failures="1" errors="0" skipped="2" \
        time="0.750000">
            <testcase classname="articles/a" name="a" file="articles/a.md" line="3" \
        time="0.250000">
              <system-out>A title: holds
        line 3: exact: A title</system-out>
            </testcase>
            <testcase classname="articles/a" name="b" file="articles/a.md" line="7" \
        time="0.250000">
              <failure message="refuted: because Less &lt; more" type="claim.refuted">articles/a.md:12: \
        error: false at $x$ = 1 [claim.refuted]</failure>
              <system-out>Less &lt; more: refuted: because Less &lt; more
        line 7: exact: Less &lt; more</system-out>
            </testcase>
            <testcase classname="articles/a" name="c" file="articles/a.md" line="9" \
        time="0.250000">
              <skipped message="undecided: because A title"/>
              <system-out>A title: undecided: because A title
        line 9: exact: A title</system-out>
            </testcase>
            <testcase classname="articles/a" name="d" file="articles/a.md" line="20" \
        time="0.000000">
              <skipped message="cited, not verified here: because A title"/>
              <system-out>A title: cited, not verified here: because A title</system-out>
            </testcase>
            <testcase classname="articles/a" name="the page itself" time="0.000000"/>
          </testsuite>
          <testsuite name="site" tests="1" failures="0" errors="0" skipped="0" time="0.000000">
            <testcase classname="site" name="the site itself" time="0.000000"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("what is wrong beside the claims fails its page, or the site")
  func besides() throws {
    let place = Place(file: "articles/a.md", line: 2, column: 1)
    let onPage = try Parsed(record([], [Diagnostic("tex.invalid", at: place, "bad TeX")]))
    #expect(onPage.failed == ["articles/a the page itself"])
    let site = Place(file: "site/site.yml", line: 1, column: 1)
    let onSite = try Parsed(record([], [Diagnostic("site.title", at: site, "no title")]))
    #expect(onSite.failed == ["site the site itself"])
    let nowhere = try Parsed(record([], [Diagnostic("core.missing", at: nil, "no library")]))
    #expect(nowhere.failed == ["site the site itself"])
    let elsewhere = Diagnostic("x", at: place, "about a claim not asked for", claim: "other")
    #expect(try Parsed(record([], [elsewhere])).failed == ["articles/a the page itself"])
    let warning = try Parsed(record([], [Diagnostic("x", .warning, at: place, "hm")]))
    #expect(warning.failed == [])
  }

  @Test("a claim that holds, but is written wrongly, fails")
  func written() throws {
    let found = Diagnostic("claim.duplicate", at: nil, "used twice", claim: "a")
    #expect(try Parsed(record([.made("a", .holds)], [found])).failed == ["articles/a a"])
  }

  @Test("a claim that is there to show its verdict passes")
  func demonstration() throws {
    var claim = LedgerRecord.Claim.made("a", .refuted)
    claim.demonstration = true
    #expect(try Parsed(record([claim])).failed == [])
    #expect(record([claim]).findings == [])
    #expect(Outcome(record([claim])) == .holds)
    let found = Diagnostic("claim.unexpected-verdict", at: nil, "is vacuous", claim: "a")
    #expect(try Parsed(record([claim], [found])).failed == ["articles/a a"])
  }

  @Test("red exactly when the run is, never green when something is undecided")
  func colour() throws {
    for verdict in Verdict.allCases {
      for severity in [nil] + Diagnostic.Severity.allCases.map(Optional.some) {
        for value in Verdict.allCases where value != .cited && value != .supported {
          let diagnostics = severity.map { [Diagnostic("x", $0, at: nil, "m")] } ?? []
          let computed = LedgerRecord.Value(
            article: "articles/a.md", line: 1, column: 1, expression: "1", computed: "1",
            verdict: value)
          let record = record([.made("a", verdict)], diagnostics, values: [computed])
          let parsed = try Parsed(record)
          #expect(parsed.failed.isEmpty == (Outcome(record) != .wrong))
          if Outcome(record) == .undecided { #expect(!parsed.skipped.isEmpty) }
        }
      }
    }
  }

  @Test("10 000 claims with hostile titles are well-formed, and each is there")
  func hostile() throws {
    let texts = Array(HostileTexts(count: 10_000))
    let record = LedgerRecord.made(of: texts)
    let parsed = try Parsed(record)
    #expect(
      parsed.names == texts.indices.map { "c\($0)" } + ["the page itself", "the site itself"])
    let refuted = texts.indices.filter { $0 % Verdict.allCases.count == 2 }
    #expect(Set(refuted.map { "articles/a c\($0)" }).isSubset(of: parsed.failed))
    #expect(JUnitReport(record).text == JUnitReport(record).text)
  }

  /// What a parser finds in the report.
  private final class Parsed: NSObject, XMLParserDelegate {
    var names: [String] = []
    var failed: Set<String> = []
    var skipped: Set<String> = []
    private var current = ""

    init(_ record: LedgerRecord) throws {
      super.init()
      let parser = XMLParser(data: Data(JUnitReport(record).text.utf8))
      parser.delegate = self
      try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      switch name {
      case "testcase":
        names.append(attributes["name"] ?? "")
        current = (attributes["classname"] ?? "") + " " + (attributes["name"] ?? "")
      case "failure", "error": failed.insert(current)
      case "skipped": skipped.insert(current)
      default: break
      }
    }
  }
}
