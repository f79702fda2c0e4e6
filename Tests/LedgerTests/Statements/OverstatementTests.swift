import Article
import Records
import Runner
import Testing

@testable import Ledger

/// Words of a claim that say more than its check shows.
@Suite("Words beside a check")
struct OverstatementTests {
  private static let all = Quantifier("x", from: nil, to: nil, isOpenBelow: false)

  private static func check(
    _ evidence: Evidence, _ law: String?, _ coverage: [Coverage], _ quantifiers: [Quantifier] = [],
    part: Int? = nil, refutes: Bool = false
  ) -> CheckRecord {
    var trial = Trial()
    trial.held = 1
    var record = CheckRecord(
      claim: "a.b", part: part, check: part ?? 0, runnable: 0, line: 0, evidence: evidence,
      method: "", subject: .mathematics, coverage: coverage,
      statement: law.map { (refutes ? "\\text{not: }\\ " : "") + $0 }, coversLaw: true,
      trial: trial)
    record.quantifiers = quantifiers
    record.refutes = refutes
    return record
  }

  private static func refuted(_ law: String, part: Int? = nil) -> CheckRecord {
    check(
      .witness, law, [Coverage(.instance, "the point $x = 1, y = 1$")], [all], part: part,
      refutes: true)
  }

  private static func reals(_ law: String, part: Int? = nil) -> CheckRecord {
    check(.exact, law, [Coverage(.universal, "every real $x$")], [all], part: part)
  }

  private static func spans(
    _ law: String, _ spans: [(String, String, String?)], scope: Coverage.Scope = .universal,
    isOpenBelow: Bool = false
  ) -> CheckRecord {
    check(
      scope == .box ? .enclosed : .exact, law,
      spans.map { Coverage(scope, "every real $\($0.0) \\in [\($0.1), \($0.2 ?? "")]$") },
      spans.map { Quantifier($0.0, from: $0.1, to: $0.2, isOpenBelow: isOpenBelow) })
  }

  private static let integers = check(
    .exact, nil, [Coverage(.finiteSet, "all 10 integers from 1 to 10")])

  private static let scores = check(
    .exact, "\\max(z) \\le \\ln S",
    (1...3).map { Coverage(.universal, "every real $z_{\($0)}$") },
    (1...3).map { Quantifier("z_{\($0)}", from: nil, to: nil, isOpenBelow: false) })

  private static let cubes = check(
    .witness, "x^{3} > 100 x", [Coverage(.instance, "the point $x = 11$")], [all])

  private func claim(_ words: String, _ checks: [CheckRecord], kind: String = "CLAIM") throws
    -> ClaimEntry
  {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
    let calls = checks.map { check in
      check.part.map { "claim(\"a.b\", part: \($0), law).exact()\n" } ?? "claim(\"a.b\").exact()\n"
    }
    let source =
      "---\ntitle: t\n---\n\n> [!\(kind) a.b] Title\n>\n\(lines)\n\n```swift\n\(calls.joined())```\n"
    let document = ArticleParser.parse(Array(source.utf8), path: "articles/a.md")
    let first = try #require(ClaimCall.all(in: document).first).place.line
    var run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
    run.outcomes = document.runnables.map { _ in .ran }
    run.checks = checks.enumerated().map { index, check in
      var check = check
      check.line = first + index
      return check
    }
    return try #require(Ledger.judge([document], [run]).claims.first)
  }

  private func verdict(_ words: String, _ checks: CheckRecord...) throws -> Verdict {
    try claim(words, checks).verdict
  }

  // MARK: - Refutations

  @Test(
    "a refuted formula that is stated as true is refused",
    arguments: [
      "$(x+y)^2=x^2+y^2$ for all real $x$, $y$.", "It is true that $(x+y)^2=x^2+y^2$.",
      "$(x+y)^2=x^2+y^2$.", "$(x+y)^2=x^2+y^2$ for complex numbers too.",
      "$(x+y)^2=x^2+y^2$ for all $x$, $y$, with no exception.",
      "$(x+y)^2=x^2+y^2$ never fails.", "Not only integers have $(x+y)^2=x^2+y^2$.",
    ])
  func refutedLaw(words: String) throws {
    let claim = try claim(words, [Self.refuted("\\left(x + y\\right)^{2} = x^{2} + y^{2}")])
    #expect(claim.verdict == .refuted)
    #expect(claim.checks[0].sentence.contains("FOLKLORE"))
  }

