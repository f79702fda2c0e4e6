// No bound of a rounding error is ever exceeded: random expressions, random inputs, and balls with
// hundreds of bits to tell the truth. What fails is shrunk to a few operations.

import MathCore
import Testing

@Suite("Bounds of rounding errors")
struct RoundingSoundnessTests {
  /// Whether a computed number is certainly farther from the truth than a part of its bound.
  private func exceeds(_ value: Double, _ error: Double, _ truth: Ball) -> Bool {
    guard error.isFinite, value.isFinite else { return false }
    return (Ball(exactly: value) - truth).leastMagnitude > error
  }

  /// The first failing case, shrunk, and how many cases could have failed.
  private func search(
    _ name: String, count: Int, _ fails: (Case) -> Bool?
  ) -> (failure: Case?, informative: Int) {
    let source = RandomSource(name)
    var informative = 0
    for index in 0..<count {
      var draws = source.sample(UInt64(index))
      let candidate = Case.random(&draws)
      guard let failed = fails(candidate) else { continue }
      if failed { return (candidate.shrunk { fails($0) == true }, informative) }
      informative += 1
    }
    return (nil, informative)
  }

  private func rounded(_ candidate: Case, part: Double) -> Bool? {
    let number = candidate.expression.value(candidate.inputs.map { Rounded($0) })
    guard number.value.isFinite, number.error.isFinite, let truth = candidate.truth else {
      return nil
    }
    return exceeds(number.value, part * number.error, truth)
  }

  @Test("running errors cover the truth, subnormal, huge and cancelling numbers included")
  func running() {
    let (failure, informative) = search("running errors", count: 20_000) { rounded($0, part: 1) }
    #expect(failure == nil, "\(failure!)")
    #expect(informative > 5_000)
  }

  @Test("the search sees a bound that is too small, and shrinks to one operation")
  func canFail() throws {
    let failure = search("running errors", count: 20_000) { rounded($0, part: 0.4) }.failure
    let small = try #require(failure)
    #expect(small.expression.simpler.allSatisfy { part in part.simpler.isEmpty }, "\(small)")
  }

  @Test("where the C library is known to be worst, the bound covers it")
  func worstKnown() {
    let (a, b) = (0x1.c332bde7ca515p-5, 0x1.dce787c263529p-3)
    let (erf, tanh) = (Rounded.erf(Rounded(a)), Rounded.tanh(Rounded(b)))
    #expect(!exceeds(erf.value, erf.error, Ball.erf(Ball(exactly: a, precision: 200))))
    #expect(!exceeds(tanh.value, tanh.error, Ball.tanh(Ball(exactly: b, precision: 200))))
  }

  @Test("values are bit for bit those of Double")
  func values() {
    let source = RandomSource("bit for bit")
    for index in 0..<5_000 {
      var draws = source.sample(UInt64(index))
      let candidate = Case.random(&draws)
      let number = candidate.expression.value(candidate.inputs.map { Rounded($0) })
      let double = candidate.expression.value(candidate.inputs)
      #expect(
        number.value == double || (number.value.isNaN && double.isNaN), "\(candidate)")
    }
  }

  /// A box around the inputs, from a point to one that is wide.
  private func box(_ candidate: Case, _ draws: inout RandomSample) -> [(Double, Double)] {
    candidate.inputs.map { center in
      let width = [0, 1e-15, 1e-9, 1e-3, 0.3][draws.integer(in: 0...4)]
      let reach = width * Swift.max(center.magnitude, 1e-300)
      return (center - reach, center + reach)
    }
  }

  @Test("the bound of a box covers every Double in it, and the enclosure every exact value")
  func ranges() {
    let source = RandomSource("ranges")
    var informative = 0
    for index in 0..<6_000 {
      var draws = source.sample(UInt64(index))
      let candidate = Case.random(&draws, depth: 3)
      let sides = box(candidate, &draws)
      guard sides.allSatisfy({ $0.0.isFinite && $0.1.isFinite }) else { continue }
      let range = candidate.expression.value(
        sides.map {
          RoundedRange(inputs: Rational(exactly: $0.0)!...Rational(exactly: $0.1)!, sample: $0.0)
        })
      guard range.error.isFinite else { continue }
      for _ in 0..<4 {
        let inputs = sides.map { Swift.min(Swift.max(draws.uniform(in: $0.0...$0.1), $0.0), $0.1) }
        let point = Case(expression: candidate.expression, inputs: inputs)
        guard let truth = point.truth else { continue }
        informative += 1
        #expect(range.exact.overlaps(truth), "\(point): \(range), truth \(truth)")
        let value = point.expression.value(inputs)
        #expect(
          value.isFinite && !exceeds(value, range.error, truth), "\(point): \(value), \(range)")
      }
    }
    #expect(informative > 4_000)
  }

  @Test("comparisons that rounding could turn round are noticed, others are not")
  func branches() {
    func isOpen(_ a: Rounded, _ b: Rounded) -> Bool {
      UndecidedBranch.noticed { a < b }.isThere
    }
    let third = Rounded(1.0) / 3
    #expect(isOpen(third, Rounded(1.0 / 3.0)))
    #expect(isOpen(3 * third, 1))
    #expect(!isOpen(third, 0.3334))
    #expect(!isOpen(1, 1))
    #expect(isOpen(Rounded(1) / (third - third), 1))
    let x = RoundedRange(inputs: 0...1, sample: 0.25)
    #expect(UndecidedBranch.noticed { x < RoundedRange(Rational(1, 2)) }.isThere)
    #expect(!UndecidedBranch.noticed { x < RoundedRange(2) }.isThere)
    // Exactly at its end: one Double of the box is not less.
    #expect(UndecidedBranch.noticed { x < RoundedRange(1) }.isThere)
    // A number is itself, whatever its error; another one with the same enclosure is not it.
    let y = RoundedRange.exp(x)
    #expect(!UndecidedBranch.noticed { y != y }.isThere)
    #expect(UndecidedBranch.noticed { y != RoundedRange.exp(x) }.isThere)
    #expect(!UndecidedBranch.noticed { third != third }.isThere)
    #expect(UndecidedBranch.noticed { (1 / (x - x)) != (1 / (x - x)) }.isThere)
    // The larger of two is no branch.
    #expect(
      !UndecidedBranch.noticed { RoundedRange.larger(x, RoundedRange(Rational(1, 2))) }.isThere)
  }

  @Test("underflow costs up to one spacing of subnormal numbers, and is never free")
  func underflow() {
    let tiny = Rounded(1e-200)
    let product = tiny * tiny
    #expect(product.value == 0 && product.error == .leastNonzeroMagnitude)
    // A bound that would underflow does not vanish.
    let doubtful = Rounded(Rational(1, 3)) * Rounded(1e-300) * Rounded(1e-300)
    #expect(doubtful.error >= .leastNonzeroMagnitude)
    let range = RoundedRange(input: 1e-200) * RoundedRange(input: 1e-200)
    #expect(range.error == .leastNonzeroMagnitude)
    #expect((RoundedRange(input: 1e200) * RoundedRange(input: 1e200)).error == .infinity)
  }
}
