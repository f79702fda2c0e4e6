import Testing

@testable import Runner

@Suite("A trap is reported at its line and column, with its message")
struct TrapTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var code: String
    var finding: String
    var testDescription: String { code }
  }

  static let cases = [
    Case(code: "print([1][one])", finding: "4:10 swift.trap Index out of range"),
    Case(
      code: "let none: Int? = Int(\"z\"); print(none!)",
      finding: "4:38 swift.trap Unexpectedly found nil while unwrapping an Optional value"),
    Case(code: "print(Int.max + one)", finding: "4:15 swift.trap arithmetic overflow"),
    Case(code: "print(1 / (one - 1))", finding: "4:9 swift.trap Division by zero"),
    Case(code: "fatalError(\"because\")", finding: "4:1 swift.trap because"),
    Case(
      code: "fatalError(\"first\\nsecond\")", finding: "4:1 swift.trap first\nsecond"),
    Case(
      code: "precondition(one == 2, \"one is two\")",
      finding: "4:1 swift.trap Precondition failed: one is two"),
    Case(code: "precondition(one == 2)", finding: "4:1 swift.trap Precondition failed"),
    Case(code: "assert(one == 2, \"no\")", finding: "4:1 swift.trap Assertion failed: no"),
    Case(
      code: "struct E: Error {}; func f() throws { throw E() }; try! f()",
      finding:
        "4:57 swift.trap 'try!' expression unexpectedly raised an error: Article_x.E()"),
    Case(
      code: "print(UInt8(one + 300))",
      finding: "4:7 swift.trap Not enough bits to represent the passed value"),
    Case(
      code: "func deep(_ n: Int) -> Int { n < 0 ? 0 : 1 + deep(n + 1) }; print(deep(0))",
      finding: "4:1 swift.trap stack overflow: calls are nested too deeply"),
    Case(
      code: "let c = { (a: [Int]) in a[7] }; print(c([]))",
      finding: "4:26 swift.trap Index out of range"),
    Case(
      code: "print(await Task { [1][one] }.value)", finding: "4:23 swift.trap Index out of range"),
    Case(
      code: "print((one as Any) as! String)",
      finding: "4:20 swift.trap Could not cast value of type 'Swift.Int' to 'Swift.String'."),
  ]

  @Test("every kind of trap", arguments: cases)
  func kinds(_ trap: Case) throws {
    let run = try run(
      """
      ```swift
      let one = Int("1")!
      print("before")
      \(trap.code)
      ```
      then `{swift} one`
      ```swift
      print("after")
      ```
      """)
    #expect(run.findings == [trap.finding])
    #expect(run.printed(0).hasPrefix("before\n"))
    let message = trap.finding.drop { $0 != "." }.drop { $0 != " " }.dropFirst()
    let reason = ArticleRun.Outcome.notRun("the block at line 1 trapped (\(message))")
    #expect(run.outcomes == [.failed, reason, reason])
  }
}
