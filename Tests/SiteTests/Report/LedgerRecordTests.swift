import Diagnostics
import Foundation
import Records
import Testing

@testable import Ledger
@testable import Site

@Suite("ledger.json")
struct LedgerRecordTests {
  private func claim(_ id: String, _ verdict: Verdict, line: Int, checks: [CheckEntry] = [])
    -> ClaimEntry
  {
    ClaimEntry(
      id: id, kind: .claim, title: "Order \"and\" shift", article: "articles/a.md",
      page: "a/index.html", anchor: id, number: 1,
      place: Place(file: "articles/a.md", line: line, column: 1), parts: 0, verdict: verdict,
      reason: nil, assumptions: ["lemma"], checks: checks)
  }

  private var check: CheckEntry {
    var trial = Trial(required: nil)
    trial.held = 9990
    trial.excluded = 10
    trial.observed = 2.1
    trial.bound = 4
    trial.strata = [Stratum(name: "ties", drawn: 3, accepted: 2)]
    var record = CheckRecord(
      claim: "x", part: 2, check: 0, runnable: 0, line: 9, evidence: .sampled, method: "samples",
      subject: .implementation(function: "softmax", scalar: "Double"),
      coverage: [Coverage(.samples, "10 000 points"), Coverage(.instance, "$n = 3$")],
      coversLaw: false, trial: trial, sensitivity: 1e-15, seconds: 0.25)
    record.restsOn = ["glibc 2.36"]
    let mutant = MutantRecord(check: 0, why: "a term dropped", origin: .engine, trial: Trial())
    return CheckEntry(
      record: record, verdict: .supported, sentence: "No counterexample.",
      mutants: [
        MutantEntry(record: mutant, end: .killed, sentence: "a term dropped: false"),
        MutantEntry(record: mutant, end: .alsoTrue, sentence: ""),
      ], slack: 1.9, place: Place(file: "articles/a.md", line: 9, column: 1), code: "")
  }

  @Test("schema 1, to the byte")
  func schema() {
    let value = ValueEntry(
      article: "articles/a.md", number: 0,
      place: Place(file: "articles/a.md", line: 3, column: 5), expression: "p.max()!",
      printed: "0.665", computed: "0.6652", verdict: .holds)
    let ledger = SiteLedger(
      claims: [claim("x", .supported, line: 7, checks: [check])], values: [value],
      diagnostics: [], provenance: ["swift": "6.3.1", "flint": "2.9"])
    let record = LedgerRecord(
      ledger, articles: ["articles/b.md", "articles/a.md"],
      diagnostics: [Diagnostic("code.colors", .note, at: nil, "plain")])
    #expect(record.json.text == expected)
  }

  @Test("what is written reads back the same, shard and all")
  func roundTrip() throws {
    var record = LedgerRecord(
      SiteLedger(
        claims: [claim("x", .supported, line: 7, checks: [check]), claim("y", .notRun, line: 9)],
        values: [], diagnostics: [], provenance: ["a": "b"]),
      articles: ["articles/a.md"],
      diagnostics: [
        Diagnostic(
          "x", at: Place(file: "f", line: 1, column: 2), "m", notes: [.init(message: "n")],
          fix: "f", claim: "x")
      ])
    record.shard = .init(index: 2, of: 3, inputs: "00")
    let read = try LedgerRecord(reading: Data(record.json.text.utf8))
    #expect(read == record)
  }