  @Test(
    "a sentence that says that the formula fails is what was checked",
    arguments: [
      "$(x+y)^2=x^2+y^2$ is false.", "$(x+y)^2=x^2+y^2$ fails at $x = y = 1$.",
      "Not every pair has $(x+y)^2=x^2+y^2$.", "$(x+y)^2=x^2+y^2$ does not hold.",
      "$(x+y)^2=x^2+y^2$ doesn't hold for all $x$, $y$.", "$(x+y)^2 \\ne x^2+y^2$ at a point.",
      "Squares need not add.", "No law: squares do not add.",
    ])
  func denial(words: String) throws {
    let law = "\\left(x + y\\right)^{2} = x^{2} + y^{2}"
    #expect(try verdict(words, Self.refuted(law)) == .holds)
  }

  @Test("the opposite relation denies, another formula without a word does not")
  func opposite() throws {
    #expect(try verdict("$x < 1$ somewhere.", Self.refuted("x \\ge 1")) == .holds)
    #expect(try verdict("Squares add: $2x = x + x$.", Self.refuted("x \\ge 1")) == .supported)
    #expect(
      try claim("$x \\ge 1$.", [Self.refuted("x \\ge 1")], kind: "FOLKLORE").verdict == .holds)
  }

  @Test("refuted code and numbers need a word of failure")
  func refutedNumbers() throws {
    var numbers = Self.check(
      .witness, nil, [Coverage(.instance, "the numbers given")], refutes: true)
    numbers.trial.worst = Witness(point: [], left: "1", relation: "=", right: "2")
    #expect(try verdict("$1 = 2$.", numbers) == .refuted)
    #expect(try verdict("$1 \\ne 2$.", numbers) == .holds)
    #expect(try verdict("$1 = 2$ is wrong.", numbers) == .holds)
    let code = Self.check(.witness, nil, [Coverage(.instance, "the input `1`")], refutes: true)
    #expect(try verdict("For every integer n, n+1=n", code) == .supported)
    #expect(try verdict("For every integer n, n+1=n is wrong", code) == .holds)
  }

  // MARK: - Scopes

  @Test("words for all reals above a law of fewer")
  func spans() throws {
    let half = Self.spans("x \\ge 0", [("x", "0", nil)])
    #expect(try verdict("$x \\ge 0$ for all real $x$.", half) == .supported)
    #expect(try verdict("$x \\ge 0$ for every real $x \\ge -1$.", half) == .supported)
    #expect(try verdict("$x \\ge 0$ for every $x \\ge 0$.", half) == .holds)
    #expect(try verdict("Let $x > 0$. Then $x \\ge 0$ for every such $x$.", half) == .holds)
    let square = Self.spans("x^{2} \\le 1", [("x", "-1", "1")])
    #expect(try verdict("$x^2\\le 1$ for every real $x$", square) == .supported)
    #expect(try verdict("$x^2\\le 1$ for real $x$.", square) == .supported)
    #expect(try verdict("$x^2\\le 1$ for real $x$ with $|x| \\le 1$.", square) == .holds)
    #expect(try verdict("$x^2\\le 1$ for all $x\\in\\R$", square) == .supported)
    #expect(try verdict("$x^2\\le 1$, all $x\\in\\mathbb{R}$", square) == .supported)
    #expect(try verdict("$x^2\\le 1$ for every real $x \\in [-1, 1]$", square) == .holds)
    #expect(try verdict("$x^2\\le 1$ for every $x$ with $|x| \\le 1$", square) == .holds)
    #expect(try verdict("Let $x$ be a real number. Then $x^2\\le 1$.", square) == .supported)
    #expect(try verdict("Let $x$ be any number in $[-1, 1]$. Then $x^2\\le 1$.", square) == .holds)
    let two = Self.spans("x \\le y", [("x", "0", "1"), ("y", "1", "2")])
    #expect(try verdict("$x \\le y$ for all real $x$ and $y$", two) == .supported)
    #expect(try verdict("$x \\le y$ for $x \\in [0, 1]$ and $y \\in [1, 2]$", two) == .holds)
    let positive = Self.spans("\\Gamma(x) \\ge 0", [("x", "0", nil)], isOpenBelow: true)
    #expect(try verdict("$\\Gamma(x)\\ge 0$ for every $x$.", positive) == .supported)
    #expect(try verdict("$\\Gamma(x)\\ge 0$ for every $x > 0$.", positive) == .holds)
    #expect(try verdict("$\\Gamma(x)\\ge 0$ for all positive reals $x$.", positive) == .holds)
    #expect(try verdict("$\\Gamma(x)\\ge 0$ for any size $x$.", positive) == .holds)
    #expect(try verdict("$x = x$ for all real $x$.", Self.reals("x = x")) == .holds)
  }

  @Test("intervals above a box")
  func boxes() throws {
    let box = Self.spans("e^{x} \\le 3", [("x", "0", "1")], scope: .box)
    #expect(try verdict("$e^x \\le 3$ on $[0,10]$.", box) == .supported)
    #expect(try verdict("$e^x \\le 3$ for $0\\le x\\le10$.", box) == .supported)
    #expect(try verdict("$e^x \\le 3$ for $x \\ge 0$.", box) == .supported)
    #expect(try verdict("$e^x \\le 3$ on $[0, 1]$.", box) == .holds)
    #expect(try verdict("$e^x \\le 3$ for $0 \\le x \\le \\tfrac12$.", box) == .holds)
    let rest = Self.spans("e^{x} \\le 3", [("x", "1", "10")], scope: .box)
    #expect(try verdict("$e^x \\le 3$ on $[0,10]$.", box, rest) == .holds)
    let far = Self.spans("e^{x} \\le 3", [("x", "2", "10")], scope: .box)
    #expect(try verdict("$e^x \\le 3$ on $[0,10]$.", box, far) == .supported)
  }

  @Test(
    "every integer above some of them",
    arguments: [
      "For all integers $n$, $n^2\\ge n$.", "Every integer $n$ has $n^2 \\ge n$.",
      "All integers have $n^2 \\ge n$.", "No integer $n$ has $n^2 < n$.",
      "$n^2\\ge n$ for all $n\\in\\N$.", "For every $n\\in\\mathbb N$, $n^2\\ge n$.",
      "∀n∈ℤ: n² ≥ n", "$\\forall n \\in \\mathbb{Z}: n^2 \\ge n$",
      "For all positive integers $n$, $n^2\\ge n$.", "For every $n\\ge 1$, $n^2\\ge n$.",
      "$n^2 \\ge n$ for $n=1,2,3,\\dots$", "Whatever the integer $n$, $n^2\\ge n$.",
      "For arbitrary $n$, $n^2\\ge n$.", "Let $n$ be an integer. Then $n^2\\ge n$.",
      "$n^2\\ge n$ always.", "$n^2\\ge n$ for integer $n$.",
      "Every integer n from 1 to 1000000 has $n^2\\ge n$.",
      "$n^2\\ge n$ for $n = 1, \\dots, 11$.", "$n^2\\ge n$ for $1 \\le n \\le 100$.",
    ])
  func integers(words: String) throws {
    #expect(try verdict(words, Self.integers) == .supported)
  }

  @Test(
    "the integers that were gone through",
    arguments: [
      "For all integers $n$ from 1 to 10, $n^2\\ge n$.", "$n^2\\ge n$ for $n = 1, \\dots, 10$.",
      "For all integers $1 \\le n \\le 10$, $n^2\\ge n$.", "$n^2 \\ge n$ for ten integers.",
      "Every integer $n$ of the list has $n^2\\ge n$.", "$n^2\\ge n$ for $n = 1, 2, 3$.",
      "For every integer $n$, $1 \\le n \\le 10$, $n^2 \\ge n$.", "All ten numbers are fine.",
    ])
  func someIntegers(words: String) throws {
    #expect(try verdict(words, Self.integers) == .holds)
  }

  @Test("words for every size above a law of one size")
  func sizes() throws {
    let law = "$\\max(z)\\le\\ln\\sum e^{z_i}$"
    for words in [
      "for every $n$ and every vector $z\\in\\mathbb{R}^n$.", "in all dimensions.",
      "for any number of scores.", "for vectors of any length.", "for $z \\in \\R^n$.",
    ] {
      #expect(try verdict("\(law) \(words)", Self.scores) == .supported, "\(words)")
    }
    for words in [
      ".", "for three scores.", "for all real $z_1$.", "for every $i$.",
      "for $z \\in \\R^n$ with $n = 3$.",
    ] {
      #expect(try verdict("\(law) \(words)", Self.scores) == .holds, "\(words)")
    }
    #expect(try verdict("For any number of terms, $x = x$.", Self.reals("x = x")) == .holds)
  }

  // MARK: - Points and denials

  @Test("a point under words for many")
  func points() throws {
    for words in [
      "$x^3>100x$ whenever $x>0$.", "$x^3>100x$ for real $x$.", "$x^3>100x$.",
      "$x^3>100x$ at every $x$.",
    ] {
      #expect(try verdict(words, Self.cubes) == .supported, "\(words)")
    }
    for words in [
      "Some $x$ has $x^3 > 100 x$.", "There is a real $x$ with $x^3>100x$.",
      "$x^3>100x$ at $x = 11$.", "$x^3>100x$ for $x = 11$.", "For example, $x^3>100x$.",
    ] {
      #expect(try verdict(words, Self.cubes) == .holds, "\(words)")
    }
  }

  @Test(
    "a law that is proved and denied",
    arguments: [
      "It is impossible that $x^2\\ge 0$ for every real $x$.", "$x^2\\ge 0$ is false.",
      "$x^2\\ge 0$ never holds.", "$x^2\\ge 0$ fails at some point.",
      "$x^2\\ge 0$ for no real $x$.",
    ])
  func denied(words: String) throws {
    let claim = try claim(words, [Self.reals("x^{2} \\ge 0")])
    #expect(claim.verdict == .supported)
    #expect(claim.checks[0].stated == .byHand)
  }

  @Test("a denial before the parts is one of each")
  func deniedParts() throws {
    let words = "It is impossible that\n\n1. $x^2\\ge 0$\n2. $x = x$"
    let checks = [Self.reals("x^{2} \\ge 0", part: 1), Self.reals("x = x", part: 2)]
    #expect(try claim(words, checks).verdict == .supported)
  }

  @Test(
    "negations that go with a law",
    arguments: [
      "$x^2\\ge 0$, and not only for integers.", "$x^2\\ge 0$: a square is never negative.",
      "$x^2\\ge 0$ never fails.", "$x^2\\ge 0$ without exception.",
    ])
  func affirmed(words: String) throws {
    let claim = try claim(words, [Self.reals("x^{2} \\ge 0")])
    #expect(claim.verdict == .holds)
    #expect(claim.checks[0].stated == .shown)
  }

  // MARK: - Parts

  @Test("checks under each other's numbers are refused")
  func swapped() throws {
    let words = "1. $e^x\\ge 1+x$ for real $x$.\n2. $\\sin x\\le x$ for $x \\ge 0$."
    let exponential = "e^{x} \\ge 1 + x"
    let sine = "\\sin x \\le x"
    let right = [Self.reals(exponential, part: 1), Self.reals(sine, part: 2)]
    #expect(try claim(words, right).verdict == .holds)
    let wrong = try claim(words, [Self.reals(sine, part: 1), Self.reals(exponential, part: 2)])
    #expect(wrong.verdict == .failed)
    #expect(wrong.checks[0].sentence.contains("the formula of part 2"))
    let other = [Self.reals("x = x", part: 1), Self.reals(sine, part: 2)]
    #expect(try claim(words, other).verdict == .holds)
  }
}
