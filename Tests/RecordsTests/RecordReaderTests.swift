import Testing

@testable import Records

@Suite("Records go through text unchanged, and hostile text is refused")
struct RecordReaderTests {
  static let check = CheckRecord(
    claim: "a.b", part: 2, check: 3, runnable: 4, line: 17, evidence: .exact,
    method: "identity by degrees", subject: .implementation(function: "f", scalar: "Rational"),
    coverage: [Coverage(.universal, "every real $x$")], statement: "x \\le y", coversLaw: true,
    trial: {
      var trial = Trial(required: 9)
      trial.held = 9
      trial.observed = .infinity
      trial.bound = .nan
      trial.margin = .leastNonzeroMagnitude
      trial.worst = Witness(
        point: [Binding("x", "3/2")], left: "1", relation: "≤", right: "2", gap: nil)
      trial.strata = [Stratum(name: "ties", drawn: 3, accepted: 2)]
      return trial
    }(), sensitivity: 1e-17, assumptions: [Assumption("lemma.one", statement: "x > 0")], seconds: 0.25)

  static let records: [Record] = [
    .began(Mark(runnable: 0, output: 0)),
    .ended(Mark(runnable: 0, output: 12)),
    .value(ValueRecord(runnable: 1, quantity: .ball(lower: "-1/3", upper: nil))),
    .value(
      ValueRecord(
        runnable: 1,
        quantity: .tuple([
          .integer("-123456789012345678901234567890"),
          .rational(numerator: "1", denominator: "3"), .double("5e-324"), .double("nan"),
          .complex(re: .double("1.0"), im: .double("-inf")), .boolean(true),
          .text("\"\\ \u{0} \n\t é 😀 \u{2028}"), .tex("\\frac{1}{2}"),
          .matrix([[.integer("1")], [.integer("2")]]), .vector([]),
        ]))),
    .shown(
      ShownRecord(
        mark: Mark(runnable: 2, output: 3),
        content: .table(header: ["n"], rows: [[.integer("0")]]), fills: "tab:a")),
    .mutant(MutantRecord(check: 3, why: "drop a term", origin: .author, trial: Trial())),
    .threw(ThrownRecord(runnable: 2, message: "E()", line: 3, frames: [1, .max])),
    .finished(["b": "2", "a": "1"]),
  ]

  @Test("what is written is read", arguments: records)
  func roundTrip(_ record: Record) throws {
    var reader = RecordReader()
    let line = try RecordWriter.line(record)
    #expect(!line.contains("\n"))
    #expect(reader.read(Array((line + "\n").utf8)) == [.record(record)])
    #expect(reader.finish() == [])
  }

  @Test("infinite and undefined numbers of a check survive")
  func nonFinite() throws {
    let line = try RecordWriter.line(.check(RecordReaderTests.check))
    var reader = RecordReader()
    guard case .record(.check(let check)) = reader.read(Array((line + "\n").utf8)).first else {
      Issue.record("not read")
      return
    }
    #expect(check.trial.observed == .infinity)
    #expect(check.trial.bound?.isNaN == true)
    #expect(check.trial.margin == Double.leastNonzeroMagnitude)
    #expect(try RecordWriter.line(.check(check)) == line)
  }

  private static let design = StatisticalDesign(
    family: .mean, stated: [Enclosure(lower: "1/3", upper: "1/2")],
    deviation: Enclosure(lower: "2", upper: "2"), level: "1/1000000",
    effect: StatedEffect(isRelative: true, size: "1/5"), draws: 10, centre: 0.4, scales: [0.1])

  /// The check above, made statistical.
  private func statistical(
    _ change: (inout StatisticalDesign, inout DrawSums) -> Void = { _, _ in }
  ) -> Record {
    var (design, sums) = (
      Self.design, DrawSums(count: 10, random: 9, sums: [-0.5], estimate: 1e-17)
    )
    change(&design, &sums)
    var check = Self.check
    check.trial.bound = nil
    check.evidence = .statistical
    check.statistical = design
    check.trial.draws = sums
    return .check(check)
  }

  @Test("a statistical check goes through unchanged, with its sums")
  func statisticalRoundTrip() throws {
    var reader = RecordReader()
    let record = statistical()
    let line = try RecordWriter.line(record)
    #expect(reader.read(Array((line + "\n").utf8)) == [.record(record)])
  }

