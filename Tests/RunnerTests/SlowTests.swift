import Testing

@testable import Runner

@Suite("What a run leaves out that does not wait for slow blocks")
struct SlowTests {
  /// Reasons by runnable, without compiling anything.
  private func reasons(_ text: String) -> [Int: String] {
    SlowBlocks(Tangle(Sketch.document(text))).reasons
  }

  private let slow = "it is slow, and waits until it is asked for"

  @Test("nothing, where nothing is slow")
  func nothing() {
    #expect(reasons("```swift\nvar n = 1\n```\n`{swift} n`") == [:])
  }

  @Test("the block itself, and what uses a name that it declares, over any number of steps")
  func names() {
    let article = """
      ```swift slow
      let model = train()
      ```
      ```swift
      let score = model.score
      ```
      `{swift} score` and `{swift} 6 * 7`
      ```swift
      struct Other { var model = 1 }
      ```
      ```swift traps
      print("\\(model.weights[9])")  // trap: out of range
      ```
      ```swift static
      model.draw()
      ```
      """
    #expect(
      reasons(article) == [
        0: slow,
        1: "it uses `model`, which waits for the slow block at line 1",
        2: "it uses `score`, which waits for the slow block at line 1",
        4: "it uses `model`, which waits for the slow block at line 1",
        5: "it uses `model`, which waits for the slow block at line 1",
      ])
  }

  @Test("names within its functions and scopes are nobody else's")
  func inner() {
    let article = """
      ```swift slow
      func f() { let total = 1 }
      ```
      ```swift slow own
      let other = 1
      ```
      `{swift} total` `{swift} other` `{swift} f()`
      """
    #expect(Set(reasons(article).keys) == [0, 1, 4])
  }

  @Test(
    "what may see a change that it makes",
    arguments: [
      "var n = 1", "class Counter {}\nlet n = Counter()",
      "struct S { static var n = 1 }\nlet n = S()",
      "let n = UnsafeMutablePointer<Int>.allocate(capacity: 1)",
    ])
  func changes(_ state: String) {
    let article = """
      ```swift
      \(state)
      ```
      ```swift
      func reader() { print(n) }
      let constant = 3
      ```
      ```swift
      let free = 4
      ```
      ```swift slow
      reader()
      ```
      `{swift} reader()` `{swift} n` `{swift} free`
      """
    let line = 10 + state.split(separator: "\n").count
    let reason = "it may see what the slow block at line \(line) changes"
    #expect(reasons(article) == [3: slow, 4: reason, 5: reason])
  }

  @Test("a slow block that touches nothing that can change leaves everything else in")
  func untouched() {
    let article = """
      ```swift
      var n = 1
      ```
      ```swift slow
      print(6 * 7)
      ```
      `{swift} n`
      """
    #expect(reasons(article) == [1: slow])
  }

  @Test("whatever comes after an extension of its own")
  func extensions() {
    let article = "```swift slow\nextension Int { var a: Int { 1 } }\n```\n`{swift} 1`"
    #expect(
      reasons(article) == [
        0: slow, 1: "it may use what the slow block at line 1 extends",
      ])
  }

  private let article = """
    ```swift
    let few = [1]
    ```
    ```swift slow
    print("slow")
    let many = [1, 2, 3]
    ```
    ```swift
    print("many", many.count)
    ```
    ```swift
    print("few", few.count)
    ```
    ```swift fails
    let text: String = many  // error: cannot convert
    ```
    ```swift slow traps
    print(few[9])  // trap: Index out of range
    ```
    """

  @Test("it runs without them, and says why each is not there")
  func partial() throws {
    let run = try run(article, leavesOutSlow: true)
    #expect(run.findings == [])
    #expect(
      run.outcomes == [
        .ran, .notRun(slow), .notRun("it uses `many`, which waits for the slow block at line 4"),
        .ran, .notRun("it uses `many` from a block that was not run"), .notRun(slow),
      ])
    #expect(run.printed(3) == "few 1\n")
    #expect((0...2).map(run.printed) == ["", "", ""])
  }

  @Test("a full run runs them like any other")
  func full() throws {
    let run = try run(article)
    #expect(run.findings == [])
    #expect(run.outcomes == [.ran, .ran, .ran, .ran, .asExpected, .asExpected])
    #expect(run.printed(1) + run.printed(2) == "slow\nmany 3\n")
  }

  @Test("one that does not compile is told, although it waits")
  func errors() throws {
    let run = try run(
      "```swift slow\nlet a: Int = \"\"\n```\n```swift\nprint(1)\n```", leavesOutSlow: true)
    #expect(run.findings.map { $0.prefix(18) } == ["2:14 swift.compile"])
    #expect(run.outcomes == [.failed, .ran])
  }

  @Test("a run with something left out is not kept; one that is known is not left out")
  func cache() throws {
    let bench = try CacheBench()
    let document = Sketch.document("```swift slow\nprint(1)\n```\n```swift\nprint(2)\n```")
    let partial = try bench.runner.run([document], leavesOutSlow: true)[0]
    #expect(partial.outcomes == [.notRun(slow), .ran])
    #expect(try bench.entries == [])
    #expect(try bench.runner.run([document])[0].outcomes == [.ran, .ran])
    #expect(try bench.entries.count == 1)
    #expect(try bench.runner.run([document], leavesOutSlow: true)[0].outcomes == [.ran, .ran])
  }
}
