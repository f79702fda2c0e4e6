import Diagnostics
import Foundation
import Testing

@testable import Ledger
@testable import Site

@Suite("Reports")
struct ReportTests {
  private let texts = Array(HostileTexts(count: 2_000))
  private var record: LedgerRecord { .made(of: texts) }
  private let places = SourcePlaces(sources: ["articles/a.md": "text\n"])

  @Test("the ledger comes back from its file as it was, whatever the texts hold")
  func ledger() throws {
    let record = record
    #expect(try LedgerRecord(reading: Data(record.json.text.utf8)) == record)
  }

  @Test("a parser reads SARIF back, with the message as its readers resolve it")
  func sarif() throws {
    let record = record
    let text = ReportFile(.sarif, file: "").text(of: record, places: places)
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    let found = record.findings
    try #require(log.runs[0].results.count == found.count)
    for (result, finding) in zip(log.runs[0].results, found) {
      #expect(result.message.resolved == finding.paragraph)
      #expect(result.partialFingerprints?["claim/v1"] == finding.claim)
      for location in result.locations ?? [] {
        let physical = location.physicalLocation
        #expect(physical.region.startLine >= 1 && physical.region.startColumn >= 1)
        #expect(physical.artifactLocation.path == finding.place.map { Array($0.file.utf8) })
      }
    }
  }

  @Test("no claim that is refuted, failed or undecided is silent")
  func findings() {
    let told = Set(record.findings.compactMap(\.claim))
    for claim in record.claims
    where claim.verdict.isUndecided || [.refuted, .failed].contains(claim.verdict) {
      #expect(told.contains(claim.id))
    }
  }

  @Test("each annotation is one line; a runner reads back what was written")
  func annotations() throws {
    let site = SiteFolder(root: URL(fileURLWithPath: "/w/repo/docs"))
    let run = GitHubRun(
      [
        "GITHUB_WORKSPACE": "/w/repo", "GITHUB_SERVER_URL": "https://example.org",
        "GITHUB_REPOSITORY": "o/r", "GITHUB_RUN_ID": "7",
      ], site: site)
    #expect(run.prefix == "docs/")
    for start in stride(from: 0, to: texts.count, by: 10) {
      let record = LedgerRecord.made(of: Array(texts[start..<start + 10]))
      let lines = run.annotations(record, sources: [:])
      let controls: Set<Unicode.Scalar> = ["\n", "\r", "\u{1B}", "\u{0}"]
      #expect(!lines.contains { $0.unicodeScalars.contains(where: controls.contains) })
      let read = try lines.map { try Command($0) }
      let found = record.findings
      let expected = Diagnostic.Severity.allCases.flatMap { severity in
        found.filter { $0.severity == severity }
      }
      #expect(read.map(\.message) == expected.map { $0.paragraph.printed })
      #expect(read.map { $0.properties["title"] } == expected.map(\.id))
      #expect(
        read.map { $0.properties["file"] }
          == expected.map { $0.place.map { ("docs/" + $0.file).printed } })
    }
  }

  @Test("a summary is Markdown without any mark, link or HTML of a title, below GitHub's limit")
  func summary() {
    let many = LedgerRecord.made(of: Array(HostileTexts(count: 30_000)))
    let text = JobSummary(many).text
    #expect(text.utf8.count < 1_048_576)
    #expect(text.contains(" more; see the log"))
    #expect(
      JobSummary.escape("<b>*a*\n# [x](y) | $z$ `c` @d") == """
        &lt;b&gt;\\*a\\* \\# \\[x\\]\\(y\\) \\| <span>$</span>z<span>$</span> \\`c\\` \\@d
        """)
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- **") } + 1 == lines.count { $0.hasPrefix("- ") })
  }

  @Test("the table of a summary counts claims by their weakest evidence")
  func table() {
    var record = record
    record.claims = [
      .made("a", .holds), .made("b", .holds, evidence: .sampled),
      .made("c", .notRun, evidence: nil),
    ]
    record.diagnostics = []
    #expect(
      JobSummary(record).text.hasPrefix(
        """
        ## Evident

        **Nothing is refuted, but something is undecided.**

        |   | holds | notRun |
        |:--|--:|--:|
        | exact | 1 | \\. |
        | sampled | 1 | \\. |
        | no check | \\. | 1 |
        | all | 2 | 1 |

        ### What is not green

        - **warning** articles/a\\.md\\:1: claim “c”\\: not run
        """))
  }

  /// A command as the runner takes it apart, unit by unit.
  private struct Command {
    var properties: [String: String] = [:]
    var message: String

    init(_ line: String) throws {
      let body = try #require(line.hasPrefix("::") ? String(line.dropFirst(2)) : nil)
      let end = try #require(body.range(of: "::", options: .literal))
      let head = body[..<end.lowerBound].unicodeScalars
      message = Self.unescape(String(body[end.upperBound...]), ["%0D": "\r", "%0A": "\n"])
      for pair in head.drop(while: { $0 != " " }).dropFirst().split(separator: ",") {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        try #require(halves.count == 2)
        properties[String(halves[0])] = Self.unescape(
          String(halves[1]), ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","])
      }
    }

    private static func unescape(_ text: String, _ codes: KeyValuePairs<String, String>) -> String {
      var text = text
      for (code, character) in codes {
        text = text.replacingOccurrences(of: code, with: character, options: .literal)
      }
      return text.replacingOccurrences(of: "%25", with: "%", options: .literal)
    }
  }

  private struct Log: Decodable {
    struct Run: Decodable { var results: [Result] }
    struct Result: Decodable {
      var message: Message
      var locations: [Location]?
      var partialFingerprints: [String: String]?
    }
    struct Message: Decodable {
      var text: String

      var resolved: String {
        text.replacing(/\\\[/.matchingSemantics(.unicodeScalar), with: "[")
          .replacing(/\{\{(\d+)\}\}/.matchingSemantics(.unicodeScalar)) { "{\($0.output.1)}" }
      }
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Artifact: Decodable {
      var uri: String

      var path: [UInt8]? {
        var bytes: [UInt8] = []
        var rest = Array(uri.utf8)[...]
        while let byte = rest.popFirst() {
          guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
          }
          guard let coded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
          else { return nil }
          bytes.append(coded)
          rest = rest.dropFirst(2)
        }
        return bytes
      }
    }
    struct Region: Decodable {
      var startLine: Int
      var startColumn: Int
    }
    var runs: [Run]
  }
}

extension String {
  /// The controls as pictures, but line breaks as they are.
  fileprivate var printed: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r"
      result.append(
        contentsOf: isBreak ? [scalar] : Array(String(scalar).printable().unicodeScalars))
    }
    return String(result)
  }
}
