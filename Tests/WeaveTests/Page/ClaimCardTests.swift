// The card of a claim: what it says of each verdict, what stands behind the disclosure, and that
// nothing from a run can be more than text.

import Diagnostics
import Records
import Testing

@testable import Article
@testable import Ledger
@testable import Weave

@Suite struct ClaimCardTests {
  private func box(
    _ kind: Box.Kind = .claim, title: String = "Order", blocks: [Block] = []
  ) -> Block {
    .box(
      Box(
        kind: kind, id: "c.id", title: [.text(title)], blocks: blocks, parts: 0, number: 3,
        place: Bench.place(1)))
  }

  private func check(
    part: Int? = nil, _ evidence: Evidence = .exact, sentence: String = "Proved for $n = 3$.",
    violation: Witness? = nil, worst: Witness? = nil, mutants: [MutantEntry] = []
  ) -> CheckEntry {
    var trial = Trial(required: 9)
    trial.held = 9
    trial.violation = violation
    trial.worst = worst
    var never = Trial()
    never.violated = 9
    var record = CheckRecord(
      claim: "c.id", part: part, check: 0, runnable: 0, line: 1, evidence: evidence,
      method: "identity by degrees", subject: .mathematics,
      coverage: [Coverage(.universal, "every real $x$")], statement: "x = x", coversLaw: true,
      trial: trial, never: never, sensitivity: 1e-9)
    record.refutes = evidence == .witness
    return CheckEntry(
      record: record, verdict: .holds, sentence: sentence, mutants: mutants, slack: 2.5,
      place: Bench.place(5), code: "claim(\"c.id\", x .== x).exact()\n")
  }

  private func entry(
    _ verdict: Verdict, _ checks: [CheckEntry], kind: Box.Kind = .claim, reason: String? = nil,
    assumptions: [String] = []
  ) -> ClaimEntry {
    ClaimEntry(
      id: "c.id", kind: kind, title: "Order", article: "articles/a.md", page: "a/index.html",
      anchor: "c.id", number: 3, place: Bench.place(1), parts: 0, verdict: verdict,
      reason: reason, assumptions: assumptions, checks: checks)
  }

