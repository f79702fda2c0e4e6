import Article
import Diagnostics
import Records
import Runner
import Testing

@testable import Ledger

@Suite("What rests on a lemma is never better than the lemma")
struct LemmaTests {
  /// An article of claims, each in one line: its id, and what it takes for granted.
  private struct Sketch {
    var path = "articles/a.md"
    var text = "---\ntitle: t\n---\n\n"
    var checks: [CheckRecord] = []

    /// A stated claim with a check that holds, is refuted or is only supported.
    mutating func claim(
      _ id: String, _ verdict: Verdict = .holds, assuming lemmas: [Assumption] = [],
      statement: String? = nil, quantifiers: [Quantifier] = [], evidence: Evidence = .exact
    ) {
      text += "> [!CLAIM \(id)] T\n>\n> Text.\n\n```swift\nclaim(\"\(id)\", law).exact()\n```\n\n"
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).count - 3
      var trial = Trial()
      trial.held = verdict == .refuted ? 0 : 1
      trial.violated = verdict == .refuted ? 1 : 0
      trial.undecided = verdict == .inconclusive ? 1 : 0
      var record = CheckRecord(
        claim: id, part: nil, check: checks.count, runnable: checks.count, line: line,
        evidence: evidence, method: "", subject: .mathematics, coverage: [], statement: statement,
        coversLaw: verdict != .supported, trial: trial)
      record.assumptions = lemmas
      record.quantifiers = quantifiers
      checks.append(record)
    }

    mutating func cited(_ id: String) {
      text += "> [!CITED \(id)] T\n>\n> Text [@key, Theorem 2].\n\n"
    }

