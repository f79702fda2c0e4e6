import Testing

@testable import Ledger

/// A check that compares something with itself is told by its text.
@Suite("Comparing something with itself")
struct SelfComparisonTests {
  private func isMade(_ code: String, verb: String = "exact", occurrence: Int = 0) -> Bool {
    SelfComparison.isMade(in: code[...], verb: verb, occurrence: occurrence)
  }

  @Test("the same text on both sides, however it is spaced and wherever it stands")
  func same() {
    #expect(isMade("claim(\"a\").exact(over: integers(0...9)) { n in f(n) .== f(n) }"))
    #expect(isMade("claim(\"a\").exact(over: list) { n in f(n,1)\n  .<= f( n, 1 ) }"))
    #expect(isMade("claim(\"a\")\n  .exact(over: list) { x in\n let y = g(x)\n return y .== y\n}"))
    #expect(isMade("claim(\"a\").exact(over: list) { a .== b($0) && $0 + 1 .>= $0 + 1 }"))
    #expect(isMade("claim(\"a\").exact(over: list, { n in [n] .== [n] })"))
    #expect(isMade("claim(\"a\").exact(over: list) { n in f(n) /* old */ .== f(n) // new\n }"))
  }

  @Test("another text on one side")
  func other() {
    #expect(!isMade("claim(\"a\").exact(over: list) { n in f(n) .== f(n + 1) }"))
    #expect(!isMade("claim(\"a\").exact(over: list) { n in g(n) +\n f(n) .== f(n) }"))
    #expect(!isMade("claim(\"a\").exact(over: list) { n in f(n) .== f(n) * 2 }"))
    #expect(!isMade("claim(\"a\").exact(over: list) { n in f(\"a\") .== f(\"b\") }"))
    #expect(!isMade("claim(\"a\").exact(over: list) { n in sum(0..<n) .== sum(0...n) }"))
    #expect(!isMade("claim(\"a\").exact(over: list) { n in -f(n) .== f(n) }"))
  }

  @Test("the check that is meant, and not what stands beside it")
  func scope() {
    let two = """
      claim("a")
        .exact(over: list) { n in f(n) .== g(n) }
        .exact(over: list) { n in f(n) .== f(n) }
      """
    #expect(!isMade(two))
    #expect(isMade(two, occurrence: 1))
    #expect(!isMade("claim(\"a\").exact(over: list) { f($0) .== 1 }\nlet x = a .== a"))
    #expect(!isMade("claim(\"a\").exact(over: list) { f($0) .== 1 }\n  .mutant(\"m\", a .== a)"))
  }
}