  private func face(_ stated: StatedAs, statement: String? = "x = x") throws -> String {
    var check = check()
    check.stated = stated
    check.record.statement = statement
    let woven = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])])
    let body = woven.plainBody
    let start = try #require(body.firstRange(of: "claim__checked\">")).upperBound
    let end = try #require(body[start...].firstRange(of: "</li>")).lowerBound
    return String(body[start..<end])
  }

  @Test func `below the words stands what was checked, or that it is the same`() throws {
    #expect(try face(.fromLaw) == "The formula is the very law that was checked.</span>")
    #expect(try face(.shown) == "The formula shown is the formula checked.</span>")
    #expect(try face(.amongOthers) == "Of what is stated, this was checked: ⟨x = x⟩</span>")
    #expect(
      try face(.code("exact(f, over: <grid>)"), statement: nil)
        == "Stated by hand; checked by code: <code>exact(f, over: &lt;grid&gt;)</code></span>")
  }

  @Test func `what is longer than a line is folded`() throws {
    let long = Array(repeating: "x", count: 40).joined(separator: " + ")
    #expect(
      try face(.byHand, statement: long).hasPrefix(
        "\n<summary>Stated by hand; checked</summary>\n<div>"))
    #expect(
      try face(.code("exact {\n  f\n}"), statement: nil).hasPrefix(
        "\n<summary>Stated by hand; checked by code</summary>\n<pre class=\"swift-code\">"))
  }

  @Test func `strata are told one by one, those that were not reached at a glance`() throws {
    var check = check(.sampled)
    check.record.trial.strata = [
      Stratum(name: "ties", drawn: 1176, accepted: 1156), Stratum(name: "zero", drawn: 5),
      Stratum(name: "tiny", drawn: 5, accepted: 5),
    ]
    check.record.missing = ["subnormal"]
    let body = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])]).plainBody
    #expect(
      body.contains(
        """
        <p class="check__label">Cases judged, by stratum</p>
        <dl class="check__strata">
        <div><dt>ties</dt><dd>1\u{202F}156 of 1\u{202F}176</dd></div>
        <div class="check__stratum--empty"><dt>zero</dt><dd>none of 5</dd></div>
        <div><dt>tiny</dt><dd>5</dd></div>
        <div class="check__stratum--empty"><dt>subnormal</dt><dd>not reached</dd></div>
        </dl>
        """))
  }

  @Test
  func `rounding errors are told with their bounds, their room, and what they were held against`()
    throws
  {
    var check = check(.bounded)
    (check.record.trial.observed, check.record.trial.bound) = (3.1e-16, 8.9e-16)
    (check.record.trial.widest, check.record.trial.unit) = (2.3e-14, "relative")
    check.record.subject = .implementation(function: "softmax", scalar: "Double")
    check.record.reference = .formula
    (check.slack, check.record.sensitivity) = (2.87, 4.4e-16)
    var body = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])]).plainBody
    #expect(
      body.contains(
        """
        <div><dt>Subject</dt><dd><code>softmax</code> at <code>Double</code></dd></div>
        <div><dt>Held against</dt><dd>the formula</dd></div>
        <div><dt>Largest deviation seen</dt><dd>3.1 × 10⁻¹⁶ relative</dd></div>
        <div><dt>Allowed there</dt><dd>8.9 × 10⁻¹⁶ relative</dd></div>
        <div><dt>Largest bound</dt><dd>2.3 × 10⁻¹⁴ relative</dd></div>
        <div><dt>Slack (allowed ÷ seen)</dt><dd>2.87</dd></div>
        <div><dt>Smallest relative change that is refuted</dt><dd>4.4 × 10⁻¹⁶</dd></div>
        """))
    check.record.reference = .code(name: "softmax", isSubject: true)
    body = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])]).plainBody
    #expect(
      body.contains("<dd>itself at higher precision: stability, not correctness</dd>"))
  }

  @Test func `long lists of numbers are cut, short ones are not`() {
    let numbers = (1...50).map { "\($0)" }.joined(separator: ", ")
    #expect(
      "false at x = [\(numbers)] ([1, 2])".withShortLists
        == "false at x = [1, 2, 3, …, 50] (50 numbers) ([1, 2])")
    #expect("[1, 2, 3, 4, 5, 6, 7, 8]".withShortLists == "[1, 2, 3, 4, 5, 6, 7, 8]")
    #expect("a [ b".withShortLists == "a [ b")
  }

  @Test func `the values of a single instance are what was computed, not a near miss`() throws {
    var check = check(worst: Witness(point: [], left: "1/8", relation: "=", right: "1/8", gap: "0"))
    check.record.coverage = [Coverage(.instance, "the numbers given")]
    let body = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])]).plainBody
    #expect(body.contains("<p class=\"check__witness\">Computed: 1/8 = 1/8.</p>"))
  }

  @Test func `a witness for a law is not told as one against it`() throws {
    var check = check(
      .witness, worst: Witness(point: [], left: "1", relation: "<", right: "2", gap: "1"))
    check.record.refutes = false
    check.record.coverage = [Coverage(.instance, "the numbers given")]
    let body = try Bench.weave(Bench.document([box()]), claims: [entry(.holds, [check])]).plainBody
    #expect(body.contains("Computed: 1 &lt; 2, by 1."))
    #expect(!body.contains("does not hold"))
  }

  @Test func `words that have changed without their check are told`() throws {
    var claim = entry(.holds, [check()])
    claim.reviews = [
      ReviewedPart(
        key: "c.id#2", part: 2, words: "", laws: [], now: Review(statement: "", law: ""),
        drift: .law),
      ReviewedPart(
        key: "c.id", part: nil, words: "", laws: [], now: Review(statement: "", law: ""),
        drift: .statement),
    ]
    let body = try Bench.weave(Bench.document([box()]), claims: [claim]).plainBody
    #expect(
      body.contains(
        """
        <p class="claim__drift">Changed since last read: what is checked, but not part 2.</p>
        <p class="claim__drift">Changed since last read: the statement, but not what is checked.</p>
        """))
  }

  @Test func `the whole card`() throws {
    let mutant = MutantEntry(
      record: MutantRecord(check: 0, why: "no π", origin: .author, trial: Trial()), end: .killed,
      sentence: "no π: false at $y$ = 1")
    let document = Bench.document([box(blocks: [paragraph(.text("It holds."))])])
    let woven = try Bench.weave(
      document,
      claims: [
        entry(.holds, [check(part: 2, mutants: [mutant])], assumptions: ["lemma.x", "c.id"])
      ])
    #expect(
      woven.plainBody == """
        <section class="claim claim--holds" id="c.id" aria-labelledby="c.id.title">
        <header class="claim__header">
        <h2 class="claim__title" id="c.id.title"><span class="claim__number">Claim 3</span> \
        <span class="claim__name">Order</span></h2>
        <a class="permalink" href="#c.id" aria-label="Link to this claim">#</a>
        <span class="claim__badge badge badge--holds">\
        <span class="badge__symbol" aria-hidden="true">✓</span> \
        <span class="badge__word">Holds</span></span>
        </header>
        <div class="claim__statement">
        <p>It holds.</p>
        </div>
        <ul class="claim__evidence">
        <li class="claim__check claim__check--holds">\
        <span class="claim__symbol" title="Holds">✓</span> \
        <span class="claim__part">Part 2</span> <span class="claim__kind">exact</span> \
        Proved for ⟨n = 3⟩.\
        <span class="claim__checked">Stated by hand; checked: ⟨x = x⟩</span></li>
        </ul>
        <details class="claim__details">
        <summary>Evidence</summary>
        <section class="check">
        <h3 class="check__title">Part 2: exact, identity by degrees</h3>
        <dl class="check__margins">
        <div><dt>Scope</dt><dd>every real ⟨x⟩</dd></div>
        <div><dt>Subject</dt><dd>the mathematics</dd></div>
        <div><dt>Slack (allowed ÷ seen)</dt><dd>2.5</dd></div>
        <div><dt>Smallest relative change that is refuted</dt><dd>1 × 10⁻⁹</dd></div>
        <div><dt>Cases</dt><dd>9 of 9 held</dd></div>
        </dl>
        <div class="check__attempts">
        <p class="check__attempts-title">How we tried to break it</p>
        <ul>
        <li class="mutant mutant--killed"><span class="mutant__end">refuted</span> \
        <span class="mutant__sentence">conclusion replaced by “false”: in 9 of 9 cases</span></li>
        <li class="mutant mutant--killed"><span class="mutant__end">refuted</span> \
        <span class="mutant__sentence">no π: false at ⟨y⟩ = 1</span></li>
        </ul>
        </div>
        </section>
        <details class="check__code">
        <summary>Code</summary>
        <pre class="swift-code"><code class="language-swift">claim(&quot;c.id&quot;, x .== x).exact()
        </code></pre>
        </details>
        <div class="claim__assumptions">
        <p>Rests on</p>
        <ul>
        <li>lemma.x</li>
        <li><a class="reference" href="#c.id">c.id</a></li>
        </ul>
        </div>
        <p class="claim__reproduce">Reproduce: <code>./evident check c.id</code></p>
        </details>
        </section>

        """)
    #expect(woven.claimCounts == [.holds: 1])
  }

  @Test(arguments: Verdict.allCases)
  func `every verdict has a word, a symbol and its own class`(verdict: Verdict) throws {
    let document = Bench.document([box()])
    let body = try Bench.weave(document, claims: [entry(verdict, [], reason: "A reason.")]).body
    #expect(body.contains("<section class=\"claim claim--\(verdict.rawValue)\""))
    #expect(body.contains("<span class=\"badge__word\">\(verdict.word)</span>"))
    #expect(body.contains("<p class=\"claim__reason\">A reason.</p>"))
    #expect(Set(Verdict.allCases.map(\.symbol)).count == Verdict.allCases.count)
    // Only what was verified may carry the sign of success.
    #expect(body.contains("✓") == (verdict == .holds))
  }

  @Test func `a claim without a result is not run`() throws {
    let body = try Bench.weave(Bench.document([box()])).body
    #expect(body.contains("<section class=\"claim claim--notRun\""))
    #expect(body.contains("There is no result for this claim."))
  }

  @Test func `folklore is struck through beside its witness`() throws {
    let witness = Witness(
      point: [Binding("u", "-3"), Binding("v", "0")], left: "5/2", relation: "\\le", right: "1",
      gap: "1.50000000000001")
    let document = Bench.document([
      box(
        .folklore,
        blocks: [paragraph(.text("It is monotone.")), paragraph(.text("For u ≥ −1 it is."))])
    ])
    let woven = try Bench.weave(
      document,
      claims: [entry(.holds, [check(.witness, worst: witness)], kind: .folklore)])
    #expect(
      woven.plainBody.contains(
        """
        <div class="folklore__pair">
        <div class="folklore__statement">
        <p class="folklore__label">Often said</p>
        <del>
        <p>It is monotone.</p>
        </del>
        </div>
        <div class="folklore__witness">
        <p class="folklore__label">But</p>
        <p>False at ⟨u⟩ = -3, ⟨v⟩ = 0: 5/2 ⟨\\le⟩ 1 does not hold, by 1.5.</p>
        </div>
        </div>
        <div class="claim__statement">
        <p>For u ≥ −1 it is.</p>
        </div>
        """))
    #expect(woven.body.contains("<section class=\"claim claim--holds folklore folklore--refuted\""))
    #expect(woven.body.contains("<span class=\"badge__word\">False</span>"))
    #expect(!woven.body.contains("badge__word\">Holds"))
  }

  @Test func `what is cited is never shown as verified`() throws {
    let document = Bench.document([box(.cited, blocks: [paragraph(.text("A theorem."))])])
    let body = try Bench.weave(document, claims: [entry(.cited, [], kind: .cited)]).body
    #expect(body.contains("<section class=\"claim claim--cited cited\""))
    #expect(body.contains("<span class=\"badge__word\">Cited, not verified</span>"))
    #expect(
      body.contains("<p class=\"cited__note\">Taken from the source; not verified here.</p>"))
  }

  @Test func `a certificate is linked, with the program that checks it and how to call it`() throws
  {
    var certified = check()
    certified.record.certificates = [
      .witness(WitnessCertificate(steps: [], values: [], comparisons: []))
    ]
    let document = Bench.document([box()])
    let body = try Bench.weave(document, claims: [entry(.holds, [certified])]).plainBody
    #expect(
      body.contains(
        """
        <p class="check__certificate">\
        <a href="../certificates/c.id.json">Certificate (JSON)</a>, checked again here. \
        Check it yourself: \
        <a href="../assets/check_certificates.py" download="">check_certificates.py</a>, then \
        <code>python3 check_certificates.py c.id.json</code>.</p>
        """))
    certified.record.certificates = []
    certified.record.uncertified = "6000 points"
    let none = try Bench.weave(document, claims: [entry(.holds, [certified])]).plainBody
    #expect(none.contains("Certificate: not published, 6000 points."))
    #expect(!none.contains("certificates/c.id.json"))
  }

  // MARK: - Hostile text

  private static let hostile = "<script>alert('x')</script>\"&$<b>$`<i>`"

  @Test func `nothing that came from a run is markup`() throws {
    let hostile = Self.hostile
    let mutant = MutantEntry(
      record: MutantRecord(check: 0, why: hostile, origin: .author, trial: Trial()),
      end: .survived, sentence: hostile)
    let witness = Witness(
      point: [Binding(hostile, hostile)], left: hostile, relation: hostile, right: hostile,
      gap: hostile)
    let hostileCheck = check(
      .witness, sentence: hostile, violation: witness, worst: witness, mutants: [mutant])
    let document = Bench.document(
      [
        box(title: hostile, blocks: [paragraph(.text(hostile))]), .swift(0), paragraph(.value(1)),
      ], title: hostile,
      runnables: [
        swiftBlock(0, hostile, id: "b"),
        .value(InlineValue(number: 1, expression: "x", place: Bench.place(3), claimed: nil)),
      ])
    let run = Bench.run(
      of: document,
      output: [
        0: [
          .printed(hostile), .shown(.quantity(.text(hostile)), fills: hostile),
          .shown(.quantity(.tex(hostile)), fills: nil),
          .shown(.quantity(.matrix([[.text(hostile)]])), fills: nil),
          .shown(
            .table(header: [hostile], rows: [[.text(hostile), .double(hostile)]]), fills: nil),
        ]
      ], values: [1: .text(hostile)],
      outcomes: [.notRun(hostile), .ran],
      diagnostics: [
        Diagnostic(hostile, at: Bench.place(1), hostile, notes: [.init(message: hostile)])
      ])
    let body = try Bench.weave(
      document, run: run,
      claims: [entry(.refuted, [hostileCheck], reason: hostile, assumptions: [hostile])]
    ).body
    #expect(body.contains("&lt;script&gt;"))
    for tag in ["<script", "<b>", "<i>"] { #expect(!body.contains(tag)) }
    // A quote inside an attribute would end it.
    for attribute in body.matches(of: #/\w+="([^"]*)"(.)/#) {
      #expect(" />".contains(attribute.2), "\(attribute.0)")
    }
  }
}
