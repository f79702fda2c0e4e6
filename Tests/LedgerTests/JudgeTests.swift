import Records
import Testing

@testable import Ledger

@Suite("From counts to verdicts")
struct JudgeTests {
  private func check(
    _ evidence: Evidence = .exact, equality: Bool = false, tautology: Bool = false,
    coversLaw: Bool = true, never: Trial? = nil, change: (inout Trial) -> Void
  ) -> CheckRecord {
    var trial = Trial()
    change(&trial)
    return CheckRecord(
      claim: "a", part: nil, check: 0, runnable: 0, line: 1, evidence: evidence, method: "",
      subject: .mathematics, coverage: [], coversLaw: coversLaw, trial: trial, never: never,
      tautology: tautology, equality: equality)
  }

  private func verdict(_ record: CheckRecord, _ mutants: [MutantEntry] = []) -> Verdict {
    Judge.opinion(of: record, mutants: mutants).verdict
  }

  @Test("all cases held: it holds")
  func holds() {
    #expect(verdict(check { $0.held = 3 }) == .holds)
  }

  @Test("a certificate is checked again here: a damaged one fails the check, whatever it says")
  func certificates() {
    // x² − 1 ≥ 0 where x > 1, as (x − 1)² + 2(x − 1).
    let steps: [FormulaStep] = [
      .init("atom", text: "x"), .init("number", text: "1"), .init("-", 0, 1), .init("^", 0, 2),
      .init("-", 3, 1),
    ]
    func record(_ weight: String) -> CheckRecord {
      var record = check { $0.held = 1 }
      record.certificates = [
        .combination(
          CombinationCertificate(
            steps: steps, given: [.init(2, ">")],
            conclusions: [
              .init(
                slack: 4, relation: ">",
                terms: [.init(weight: "1", root: [2]), .init(weight: weight, given: [0])])
            ]))
      ]
      return record
    }
    #expect(verdict(record("2")) == .holds)
    #expect(verdict(record("2000001/1000000")) == .failed)
    #expect(
      Judge.opinion(of: record("3"), mutants: []).reason
        == "its certificate does not check: the terms have another sum")
  }

  @Test("one violation outweighs everything else")
  func refuted() {
    #expect(
      verdict(
        check {
          $0.held = 9999
          $0.violated = 1
        }) == .refuted)
    #expect(
      verdict(
        check {
          $0.undecided = 5
          $0.violated = 1
        }) == .refuted)
  }

  @Test("anything undecided, or a spent budget, is never green")
  func inconclusive() {
    #expect(
      verdict(
        check {
          $0.held = 9999
          $0.undecided = 1
        }) == .inconclusive)
    #expect(
      verdict(
        check {
          $0.held = 1
          $0.stopped = "the budget is spent"
        }) == .inconclusive)
    #expect(
      verdict(
        check {
          $0.held = 5
          $0.required = 6
        }) == .inconclusive)
    #expect(
      verdict(
        check {
          $0.held = 98
          $0.unclear = 2
        }) == .inconclusive)
    #expect(
      verdict(
        check {
          $0.held = 199
          $0.unclear = 1
        }) == .holds)
  }

  @Test("nothing tested is vacuous, whatever the reason")
  func vacuous() {
    #expect(verdict(check { _ in }) == .vacuous)
    #expect(verdict(check { $0.excluded = 10 }) == .vacuous)
    #expect(verdict(check { $0.uninformative = 10 }) == .vacuous)
    #expect(verdict(check(tautology: true) { $0.held = 3 }) == .vacuous)
    #expect(verdict(check(never: Trial()) { $0.held = 3 }) == .vacuous)
  }

  @Test("samples and narrower scopes support a claim, they do not settle it")
  func supported() {
    #expect(verdict(check(.sampled) { $0.held = 10_000 }) == .supported)
    #expect(verdict(check(.enclosed, coversLaw: false) { $0.held = 1 }) == .supported)
  }

  @Test("a mutant that survives takes the badge; one that is also true is a note")
  func mutants() {
    let inequality = check(.enclosed) { $0.held = 1 }
    let identity = check(equality: true) { $0.held = 1 }
    #expect(verdict(inequality, [mutant(.author, .killed)]) == .holds)
    #expect(verdict(inequality, [mutant(.author, .survived)]) == .inconclusive)
    #expect(verdict(inequality, [mutant(.author, .alsoTrue)]) == .inconclusive)
    #expect(verdict(inequality, [mutant(.engine, .killed), mutant(.engine, .alsoTrue)]) == .holds)
    #expect(verdict(identity, [mutant(.engine, .alsoTrue)]) == .inconclusive)
  }

  @Test("enclosures that disagree with themselves prove nothing")
  func agreement() {
    var record = check(.enclosed) { $0.held = 1 }
    record.agreement = Agreement()
    #expect(verdict(record) == .holds)
    record.agreement?.alarms = ["a wrong exponential"]
    #expect(verdict(record) == .inconclusive)
  }

  @Test("a refutation is damaged where the law holds, and says with which values")
  func refutations() {
    func sentence(_ change: (inout Trial) -> Void) -> String {
      var trial = Trial()
      trial.violated = 1
      change(&trial)
      let record = MutantRecord(check: 0, why: "the shifted one", origin: .author, trial: trial)
      return Sentences.mutant(record, Judge.end(of: trial), refutes: true)
    }
    let witness = Witness(point: [], left: "1.0", relation: "=", right: "1.0", gap: "0")
    #expect(
      sentence { $0.violation = witness } == "the shifted one: the law holds there (1.0 = 1.0)")
    #expect(sentence { $0.margin = 0.25 } == "the shifted one: the law holds there, by 0.25")
    #expect(sentence { _ in } == "the shifted one: the law holds there")
    var point = check(.witness) {
      $0.violated = 1
      $0.violation = witness
    }
    point.refutes = true
    #expect(
      Judge.opinion(of: point, mutants: [])
        == .init(verdict: .refuted, reason: "the law holds there (1.0 = 1.0)"))
  }

  @Test("a check that notices no damage of its statement tests nothing")
  func blind() {
    let inequality = check(.enclosed) { $0.held = 1 }
    #expect(verdict(inequality, [mutant(.engine, .alsoTrue)]) == .vacuous)
    #expect(verdict(inequality, [mutant(.engine, .survived)]) == .vacuous)
    // A lost hypothesis or a sharper bound may be true as well: that is no blindness.
    for target in [MutantRecord.Target.hypothesis, .sharpness] {
      #expect(verdict(inequality, [mutant(.engine, .alsoTrue, target)]) == .holds)
    }
  }

  @Test("of the damages of a function one must be noticed, the author's all")
  func subjects() {
    var record = check { $0.held = 729 }
    record.hasSubject = true
    let seen = mutant(.engine, .killed, .subject)
    let unseen = mutant(.engine, .alsoTrue, .subject)
    #expect(verdict(record, [seen, unseen]) == .holds)
    #expect(verdict(record, [unseen, unseen]) == .vacuous)
    #expect(verdict(record) == .vacuous)
    #expect(verdict(record, [mutant(.author, .killed, .subject), unseen]) == .holds)
    #expect(verdict(record, [seen, mutant(.author, .alsoTrue, .subject)]) == .inconclusive)
    // A damaged statement says nothing of the function.
    #expect(verdict(record, [mutant(.author, .killed, .claim)]) == .vacuous)
    record.undamaged = "it must stay a distribution"
    #expect(
      Judge.opinion(of: record, mutants: []).reason
        == "no wrong function was tried (it must stay a distribution); add a .mutant")
  }

  private func mutant(
    _ origin: MutantRecord.Origin, _ end: MutantEntry.End, _ target: MutantRecord.Target = .claim
  ) -> MutantEntry {
    MutantEntry(
      record: MutantRecord(check: 0, why: "π lost", origin: origin, target: target, trial: Trial()),
      end: end, sentence: "")
  }

  @Test("the worst verdict wins")
  func worst() {
    #expect(Judge.worst([.holds, .supported]) == .supported)
    #expect(Judge.worst([.holds, .inconclusive, .notRun]) == .inconclusive)
    #expect(Judge.worst([.refuted, .failed]) == .refuted)
    #expect(Judge.worst([]) == nil)
  }
}