  @Test(
    "what is no ledger says why",
    arguments: [
      ("", "it is not a ledger: it is not JSON"), ("[]", "it is not a ledger: it is not JSON"),
      (#"{"schema": 2}"#, "its schema is 2; this program reads 1"),
      (#"{"schema": 1}"#, "it is not a ledger: .articles is missing"),
      (#"{"schema": 1, "articles": [1]}"#, "it is not a ledger: .articles[0]"),
    ])
  func unreadable(text: String, reason: String) {
    #expect {
      try LedgerRecord(reading: Data(text.utf8))
    } throws: { error in
      (error as? LedgerRecord.Unreadable)?.description.hasPrefix(reason) == true
    }
  }

  @Test("claims and values stand in the order of their places; the counts add up")
  func order() {
    let verdicts: [Verdict] = [.failed, .holds, .cited, .notRun, .refuted, .vacuous, .stale]
    let claims = verdicts.enumerated().map { claim("c\($0)", $1, line: 100 - $0) }
    let ledger = SiteLedger(claims: claims, values: [], diagnostics: [], provenance: [:])
    let text = LedgerRecord(ledger).json.text
    let ids = text.split(separator: "\n").filter { $0.contains("\"id\"") }
    #expect(ids.map { $0.filter(\.isNumber) } == ["6", "5", "4", "3", "2", "1", "0"])
    let counts = ClaimCounts(claims)
    #expect(counts.undecided == 4)
    #expect(
      counts.claims == counts[.holds] + counts[.supported] + counts[.refuted] + counts[.cited]
        + counts.undecided)
  }

  @Test(
    "exit codes",
    arguments: [
      ([], .holds), ([.holds, .supported, .cited], .holds), ([.holds, .refuted], .wrong),
      ([.failed], .wrong), ([.inconclusive, .holds], .undecided), ([.vacuous], .undecided),
      ([.notRun], .undecided), ([.stale, .refuted], .wrong),
    ] as [([Verdict], Outcome)])
  func outcome(verdicts: [Verdict], outcome: Outcome) {
    let ledger = SiteLedger(
      claims: verdicts.map { claim("c", $0, line: 1) }, values: [], diagnostics: [],
      provenance: [:])
    #expect(Outcome(ledger, []) == outcome)
    #expect(Outcome(ledger, [Diagnostic("x", .warning, at: nil, "")]) == outcome)
    #expect(Outcome(ledger, [Diagnostic("x", .error, at: nil, "")]) == .wrong)
  }

  private let expected = """
    {
      "schema": 1,
      "summary": {
        "claims": 1,
        "holds": 0,
        "supported": 1,
        "refuted": 0,
        "undecided": 0,
        "cited": 0
      },
      "articles": [
        "articles/a.md",
        "articles/b.md"
      ],
      "claims": [
        {
          "id": "x",
          "kind": "claim",
          "title": "Order \\"and\\" shift",
          "article": "articles/a.md",
          "page": "a/index.html",
          "anchor": "x",
          "source": {
            "file": "articles/a.md",
            "line": 7,
            "column": 1
          },
          "verdict": "supported",
          "reason": null,
          "demonstration": false,
          "assumptions": [
            "lemma"
          ],
          "given": [],
          "drift": [],
          "checks": [
            {
              "part": 2,
              "evidence": "sampled",
              "method": "samples",
              "scope": "samples, instance",
              "coverage": "10 000 points; $n = 3$",
              "subject": "implementation: softmax at Double",
              "verdict": "supported",
              "summary": "No counterexample.",
              "stated": "by hand",
              "line": 9,
              "observed": 2.1,
              "bound": 4,
              "slack": 1.9,
              "sensitivity": 1e-15,
              "margin": null,
              "rests_on": [
                "glibc 2.36"
              ],
              "accepted": 9990,
              "drawn": 10000,
              "strata": [
                {
                  "name": "ties",
                  "drawn": 3,
                  "accepted": 2
                }
              ],
              "mutants": {
                "killed": 1,
                "also_true": 1,
                "survived": 0,
                "total": 2,
                "tried": [
                  {
                    "why": "a term dropped",
                    "end": "killed",
                    "sentence": "a term dropped: false"
                  },
                  {
                    "why": "a term dropped",
                    "end": "alsoTrue",
                    "sentence": ""
                  }
                ]
              },
              "statistical": null,
              "seconds": 0.25
            }
          ]
        }
      ],
      "values": [
        {
          "article": "articles/a.md",
          "line": 3,
          "column": 5,
          "expression": "p.max()!",
          "printed": "0.665",
          "computed": "0.6652",
          "verdict": "holds",
          "message": null
        }
      ],
      "diagnostics": [
        {
          "id": "code.colors",
          "severity": "note",
          "place": null,
          "message": "plain",
          "notes": [],
          "fix": null,
          "claim": null
        }
      ],
      "chance": {
        "budget": "1e-4",
        "spent": "0",
        "checks": 0,
        "salt": "",
        "fresh_seed": null
      },
      "provenance": {
        "flint": "2.9",
        "swift": "6.3.1"
      },
      "shard": null
    }

    """
}
