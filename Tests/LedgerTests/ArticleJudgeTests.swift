import Article
import Diagnostics
import Records
import Runner
import Testing

@testable import Ledger

@Suite("Claims of an article")
struct ArticleJudgeTests {
  private func document(_ body: String) -> Document {
    ArticleParser.parse(Array(("---\ntitle: t\n---\n\n" + body).utf8), path: "articles/a.md")
  }

  private func check(_ claim: String, part: Int? = nil, line: Int, held: Int = 1, violated: Int = 0)
    -> CheckRecord
  {
    var trial = Trial()
    trial.held = held
    trial.violated = violated
    return CheckRecord(
      claim: claim, part: part, check: 0, runnable: 0, line: line, evidence: .exact, method: "",
      subject: .mathematics, coverage: [], coversLaw: true, trial: trial)
  }

  private func judge(_ document: Document, _ checks: [CheckRecord]) -> SiteLedger {
    let run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
    var ran = run
    ran.outcomes = document.runnables.map { _ in .ran }
    ran.checks = checks
    return Ledger.judge([document], [ran])
  }

  private let claim = "> [!CLAIM a.b] Title\n>\n> 1. one\n> 2. two\n\n"

  @Test("a claim without a check is an error at the claim, with the fix")
  func unchecked() {
    let ledger = judge(document("> [!CLAIM a.b] Title\n>\n> Text.\n"), [])
    #expect(ledger.diagnostics.map(\.id) == ["claim.unchecked"])
    #expect(ledger.diagnostics[0].place == Place(file: "articles/a.md", line: 5, column: 3))
    #expect(ledger.claims[0].verdict == .notRun)
  }

  @Test("every part needs its check")
  func parts() {
    let text = document(claim + "```swift\nclaim(\"a.b\", part: 1, law).exact()\n```\n")
    let ledger = judge(text, [check("a.b", part: 1, line: 11)])
    #expect(ledger.diagnostics.map(\.id) == ["claim.part-unchecked"])
    #expect(ledger.claims[0].verdict == .notRun)
  }

  @Test("a claim holds when each part does, and is refuted when one is, at the check's line")
  func verdicts() {
    let code =
      "```swift\nclaim(\"a.b\", part: 1, law).exact()\nclaim(\"a.b\", part: 2, law).exact()\n```\n"
    let text = document(claim + code)
    let one = check("a.b", part: 1, line: 11)
    let two = check("a.b", part: 2, line: 12)
    #expect(judge(text, [one, two]).claims[0].verdict == .holds)
    let ledger = judge(text, [one, check("a.b", part: 2, line: 12, held: 0, violated: 1)])
    #expect(ledger.claims[0].verdict == .refuted)
    #expect(ledger.diagnostics.map(\.id) == ["claim.refuted"])
    #expect(ledger.diagnostics[0].place?.line == 12)
  }

  @Test("a check that was never reached is found in the text")
  func unreached() {
    let text = document(
      "> [!CLAIM a] T\n>\n> Text.\n\n```swift\nif false {\n  claim(\"a\", law).exact()\n}\n```\n")
    let ledger = judge(text, [])
    #expect(ledger.diagnostics.map(\.id) == ["check.not-reached"])
    #expect(ledger.diagnostics[0].place == Place(file: "articles/a.md", line: 11, column: 3))
    #expect(ledger.claims[0].verdict == .notRun)
  }

  @Test("a check that is passed over is seen although another check of the claim ran")
  func passedOver() {
    let text = document(
      "> [!CLAIM a] T\n>\n> Text.\n\n```swift\nif false { claim(\"a\", law).exact() }\n"
        + "claim(\"a\", law).exact()\n```\n")
    let ledger = judge(text, [check("a", line: 11)])
    #expect(ledger.diagnostics.map(\.id) == ["check.not-reached"])
    #expect(ledger.claims[0].verdict == .notRun)
  }

  @Test("a call may take several lines; one in a comment checks nothing")
  func calls() {
    let several = document(
      "> [!CLAIM a] T\n>\n> Text.\n\n```swift\nclaim(\n  \"a\", law).exact()\n```\n")
    #expect(judge(several, [check("a", line: 10)]).claims[0].verdict == .holds)
    for comment in ["// claim(\"a\", law)", "/* x /* y */\nclaim(\"a\", law) */"] {
      let text = document("> [!CLAIM a] T\n>\n> Text.\n\n```swift\n\(comment)\n```\n")
      #expect(judge(text, []).diagnostics.map(\.id) == ["claim.unchecked"])
    }
  }

  @Test("a claim that states the law which its check refutes is refuted")
  func contradiction() {
    let text = document(
      "> [!CLAIM a] T\n>\n> Text.\n\n```swift\nclaim(\"a\", l).refuted(l, at: [1])\n```\n")
    var record = check("a", line: 10)
    record.refutes = true
    record.contradictsClaim = true
    record.coversLaw = false
    #expect(judge(text, [record]).claims[0].verdict == .refuted)
  }

