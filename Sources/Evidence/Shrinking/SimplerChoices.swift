import MathCore

// Which decisions are simpler than others: short decimals before long ones, small numbers before
// large ones, positive ones before negative ones.

extension Choice {
  package var isReal: Bool {
    if case .real = self { true } else { false }
  }

  /// How much there is to say about it.
  package var complexity: Int {
    switch self {
    case .word(let bits): bits.bitWidth - bits.leadingZeroBitCount
    case .integer(let value):
      Swift.min(2 * Int(clamping: value.magnitude), 1_000) + (value < 0 ? 1 : 0)
    case .real(let value): value.simplicity
    }
  }

  /// Simpler decisions of the same kind, the simplest first.
  package var simpler: [Choice] {
    switch self {
    case .word(let bits): [0, bits / 2, bits & (bits &- 1)].filter { $0 < bits }.map { .word($0) }
    case .integer(let value):
      [0, value / 2, value - value.signum(), -value]
        .map { Choice.integer($0) }.filter { $0.complexity < complexity }
    case .real(let value):
      value.simplerNumbers.map { Choice.real($0) }.filter { $0.complexity < complexity }
    }
  }
}

extension Double {
  /// The length of the number's shortest decimal, and its distance from the size of 1.
  fileprivate var simplicity: Int {
    if self == 0 { return 0 }
    guard isFinite else { return 1_000 }
    let size = self == rounded() && magnitude < 1e3 ? Int(magnitude) : Int(exponent.magnitude)
    return 20 * description.utf8.count + Swift.min(2 * size, 19) + (self < 0 ? 1 : 0)
  }

  /// Small whole numbers, and the number itself with fewer digits.
  fileprivate var simplerNumbers: [Double] {
    guard isFinite else { return [0, 1, -1] }
    let cut = [1, 10, 100, 1000].map { ($0 * self).rounded() / $0 }
    let scale = self == 0 ? 1 : Double(sign: .plus, exponent: exponent, significand: 1)
    let short = [1, 4, 16, 256].map { (self / scale * $0).rounded(.towardZero) / $0 * scale }
    return [0, 1, -1, 2, -2, 0.5, -0.5] + cut + short + [-self, self / 2]
  }
}
