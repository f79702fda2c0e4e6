import Testing

@testable import Runner

@Suite("Blocks that must fail or trap do so with the message that they give")
struct LeafTests {
  @Test("`fails`: the expected error, on its line, and no other")
  func fails() throws {
    let run = try run(
      """
      ```swift
      let x = 1
      ```
      ```swift fails
      let y: String = x  // error: cannot convert value of type 'Int'
      ```
      ```swift fails
      func f() -> Int { }  // error: missing return
      ```
      ```swift fails
      let x = 2  // error: invalid redeclaration of 'x'
      ```
      ```swift
      let y = 2
      print(x + y)
      ```
      """)
    #expect(run.findings == [])
    #expect(run.outcomes == [.ran, .asExpected, .asExpected, .asExpected, .ran])
    #expect(run.printed(4) == "3\n")
  }

  @Test("`fails`: compiling, another error, or no expectation is an error")
  func failsOtherwise() throws {
    let run = try run(
      """
      ```swift fails
      let y = 1  // error: something
      ```
      ```swift fails
      let z: Int = ""  // error: something else
      ```
      ```swift fails
      let z: Int = ""
      ```
      """)
    #expect(
      run.findings == [
        "1:1 block.unexpected-success this block is marked `fails`, but it compiles",
        "5:1 block.unexpected-message the expected error does not occur on this line: "
          + "something else",
        "5:14 block.unexpected-message the compiler says something else here: "
          + "cannot convert value of type 'String' to specified type 'Int'",
        "8:14 block.unexpected-message this block does not say which error it expects; it gets: "
          + "cannot convert value of type 'String' to specified type 'Int'",
      ])
    #expect(run.outcomes == [.failed, .failed, .failed])
  }

  @Test("`traps`: the expected message; what was printed before stays; nothing leaks")
  func traps() throws {
    let run = try run(
      """
      ```swift
      let numbers = [1, 2]
      print("ordinary")
      ```
      ```swift traps
      print("before")
      let n = numbers.count
      print(numbers[n])  // trap: Index out of range
      ```
      ```swift
      let n = 5
      print(n)
      ```
      """)
    #expect(run.findings == [])
    #expect(run.outcomes == [.ran, .asExpected, .ran])
    #expect(
      run.output == [
        0: [.printed("ordinary\n")], 1: [.printed("before\n")], 2: [.printed("5\n")],
      ])
  }

  @Test("`traps`: coming to the end, another message, no expectation, an error of the compiler")
  func trapsOtherwise() throws {
    let run = try run(
      """
      ```swift traps
      print("fine")  // trap: anything
      ```
      ```swift traps
      fatalError("one")  // trap: two
      ```
      ```swift traps
      fatalError("three")
      ```
      ```swift traps
      fatalError(4)  // trap: four
      ```
      """)
    #expect(
      run.findings == [
        "1:1 block.unexpected-success this block is marked `traps`, but it comes to its end",
        "5:1 block.unexpected-message the trap says something else: one",
        "8:1 block.unexpected-message this block does not say which trap it expects; "
          + "it gets: three",
        "11:12 swift.compile cannot convert value of type 'Int' to expected argument type "
          + "'String'",
      ])
  }

  @Test("a leaf that needs a block that does not compile is not run")
  func missing() throws {
    let run = try run(
      """
      ```swift
      let x: Int = ""
      ```
      ```swift fails
      let y: String = x  // error: cannot convert
      ```
      ```swift traps
      fatalError("\\(x)")  // trap: 1
      ```
      """)
    #expect(
      run.outcomes == [
        .failed, .notRun("it uses `x` from a block that does not compile"),
        .notRun("it uses `x` from a block that does not compile"),
      ])
  }
}
