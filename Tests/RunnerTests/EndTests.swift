import Testing

@testable import Runner

@Suite("A program that does not come to its end costs its own article, and says where")
struct EndTests {
  @Test("an uncaught error has the place of its throw and of the call")
  func uncaught() throws {
    let run = try run(
      """
      ```swift
      struct Odd: Error { var n: Int }
      func half(_ n: Int) throws -> Int {
        guard n % 2 == 0 else { throw Odd(n: n) }
        return n / 2
      }
      do { _ = try half(7) } catch { print("caught") }
      ```
      ```swift
      print(try half(4))
      print(try half(3))
      ```
      ```swift
      print("never")
      ```
      """)
    #expect(
      run.findings == [
        "4:27 swift.uncaught-error an error was thrown here that nothing catches: Odd(n: 3)"
      ])
    #expect(run.diagnostics[0].notes.map(\.place?.line) == [11])
    #expect(run.printed(0) == "caught\n")
    #expect(run.printed(1) == "2\n")
    let reason = "the block at line 9 threw an error that nothing catches"
    #expect(run.outcomes == [.ran, .failed, .notRun(reason)])
  }

  @Test(
    "errors of any size are placed",
    arguments: [
      "struct E: Error {}\nthrow E()", "enum E: Error { case a, b }\nthrow E.b",
      "struct E: Error { var a = 1, b = 2, c = 3 }\nthrow E()",
    ])
  func sizes(_ code: String) throws {
    let run = try run("```swift\n\(code)\n```")
    #expect(run.findings.count == 1)
    #expect(run.findings.first?.hasPrefix("3:1 swift.uncaught-error") == true)
  }

  @Test("an error that an inline value throws, one with a type and one after a suspension")
  func uncaughtElsewhere() throws {
    let value = try run(
      """
      ```swift
      struct Bad: Error {}
      func bad() throws(Bad) -> Int { throw Bad() }
      ```
      Here: `{swift} try bad()`.
      """)
    #expect(value.findings.map { $0.prefix(25) } == ["3:33 swift.uncaught-error"])
    #expect(value.outcomes == [.ran, .failed])

    let suspended = try run(
      """
      ```swift
      struct Bad: Error {}
      await Task.yield()
      throw Bad()
      ```
      """)
    #expect(suspended.findings.map { $0.prefix(24) } == ["4:1 swift.uncaught-error"])
  }

  @Test("a block that takes longer than its own limit; later blocks are not run")
  func timeout() throws {
    let run = try run(
      """
      ```swift
      print("before")
      ```
      ```swift timeout=0.3
      while true {}
      ```
      ```swift
      print("after")
      ```
      """)
    #expect(run.findings == ["4:1 swift.timeout this did not end within 0.3 seconds"])
    #expect(
      run.outcomes == [
        .ran, .failed, .notRun("the block at line 4 did not end within 0.3 seconds"),
      ])
    #expect(run.printed(0) == "before\n")
  }

  @Test("a block that closes the channel of records and hangs is ended too")
  func silentHang() throws {
    let run = try run(
      """
      ```swift timeout=0.3
      import Foundation
      close(3)
      while true {}
      ```
      """)
    #expect(run.findings == ["1:1 swift.timeout this did not end within 0.3 seconds"])
  }

  @Test("output beyond the limit is cut")
  func flood() throws {
    var limits = RunLimits()
    limits.output = 100_000
    let run = try run(
      """
      ```swift
      print("first")
      ```
      ```swift
      while true { print("again and again") }
      ```
      """, limits: limits)
    #expect(
      run.findings == [
        "4:1 swift.output-flood this printed more than an article may; the output is cut off"
      ])
    #expect(run.printed(0) == "first\n")
    #expect(run.printed(1).utf8.count <= 100_000)
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("records beyond the limit end the program")
  func recordFlood() throws {
    var limits = RunLimits()
    limits.records = 100_000
    let run = try run("```swift\nwhile true { show(1) }\n```", limits: limits)
    #expect(
      run.findings == ["1:1 swift.output-flood more records than an article may write"])
  }

  @Test("memory beyond the limit ends the program")
  func memory() throws {
    var limits = RunLimits()
    limits.memory = 1 << 30
    let run = try run(
      "```swift\nvar a = [[Int]]()\nwhile true { a.append([Int](repeating: 1, count: 1 << 20)) }\n```",
      limits: limits)
    #expect(run.findings.map { $0.prefix(41) } == ["3:27 swift.trap failed to allocate 838864"])
    #expect(run.outcomes == [.failed])
  }

  @Test("runaway forks are held and ended")
  func forks() throws {
    let run = try run(
      """
      ```swift timeout=2
      import Foundation
      let fork = unsafeBitCast(
        dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
      var children = 0
      for _ in 0..<500 {
        let child = fork()
        if child == 0 { while true { sleep(1) } }
        if child > 0 { children += 1 }
      }
      print(children < 500 ? "held" : "not held")
      ```
      """)
    #expect(run.outcomes == [.ran])
    if try TestRunner.shared.get().sandbox.bubblewrap != nil {
      #expect(run.printed(0) == "held\n")
    }
  }

  @Test("a block that ends the program does not pass for one that ran")
  func exit() throws {
    let run = try run(
      """
      ```swift
      import Foundation
      exit(0)
      ```
      ```swift
      print("never")
      ```
      """)
    #expect(
      run.findings == ["3:1 swift.crash this ended the whole program (exit status 0)"])
    #expect(
      run.outcomes == [.failed, .notRun("the block at line 1 ended the program")])
  }

  @Test("`exit` and `abort` stand where they are called, with who called them")
  func callers() throws {
    let exits = try run(
      """
      ```swift
      import Foundation
      func end() {
        print("said")
        exit(3)
      }
      end()
      ```
      """)
    #expect(
      exits.findings == ["5:3 swift.crash this ended the whole program (exit status 3)"])
    #expect(exits.diagnostics[0].notes.map { $0.place?.line } == [7])
    #expect(exits.printed(0) == "said\n")
    let aborts = try run("```swift\nimport Foundation\nabort()\n```")
    #expect(aborts.findings == ["3:1 swift.trap the program aborted"])
  }

  @Test("what is not a record, or cannot come now, is refused; the article runs on")
  func forgedRecords() throws {
    let run = try run(
      #"""
      ```swift
      import Foundation
      func send(_ text: String) { _ = write(3, text, text.utf8.count) }
      send("garbage\n")
      send("{\"ended\":{\"_0\":{\"runnable\":7,\"output\":0}}}\n")
      send("{\"value\":{\"_0\":{\"runnable\":1,\"quantity\":{\"integer\":{\"_0\":\"1\"}}}}}\n")
      send(String(repeating: "[", count: 100000) + "\n")
      send("\u{0}\u{1}\n")
      ```
      Then `{swift} 2`.
      """#)
    #expect(
      run.findings == [
        "1:1 record.refused the program wrote what is not a record of its run: "
          + "a digit is missing (byte 1 of the record) (and 4 more)"
      ])
    #expect(run.outcomes == [.ran, .ran])
    #expect(run.values == [1: .integer("2")])
  }

  @Test("the network and the machine's files are out of reach")
  func sandbox() throws {
    guard try TestRunner.shared.get().sandbox.bubblewrap != nil else { return }
    let run = try run(
      """
      ```swift
      import Foundation
      print(FileManager.default.fileExists(atPath: "/etc/passwd"))
      print(FileManager.default.createFile(atPath: "/usr/evident", contents: nil))
      print(FileManager.default.createFile(atPath: "/tmp/evident", contents: nil))
      print(getuid() == 0)
      let interfaces = (try? String(contentsOfFile: "/proc/net/dev", encoding: .utf8)) ?? ""
      print(interfaces.split(separator: "\\n").dropFirst(2).count)
      ```
      """)
    #expect(run.findings == [])
    #expect(run.printed(0) == "false\nfalse\ntrue\nfalse\n1\n")
  }

  @Test("without bubblewrap: limits, traps and errors as ever")
  func plain() throws {
    var plain = try TestRunner.shared.get().sandbox
    plain.bubblewrap = nil
    #expect(!plain.name.contains("bubblewrap"))
    let trap = try run("```swift\nprint(1)\nfatalError(\"no\")\n```", sandbox: plain)
    #expect(trap.findings == ["3:1 swift.trap no"])
    #expect(trap.printed(0) == "1\n")
    let hang = try run("```swift timeout=0.3\nwhile true {}\n```", sandbox: plain)
    #expect(hang.findings == ["1:1 swift.timeout this did not end within 0.3 seconds"])
    let flood = try run("```swift\nwhile true { print(1) }\n```", sandbox: plain)
    #expect(flood.findings.map { $0.prefix(22) } == ["1:1 swift.output-flood"])
  }
}
