// What a generator of samples decided, one draw after another: a sample that is replayed from a
// changed list of decisions is another sample of the same family.

/// One decision of a generator of samples.
package enum Choice: Sendable, Equatable {
  case word(UInt64)
  case integer(Int)
  case real(Double)
}

extension Choice {
  /// The decision as a whole number of a range; the one nearest to 0 when it was of another kind.
  func integer(in range: ClosedRange<Int>) -> Int {
    let wish =
      switch self {
      case .integer(let value): value
      case .real(let value): Int(exactly: value.rounded()) ?? 0
      case .word(let bits): Int(truncatingIfNeeded: bits)
      }
    return Swift.min(Swift.max(wish, range.lowerBound), range.upperBound)
  }

  /// The decision as a number that is allowed; otherwise the simplest such number.
  func real(simplest: Double, _ isAllowed: (Double) -> Bool) -> Double {
    let wish =
      switch self {
      case .integer(let value): Double(value)
      case .real(let value): value
      case .word: simplest
      }
    return isAllowed(wish) ? wish : simplest
  }

  var bits: UInt64 {
    switch self {
    case .word(let bits): bits
    case .integer(let value): UInt64(bitPattern: Int64(value))
    case .real(let value): value.bitPattern
    }
  }
}
