// Sparsemax: the Euclidean projection of the scores onto the probability simplex.
//
// A. F. T. Martins, R. F. Astudillo, "From Softmax to Sparsemax", arXiv:1602.02068. Everything
// here is rational, hence exact over `Rational`. Scores are shifted by the largest first: the
// unshifted algorithm loses the whole mass at 10¹⁶ in `Double`.

/// The threshold τ of sparsemax, on the scale of the scores, and the outcomes of positive
/// probability, ascending: pᵢ = max(xᵢ − τ, 0).
public struct SparsemaxThreshold<S: Scalar>: Sendable {
  public let threshold: S
  public let support: [Int]
}

/// τ = (Σ_{i ≤ k} x₍ᵢ₎ − 1)/k for the largest k with 1 + k x₍ₖ₎ > Σ_{i ≤ k} x₍ᵢ₎, scores sorted
/// downward; that predicate holds on a prefix.
///
/// NaN threshold and empty support if a score is NaN or +∞, or all are −∞.
///
/// - Precondition: `x` is not empty.
public func sparsemaxThreshold<S: Scalar>(_ x: Vector<S>) -> SparsemaxThreshold<S> {
  requireScores(x, "sparsemaxThreshold")
  let (z, largest) = x.shiftedByLargest()
  let threshold = shiftedThreshold(z)
  return SparsemaxThreshold(
    threshold: threshold + largest, support: z.indices.filter { z[$0] > threshold })
}

/// The point of the probability simplex nearest to `x`: p = max(x − τ, 0), Σ p = 1.
///
/// Characterised by p·(p − x) = minᵢ (pᵢ − xᵢ) for p in the simplex. Laws: invariant under
/// shifts; xᵢ ≥ xⱼ ⟹ pᵢ ≥ pⱼ; pᵢ > pⱼ ⟹ xᵢ > xⱼ; 1-Lipschitz in ℓ². **Not** strictly order
/// preserving, not injective up to shifts: (2, 0, −1) gives (1, 0, 0).
///
/// Exact over ``Rational``. Over `Double` a score −∞ gets 0; every entry is NaN if a score is NaN
/// or +∞, or all are −∞.
///
/// - Precondition: `x` is not empty.
@specialized(where S == Double)
@specialized(where S == Rational)
@specialized(where S == Rounded)
public func sparsemax<S: Scalar>(_ x: Vector<S>) -> Vector<S> {
  requireScores(x, "sparsemax")
  let (z, largest) = x.shiftedByLargest()
  if largest != largest { return z }
  let threshold = shiftedThreshold(z)
  return z.map { $0 > threshold ? $0 - threshold : .zero }
}

/// The Jacobian diag(s) − s sᵀ/|S| with the indicator s of the support S: an orthogonal
/// projector, of spectral norm 1 for |S| ≥ 2 and 0 for |S| = 1.
///
/// At a kink (xᵢ = τ for some i) sparsemax is not differentiable; this is then the derivative
/// that treats such outcomes as outside the support.
///
/// - Precondition: `x` is not empty.
public func sparsemaxJacobian<S: Scalar>(_ x: Vector<S>) -> Matrix<S> {
  let support = sparsemaxThreshold(x).support
  var indicator = Vector<S>.zeros(x.count)
  for index in support { indicator[index] = .one }
  let size = S(Swift.max(support.count, 1))
  return .diagonal(indicator) - .outer(indicator, indicator.map { $0 / size })
}

/// The sparsemax loss ½ − xₜ + ½ Σ_{i in S} (xᵢ² − τ²).
///
/// Not negative, convex, invariant under shifts; gradient p − eₜ; 0 exactly when xₜ ≥ 1 + every
/// other score. NaN where sparsemax is.
///
/// - Precondition: `target` is an index of `x`.
public func sparsemaxLoss<S: Scalar>(_ x: Vector<S>, target: Int) -> S {
  requireTarget(target, x, "sparsemaxLoss")
  let (z, largest) = x.shiftedByLargest()
  if largest != largest { return largest }
  let threshold = shiftedThreshold(z)
  let half = S.one / S(2)
  let excess = z.entries.reduce(S.zero) { sum, score in
    score > threshold ? sum + (score - threshold) * (score + threshold) : sum
  }
  return half - z[target] + half * excess
}

/// The gradient of ``sparsemaxLoss(_:target:)``: sparsemax(x) − eₜ.
///
/// - Precondition: `target` is an index of `x`.
public func sparsemaxLossGradient<S: Scalar>(_ x: Vector<S>, target: Int) -> Vector<S> {
  requireTarget(target, x, "sparsemaxLossGradient")
  return sparsemax(x).lowered(at: target, by: .one)
}

/// The threshold of scores whose largest is 0 (or NaN for NaN).
private func shiftedThreshold<S: Scalar>(_ z: Vector<S>) -> S {
  var sum = S.zero
  var threshold = z[0]
  for (rank, score) in z.entries.sorted(by: >).enumerated() {
    let size = S(rank + 1)
    guard .one + size * score > sum + score else { break }
    sum += score
    threshold = (sum - .one) / size
  }
  return threshold
}
