import Article
import Evident
import MathCore
import Records
import Runner
import Testing

@testable import Ledger

/// Bounded rounding errors: what is said of them, and what is never said.
@Suite("Judging bounds of rounding errors")
struct BoundedTests {
  private func record(
    _ scope: Coverage.Scope, _ phrase: String, _ reference: ReferenceKind,
    change: (inout Trial) -> Void
  ) -> CheckRecord {
    var trial = Trial()
    (trial.held, trial.observed, trial.bound) = (1987, 3.1e-16, 8.9e-16)
    change(&trial)
    var record = CheckRecord(
      claim: "a", part: nil, check: 0, runnable: 0, line: 1, evidence: .bounded, method: "",
      subject: .implementation(function: "f", scalar: "Double"),
      coverage: [Coverage(scope, phrase)], coversLaw: scope != .samples, trial: trial)
    record.reference = reference
    return record
  }

  private func sentence(_ record: CheckRecord) -> String {
    Sentences.sentence(
      for: record, Judge.opinion(of: record.trial), subject: SubjectNames.phrase(record.subject))
  }

  @Test("at points: error, bound there, the widest bound, and what says nothing")
  func atPoints() {
    let samples = record(.samples, "machine numbers", .formula) {
      $0.widest = 2.31e-14
      $0.uninformative = 13
    }
    #expect(
      sentence(samples)
        == "Within the derived error bound of the formula for `f` at Double, at 1\u{202F}987 samples "
        + "of machine numbers: largest relative error 3.1e-16, bound there 8.9e-16, no bound above "
        + "2.31e-14; 13 more points say nothing, because the bound reaches the value.")
    let finite = record(
      .finiteSet, "the 3 points given", .code(name: "g", isSubject: false)
    ) {
      $0.observed = 1e-17
      $0.uninformative = 1
    }
    #expect(
      sentence(finite)
        == "Within the derived error bound of `g` in ball arithmetic for `f` at Double, for the 3 "
        + "points given: largest relative error 1e-17, bound there 8.9e-16 (loose); one more point "
        + "says nothing, because the bound reaches the value.")
  }

  @Test("a function held against itself is called stable, not correct")
  func stability() {
    let twin = record(.samples, "machine numbers", .code(name: "f", isSubject: true)) { _ in }
    #expect(
      sentence(twin)
        == "Stable, which is not to say correct: within the derived error bound of its own values at "
        + "higher precision for `f` at Double, at 1\u{202F}987 samples of machine numbers: largest "
        + "relative error 3.1e-16, bound there 8.9e-16.")
    let box = record(.box, "every Double $x \\in [0, 1]$", .ownOperations) { $0.held = 12 }
    #expect(
      sentence(box)
        == "Stable, which is not to say correct: within 8.9e-16 of what its own operations give in "
        + "real numbers for `f` at Double, for every Double $x \\in [0, 1]$; proved in 12 boxes; "
        + "largest error met 3.1e-16.")
  }

  @Test("on a box a formula is within the proved bound of its exact value")
  func onBox() {
    let box = record(.box, "every Double $x \\in [0, 1]$", .formula) { $0.held = 1 }
    #expect(
      sentence(box)
        == "The formula, computed in Double as written, is within 8.9e-16 of its exact value for "
        + "every Double $x \\in [0, 1]$; proved in one box; largest error met 3.1e-16.")
  }

  @Test("a bound is rounded up, never down")
  func roundedUp() {
    #expect(BoundedSentences.above(3.3347e-16) == "3.34e-16")
    #expect(BoundedSentences.above(3.33e-16) == "3.33e-16")
    #expect(BoundedSentences.above(0) == "0")
    #expect(BoundedSentences.above(9.999e-1) == "1")
  }

  /// The verdict of the first check, as the Ledger judges it.
  private func verdict(_ body: () -> Void) -> Verdict {
    var checks: [CheckRecord] = []
    var mutants: [MutantEntry] = []
    for record in RecordChannel.collecting(body) {
      switch record {
      case .check(let check): checks.append(check)
      case .mutant(let mutant):
        mutants.append(
          MutantEntry(record: mutant, end: Judge.end(of: mutant.trial), sentence: ""))
      default: continue
      }
    }
    return Judge.opinion(of: checks[0], mutants: mutants).verdict
  }

  private func cancelling<S: Transcendental>(_ x: S) -> S { (1 - S.cos(x)) / (x * x) }

  @Test(
    "samples support; a finite domain or a box may hold; a bound that nothing could exceed is none")
  func verdicts() {
    let x = real("x", in: -8...8)
    let some = numbers(in: -8...8)
    #expect(
      verdict { claim("a").bounded({ 1 / (1 + exp($0)) }, formula: 1 / (1 + exp(x)), over: some) }
        == .supported)
    #expect(
      verdict {
        claim("a").bounded(
          { 1 / (1 + exp($0)) }, formula: 1 / (1 + exp(x)), over: points([0.5, 1, 2] as [Rounded]))
      } == .holds)
    // A claim that states a law is not settled by something else.
    #expect(
      verdict {
        claim("a", exp(x) .> 0)
          .bounded({ exp($0) }, formula: exp(x), over: points([0.5, 1] as [Rounded]))
      } == .supported)
    #expect(verdict { claim("a").bounded(1 / (1 + exp(-x)), by: 6e-16) } == .holds)
    #expect(verdict { claim("a").bounded(1 / (1 + exp(-x)), by: 2e-17) } == .refuted)
    #expect(verdict { claim("a").bounded(1 / (1 + exp(-x)), by: 2) } == .vacuous)
    #expect(
      verdict {
        claim("a").bounded(
          cancelling, formula: { (1 - cos($0)) / $0 ** 2 }, over: numbers(in: 1e-12...1e-9))
      } == .vacuous)
  }

  @Test("an author's mutant that is not noticed takes the badge")
  func mutants() {
    let x = real("x", in: -8...8)
    #expect(
      verdict {
        claim("a").bounded(1 / (1 + exp(-x)), by: 6e-16)
          .mutant("the same by another road", exp(x) / (1 + exp(x)))
      } == .inconclusive)
    #expect(
      verdict {
        claim("a").bounded(1 / (1 + exp(-x)), by: 6e-16)
          .mutant("of another sign", 1 / (1 + exp(x)))
      } == .holds)
  }

  @Test("a bound of one's own that is tried on samples is sampled, whatever it is called")
  func handMade() {
    let records = RecordChannel.collecting {
      claim("a").sampled({ exp($0) }, over: numbers(in: -1...1) as Domain<Double>) { f, x in
        Ball.abs(Ball(exactly: f(x)) - Ball.exp(Ball(exactly: x))) .<= 1e-15
      }
    }
    guard case .check(let check) = records.first else { return #expect(Bool(false)) }
    #expect(check.evidence == .sampled && check.reference == nil)
  }

  // MARK: What a reference is

  private func kind(_ call: String, declared: String = "") throws -> ReferenceKind {
    let text = "---\ntitle: t\n---\n\n```swift\n\(declared)\nclaim(\"a\")\(call)\n```\n"
    let document = ArticleParser.parse(Array(text.utf8), path: "articles/a.md")
    let names = try #require(ReferenceNames(in: call[...], verb: "bounded", occurrence: 0))
    return names.kind(Declarations(document))
  }

  @Test("the same function is recognised by name, in closures, and through others")
  func twins() throws {
    let twin = { (name: String) in ReferenceKind.code(name: name, isSubject: true) }
    #expect(try kind(".bounded(softmax, reference: softmax, over: d)") == twin("softmax"))
    #expect(
      try kind(
        ".bounded({ (x: Rounded) in 2 * f(x) }, reference: { (x: Ball) in f(x) * 2 }, over: d)")
        == twin(""))
    #expect(
      try kind(
        ".bounded(mine, reference: softmax, over: d)",
        declared: "func mine<S: Elementary>(_ x: Vector<S>) -> Vector<S> { softmax(x) }")
        == twin("softmax"))
    #expect(
      try kind(
        ".bounded(mine, reference: logSumExp, over: d)",
        declared: "let mine: (Vector<Rounded>) -> Rounded = logSumExp") == twin("logSumExp"))
  }

  @Test("other code is other code, whatever elementary functions both call")
  func others() throws {
    #expect(
      try kind(
        ".bounded(stirling, reference: Ball.logGamma, over: d)",
        declared: "func stirling<S: Elementary>(_ x: S) -> S { S.log(x) * x - x }")
        == .code(name: "Ball.logGamma", isSubject: false))
    #expect(
      try kind(
        ".bounded({ (x: Rounded) in exp(x) }, reference: { x in 1 / exp(-x) }, over: points([1, 2]))"
      )
        == .code(name: "", isSubject: false))
  }
}
