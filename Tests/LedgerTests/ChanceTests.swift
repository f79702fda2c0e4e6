import Article
import Diagnostics
import Evidence
import MathCore
import Records
import Runner
import Testing

@testable import Ledger

/// The site as a whole: what all statistical checks spend, and what fresh runs add up to.
@Suite("The site's chance of crying wolf")
struct ChanceTests {
  private let text = """
    ---
    title: t
    ---

    > [!CLAIM a.b] Title
    >
    > Text.

    ```swift
    claim("a.b").statistical(mean: 1, deviation: 1, detects: 0.2) { $0.exponential() }
    ```
    """

  /// A run of the article above whose draws have this factor too much.
  private func run(
    _ document: Document, factor: Double = 1, seed: String = "", level: Rational = 1e-6,
    count: Int = 1
  ) throws -> ArticleRun {
    let study = try StatisticalStudy.mean(
      1, deviation: 1, StudyTerms(level: level, effect: 0.2, draws: nil))
    let finding = study.finding(stream: seed) { factor * $0.exponential() }
    var run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
    run.outcomes = [.ran]
    for number in 0..<count {
      var record = CheckRecord(
        claim: "a.b", part: nil, check: number, runnable: 0, line: 10, evidence: .statistical,
        method: finding.method, subject: finding.subject, coverage: finding.coverage,
        statement: finding.statement, coversLaw: false, trial: finding.trial)
      record.statistical = finding.statistical
      run.checks.append(record)
      run.mutants += finding.mutants.map {
        MutantRecord(check: number, why: $0.why, origin: .engine, trial: $0.trial)
      }
    }
    return run
  }

  private func document(_ text: String? = nil) -> Document {
    ArticleParser.parse(Array((text ?? self.text).utf8), path: "articles/a.md")
  }

  @Test("the levels add up, exactly, and within the budget nothing is said")
  func spent() throws {
    let document = document()
    let ledger = Ledger.judge([document], [try run(document, count: 100)])
    #expect(ledger.chance.spent == 1e-4)
    #expect(ledger.chance.checks == 100)
    #expect(ledger.diagnostics.map(\.id) == [])
    #expect(
      ledger.chance.phrase
        == "100 statistical checks spend α = 1e-4 of the site's 1e-4, with the site's fixed seed: "
        + "regression, not new evidence")
  }

  @Test("one check too many is an error at its place, once, with the fix")
  func overspent() throws {
    let document = document()
    let rules = ChanceRules(budget: 2e-6)
    let ledger = Ledger.judge([document], [try run(document, count: 4)], rules: rules)
    #expect(ledger.diagnostics.map(\.id) == ["chance.budget"])
    let found = ledger.diagnostics[0]
    #expect(found.severity == .error)
    #expect(found.place == Place(file: "articles/a.md", line: 10, column: 1))
    #expect(found.message.contains("4 statistical checks spend α = 4e-6"))
    #expect(
      found.fix
        == "give each check alpha: 5e-7 or less, or write `budget: 4e-6` under `chance:` in "
        + "site/site.yml")
  }

  // MARK: Evidence that adds up

  private func judge(
    _ document: Document, _ seed: String, _ book: EvidenceBook, factor: Double = 1,
    library: String = ""
  ) throws -> SiteLedger {
    let rules = ChanceRules(
      seed: RunSeed(salt: "s", fresh: seed), book: book, library: library)
    return Ledger.judge([document], [try run(document, factor: factor, seed: seed)], rules: rules)
  }

  @Test("each fresh run is added once; the same seed again is a warning and adds nothing")
  func accumulation() throws {
    let document = document()
    var book = EvidenceBook()
    for seed in ["one", "two", "three"] {
      let ledger = try judge(document, seed, book)
      #expect(ledger.diagnostics.map(\.id) == [])
      book = try #require(ledger.evidence)
    }
    #expect(book.processes.map(\.id) == [.init(claim: "a.b", part: nil, check: 0)])
    #expect(book.processes[0].runs.map(\.seed) == ["one", "two", "three"])
    let again = try judge(document, "two", book)
    #expect(again.evidence == book)
    #expect(again.diagnostics.map(\.id) == ["evidence.seed-used"])
    #expect(again.diagnostics.map(\.severity) == [.warning])
    #expect(
      again.claims[0].checks[0].sentence.contains("the evidence against it over 3 fresh runs is "))
  }

  @Test("a bias that no single run sees is seen by many: the alarm refutes the claim")
  func alarm() throws {
    let document = document()
    var book = EvidenceBook()
    var verdicts: [Verdict] = []
    for night in 1...20 {
      let ledger = try judge(document, "night \(night)", book, factor: 1.08)
      book = try #require(ledger.evidence)
      verdicts.append(ledger.claims[0].verdict)
    }
    #expect(verdicts.first == .supported)
    #expect(verdicts.last == .refuted)
    // Once reached, the alarm stays: the largest value counts.
    let calm = try judge(document, "a calm night", book)
    #expect(calm.claims[0].verdict == .refuted)
    #expect(
      calm.claims[0].checks[0].sentence.hasPrefix("Refuted: over 21 fresh runs the evidence "))
  }

  @Test(
    "evidence starts anew when the claim, its code or the library changes; prose does not matter")
  func reset() throws {
    let first = try #require(try judge(document(), "one", EvidenceBook()).evidence)
    func runs(_ text: String, library: String = "") throws -> Int {
      let ledger = try judge(document(text), "two", first, library: library)
      return try #require(ledger.evidence?.processes.first).runs.count
    }
    #expect(try runs(text) == 2)
    #expect(try runs(text + "\n\nMore prose.\n") == 2)
    #expect(try runs(text.replacing("> Text.", with: "> Another text.")) == 1)
    #expect(try runs(text.replacing("detects: 0.2", with: "detects:  0.2")) == 1)
    #expect(try runs(text, library: "newer") == 1)
  }

  @Test("a run with the fixed seed is no evidence: the book stays as it is")
  func fixedSeed() throws {
    let document = document()
    let rules = ChanceRules(seed: RunSeed(salt: "s"), book: EvidenceBook())
    let ledger = Ledger.judge([document], [try run(document)], rules: rules)
    #expect(ledger.evidence == EvidenceBook())
  }

  @Test("over 200 processes of 25 runs of an honest sampler, false alarms stay below the level")
  func falseAlarms() throws {
    let level: Rational = 0.05
    let study = try StatisticalStudy.mean(
      1, deviation: 1, StudyTerms(level: level, effect: 0.5, draws: 40))
    let test = try #require(StatisticalTest(study.design))
    let alarms = (0..<200).count { process in
      var evidence = EvidenceProcess(
        id: .init(claim: "a", part: nil, check: 0), identity: "", level: level)
      for night in 0..<25 {
        let stream = "process \(process) night \(night)"
        let trial = study.trials(stream: stream) { $0.exponential() }[0]
        guard let draws = trial.draws else { return true }
        evidence.add(
          .init(seed: stream, draws: 40), logEvidence: test.logEvidence(draws))
      }
      return evidence.isAlarming
    }
    // More than 28 of 200 have probability below 10⁻⁶ if each has at most 0.05.
    #expect(
      binomialUpperTail(29, of: 200, probability: level) < Rational(1, 1_000_000))
    #expect(alarms <= 28)
  }
}
