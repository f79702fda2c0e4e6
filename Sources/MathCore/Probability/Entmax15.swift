// Entmax with α = 3/2, by its exact algorithm with the largest-k rule.
//
// B. Peters, V. Niculae, A. F. T. Martins, "Sparse Sequence-to-Sequence Models",
// arXiv:1905.05702. With z = x/2 sorted downward, the candidate threshold from the k largest is
// λₖ = μₖ − √((1 − Mₖ)/k), μₖ their mean and Mₖ = Σ (zᵢ − μₖ)². The largest k with zₖ ≥ λₖ is the
// right one: zₖ ≥ λₖ ⟺ Σ_{i ≤ k} (zᵢ − zₖ)² ≤ 1, whose left side does not decrease with k. So
// the rule needs no root, is decided in rationals, and ties at the threshold do no harm.

/// Entmax for α = 3/2: pᵢ = max(xᵢ/2 − λ, 0)², Σ p = 1.
///
/// Laws: invariant under shifts; xᵢ ≥ xⱼ ⟹ pᵢ ≥ pⱼ; pᵢ > pⱼ ⟹ xᵢ > xⱼ. Two outcomes: one-hot
/// exactly for a gap of at least 2. **Not** strictly order preserving.
///
/// Over `Double` a score −∞ gets 0; every entry is NaN if a score is NaN or +∞, or all are −∞.
///
/// - Precondition: `x` is not empty.
@specialized(where S == Double)
@specialized(where S == Rounded)
public func entmax15<S: Scalar & Elementary>(_ x: Vector<S>) -> Vector<S> {
  requireScores(x, "entmax15")
  let (shifted, largest) = x.shiftedByLargest()
  if largest != largest { return shifted }
  let z = shifted.map { $0 / S(2) }
  let threshold = shiftedThreshold15(z)
  return z.map { score in
    guard score > threshold else { return .zero }
    return (score - threshold) * (score - threshold)
  }
}

/// The threshold λ of entmax-1.5 on the scale z = x/2.
///
/// - Precondition: `x` is not empty.
public func entmax15Threshold<S: Scalar & Elementary>(_ x: Vector<S>) -> S {
  requireScores(x, "entmax15Threshold")
  let (shifted, largest) = x.shiftedByLargest()
  if largest != largest { return largest }
  return shiftedThreshold15(shifted.map { $0 / S(2) }) + largest / S(2)
}

/// For k = 1, …, n: whether zₖ ≥ λₖ, that is Σ_{i ≤ k} (zᵢ − zₖ)² ≤ 1, for z = x/2 sorted
/// downward. Always true on a prefix; decided exactly over ``Rational``.
///
/// - Precondition: `x` is not empty.
public func entmax15Predicate<S: Scalar>(_ x: Vector<S>) -> [Bool] {
  requireScores(x, "entmax15Predicate")
  let z = x.entries.sorted(by: >).map { $0 / S(2) }
  return z.indices.map { squaredDistances(z, $0) <= .one }
}

/// The outcomes to which entmax-1.5 gives positive probability, ascending: those with
/// Σ_{zⱼ > zᵢ} (zⱼ − zᵢ)² < 1 for z = x/2. Decided exactly over ``Rational``.
///
/// - Precondition: `x` is not empty.
public func entmax15Support<S: Scalar>(_ x: Vector<S>) -> [Int] {
  requireScores(x, "entmax15Support")
  let order = x.descendingOrder
  let z = order.map { x[$0] / S(2) }
  return z.indices.filter { squaredDistances(z, $0) < .one }.map { order[$0] }.sorted()
}

/// Σ_{i ≤ k} (zᵢ − zₖ)².
private func squaredDistances<S: Scalar>(_ z: [S], _ k: Int) -> S {
  z[...k].reduce(S.zero) { $0 + ($1 - z[k]) * ($1 - z[k]) }
}

/// The threshold of z with largest entry 0.
private func shiftedThreshold15<S: Scalar & Elementary>(_ z: Vector<S>) -> S {
  var mean = S.zero
  var spread = S.zero  // Σ (zᵢ − mean)², updated as by Welford
  var threshold = -S.one
  for (rank, score) in z.entries.sorted(by: >).enumerated() {
    let size = S(rank + 1)
    let distance = score - mean
    let newMean = mean + distance / size
    let newSpread = spread + distance * (score - newMean)
    let reach = score - newMean
    guard newSpread + size * reach * reach <= .one else { break }
    (mean, spread) = (newMean, newSpread)
    threshold = mean - S.sqrt((.one - spread) / size)
  }
  return threshold
}
