// Subsets, words, factorials.

import MathCore
import Testing

@Suite("Subsets and words")
struct CombinatoricsTests {
  @Test("subsets come in lexicographic order")
  func subsets() {
    #expect(
      Array(Subsets(of: 4, size: 2)) == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(Array(Subsets(of: 3, size: 0)) == [[]])
    #expect(Array(Subsets(of: 3, size: 3)) == [[0, 1, 2]])
    #expect(Array(Subsets(of: 0, size: 0)) == [[]])
  }

  @Test("words come in lexicographic order")
  func words() {
    #expect(Array(Words(over: 2, length: 2)) == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(Array(Words(over: 3, length: 0)) == [[]])
    #expect(Array(Words(over: 0, length: 2)).isEmpty)
  }

  @Test("there are as many as their counts say", arguments: 0...6)
  func counts(size: Int) {
    #expect(Array(Subsets(of: 6, size: size)).count == Subsets(of: 6, size: size).count)
    #expect(Array(Words(over: 3, length: size)).count == Words(over: 3, length: size).count)
    #expect(Set(Subsets(of: 6, size: size)).count == [1, 6, 15, 20, 15, 6, 1][size])
  }

  @Test("factorials of any size are exact")
  func factorials() {
    #expect(factorial(0) == 1)
    #expect(factorial(5) == 120)
    #expect(factorial(25) == Rational("15511210043330985984000000"))
  }
}
