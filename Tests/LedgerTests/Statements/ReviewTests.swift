import Article
import Diagnostics
import Records
import Runner
import Testing

@testable import Ledger

@Suite("Words and checks that were read together")
struct ReviewTests {
  private func judge(
    _ body: String, checks: [CheckRecord], reviewed: [String: Review] = [:]
  ) -> SiteLedger {
    let source = "---\ntitle: t\n---\n\n" + body + "\n"
    let document = ArticleParser.parse(Array(source.utf8), path: "articles/a.md")
    var run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
    run.outcomes = document.runnables.map { _ in .ran }
    run.checks = checks
    return Ledger.judge([document], [run], reviewed: reviewed)
  }

  private func check(
    _ statement: String?, part: Int? = nil, line: Int, coverage: String = "every real $x$"
  ) -> CheckRecord {
    var trial = Trial()
    trial.held = 1
    return CheckRecord(
      claim: "a.b", part: part, check: part ?? 0, runnable: 0, line: line, evidence: .exact,
      method: "", subject: .mathematics, coverage: [Coverage(.universal, coverage)],
      statement: statement, coversLaw: true, trial: trial)
  }

  private func claim(_ words: String, code: String = "claim(\"a.b\", law).exact()") -> String {
    "> [!CLAIM a.b] Title\n>\n> \(words)\n\n```swift\n\(code)\n```"
  }

  private func reviewed(_ ledger: SiteLedger) -> [String: Review] {
    Dictionary(
      ledger.claims.flatMap(\.reviews).map { ($0.key, $0.now) }, uniquingKeysWith: { a, _ in a })
  }

  @Test("never read: no noise; read and unchanged: none either")
  func calm() {
    let first = judge(claim("$x = x$"), checks: [check("x = x", line: 10)])
    #expect(first.diagnostics == [])
    #expect(first.claims[0].reviews.map(\.key) == ["a.b"])
    #expect(first.claims[0].reviews.map(\.drift) == [nil])
    let again = judge(
      claim("$x = x$"), checks: [check("x = x", line: 10)], reviewed: reviewed(first))
    #expect(again.diagnostics == [])
  }

  @Test("one changed alone is a warning at what changed; both together are none")
  func drift() {
    let first = judge(claim("$x = x$"), checks: [check("x = x", line: 10)])
    let read = reviewed(first)
    let words = judge(claim("$x = y$"), checks: [check("x = x", line: 10)], reviewed: read)
    #expect(words.diagnostics.map(\.id) == ["statement.changed-alone"])
    #expect(words.diagnostics.map(\.severity) == [.warning])
    #expect(words.diagnostics[0].place == Place(file: "articles/a.md", line: 5, column: 3))
    #expect(words.diagnostics[0].claim == "a.b")
    let law = judge(claim("$x = x$"), checks: [check("x = z", line: 10)], reviewed: read)
    #expect(law.diagnostics.map(\.id) == ["statement.law-changed-alone"])
    #expect(law.diagnostics[0].place == Place(file: "articles/a.md", line: 10, column: 1))
    let both = judge(claim("$x = y$"), checks: [check("x = z", line: 10)], reviewed: read)
    #expect(both.diagnostics == [])
  }

  @Test("how far the check goes belongs to what was checked")
  func coverage() {
    let read = reviewed(judge(claim("$x$"), checks: [check("x = x", line: 10)]))
    let narrower = judge(
      claim("$x$"), checks: [check("x = x", line: 10, coverage: "$x \\in [0, 1]$")],
      reviewed: read)
    #expect(narrower.diagnostics.map(\.id) == ["statement.law-changed-alone"])
  }

  @Test("lines broken elsewhere, a new title and a moved claim are no change")
  func layout() {
    let read = reviewed(judge(claim("one two\n> three"), checks: [check("x = x", line: 11)]))
    let moved =
      "Text.\n\n" + claim("one\n>   two three").replacing("Title", with: "Another title")
    let ledger = judge(moved, checks: [check("x = x", line: 13)], reviewed: read)
    #expect(ledger.diagnostics == [])
    #expect(ledger.claims[0].reviews.map(\.drift) == [nil])
  }

  @Test("a part answers for its own words, and the words around the parts for all of them")
  func parts() {
    func text(_ intro: String, _ one: String, _ two: String) -> String {
      "> [!CLAIM a.b] Title\n>\n> \(intro)\n>\n> 1. \(one)\n> 2. \(two)\n\n"
        + "```swift\nclaim(\"a.b\", part: 1, law).exact()\nclaim(\"a.b\", part: 2, law).exact()\n```"
    }
    let checks = [check("a", part: 1, line: 13), check("b", part: 2, line: 14)]
    let first = judge(text("Let.", "one", "two"), checks: checks)
    #expect(first.claims[0].reviews.map(\.key) == ["a.b#1", "a.b#2"])
    func drifting(_ intro: String, _ one: String, _ two: String) -> [String] {
      judge(text(intro, one, two), checks: checks, reviewed: reviewed(first)).claims[0].reviews
        .filter { $0.drift == .statement }.map(\.key)
    }
    #expect(drifting("Let.", "one", "two") == [])
    #expect(drifting("Let.", "one!", "two") == ["a.b#1"])
    #expect(drifting("Let.", "one", "two!") == ["a.b#2"])
    #expect(drifting("Let!", "one", "two") == ["a.b#1", "a.b#2"])
  }

  @Test("a greater-than sign is part of the words")
  func sign() {
    let read = reviewed(judge(claim("$a > b$"), checks: [check("x = x", line: 10)]))
    let turned = judge(claim("$a < b$"), checks: [check("x = x", line: 10)], reviewed: read)
    #expect(turned.diagnostics.map(\.id) == ["statement.changed-alone"])
  }

  @Test("of code, the call and what it names count; comments, spaces and mutants do not")
  func code() {
    func code(_ law: String, _ call: String) -> String {
      "func isFine(_ x: Int) -> Int {\n  \(law)\n}\n\(call)"
    }
    let call = "claim(\"a.b\")\n  .exact(f, over: grid, isFine)\n  .mutant(\"g\", g)"
    func drift(_ law: String, _ call: String, line: Int = 13) -> [String] {
      let read = reviewed(
        judge(
          claim("$x$", code: code("x + 1", Self.call)), checks: [check(nil, line: 13)]))
      return judge(
        claim("$x$", code: code(law, call)), checks: [check(nil, line: line)], reviewed: read
      ).diagnostics.map(\.id)
    }
    #expect(drift("x + 1", call) == [])
    #expect(drift("x  +  1 // why", call) == [])
    #expect(drift("x + 1", call + "\n  .mutant(\"h\", h)") == [])
    #expect(drift("x + 2", call) == ["statement.law-changed-alone"])
    #expect(
      drift("x + 1", call.replacing("grid", with: "cube")) == ["statement.law-changed-alone"])
  }

  private static let call =
    "claim(\"a.b\")\n  .exact(f, over: grid, isFine)\n  .mutant(\"g\", g)"

  @Test("the call of a check is shown as it stands, its own verb alone")
  func call() {
    let code =
      "claim(\"a.b\")\n  .exact(f, over: grid) { f, x in\n    f(x) .== \"a)\\\"\"\n  }\n"
      + "  .mutant(\"g\", g)\nlet y = 1"
    let ledger = judge(claim("$x$", code: code), checks: [check(nil, line: 10)])
    #expect(
      ledger.claims[0].checks[0].stated
        == .code("exact(f, over: grid) { f, x in\n  f(x) .== \"a)\\\"\"\n}"))
  }
}
