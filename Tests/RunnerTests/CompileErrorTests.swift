import Testing

@testable import Runner

@Suite("What does not compile is reported in the article, and the rest still runs")
struct CompileErrorTests {
  @Test("errors of two blocks and of a value, in one run")
  func twoBlocks() throws {
    let run = try run(
      """
      # Title

      ```swift
      let a: Int = "text"
      ```
      ```swift
      print("works")
      ```
      A value `{swift} missing + 1` here.
      ```swift
      print(
        unknown)
      ```
      """)
    #expect(
      run.findings == [
        "4:14 swift.compile cannot convert value of type 'String' to specified type 'Int'",
        "9:18 swift.compile cannot find 'missing' in scope",
        "12:3 swift.compile cannot find 'unknown' in scope",
      ])
    #expect(run.outcomes == [.failed, .ran, .failed, .failed])
    #expect(run.printed(1) == "works\n")
  }

  @Test("what only suffers from another block's error is no error of its own; what has its own is")
  func consequences() throws {
    let run = try run(
      """
      ```swift
      let p = softmaxx([1, 2, 3])
      ```
      ```swift
      let q = p.max()!
      let r: Int = ""
      ```
      The largest is `{swift} p.max()!` of `{swift} q`.
      """)
    #expect(
      run.findings == [
        "2:9 swift.compile cannot find 'softmaxx' in scope",
        "6:14 swift.compile cannot convert value of type 'String' to specified type 'Int'",
      ])
    #expect(
      run.outcomes == [
        .failed, .failed,
        .notRun("it uses `p` from the block at line 1, which does not compile"),
        .notRun("it uses `q` from the block at line 4, which does not compile"),
      ])
  }

  @Test("a value has one error: what follows the first follows from it")
  func oneError() throws {
    let run = try run("`{swift} [1, , 2, ;`")
    #expect(run.findings.count == 1)
  }

  @Test("a block whose fence never ends is not compiled, and its claims are not missed")
  func unclosedFence() throws {
    var document = Sketch.document("```swift\nlet x = 1\nProse, and more prose.\n```\n`{swift} x`")
    guard case .block(var block) = document.runnables[0] else { return }
    block.isClosed = false
    document.runnables[0] = .block(block)
    let run = try TestRunner.shared.get().run([document])[0]
    #expect(run.findings == [])
    #expect(
      run.outcomes == [
        .failed, .notRun("it uses `x` from the block at line 1, which does not compile"),
      ])
  }

  @Test("a block that misses a removed block's names is not run, and says why")
  func notRun() throws {
    let run = try run(
      """
      ```swift
      let a = [1, 2
      ```
      ```swift
      let b = a.count
      ```
      ```swift
      print(b)
      ```
      ```swift
      print("independent")
      ```
      """)
    #expect(
      run.findings == [
        "2:14 swift.compile expected ']' in container literal expression"
      ])
    #expect(
      run.outcomes == [
        .failed,
        .notRun("it uses `a` from the block at line 1, which does not compile"),
        .notRun("it uses `b` from the block at line 4, which was not run either"),
        .ran,
      ])
    #expect(run.printed(3) == "independent\n")
  }

  @Test("an unclosed brace or comment stays in its block")
  func unclosed() throws {
    let run = try run(
      """
      ```swift
      func f() {
        print(1)
      ```
      ```swift
      print("between")
      ```
      ```swift
      }
      ```
      ```swift
      /* open
      ```
      ```swift
      print("closed") /* here */
      ```
      """)
    #expect(
      run.findings == [
        "3:10 swift.compile expected '}' at end of brace statement",
        "9:1 swift.compile extraneous '}' at top level",
        "12:8 swift.compile unterminated '/*' comment",
      ])
    #expect(run.outcomes == [.failed, .ran, .failed, .failed, .ran])
    #expect(run.diagnostics[0].notes.map(\.place?.line) == [2])
  }

  @Test("a second declaration is reported alone, not the uses of the first")
  func redeclaration() throws {
    let run = try run(
      """
      ```swift
      let x = 1
      print(x)
      ```
      ```swift
      let x = 2
      ```
      """)
    #expect(run.findings == ["6:5 swift.compile invalid redeclaration of 'x'"])
    #expect(run.diagnostics[0].notes.map(\.place?.line) == [2])
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("errors of the passes after type checking are found too")
  func silErrors() throws {
    let run = try run(
      """
      ```swift
      func f(_ n: Int) -> Int {
        if n > 0 { return 1 }
      }
      ```
      ```swift
      print(f(1))
      ```
      """)
    #expect(
      run.findings == [
        "4:1 swift.compile missing return in global function expected to return 'Int'"
      ])
    #expect(
      run.outcomes[1]
        == .notRun("it uses `f` from the block at line 1, which does not compile"))
  }

  @Test("columns are the article's, in lists and quotes and after letters of several bytes")
  func columns() throws {
    let run = try run(
      """
      1. A list

         ```swift
         let a = unknownA
         let text = \"\"\"
           a text
           \"\"\"
         ```

      > ```swift
      > let b = unknownB
      > ```

      Größe: `{swift} unknownC` and `{swift} 1 + unknownD`.
      """)
    #expect(
      run.findings == [
        "4:12 swift.compile cannot find 'unknownA' in scope",
        "11:11 swift.compile cannot find 'unknownB' in scope",
        "14:19 swift.compile cannot find 'unknownC' in scope",
        "14:46 swift.compile cannot find 'unknownD' in scope",
      ])
  }

  @Test("the author's warnings are warnings; the calls around a value cause none")
  func warnings() throws {
    let run = try run(
      """
      ```swift
      func f() { var x = 1; print(x) }
      ```
      `{swift} 1 + 1` and `{swift} [1, 2].count`
      """)
    #expect(
      run.findings == [
        "2:16 swift.compile variable 'x' was never mutated; consider changing to 'let' constant"
      ])
    #expect(run.diagnostics.map(\.severity) == [.warning])
  }

  @Test("an inline value is one expression")
  func oneExpression() throws {
    let run = try run("`{swift} 1)); print((2` and `{swift} 1; 2` and `{swift} (\")\").count`")
    #expect(
      run.findings.map { $0.prefix(75) } == [
        "1:10 swift.compile an inline value is one expression; this `)` closes nothing".prefix(75),
        "1:39 swift.compile expected ',' separator",
      ])
    #expect(run.outcomes == [.failed, .failed, .ran])
  }

  @Test("what only another mode of the language objects to is not reported")
  func languageMode() throws {
    let run = try run(
      """
      ```swift
      var count = 0
      func run(_ body: @Sendable () -> Void) { body() }
      await Task.yield()
      run { print(count) }
      ```
      """)
    #expect(run.findings == [])
    #expect(run.printed(0) == "0\n")
  }

  @Test("a name of the library that a claim uses may not be redeclared")
  func shadowed() throws {
    let run = try run(
      """
      ```swift
      func exp(_ x: Double) -> Double { x }
      func exponential(_ x: Double) -> Double { x }
      print(exp(2.0))
      ```
      ```swift
      // A block with a claim(…), and one without.
      func claim(_ id: String) {}
      claim("a")
      print(exp(1.0))
      ```
      """)
    #expect(run.findings.contains { $0.hasPrefix("2:6 swift.shadowed-name `exp` is a name") })
    #expect(run.printed(0) == "2.0\n")
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("nor by way of another block, as an operator, as a member, or within the block")
  func shadowedFarAway() throws {
    func names(_ declaration: String, _ use: String, own: String = "") throws -> [String] {
      let run = try run(
        "```swift\n\(declaration)\n```\n```swift\(own)\n_ = claim(\"a\"); \(use)\n```")
      return run.findings.compactMap { finding in
        guard finding.contains("swift.shadowed-name") else { return nil }
        return finding.split(separator: "`").dropFirst().first.map(String.init)
      }
    }
    let softmax = "func softmax(_ x: Int) -> Int { x }\nfunc twice(_ x: Int) -> Int { softmax(x) }"
    #expect(try names(softmax, "print(twice(1))") == ["softmax"])
    #expect(try names(softmax + "\nlet two = twice(1)", "print(two)") == ["softmax"])
    #expect(try names(softmax, "print(1)") == [])
    let equal = "func .== (a: Rational, b: Rational) -> Relation<Rational> { a .<= b }"
    #expect(try names(equal, "_ = Rational(1) .== 2") == [".=="])
    let ownType = "struct Parity { var isOdd: Bool }\n"
    let sum = "func + (a: Parity, b: Parity) -> Parity { a }"
    #expect(try names(ownType + sum, "_ = Parity(isOdd: true) + Parity(isOdd: true)") == [])
    let verb = "extension Claim { func exact(_ text: Relation<Rational>) -> Claim { self } }"
    #expect(try names(verb, "_ = claim(\"b\").exact(Rational(1) .== 2)") == ["exact"])
    let member = ownType + "extension Parity { func exact() {} }"
    #expect(try names(member, "Parity(isOdd: true).exact()") == [])
    let local = "func exp(_ x: Int) -> Int { x }; print(exp(1))"
    #expect(try names("", local, own: " own") == ["exp"])
    #expect(try names("", "func body() { \(local) }; body()") == ["exp"])
    #expect(try names("", "struct S { func exp() {} }; S().exp()") == [])
  }

  @Test(
    "slips that are natural in mathematics are put right",
    arguments: [
      ("x^2 .>= 0", "Write a power with two stars: x ** 2."),
      (
        "x == 2 * x",
        "A dotted comparison states, a plain one decides: write .==, .<=, .<, .>= or .>."
      ),
      ("ln(x) .<= x", "Write log, the natural logarithm."),
      ("-1 .<= x .<= 1", "Join two comparisons by &&: -1 .<= x && x .<= 1."),
      (
        "n * x .== x",
        "Make the number a formula: Formula(n) for an Int or a Rational; literals are formulas "
          + "already."
      ),
      ("real(\"u\", in: -1...) .>= -1", "Put the negative end in brackets: in: (-1)..."),
      (
        "half * x .== x",
        "Make the number a formula: Formula(n) for an Int or a Rational; literals are formulas "
          + "already."
      ),
    ])
  func hints(law: String, fix: String) throws {
    let run = try run(
      """
      ```swift
      let x = real("x"), n = 3, half: Rational = 1 / 2
      ```
      ```swift
      let law: Law = \(law)
      ```
      """)
    #expect(run.diagnostics.contains { $0.fix == fix })
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("what a check found is not for an article to write")
  func records() throws {
    let run = try run(
      """
      ```swift
      import Foundation
      // import Records
      print("import Records")
      ```
      ```swift
        import struct Records.Trial
      ```
      """)
    #expect(
      run.findings == [
        "7:1 swift.import an article does not import Records: what a check found, the check "
          + "itself writes down"
      ])
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("another article is not harmed")
  func otherArticles() throws {
    let runner = try TestRunner.shared.get()
    let texts = [
      "```swift\nlet a = \n```", "```swift\nprint(1)\n```", "```swift\nfatalError()\n```",
      "```swift\nextension Int { var n: Int { 7 } }\nprint(3.n)\n```",
    ]
    let documents = texts.enumerated().map {
      Sketch.document($0.element, path: "articles/\($0.offset).md")
    }
    let runs = try runner.run(documents)
    #expect(runs.map(\.path) == documents.map(\.path))
    #expect(runs.map(\.outcomes) == [[.failed], [.ran], [.failed], [.ran]])
    #expect(runs[3].printed(0) == "7\n")
  }
}
