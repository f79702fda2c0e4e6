import Testing

@testable import Ledger

/// Words that say more than a finite check can show.
@Suite("Words without an end")
struct UnboundedWordsTests {
  private func unbounded(_ words: String) -> String? {
    StatedScope.all(in: StatedPart(words)).first(where: \.isUnbounded)?.words
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
}
