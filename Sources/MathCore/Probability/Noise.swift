// Distributions of noise on the line, for perturb-and-max.

/// A continuous distribution on the real line, by its distribution function and density.
public struct Noise: Sendable {
  /// P(ε ≤ t).
  public let cdf: @Sendable (Double) -> Double
  /// Its derivative inside the support.
  public let pdf: @Sendable (Double) -> Double
  /// Where the density is positive; ends may be infinite.
  public let support: ClosedRange<Double>
  let drawn: @Sendable (inout RandomSample) -> Double

  /// - Parameter draw: One draw from the distribution; by default by inverting `cdf`, bisecting.
  public init(
    support: ClosedRange<Double> = -.infinity ... .infinity,
    cdf: @escaping @Sendable (Double) -> Double,
    pdf: @escaping @Sendable (Double) -> Double,
    draw: (@Sendable (inout RandomSample) -> Double)? = nil
  ) {
    self.cdf = cdf
    self.pdf = pdf
    self.support = support
    drawn = draw ?? { sample in invert(cdf, at: sample.openUniform(), support) }
  }

  /// One draw.
  public func draw(from sample: inout RandomSample) -> Double { drawn(&sample) }

  /// The standard Gumbel distribution: P(ε ≤ t) = exp(−e^(−t)).
  public static let gumbel = Noise(
    cdf: { machineExp(-machineExp(-$0)) },
    pdf: { machineExp(-($0 + machineExp(-$0))) },
    draw: { $0.gumbel() })

  /// The standard normal distribution.
  public static let normal = Noise(
    cdf: { machineErfc(-$0 / 2.0.squareRoot()) / 2 },
    pdf: { machineExp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() },
    draw: { $0.normal() })

  /// The exponential distribution of mean 1.
  public static let exponential = Noise(
    support: 0 ... .infinity,
    cdf: { $0 <= 0 ? 0 : -machineExpMinus1(-$0) },
    pdf: { $0 < 0 ? 0 : machineExp(-$0) },
    draw: { $0.exponential() })

  /// The uniform distribution on [0, 1].
  public static let uniform = Noise(
    support: 0...1,
    cdf: { Swift.min(Swift.max($0, 0), 1) },
    pdf: { (0...1).contains($0) ? 1 : 0 },
    draw: { $0.uniform() })
}

/// The smallest t, up to bisection, with cdf(t) ≥ level.
private func invert(
  _ cdf: (Double) -> Double, at level: Double, _ support: ClosedRange<Double>
) -> Double {
  var low = Swift.max(support.lowerBound, -.greatestFiniteMagnitude / 4)
  var high = Swift.min(support.upperBound, .greatestFiniteMagnitude / 4)
  for _ in 0..<2200 {
    let middle = low / 2 + high / 2
    guard middle > low, middle < high else { break }
    if cdf(middle) >= level { high = middle } else { low = middle }
  }
  return high
}
