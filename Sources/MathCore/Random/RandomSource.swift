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
///
/// A sample can be recorded as the list of its decisions and replayed from such a list: what a
/// decision of the list does not settle takes the simplest value that its draw allows.
public struct RandomSample: RandomNumberGenerator, Sendable {
  private let key: Philox.Key
  private let stream: UInt32
  private let index: UInt64
  private var block: UInt32 = 0
  private var pending: UInt64?
  private var pendingNormal: Double?
  private var isRecording = false
  private var script: ArraySlice<Choice>?
  /// The decisions so far, when they are recorded or replayed.
  package private(set) var choices: [Choice] = []

  init(key: UInt64, stream: UInt32, index: UInt64) {
    self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    self.stream = stream
    self.index = index
  }

  /// Whether nothing has been drawn from it yet.
  package var isUntouched: Bool { block == 0 }

  /// A sample that decides as the list says, as far as its draws allow.
  package init(replaying choices: [Choice]) {
    self.init(key: 0, stream: 0, index: 0)
    script = choices[...]
  }

  /// The same sample, its decisions kept in `choices`.
  package var recorded: RandomSample {
    var sample = self
    sample.isRecording = true
    return sample
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    decide({ .word($0) }, { $0.nextWord() }) { choice, sample in
      // Past the end of a list the bits go on as random ones: constant bits would keep a loop that
      // waits for others from ending.
      choice?.bits ?? sample.nextWord()
    }
  }

  private mutating func nextWord() -> UInt64 {
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

  /// One decision: drawn, or taken from the list; and kept where decisions are.
  private mutating func decide<Value>(
    _ choice: (Value) -> Choice, _ draw: (inout RandomSample) -> Value,
    replay: (Choice?, inout RandomSample) -> Value
  ) -> Value {
    if script != nil {
      let next = script?.popFirst()
      let value = replay(next, &self)
      choices.append(choice(value))
      return value
    }
    guard isRecording else { return draw(&self) }
    isRecording = false
    let value = draw(&self)
    isRecording = true
    choices.append(choice(value))
    return value
  }

  /// One decision for a real number.
  private mutating func real(
    simplest: Double, _ draw: (inout RandomSample) -> Double, _ isAllowed: (Double) -> Bool
  ) -> Double {
    decide({ .real($0) }, draw) { choice, _ in
      choice?.real(simplest: simplest, isAllowed) ?? simplest
    }
  }

  /// Uniform on the multiples of 2⁻⁵³ in [0, 1).
  public mutating func uniform() -> Double {
    real(simplest: 0, { Double($0.nextWord() >> 11) * 0x1p-53 }) { 0 <= $0 && $0 < 1 }
  }

  /// Uniform on the odd multiples of 2⁻⁵³ in (0, 1): never 0, never 1.
  public mutating func openUniform() -> Double {
    real(simplest: 0.5, { (Double($0.nextWord() >> 12) + 0.5) * 0x1p-52 }) { 0 < $0 && $0 < 1 }
  }

  /// Uniform on a range of doubles, up to rounding.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    let u = uniform()
    return range.lowerBound * (1 - u) + range.upperBound * u
  }

  /// Uniform on a range of integers, without bias; see ``unbiased(below:_:)``.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    decide({ .integer($0) }, { $0.drawInteger(in: range) }) { choice, _ in
      (choice ?? .integer(0)).integer(in: range)
    }
  }

  private mutating func drawInteger(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    guard width < .max else { return Int(truncatingIfNeeded: nextWord()) }
    return range.lowerBound &+ Int(truncatingIfNeeded: unbiased(below: width + 1) { nextWord() })
  }

  /// A standard normal number, by Box and Muller; at most 8.6 in magnitude. Reproducible up to
  /// the C library's last places of `log`, `sin` and `cos`.
  public mutating func normal() -> Double {
    real(simplest: 0, { $0.drawNormal() }) { abs($0) <= 8.6 }
  }

  private mutating func drawNormal() -> Double {
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
  public mutating func gumbel() -> Double {
    real(simplest: 0, { -machineLog(-machineLog($0.openUniform())) }) { -3.6 <= $0 && $0 <= 36.7 }
  }

  /// A standard exponential number.
  public mutating func exponential() -> Double {
    real(simplest: 1, { -machineLog($0.openUniform()) }) { 0 < $0 && $0 <= 36.7 }
  }
}
