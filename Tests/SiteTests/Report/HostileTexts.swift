import Diagnostics
import Records

@testable import Ledger
@testable import Site

/// Texts that speak to a terminal, a shell, a runner or a parser, put together at random, always in
/// the same way.
struct HostileTexts: Sequence {
  private static let pieces = [
    "a", "", " ", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{9B}",
    "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{301}", "概", "🧮",
    "]]>", "<![CDATA[", "<!--", "-->", "<b>", "&amp;", "&#0;", "&", "\"", "'", "\\", "\\u0000",
    "%0A", "%", "%25", "::", "::error::x", "##[add-mask]y", ",", "=", "{0}", "{", "}", "[a](b)",
    "|", "`", "$x$", "*", "_", "#", "- ", "1. ", "@everyone", "https://example.org", "\u{10FFFF}",
  ]

  let count: Int

  func makeIterator() -> AnyIterator<String> {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var left = count
    return AnyIterator {
      guard left > 0 else { return nil }
      left -= 1
      return (0..<next(below: 9)).map { _ in Self.pieces[next(below: Self.pieces.count)] }
        .joined()
    }
  }
}

extension LedgerRecord {
  /// A record with as many claims as there are texts, which stand wherever a text can stand.
  static func made(of texts: [String]) -> LedgerRecord {
    let verdicts = Verdict.allCases
    var record = LedgerRecord(
      SiteLedger(claims: [], values: [], diagnostics: [], provenance: [:]),
      articles: ["articles/a.md"])
    record.claims = texts.enumerated().map { index, text in
      let verdict = verdicts[index % verdicts.count]
      return .made("c\(index)", verdict, line: index + 1, text: text)
    }
    record.diagnostics = texts.enumerated().filter { $0.offset % 3 == 0 }.map { index, text in
      Diagnostic(
        index % 2 == 0 ? "claim.refuted" : "tex.invalid", index % 4 == 0 ? .error : .warning,
        at: Place(file: index % 5 == 0 ? text : "articles/a.md", line: index, column: index),
        text, notes: [.init(message: text)], fix: text, claim: index % 6 == 0 ? "c\(index)" : nil)
    }
    return record
  }
}

extension LedgerRecord.Claim {
  static func made(
    _ id: String, _ verdict: Verdict, article: String = "articles/a.md", line: Int = 1,
    text: String = "A title", evidence: Evidence? = .exact
  ) -> LedgerRecord.Claim {
    LedgerRecord.Claim(
      id: id, kind: "claim", title: text, article: article, page: "a/index.html", anchor: id,
      source: .init(file: article, line: line, column: 1), verdict: verdict,
      reason: verdict == .holds ? nil : "because \(text)", demonstration: false, assumptions: [],
      given: [], drift: [.init(part: 1, changed: .law)],
      checks: evidence.map { evidence in
        [
          .init(
            part: nil, evidence: evidence, method: text, scope: "universal", coverage: text,
            subject: "mathematics", verdict: verdict, summary: text, stated: text, line: line,
            restsOn: [],
            accepted: 1,
            drawn: 1, strata: [Stratum(name: text, drawn: 2, accepted: 1)],
            mutants: .init(
              killed: 1, alsoTrue: 0, survived: 0, total: 1,
              tried: [.init(why: text, end: .killed, sentence: text)]),
            seconds: 0.25)
        ]
      } ?? [])
  }
}
