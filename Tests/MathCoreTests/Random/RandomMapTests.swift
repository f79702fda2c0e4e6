// From random bits to numbers: known answers of an independent implementation (Python's integers
// and mpmath at 120 bits), and the integer map, word by word.

import MathCore
import Testing

@Suite("Maps from random bits to numbers")
struct RandomMapTests {
  private func sample() -> RandomSample { RandomSource("evident").sample(7) }

  @Test("Philox takes all words of counter and key")
  func philox() {
    #expect(
      Philox.words((1, 2, 3, 4), key: (5, 6))
        == (0xc0c8_39bc, 0x889c_87c5, 0x6198_6739, 0x2d46_23d0))
  }

  @Test("sample 7 of stream 3 of “evident” begins with these bits")
  func bits() {
    var sample = RandomSource("evident").sample(7, stream: 3)
    #expect(
      (0..<4).map { _ in sample.next() } == [
        5_235_714_468_418_382_154, 12_777_002_700_381_146_182, 15_251_290_561_818_120_918,
        16_361_403_343_573_418_905,
      ])
  }

  @Test("uniform numbers are the bits, shifted: no rounding, so equal to the last bit")
  func uniform() {
    var sample = sample()
    #expect(
      (0..<4).map { _ in sample.uniform() } == [
        0.8426359431779389, 0.4444850983588412, 0.5226991409856951, 0.5914155114598951,
      ])
    var open = self.sample()
    #expect(
      (0..<4).map { _ in open.openUniform() } == [
        0.842635943177939, 0.4444850983588412, 0.5226991409856953, 0.5914155114598952,
      ])
  }

  // The logarithm, sine and cosine are off by less than one unit in the last place each
  // (`LibmError`), the square root and the product by half of one: below 4 together.
  @Test("normal numbers are those of Box and Muller, to four units in the last place")
  func normal() {
    var sample = sample()
    let expected = [
      -0.5499443790639369, 0.20000431421582743, -0.9562889270261077, -0.6188779858836411,
      -0.4559043270375272,
    ]
    for value in expected { #expect((sample.normal() - value).magnitude <= 4 * value.ulp) }
  }

  @Test("Gumbel and exponential numbers are logarithms of the same bits")
  func logarithms() {
    var gumbel = sample()
    for value in [1.7648044059038457, 0.2096860743620153, 0.43270902110069887, 0.6439067491388024] {
      // The outer logarithm turns one unit of the inner one into about one of its argument.
      #expect((gumbel.gumbel() - value).magnitude <= 4 * value.ulp)
    }
    var exponential = sample()
    for value in [0.17122027288448127, 0.810838749092181, 0.6487492366820683, 0.5252364435345438] {
      #expect((exponential.exponential() - value).magnitude <= 2 * value.ulp)
    }
  }

  @Test("integers come from the same bits, wide ranges with words drawn again")
  func integers() {
    var die = sample()
    #expect((0..<12).map { _ in die.integer(in: 1...6) } == [6, 3, 4, 4, 5, 3, 6, 1, 6, 4, 2, 1])
    var wide = sample()
    #expect(
      (0..<6).map { _ in wide.integer(in: -(1 << 62)...((1 << 62) + (1 << 61))) } == [
        5_103_244_976_017_802_392, 1_414_624_782_391_953_167, 2_206_870_594_774_315_641,
        4_936_200_942_976_097_247, -4_031_147_137_757_989_785, -1_240_769_834_883_743_647,
      ])
  }

  @Test("of all words of a byte, every number below the count gets exactly as many")
  func unbiasedBytes() {
    for count in UInt8(1)...UInt8.max {
      var hits = [Int](repeating: 0, count: Int(count))
      for word in UInt8.min...UInt8.max {
        // A word that is refused asks for another one: 0 of a second kind tells that it did.
        var asked = 0
        let number = unbiased(below: count) { () -> UInt8 in
          asked += 1
          return asked == 1 ? word : accepted(below: count)
        }
        if asked == 1 { hits[Int(number)] += 1 }
      }
      #expect(hits.allSatisfy { $0 == 256 / Int(count) }, "below \(count): \(hits)")
    }
  }

  /// A word that the map takes, so that its loop ends.
  private func accepted(below count: UInt8) -> UInt8 {
    let excess = (0 &- count) % count
    return (UInt8.min...UInt8.max).first { ($0 &* count) >= excess } ?? 0
  }
}