  @Test("a statistical check that says what cannot be is refused")
  func impossibleStatistics() throws {
    func refusal(
      _ change: (inout StatisticalDesign, inout DrawSums) -> Void
    ) throws -> String {
      let line = try RecordWriter.line(statistical(change))
      guard case .malformed(let reason) = RecordReader.item(Array(line.utf8)) else { return "none" }
      return reason
    }
    #expect(try refusal { _, _ in } == "none")
    #expect(
      try refusal { design, _ in design.draws = 0 } == "a statistical check without draws")
    #expect(
      try refusal { design, _ in design.stated = [] } == "a statistical check that states nothing")
    for text in ["", "1/0", "1/-2", "0x1", "1e5", "01"] {
      #expect(
        try refusal { design, _ in design.level = text } == "a rational that is not one", "\(text)")
    }
    #expect(
      try refusal { design, _ in design.scales = [.infinity] }
        == "a statistical check with an infinite number")
    #expect(
      try refusal { _, sums in sums.counts = [-1] } == "a negative count of draws")
    #expect(
      try refusal { _, sums in sums.moved = 2 } == "draws that are moved in no direction")
    #expect(
      try refusal { _, sums in sums.sums = [.nan] } == "a sum of draws that is not finite")
  }

  @Test("the text is JSON, with sorted names of libraries")
  func text() throws {
    #expect(
      try RecordWriter.line(.finished(["b": "2", "a": "1"]))
        == #"{"finished":{"_0":{"a":"1","b":"2"}}}"#)
    #expect(
      try RecordWriter.line(.began(Mark(runnable: 3, output: 40)))
        == #"{"began":{"_0":{"runnable":3,"output":40}}}"#)
  }

  @Test("records may arrive in any portions")
  func portions() throws {
    let lines = try RecordReaderTests.records.map { try RecordWriter.line($0) + "\n" }
    var reader = RecordReader()
    var items: [RecordReader.Item] = []
    for byte in lines.joined().utf8 { items += reader.read([byte]) }
    #expect(items == RecordReaderTests.records.map { .record($0) })
  }

  static let refused: [(String, String)] = [
    ("", "a value is missing (byte 1 of the record)"),
    ("garbage", "a digit is missing (byte 1 of the record)"),
    ("{", "a string is missing (byte 2 of the record)"),
    (#"{"began":1} x"#, "text after the value (byte 13 of the record)"),
    (#"{"a":1,"a":2}"#, "a key that comes twice (byte 11 of the record)"),
    (#"{"unknown":{"_0":1}}"#, "not a known record: "),
    (#"{"began":{"_0":{"runnable":1}}}"#, "began._0: `output` is missing"),
    (#"{"began":{"_0":{"runnable":1.5,"output":0}}}"#, "began._0.runnable: Int is missing"),
    (
      #"{"began":{"_0":{"runnable":99999999999999999999,"output":0}}}"#,
      "began._0.runnable: Int is missing"
    ),
    (#"{"began":{"_0":{"runnable":-1,"output":0}}}"#, "a negative number of a block"),
    (#"{"began":{"_0":{"runnable":1,"output":-5}}}"#, "a negative number of bytes"),
    (
      #"{"value":{"_0":{"runnable":1,"quantity":{"integer":{"_0":"<b>"}}}}}"#,
      "an integer that is not one"
    ),
    (
      #"{"value":{"_0":{"runnable":1,"quantity":{"double":{"_0":"0x1p3"}}}}}"#,
      "a number that is not one"
    ),
    (
      #"{"value":{"_0":{"runnable":1,"quantity":{"rational":{"numerator":"1","denominator":"0"}}}}}"#,
      "a rational that is not one"
    ),
    (#"["\ud800"]"#, "half a surrogate pair (byte 9 of the record)"),
    (#"["\q"]"#, "an unknown escape (byte 5 of the record)"),
    ("[\"a\tb\"]", "a control character in a string (byte 5 of the record)"),
  ]

  @Test("what no honest writer says is refused with a reason", arguments: refused)
  func refusal(_ line: String, _ reason: String) {
    var reader = RecordReader()
    let items = reader.read(Array((line + "\n").utf8))
    guard case .malformed(let actual) = items.first, items.count == 1 else {
      Issue.record("\(items)")
      return
    }
    #expect(actual.hasPrefix(reason))
  }

  @Test("nesting, length, invalid UTF-8 and half a line are refused, and reading goes on")
  func bounds() throws {
    let good = Array((try RecordWriter.line(.finished([:])) + "\n").utf8)
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    let long = [UInt8](repeating: UInt8(ascii: "1"), count: RecordReader.maximumLine + 10)
    let line: [UInt8] = [0x0A]
    var reader = RecordReader()
    let items = reader.read(deep + line + good + long + line + good + [0x22, 0xFF, 0x22] + line)
    #expect(
      items == [
        .malformed("nested too deeply (byte 97 of the record)"), .record(.finished([:])),
        .malformed("a record of more than 4194304 bytes"), .record(.finished([:])),
        .malformed("a string that is not UTF-8 (byte 4 of the record)"),
      ])
    #expect(reader.read([0x7B]) == [])
    #expect(reader.finish() == [.malformed("a record that does not end")])
  }

  @Test("any bytes are read without a crash")
  func anyBytes() throws {
    let line = Array(try RecordWriter.line(.check(RecordReaderTests.check)).utf8)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var damaged = line
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      var reader = RecordReader()
      #expect(!reader.read(damaged + [0x0A]).isEmpty)
    }
  }
}
