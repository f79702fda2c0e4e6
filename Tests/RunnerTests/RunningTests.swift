import Records
import Testing

@testable import Runner

@Suite("An article's blocks run in order, as one program")
struct RunningTests {
  @Test("blocks share a scope; printed text and values arrive where they belong")
  func sharedScope() throws {
    let run = try run(
      """
      The first block
      ```swift
      let x = 6
      print("one")
      ```
      is followed by `{swift} x * 7` and `{swift} x == 6`.
      ```swift
      print("two")
      print("three", terminator: "")
      ```
      """)
    #expect(run.findings == [])
    #expect(run.outcomes == [.ran, .ran, .ran, .ran])
    #expect(run.values == [1: .integer("42"), 2: .boolean(true)])
    #expect(run.output == [0: [.printed("one\n")], 3: [.printed("two\nthree")]])
  }
}
