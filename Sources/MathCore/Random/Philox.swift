// Philox4x32-10: a random permutation of 128-bit counters under a 64-bit key.
//
// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel Random Numbers: As Easy as
// 1, 2, 3", SC'11. Integer operations only, so the bits are the same on every machine.

/// Four words of random bits for a counter and a key; the same bits in whatever order one asks.
package enum Philox {
  package typealias Counter = (UInt32, UInt32, UInt32, UInt32)
  package typealias Key = (UInt32, UInt32)

  private static let rounds = 10

  package static func words(_ counter: Counter, key: Key) -> Counter {
    var state = counter
    var key = key
    for round in 0..<rounds {
      if round > 0 {
        key.0 &+= 0x9E37_79B9
        key.1 &+= 0xBB67_AE85
      }
      let first = UInt32(0xD251_1F53).multipliedFullWidth(by: state.0)
      let second = UInt32(0xCD9E_8D57).multipliedFullWidth(by: state.2)
      state = (
        second.high ^ state.1 ^ key.0, second.low,
        first.high ^ state.3 ^ key.1, first.low
      )
    }
    return state
  }
}