  @Test("what a function does to fractions is told as that, and as nothing more")
  func subject() {
    let text = document(
      "> [!CLAIM a] T\n>\n> Text.\n\n```swift\nclaim(\"a\").exact(sparsemax, over: cube, law)\n```\n"
    )
    var record = check("a", line: 10)
    record.subject = .implementation(function: "", scalar: "Rational")
    record.coverage = [Coverage(.finiteSet, "all 9 points")]
    let entry = judge(text, [record]).claims[0].checks[0]
    #expect(entry.record.subject == .implementation(function: "sparsemax", scalar: "Rational"))
    #expect(
      entry.sentence == "True for all 9 points, in exact arithmetic for `sparsemax` at Rational.")
  }

  @Test("a check of a claim that nobody states, with the nearest id")
  func stray() {
    let text = document(
      "> [!CLAIM softmax.order] T\n>\n> Text.\n\n```swift\nclaim(\"softmax.ordr\", law).exact()\n```\n"
    )
    let ledger = judge(text, [])
    #expect(ledger.diagnostics.map(\.id) == ["check.without-claim"])
    // It is one mistake; the claim is not checked all the same.
    #expect(ledger.claims.map(\.verdict) == [.notRun])
    #expect(ledger.diagnostics[0].fix == "did you mean “softmax.order”?")
  }

  @Test("an id that two articles use")
  func duplicates() {
    let text = "> [!CITED a] T\n>\n> Text [@key].\n"
    let source = Array("---\ntitle: t\n---\n\n\(text)".utf8)
    let other = ArticleParser.parse(source, path: "articles/b.md")
    let ledger = Ledger.judge([document(text), other], [])
    #expect(ledger.diagnostics.map(\.id) == ["claim.duplicate"])
    #expect(ledger.diagnostics[0].place?.file == "articles/b.md")
  }

  @Test("cited statements name their source and are never verified")
  func cited() {
    #expect(
      judge(document("> [!CITED a] T\n>\n> Text [@key, p. 3].\n"), []).claims[0].verdict == .cited)
    #expect(
      judge(document("> [!CITED a] T\n>\n> Text.\n"), []).diagnostics.map(\.id)
        == ["cited.without-source"])
  }

  @Test("a check of some numbers does not carry words about all of them")
  func unboundedWords() {
    func verdict(_ words: String, _ coverage: Coverage) -> Verdict {
      var found = check("c", line: 10)
      found.coverage = [coverage]
      let text = "> [!CLAIM c] T\n>\n> \(words)\n\n```swift\nclaim(\"c\").exact()\n```\n"
      return judge(document(text), [found]).claims[0].verdict
    }
    let few = Coverage(.finiteSet, "all 51 integers from 0 to 50")
    #expect(verdict("$n^2 \\ge n$ for every integer $n$.", few) == .supported)
    #expect(verdict("$n^2 \\ge n$ for every integer $n \\le 50$.", few) == .supported)
    #expect(verdict("$n^2 \\ge n$ for every natural number $n \\le 50$.", few) == .holds)
    #expect(verdict("$n^2 \\ge n$ for every $n$.", Coverage(.universal, "every real")) == .holds)
    let line = Coverage(.box, "every real $x \\in (-\\infty, \\infty)$")
    #expect(verdict("$x^2 \\ge 0$ for every real $x$.", line) == .holds)
  }

  @Test("more cited than checked is said, at the statement with which it is too much")
  func citedShare() {
    func found(cited: Int, claims: Int) -> [Diagnostic] {
      let boxes =
        (1...cited).map { "> [!CITED a\($0)] T\n>\n> Text [@key, p. 3].\n" }
        + (0..<claims).map { "> [!CLAIM c\($0)] T\n>\n> Text.\n" }
      let diagnostics = judge(document(boxes.joined(separator: "\n")), []).diagnostics
      return diagnostics.filter { $0.id == "cited.too-many" }
    }
    #expect(found(cited: 5, claims: 5).isEmpty)
    #expect(found(cited: 9, claims: 0).isEmpty)
    let one = found(cited: 7, claims: 4)
    #expect(one.map(\.claim) == ["a5"])
    #expect(one.first?.severity == .warning)
  }

  @Test("folklore needs a witness, its own or that of the claim below")
  func folklore() {
    let boxes = "> [!FOLKLORE f] T\n>\n> Text.\n\n"
    #expect(judge(document(boxes), []).diagnostics.map(\.id) == ["folklore.without-witness"])
    let text = document(
      boxes + "> [!CLAIM c] T\n>\n> Text.\n\n```swift\nclaim(\"c\").refuted(law, at: [1])\n```\n")
    var witness = check("c", line: 14)
    witness.evidence = .witness
    let ledger = judge(text, [witness])
    #expect(ledger.diagnostics.isEmpty)
    #expect(ledger.claims.map(\.verdict) == [.holds, .holds])
  }

  @Test("a wrong literal is an error at the literal")
  func values() {
    let text = document("The sum is `{swift} 1 + 1 = 3`.\n")
    var run = ArticleRun.skipped(path: text.path, runnables: 1, because: "")
    run.outcomes = [.ran]
    run.values = [0: .integer("2")]
    let ledger = Ledger.judge([text], [run])
    #expect(ledger.diagnostics.map(\.id) == ["value.wrong"])
    #expect(ledger.diagnostics[0].message == "`1 + 1 = 3`: computed 2")
    #expect(ledger.diagnostics[0].place == Place(file: "articles/a.md", line: 5, column: 29))
  }
}
