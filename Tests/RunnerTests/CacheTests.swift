import Article
import Diagnostics
import Foundation
import Records
import Synchronization
import Testing

@testable import Runner

@Suite("What was run once is not run again")
struct CacheTests {
  private let bench: CacheBench
  init() throws { bench = try CacheBench() }

  /// Every real run prints another number.
  private let dice = """
    ```swift
    print(UInt64.random(in: 0...UInt64.max))
    let three = 3
    ```

    It is `{swift} three`.
    """

  @Test("a prose edit moves the blocks and starts no process, in another process neither")
  func prose() throws {
    let first = try bench.run(dice)
    let moved = try bench.run("A new paragraph.\n\nAnd more.\n\n" + dice)
    #expect(moved == first)
    #expect(try CacheBench(sharing: bench).runWithoutProcesses("More.\n\n" + dice) == first)
    #expect(bench.runners == 1)
  }

  @Test(
    "whatever changes the program runs it",
    arguments: [
      ("print(", "print(\"\", "), ("print(", "// said:\nprint("), ("```swift", "```swift own"),
      ("```swift", "```swift timeout=9"), ("The end.", "The end of `{swift} 1`."),
      ("The end.", "```swift static\nlet x = 1\n```"),
    ])
  func code(old: String, new: String) throws {
    let article = "```swift\nprint(UInt64.random(in: 0...UInt64.max))\n```\n\nThe end."
    let edited = article.replacing(old, with: new)
    #expect(edited != article)
    #expect(try bench.run(article).printed(0) != bench.run(edited).printed(0))
  }

  @Test("an article of another name has runs of its own")
  func path() throws {
    let one = try bench.run(dice, path: "articles/one.md")
    let two = try bench.run(dice, path: "articles/two.md")
    #expect(one.printed(0) != two.printed(0))
    #expect(two.path == "articles/two.md")
  }

  @Test("code that asks for its own line is run again when it has moved")
  func ownLine() throws {
    let article = "```swift\nprint(#line)\n```"
    #expect(try bench.run(article).printed(0) == "2\n")
    #expect(try bench.run("\n\n" + article).printed(0) == "4\n")
  }

