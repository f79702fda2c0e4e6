// The counter-based generator: known answers, independence of order, ranges.

import MathCore
import Testing

@Suite("Random numbers")
struct RandomTests {
  @Test("Philox4x32-10 gives the known answers of the Random123 distribution")
  func knownAnswers() {
    let all = UInt32.max
    #expect(
      Philox.words((0, 0, 0, 0), key: (0, 0))
        == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox.words((all, all, all, all), key: (all, all))
        == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.words(
        (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("a sample does not depend on what was drawn before it")
  func order() {
    let source = RandomSource("order")
    let forward = (0..<5).map { index in
      var sample = source.sample(UInt64(index))
      return sample.next()
    }
    let backward = (0..<5).reversed().map { index in
      var sample = source.sample(UInt64(index))
      return sample.next()
    }
    #expect(forward == backward.reversed())
    #expect(Set(forward).count == 5)
  }

  @Test("names, streams and indices give different samples")
  func different() {
    var draws: Set<UInt64> = []
    for name in ["a", "b"] {
      for stream in UInt32(0)..<2 {
        for index in UInt64(0)..<2 {
          var sample = RandomSource(name).sample(index, stream: stream)
          draws.formUnion([sample.next(), sample.next(), sample.next()])
        }
      }
    }
    #expect(draws.count == 24)
  }

  @Test("the first draws of a named source are these")
  func pinned() {
    var sample = RandomSource("evident").sample(0)
    #expect(sample.next() == 14_125_886_741_844_983_490)
    #expect(sample.uniform() == 0.8292529315890289)
  }

  @Test("uniform numbers stay in [0, 1), open ones off both ends, integers in their range")
  func ranges() {
    var sample = RandomSource("ranges").sample(0)
    var seen: Set<Int> = []
    for _ in 0..<2000 {
      #expect((0..<1).contains(sample.uniform()))
      let open = sample.openUniform()
      #expect(open > 0 && open < 1)
      seen.insert(sample.integer(in: -2...2))
    }
    #expect(seen == [-2, -1, 0, 1, 2])
    #expect(sample.integer(in: 7...7) == 7)
    _ = sample.integer(in: Int.min...Int.max)
  }

  @Test("normal and Gumbel numbers have their mean and variance, within six standard errors")
  func moments() {
    var sample = RandomSource("moments").sample(0)
    let count = 20_000.0
    let normals = Vector((0..<Int(count)).map { _ in sample.normal() })
    #expect((normals.sum / count).magnitude < 6 / count.squareRoot())
    #expect((normals.norm2 / count - 1).magnitude < 6 * (2 / count).squareRoot())
    let gumbels = Vector((0..<Int(count)).map { _ in sample.gumbel() })
    let deviation = Double.pi / 6.0.squareRoot()
    #expect((gumbels.sum / count - 0.5772156649).magnitude < 6 * deviation / count.squareRoot())
  }
}
