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

  @Test("declarations of every kind work in any block, and are seen by the later ones")
  func declarations() throws {
    let run = try run(
      """
      ```swift
      struct Money: Equatable { var cents: Int }
      infix operator <+>: AdditionPrecedence
      func <+> (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
      protocol Named { var name: String { get } }
      ```
      ```swift
      extension Money: Named, CustomStringConvertible {
        var name: String { "money" }
        var description: String { "\\(cents) ct" }
      }
      import Foundation
      enum Size { case small, large }
      actor Counter { var n = 0; func next() -> Int { n += 1; return n } }
      let counter = Counter()
      print(await counter.next(), (4.0).squareRoot(), pow(2.0, 3.0))
      defer { print("at the very end") }
      ```
      `{swift} Money(cents: 2) <+> Money(cents: 3)`, `{swift} await counter.next()`
      ```swift
      func odd(_ n: Int) -> Bool { n == 0 ? false : even(n - 1) }
      func even(_ n: Int) -> Bool { n == 0 ? true : odd(n - 1) }
      print(even(10), (Money(cents: 1) as Any as? any Named)?.name ?? "nobody")
      ```
      """)
    #expect(run.findings == [])
    #expect(run.values == [2: .text("5 ct"), 3: .integer("2")])
    #expect(run.printed(1) == "1 2.0 8.0\n")
    #expect(run.printed(4) == "true money\nat the very end\n")
  }

  @Test("an `own` block sees what came before and leaks nothing")
  func own() throws {
    let run = try run(
      """
      ```swift
      let x = 1
      ```
      ```swift own
      let y = x + 1
      let x = 10
      print(x + y)
      ```
      ```swift
      let y = 5
      print(x + y)
      ```
      """)
    // In a scope, `x` means the article's until the block's own is declared.
    #expect(run.findings == [])
    #expect(run.printed(1) == "12\n")
    #expect(run.printed(2) == "6\n")
  }

  @Test("an extension in an `own` block is an error that says what to do")
  func ownExtension() throws {
    let run = try run(
      """
      ```swift own
      extension Int { var twice: Int { self * 2 } }
      ```
      ```swift
      print("still runs")
      ```
      """)
    #expect(
      run.findings == [
        "2:1 swift.compile declaration is only valid at file scope: "
          + "an `own` block is a scope of its own"
      ])
    #expect(run.diagnostics[0].fix?.contains("Take `own` off this block") == true)
    #expect(run.printed(1) == "still runs\n")
  }

  @Test("`static` blocks are parsed and never run")
  func isStatic() throws {
    let run = try run(
      """
      ```swift static
      let unknown = somethingUnknown()
      print("never")
      ```
      ```swift static
      let = 3
      ```
      """)
    #expect(run.findings.allSatisfy { $0.hasPrefix("6:5 swift.compile") })
    #expect(!run.findings.isEmpty)
    #expect(run.outcomes == [.asExpected, .failed])
    #expect(run.output == [:])
  }

  @Test("what is shown stands between what is printed, exact")
  func show() throws {
    let run = try run(
      #"""
      ```swift
      print("before")
      show([0.1, .infinity])
      print("between")
      show(Rational(1, 3), as: "fig:third")
      var table = Table("n", "half")
      for n in 1...2 { table.row(n, Rational(n, 2)) }
      show(table, as: "tab:halves")
      show([[1, 2], [3, 4]])
      ```
      `{swift} (1, "a", true)` `{swift} Double.nan` `{swift} Optional<Int>.none` `{swift} 1...2`
      `{swift} Complex(1.0, 2.0)`
      """#)
    #expect(run.findings == [])
    #expect(
      run.output[0] == [
        .printed("before\n"),
        .shown(.quantity(.vector([.double("0.1"), .double("inf")])), fills: nil),
        .printed("between\n"),
        .shown(
          .quantity(.rational(numerator: "1", denominator: "3")), fills: "fig:third"),
        .shown(
          .table(
            header: ["n", "half"],
            rows: [
              [.integer("1"), .rational(numerator: "1", denominator: "2")],
              [.integer("2"), .integer("1")],
            ]), fills: "tab:halves"),
        .shown(
          .quantity(
            .matrix([[.integer("1"), .integer("2")], [.integer("3"), .integer("4")]])),
          fills: nil),
      ])
    #expect(
      run.values == [
        1: .tuple([.integer("1"), .text("a"), .boolean(true)]), 2: .double("nan"),
        3: .text("nil"), 4: .text("[1, 2]"), 5: .complex(re: .double("1.0"), im: .double("2.0")),
      ])
  }

  @Test("a type of the author's own says what it is on the page")
  func showable() throws {
    let run = try run(
      """
      ```swift
      struct Interval: Showable {
        var lower: Double, upper: Double
        var quantity: Quantity { Quantity([lower, upper]) }
      }
      show(Interval(lower: 1, upper: 2))
      ```
      """)
    #expect(run.findings == [])
    #expect(
      run.output[0] == [
        .shown(.quantity(.vector([.double("1.0"), .double("2.0")])), fills: nil)
      ])
  }

  @Test("provenance names the toolchain, the sandbox and the libraries")
  func provenance() throws {
    let run = try run("```swift\nlet a = 1\n```")
    #expect(run.provenance["toolchain"]?.hasPrefix("Swift version 6") == true)
    #expect(run.provenance["sandbox"] == (try TestRunner.shared.get()).sandbox.name)
    #expect(run.provenance["FLINT"] != nil)
    #if os(Linux) && arch(x86_64)
      // The kernel that every processor has, whatever this one is.
      #expect(run.provenance["OpenBLAS"]?.hasSuffix(", kernel Prescott") == true)
    #endif
  }
}