  @Test("warnings and checks stand where their blocks stand now, in lists too")
  func places() throws {
    let article = """
      ```swift
      let x = real("x")
      let law = x + x .== 2 * x
      func check() {
        claim("double", law).exact()
      }
      ```

      ```swift
      func f() {
        let unused = 1
      }
      check()
      ```
      """
    let first = try bench.run(article)
    #expect(first.checks.map(\.line) == [5])
    #expect(first.checks.map(\.runnable) == [1])
    #expect(first.findings.map { $0.prefix(18) } == ["11:7 swift.compile"])
    let moved = try bench.run("Text.\n\n" + article)
    #expect(moved.checks.map(\.line) == [7])
    #expect(moved.findings.map { $0.prefix(18) } == ["13:7 swift.compile"])
    let indented = article.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "   " + $0 }.joined(separator: "\n")
    let listed = try bench.run(indented)
    #expect(listed.checks.map(\.line) == [5])
    #expect(listed.findings.map { $0.prefix(19) } == ["11:10 swift.compile"])
    #expect(bench.runners == 1)
    #expect(try bench.entries.count == 1)
  }

  @Test("what comes back is the run itself: output, values, shown tables, blocks as expected")
  func everything() throws {
    let article = """
      ```swift
      print("text \\u{1F600} \\"quoted\\"")
      show(1.0 / 3)
      let ball = 0.0 / 0
      ```

      `{swift} ball` and `{swift} 7`

      ```swift traps
      print("before")
      let few: [Int] = []
      print(few[0]) // trap: Index out of range
      ```
      """
    let first = try bench.run(article)
    #expect(first.findings == [])
    #expect(first.outcomes == [.ran, .ran, .ran, .asExpected])
    let again = try CacheBench(sharing: bench).runWithoutProcesses("Text.\n\n" + article)
    #expect(again == first)
  }

  @Test(
    "a run that failed is not kept",
    arguments: [
      "```swift\nlet x: Int = \"\"\n```", "```swift\nfatalError()\n```",
      "```swift timeout=0.3\nwhile true {}\n```", "```swift fails\nlet x = 1\n```",
    ])
  func failures(article: String) throws {
    #expect(try !bench.run(article).diagnostics.isEmpty)
    #expect(try bench.entries == [])
    #expect(try !bench.run(article).diagnostics.isEmpty)
  }

  @Test("a failed run is remembered here until its code changes, and stands where its blocks stand")
  func failedHere() throws {
    let article = """
      ```swift
      print(UInt64.random(in: 0...UInt64.max))
      let few = [1]
      ```

      ```swift
      print(few[3])
      ```

      ```swift timeout=9
      let x: Int = ""
      ```

      `{swift} x` and `{swift} 6 * 7`
      """
    let first = try bench.run(article)
    #expect(
      first.findings == [
        "7:10 swift.trap Index out of range",
        "11:14 swift.compile cannot convert value of type 'String' to specified type 'Int'",
      ])
    #expect(
      first.outcomes == [
        .ran, .failed, .failed,
        .notRun("it uses `x` from the block at line 10, which does not compile"),
        .notRun("the block at line 6 trapped (Index out of range)"),
      ])
    let moved = try bench.run(
      "Prose.\n\n" + article.replacing("`{swift} x`", with: "And `{swift} x`"))
    #expect(moved.printed(0) == first.printed(0))
    #expect(
      moved.findings == [
        "9:10 swift.trap Index out of range",
        "13:14 swift.compile cannot convert value of type 'String' to specified type 'Int'",
      ])
    #expect(
      moved.outcomes == [
        .ran, .failed, .failed,
        .notRun("it uses `x` from the block at line 12, which does not compile"),
        .notRun("the block at line 8 trapped (Index out of range)"),
      ])
    #expect(try CacheBench(sharing: bench).run(article).printed(0) != first.printed(0))
    let edited = article.replacing("let few", with: "let  few")
    #expect(try bench.run(edited).printed(0) != first.printed(0))
  }

  @Test("one that took too long stands at its fence")
  func tookTooLong() throws {
    let article = "```swift timeout=0.3\nwhile true {}\n```"
    #expect(try bench.run(article).findings.map { $0.prefix(17) } == ["1:1 swift.timeout"])
    #expect(try bench.run("\n\n" + article).findings.map { $0.prefix(17) } == ["3:1 swift.timeout"])
  }

  @Test("entries that are damaged, cut off or of something else are as good as not there")
  func damage() throws {
    let first = try bench.run(dice).printed(0)
    let entry = try #require(try bench.entries.first)
    let path = bench.cacheFolder + "/" + entry
    let good = try #require(FileManager.default.contents(atPath: path))
    var flipped = good
    flipped[good.count / 2] ^= 1
    for bad in [Data(), good.dropLast(1), good.dropFirst(1), flipped, Data("{}".utf8), good + good]
    {
      try Data(bad).write(to: URL(fileURLWithPath: path))
      let other = try CacheBench(sharing: bench)
      #expect(try other.run(dice).printed(0) != first)
      #expect(other.runners == 1)
    }
  }

  @Test("the folder may be gone at any time, and a file may stand in its place")
  func folder() throws {
    let first = try bench.run(dice).printed(0)
    try FileManager.default.removeItem(atPath: bench.cacheFolder)
    let second = try CacheBench(sharing: bench).run(dice).printed(0)
    #expect(first != second)
    #expect(try CacheBench(sharing: bench).runWithoutProcesses(dice).printed(0) == second)
  }

  @Test("without reuse everything runs, and what it gave is kept for others")
  func noReuse() throws {
    let first = try bench.run(dice).printed(0)
    let second = try CacheBench(sharing: bench, reuses: false).run(dice).printed(0)
    #expect(first != second)
    #expect(try CacheBench(sharing: bench).runWithoutProcesses(dice).printed(0) == second)
  }

  @Test("when there are too many, the ones that were used least recently go")
  func size() throws {
    let runs = try (0..<6).map { number in
      try bench.run("```swift\nprint(\(number))\n```", path: "articles/\(number).md")
    }
    let tangle = Tangle(Sketch.document("```swift\nprint(0)\n```", path: "articles/0.md"))
    let stored = StoredRun(runs[0], of: tangle)
    let sizes = try bench.entries.map { try bench.size(of: $0) }
    var cache = ExecutionCache(folder: bench.cacheFolder)
    cache.capacity = sizes.reduce(0, +)
    let setting = try #require(try bench.setting())
    cache.keep(stored, for: ExecutionKey(Tangle(Sketch.document("```swift\n9\n```")), in: setting))
    let left = try bench.entries
    #expect(left.count < 7)
    #expect(try left.map { try bench.size(of: $0) }.reduce(0, +) <= cache.capacity / 4 * 3)
    #expect(cache.run(ExecutionKey(tangle, in: setting)) == nil)
  }

  @Test("a cancelled run ends its programs at once and keeps nothing")
  func cancellation() throws {
    let cancellation = Cancellation()
    let article = Sketch.document("```swift timeout=600\nwhile true {}\n```")
    let clock = ContinuousClock()
    let start = clock.now
    let thread = Thread {
      Thread.sleep(forTimeInterval: 1)
      cancellation.cancel()
    }
    thread.start()
    let runs = try? bench.runner.run([article], cancellation: cancellation)
    #expect(clock.now - start < .seconds(60))
    #expect(runs?.first?.diagnostics.isEmpty != true)
    #expect(try bench.entries == [])
  }
}
