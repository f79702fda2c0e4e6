// Perturb and take the maximum: the probability that score i plus its noise is the largest.

/// P(argmaxⱼ (xⱼ + εⱼ) = i) for independent standard Gumbel noise: exactly ``softmax(_:)``.
///
/// - Precondition: `x` is not empty.
public func gumbelMaxProbability<S: Elementary>(_ x: Vector<S>) -> Vector<S> {
  requireScores(x, "gumbelMaxProbability")
  return softmax(x)
}

/// P(argmaxⱼ (xⱼ + εⱼ) = i) for independent noise with the given distribution function and
/// density: ∫ pdf(ε) Π_{j≠i} cdf(xᵢ − xⱼ + ε) dε.
///
/// Laws: invariant under shifts; xᵢ ≥ xⱼ ⟹ pᵢ ≥ pⱼ. The strict order law needs noise whose
/// support is the whole line: with uniform noise (3, 1, 0) gives (1, 0, 0).
///
/// By double exponential quadrature, split where a factor has a kink; see
/// ``perturbMaxQuadrature(_:noise:)`` for the estimated error, typically below 10⁻¹³. The result
/// is not normalised: its sum shows the quadrature's error.
///
/// - Parameter support: Where the density is positive.
/// - Precondition: `x` is not empty and finite.
public func perturbMaxProbability(
  _ x: Vector<Double>, support: ClosedRange<Double> = -.infinity ... .infinity,
  cdf: @escaping @Sendable (Double) -> Double, pdf: @escaping @Sendable (Double) -> Double
) -> Vector<Double> {
  perturbMaxQuadrature(x, noise: Noise(support: support, cdf: cdf, pdf: pdf)).probabilities
}

/// P(argmaxⱼ (xⱼ + εⱼ) = i) for the given noise.
///
/// - Precondition: `x` is not empty and finite.
public func perturbMaxProbability(_ x: Vector<Double>, noise: Noise) -> Vector<Double> {
  perturbMaxQuadrature(x, noise: noise).probabilities
}

/// The probabilities with the largest estimated error among them (an estimate, not a bound).
///
/// - Precondition: `x` is not empty and finite.
public func perturbMaxQuadrature(
  _ x: Vector<Double>, noise: Noise
) -> (probabilities: Vector<Double>, error: Double) {
  requireScores(x, "perturbMaxProbability")
  require(
    x.entries.allSatisfy(\.isFinite), "perturbMaxProbability: a score is not finite: \(x)")
  let estimates = x.indices.map { index in
    let pieces = smoothPieces(x, index, noise.support).map { piece in
      quadrature(over: piece) { noise.pdf($0) * chanceToLead(x, index, $0, noise) }
    }
    return QuadratureEstimate(
      value: pieces.reduce(0) { $0 + $1.value }, error: pieces.reduce(0) { $0 + $1.error })
  }
  return (
    Vector(estimates.map(\.value)), estimates.reduce(0) { Swift.max($0, $1.error) }
  )
}

/// The winner of one perturbation: argmaxᵢ (xᵢ + εᵢ).
///
/// - Precondition: `x` is not empty.
public func perturbedArgmax(
  _ x: Vector<Double>, noise: Noise, using sample: inout RandomSample
) -> Int {
  requireScores(x, "perturbedArgmax")
  return argmax(x.map { $0 + noise.draw(from: &sample) })
}

/// The winner under Gumbel noise: a draw from ``softmax(_:)``, up to rounding.
///
/// - Precondition: `x` is not empty.
public func gumbelArgmax(_ x: Vector<Double>, using sample: inout RandomSample) -> Int {
  perturbedArgmax(x, noise: .gumbel, using: &sample)
}

/// How often each outcome wins in samples 0, 1, …, `count` − 1 of a stream.
///
/// - Precondition: `x` is not empty, `count` is not negative.
public func perturbMaxCounts(
  _ x: Vector<Double>, noise: Noise = .gumbel, count: Int, source: RandomSource,
  stream: UInt32 = 0
) -> [Int] {
  requireScores(x, "perturbMaxCounts")
  require(count >= 0, "perturbMaxCounts: the count \(count) is negative")
  var counts = [Int](repeating: 0, count: x.count)
  for index in 0..<count {
    var sample = source.sample(UInt64(index), stream: stream)
    counts[perturbedArgmax(x, noise: noise, using: &sample)] += 1
  }
  return counts
}

/// The probability that every other score stays below score `index`, whose noise is `epsilon`.
private func chanceToLead(
  _ x: Vector<Double>, _ index: Int, _ epsilon: Double, _ noise: Noise
) -> Double {
  x.indices.reduce(1.0) { $1 == index ? $0 : $0 * noise.cdf(x[index] - x[$1] + epsilon) }
}

/// The support, cut where another outcome's noise enters or leaves its own.
private func smoothPieces(
  _ x: Vector<Double>, _ index: Int, _ support: ClosedRange<Double>
) -> [ClosedRange<Double>] {
  let ends = [support.lowerBound, support.upperBound]
  let kinks = ends.filter(\.isFinite).flatMap { end in x.map { end - x[index] + $0 }.entries }
  let inside = Set(kinks.filter { $0 > support.lowerBound && $0 < support.upperBound }).sorted()
  let cuts = [support.lowerBound] + inside + [support.upperBound]
  return zip(cuts, cuts.dropFirst()).map { $0...$1 }
}
