import Article
import Diagnostics
import Records
import Runner
import Testing

@testable import Ledger

@Suite("Claims that are written to show a verdict")
struct DemonstrationTests {
  private func document(_ body: String) -> Document {
    ArticleParser.parse(Array(("---\ntitle: t\n---\n\n" + body).utf8), path: "articles/a.md")
  }

  private func text(_ expected: String, words: String = "") -> Document {
    document(
      "> [!CLAIM a.b expect=\(expected)] Title\n>\n> Text.\n\n"
        + "```swift\(words)\nclaim(\"a.b\", law).exact()\n```\n")
  }

  private func judge(
    _ document: Document, held: Int = 0, violated: Int = 0, reached: Bool = true,
    _ outcome: ArticleRun.Outcome = .ran
  ) -> SiteLedger {
    var trial = Trial()
    trial.held = held
    trial.violated = violated
    var run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
    run.outcomes = [outcome]
    if reached {
      run.checks = [
        CheckRecord(
          claim: "a.b", part: nil, check: 0, runnable: 0, line: 10, evidence: .exact, method: "",
          subject: .mathematics, coverage: [], coversLaw: true, trial: trial)
      ]
    }
    return Ledger.judge([document], [run])
  }

  @Test("the expected verdict is shown as it is, without a complaint, and not counted")
  func asExpected() {
    let ledger = judge(text("refuted"), violated: 1)
    #expect(ledger.claims.map(\.verdict) == [.refuted])
    #expect(ledger.claims.map(\.isDemonstration) == [true])
    #expect(ledger.countedClaims.isEmpty)
    #expect(ledger.diagnostics.isEmpty)
  }

  @Test("another verdict than the expected one is an error at the word, and it counts")
  func unexpected() {
    let ledger = judge(text("refuted"), held: 1)
    #expect(ledger.claims.map(\.verdict) == [.holds])
    #expect(ledger.countedClaims.count == 1)
    #expect(ledger.diagnostics.map(\.id) == ["claim.unexpected-verdict"])
    #expect(
      ledger.diagnostics[0].message == "the claim “a.b” is holds, its box expects refuted")
    #expect(ledger.diagnostics[0].place == Place(file: "articles/a.md", line: 5, column: 22))
    #expect(ledger.diagnostics[0].severity == .error)
  }

  @Test("what is wrong with an unexpected claim is said as well")
  func bothComplaints() {
    let ledger = judge(text("holds"), violated: 1)
    #expect(Set(ledger.diagnostics.map(\.id)) == ["claim.refuted", "claim.unexpected-verdict"])
  }

  @Test("a word that is no verdict is an error with the nearest one")
  func unknown() {
    let ledger = judge(text("vacous"))
    #expect(ledger.diagnostics.map(\.id).contains("claim.unknown-verdict"))
    #expect(ledger.diagnostics.contains { $0.fix == "Did you mean `expect=vacuous`?" })
    #expect(ledger.countedClaims.count == 1)
  }

  @Test("a check in a block that traps as promised has failed")
  func failed() {
    let ledger = judge(text("failed", words: " traps"), reached: false, .asExpected)
    #expect(ledger.claims.map(\.verdict) == [.failed])
    #expect(ledger.claims.map(\.reason) == ["its code traps, as promised"])
    #expect(ledger.diagnostics.isEmpty)
  }

  @Test("a check that is never reached is not run")
  func notRun() {
    let ledger = judge(text("notRun"), reached: false)
    #expect(ledger.claims.map(\.verdict) == [.notRun])
    #expect(ledger.diagnostics.isEmpty)
  }
}
