import Testing

@testable import Ledger

@Suite("How far words go")
struct StatedScopeTests {
  private func unbounded(_ words: String) -> String? {
    StatedScope.all(in: StatedPart(words)).first { scope in
      scope.variables.values.allSatisfy { $0.upper == .infinity }
    }?.words
  }

  @Test(
    "a quantifier over all numbers of a kind",
    arguments: [
      ("$n^2 \\ge n$ for every integer $n$.", "for every integer $n$"),
      ("For all real numbers $x$, $e^x > x$.", "For all real numbers $x$"),
      ("It holds for every $n$.", "for every $n$"),
      ("True for any integer $n \\ge 1$", "for any integer $n \\ge 1$"),
      ("The sum is one for all sizes.", "for all sizes"),
    ])
  func unbounded(words: String, found: String) {
    #expect(unbounded(words) == found)
  }

  @Test(
    "whatever has an end, a list or another kind is left alone",
    arguments: [
      "$n^2 \\ge n$ for every integer $n$ from 0 to 50.", "for all $n = 1, \\dots, 6$",
      "for every integer $n \\le 12$", "for every $x \\in [0, 1]$", "for every real $x$ in a box",
      "for all 729 points", "for every permutation", "for every one of the vectors given",
      "for each number of the list", "it holds everywhere", "for all integers $0 \\le n < 9$",
    ])
  func bounded(words: String) {
    #expect(unbounded(words) == nil)
  }

  @Test(
    "formulas that say where a variable ranges",
    arguments: [
      ("x \\in [0, \\tfrac12]", StatedRange(lower: 0, upper: 0.5)),
      ("-1 < x \\le 10^2", StatedRange(lower: -1, isOpenBelow: true, upper: 100)),
      ("3 \\ge x > 1/4", StatedRange(lower: 0.25, isOpenBelow: true, upper: 3)),
      ("|x| \\le 2", StatedRange(lower: -2, upper: 2)),
      ("x \\in (0, \\infty)", StatedRange(lower: 0, isOpenBelow: true)),
      ("x = 1, 2, \\dots", StatedRange(lower: 1)), ("x = 3", StatedRange(lower: 3, upper: 3)),
      ("x \\in \\mathbb{N}", StatedRange(lower: 1)), ("x", StatedRange()),
    ])
  func ranges(tex: String, range: StatedRange) {
    #expect(NormalTeX(tex).ranges == ["x": range])
  }

  @Test(
    "formulas that say anything else",
    arguments: [
      "x + 1 \\ge 0", "i \\ne j", "x \\le y", "x \\in \\mathbb{R}^2", "", "x = 1, 3", "f(x)",
    ])
  func noRanges(tex: String) {
    #expect(NormalTeX(tex).ranges == nil)
  }

  @Test("an interval is in another, ends and all")
  func contains() {
    let open = StatedRange(lower: 0, isOpenBelow: true, upper: 1)
    let closed = StatedRange(lower: 0, upper: 1)
    #expect(closed.contains(open) && !open.contains(closed) && !closed.contains(StatedRange()))
    #expect(closed.intersection(open) == open && open.hull(closed) == closed)
    #expect(StatedRange().intersection(open) == open && StatedRange().contains(closed))
  }
}