    mutating func folklore(_ id: String) { text += "> [!FOLKLORE \(id)] T\n>\n> Text.\n\n" }
  }

  private func judge(_ sketches: [Sketch]) -> SiteLedger {
    let documents = sketches.map { ArticleParser.parse(Array($0.text.utf8), path: $0.path) }
    let runs = zip(documents, sketches).map { document, sketch in
      var run = ArticleRun.skipped(path: document.path, runnables: 0, because: "")
      run.outcomes = document.runnables.map { _ in .ran }
      run.checks = sketch.checks
      return run
    }
    return Ledger.judge(documents, runs)
  }

  private func judge(_ build: (inout Sketch) -> Void) -> SiteLedger {
    var sketch = Sketch()
    build(&sketch)
    return judge([sketch])
  }

  private func entry(_ id: String, _ ledger: SiteLedger) throws -> ClaimEntry {
    try #require(ledger.claims.first { $0.id == id })
  }

  @Test("an established lemma leaves nothing to assume")
  func established() throws {
    let ledger = judge {
      $0.claim("lemma")
      $0.claim("main", assuming: [Assumption("lemma")])
    }
    let main = try entry("main", ledger)
    #expect(main.verdict == .holds)
    #expect(main.assumptions == ["lemma"] && main.givens == [])
    #expect(ledger.diagnostics == [])
  }

  @Test("given a cited lemma a claim is supported at best, and says what it is given")
  func cited() throws {
    let ledger = judge {
      $0.cited("deep")
      $0.claim("main", assuming: [Assumption("deep")])
    }
    let main = try entry("main", ledger)
    #expect(main.verdict == .supported)
    #expect(main.givens == ["deep"])
    #expect(main.checks[0].sentence.hasSuffix(" Given 1 assumption: “deep”."))
  }

  @Test("assumptions are counted transitively, across articles, the established ones left out")
  func transitive() throws {
    var first = Sketch()
    first.cited("deep")
    first.claim("middle", assuming: [Assumption("deep")])
    var second = Sketch(path: "articles/b.md")
    second.claim("sampled", .supported)
    second.claim("main", assuming: [Assumption("middle"), Assumption("sampled")])
    for order in [[first, second], [second, first]] {
      let main = try entry("main", judge(order))
      #expect(main.verdict == .supported)
      #expect(main.assumptions == ["deep", "middle", "sampled"])
      #expect(main.givens == ["deep", "sampled"])
      #expect(main.checks[0].sentence.hasSuffix(" Given 2 assumptions: “deep”, “sampled”."))
    }
  }

  @Test("a refuted or undecided lemma, near or far, takes the green away")
  func flawed() throws {
    for verdict in [Verdict.refuted, .inconclusive] {
      let ledger = judge {
        $0.claim("lemma", verdict)
        $0.claim("middle", assuming: [Assumption("lemma")])
        $0.claim("main", assuming: [Assumption("middle")])
      }
      #expect(try entry("middle", ledger).verdict == .inconclusive)
      #expect(try entry("main", ledger).verdict == .inconclusive)
      #expect(try entry("main", ledger).reason?.contains("rests on “middle”") == true)
    }
  }

  @Test("what is refuted stays refuted, whatever it rests on")
  func refutedAnyway() throws {
    let ledger = judge {
      $0.cited("deep")
      $0.claim("main", .refuted, assuming: [Assumption("deep")])
    }
    #expect(try entry("main", ledger).verdict == .refuted)
  }

  @Test("a lemma that no article states is an error at the check")
  func unknown() throws {
    let ledger = judge {
      $0.claim("lemma.tail")
      $0.claim("main", assuming: [Assumption("lemma.tale")])
    }
    #expect(try entry("main", ledger).verdict == .inconclusive)
    let error = try #require(ledger.diagnostics.first { $0.id == "assumption.unknown" })
    #expect(error.severity == .error && error.place?.line == 18)
    #expect(error.fix == "Did you mean “lemma.tail”?")
  }

  @Test("claims that rest on each other are errors, and none of them is green")
  func cycle() throws {
    let ledger = judge {
      $0.claim("a", assuming: [Assumption("b")])
      $0.claim("b", assuming: [Assumption("c")])
      $0.claim("c", assuming: [Assumption("a")])
      $0.claim("self", assuming: [Assumption("self")])
      $0.claim("main", assuming: [Assumption("a")])
    }
    #expect(ledger.claims.map(\.verdict) == Array(repeating: .inconclusive, count: 5))
    let errors = ledger.diagnostics.filter { $0.id == "assumption.cycle" }
    #expect(errors.map(\.claim) == ["a", "b", "c", "self"])
  }

  @Test("folklore is no ground")
  func folklore() throws {
    let ledger = judge {
      $0.folklore("said")
      $0.claim("main", assuming: [Assumption("said")])
    }
    #expect(try entry("main", ledger).verdict == .inconclusive)
    #expect(ledger.diagnostics.contains { $0.id == "assumption.folklore" })
  }

  @Test("a law that is assumed must be the law that the lemma's own check is about")
  func sameLaw() throws {
    let ledger = judge {
      $0.claim("lemma", statement: "x > 0")
      $0.claim("good", assuming: [Assumption("lemma", statement: "x > 0")])
      $0.claim("bad", assuming: [Assumption("lemma", statement: "x > 100")])
    }
    #expect(try entry("good", ledger).verdict == .holds)
    #expect(try entry("bad", ledger).verdict == .inconclusive)
    #expect(ledger.diagnostics.filter { $0.id == "assumption.differs" }.map(\.claim) == ["bad"])
  }

  @Test("a law is assumed for no more values than those for which it was shown")
  func sameValues() throws {
    func x(_ lower: String?, _ upper: String?, isOpen: Bool = false) -> [Quantifier] {
      [Quantifier("x", from: lower, to: upper, isOpenBelow: isOpen)]
    }
    let ledger = judge {
      $0.claim("lemma", statement: "x < 9", quantifiers: x("0", "17/2", isOpen: true))
      let assumed = [
        ("narrower", x("1/3", "8")), ("same", x("0", "17/2", isOpen: true)),
        ("closed", x("0", "1")), ("above", x("1", "9")), ("reals", x(nil, nil)),
        ("another", [Quantifier("y", from: "1", to: "2", isOpenBelow: false)]),
      ]
      for (id, quantifiers) in assumed {
        $0.claim(
          id, assuming: [Assumption("lemma", statement: "x < 9", quantifiers: quantifiers)])
      }
    }
    let green = ledger.claims.filter { $0.verdict == .holds }.map(\.id)
    #expect(green == ["lemma", "narrower", "same"])
  }

  @Test("a point at which a law holds is not the law")
  func witness() throws {
    let ledger = judge {
      $0.claim("lemma", statement: "x > 0", evidence: .witness)
      $0.claim("main", assuming: [Assumption("lemma", statement: "x > 0")])
    }
    #expect(try entry("main", ledger).verdict == .inconclusive)
  }

  @Test("the lemmas of an article are read from its text")
  func calls() {
    let code = "let t = lemma(\"a.b\", law)\n// lemma(\"c\")\nprint(\"lemma(\\\"d\\\")\")\n"
    let document = ArticleParser.parse(
      Array("---\ntitle: t\n---\n\n```swift\n\(code)```\n".utf8), path: "articles/a.md")
    #expect(Ledger.lemmas(in: document) == ["a.b"])
  }
}
