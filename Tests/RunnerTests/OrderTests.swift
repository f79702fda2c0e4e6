import Testing

@testable import Runner

@Suite("A variable that has no value yet cannot be read")
struct OrderTests {
  @Test("reading what a later block declares")
  func laterBlock() throws {
    let run = try run(
      """
      ```swift
      print("fine")
      ```
      ```swift
      print(1 + later)
      ```
      ```swift
      let later = 3
      print(later)
      ```
      """)
    #expect(
      run.findings == [
        "5:11 swift.use-before-declaration `later` is read here, but it is declared only further "
          + "down: it has no value yet"
      ])
    #expect(run.diagnostics[0].notes.map(\.place?.line) == [8])
    #expect(run.outcomes == [.ran, .failed, .ran])
    #expect(run.printed(2) == "3\n")
  }

  @Test("reading it above its line in the same block, but not from a function there")
  func sameBlock() throws {
    let run = try run(
      """
      ```swift
      func read() -> Int { later }
      print(later)
      let later = 3
      print(read())
      ```
      """)
    #expect(run.findings.map { $0.prefix(35) } == ["3:7 swift.use-before-declaration `l"])
  }

  @Test("a function of an earlier block that reads it, and an inline value")
  func functionsAndValues() throws {
    let run = try run(
      """
      ```swift
      func read() -> Int { later }
      ```
      `{swift} later + 1`
      ```swift
      let later = 3
      ```
      """)
    #expect(
      run.findings.map { $0.prefix(32) } == [
        "2:22 swift.use-before-declaratio", "4:10 swift.use-before-declaratio",
      ])
  }

  @Test("calling a function that reads, further down, what has no value yet")
  func throughCalls() throws {
    let run = try run(
      """
      ```swift
      print(outer())
      ```
      ```swift
      let table = [1, 2, 3]
      func inner() -> Int { table[0] }
      func outer() -> Int { inner() }
      print(outer())
      ```
      """)
    #expect(
      run.findings == [
        "2:7 swift.use-before-declaration `outer` is called here, but it reads `table`, which has "
          + "no value yet"
      ])
    #expect(run.printed(1) == "1\n")
  }

  @Test("functions and types may be used before they are declared; so may names that are local")
  func allowed() throws {
    let run = try run(
      """
      ```swift
      func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
      func local() -> Int { let later = 1; return later }
      struct S { var later = 2 }
      print(S().later, local(), T.self)
      ```
      ```swift
      func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
      struct T {}
      let later = 3
      print(isEven(4))
      ```
      """)
    #expect(run.findings == [])
    #expect(run.printed(1) == "true\n")
  }
}
