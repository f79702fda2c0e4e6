// Drawing terms at random, reproducibly: give a `RandomSource("name").sample(i)` as generator.

/// Drawn indices with their weights; for `approximation(_:weights:)` and `error2(_:weights:)`.
public struct ColumnRowSample<Element: Field>: Sendable {
  /// In the order drawn; with replacement an index may occur again.
  public let indices: [Int]
  public let weights: Vector<Element>
}

extension ColumnRowSample: Equatable where Element: Equatable {}

extension ColumnRowProduct where Element == Double {
  /// r independent draws from p, each with weight 1/(r pᵢ); repeats stay repeats.
  ///
  /// By inversion of the running sums of p, from 53 random bits a draw: the chance of a term is
  /// right to about 2⁻⁵³ l. A term with pᵢ = 0 is never drawn.
  ///
  /// - Precondition: one probability for each term, none negative, sum 1 to 10⁻¹²; `r >= 1`.
  public func sample(
    draws r: Int, probabilities p: Vector<Double>,
    using generator: inout some RandomNumberGenerator
  ) -> ColumnRowSample<Double> {
    requireDistribution(p, draws: r)
    require((p.sum - 1).magnitude <= 1e-12, "the probabilities sum to \(p.sum), not to 1")
    var total = 0.0
    let sums = p.entries.map { probability in
      total += probability
      return total
    }
    let indices = (0..<r).map { _ in
      let uniform = Double(generator.next() >> 11) * 0x1p-53 * total
      return firstIndex(above: uniform, in: sums)
    }
    return ColumnRowSample(
      indices: indices, weights: Vector(indices.map { 1 / (Double(r) * p[$0]) }))
  }

  /// The first index whose running sum exceeds `value`; its probability is positive, for running
  /// sums rise there and nowhere else.
  private func firstIndex(above value: Double, in sums: [Double]) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ColumnRowProduct {
  /// A uniform r-subset of the terms, each with weight l/r; the indices ascend.
  ///
  /// By selection sampling (D. E. Knuth, TAOCP 2, algorithm 3.4.2 S) with integers that have no
  /// bias.
  ///
  /// - Precondition: `1 <= r <= count`.
  public func sampleWithoutReplacement(
    size r: Int, using generator: inout some RandomNumberGenerator
  ) -> ColumnRowSample<Element> {
    requireSize(r, from: 1)
    var indices: [Int] = []
    for index in 0..<count where indices.count < r {
      let remaining = count - index
      let chosen = Int.random(in: 0..<remaining, using: &generator) < r - indices.count
      if chosen { indices.append(index) }
    }
    return ColumnRowSample(
      indices: indices,
      weights: Vector(repeating: Element(Rational(count, r)), count: r))
  }
}
