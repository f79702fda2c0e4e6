// Reproducible randomness: what sample i of stream c contains depends on the source's name, c and
// i only, not on what was drawn before, by whom, or on how many threads.

/// A named source of random samples.
///
/// The name's UTF-8 bytes are hashed by FNV-1a (64 bits) into the key of ``Philox``. There is no
/// seed to try until a test passes.
public struct RandomSource: Sendable {
  let key: UInt64

  public init(_ name: String) {
    key = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }

  /// Sample number `index` of a stream: a generator of its own, at its beginning.
  public func sample(_ index: UInt64, stream: UInt32 = 0) -> RandomSample {
    RandomSample(key: key, stream: stream, index: index)
  }
}

/// The draws that make up one sample, in order. Up to 2³³ draws of 64 bits.
public struct RandomSample: RandomNumberGenerator, Sendable {
  private let key: Philox.Key
  private let stream: UInt32
  private let index: UInt64
  private var block: UInt32 = 0
  private var pending: UInt64?
  private var pendingNormal: Double?

  init(key: UInt64, stream: UInt32, index: UInt64) {
    self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    self.stream = stream
    self.index = index
  }

  /// Whether nothing has been drawn from it yet.
  package var isUntouched: Bool { block == 0 }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    if let bits = pending {
      pending = nil
      return bits
    }
    let words = Philox.words(
      (
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32), stream, block
      ), key: key)
    block += 1
    pending = UInt64(words.2) | UInt64(words.3) << 32
    return UInt64(words.0) | UInt64(words.1) << 32
  }

  /// Uniform on the multiples of 2⁻⁵³ in [0, 1).
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform on the odd multiples of 2⁻⁵³ in (0, 1): never 0, never 1.
  public mutating func openUniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// Uniform on a range of doubles, up to rounding.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    let u = uniform()
    return range.lowerBound * (1 - u) + range.upperBound * u
  }

  /// Uniform on a range of integers, without bias; see ``unbiased(below:_:)``.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    guard width < .max else { return Int(truncatingIfNeeded: next()) }
    return range.lowerBound &+ Int(truncatingIfNeeded: unbiased(below: width + 1) { next() })
  }

  /// A standard normal number, by Box and Muller; at most 8.6 in magnitude. Reproducible up to
  /// the C library's last places of `log`, `sin` and `cos`.
  public mutating func normal() -> Double {
    if let second = pendingNormal {
      pendingNormal = nil
      return second
    }
    let radius = (-2 * machineLog(openUniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    pendingNormal = radius * machineSin(angle)
    return radius * machineCos(angle)
  }

  /// A standard Gumbel number, −log(−log u): the noise of the Gumbel-max trick.
  public mutating func gumbel() -> Double { -machineLog(-machineLog(openUniform())) }

  /// A standard exponential number.
  public mutating func exponential() -> Double { -machineLog(openUniform()) }
}
