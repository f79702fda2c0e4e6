// Softmax, its logarithm and its Jacobian, evaluated shifted by the largest score.

/// The softmax of n scores: pᵢ = e^xᵢ / Σⱼ e^xⱼ.
///
/// Computed from x − max x, so that no score overflows; the forward relative error over `Double`
/// is at most about (n + 2 + |xᵢ − max x|) ulps.
///
/// Laws, in real numbers: Σ pᵢ = 1; pᵢ > 0; pᵢ > pⱼ ⟺ xᵢ > xⱼ; softmax(x + c) = softmax(x);
/// ½-Lipschitz in every ℓᵖ. Over `Double` the order law holds weakly only (both directions of the
/// strict one fail: probabilities underflow to equal zeros), shifts are absorbed by rounding, and
/// the sum is 1 up to rounding. softmax(x/τ) tends to a one-hot vector for τ → 0 only if the
/// maximum is unique.
///
/// Over `Double`: a score −∞ gets probability 0. Every entry is NaN if any score is NaN or +∞, or
/// all are −∞ (no limit is singled out).
///
/// - Precondition: `x` is not empty.
@specialized(where S == Double)
@specialized(where S == Rounded)
@specialized(where S == Ball)
public func softmax<S: Elementary>(_ x: Vector<S>) -> Vector<S> {
  requireScores(x, "softmax")
  let largest = x.larger
  let weights = x.map { S.exp($0 - largest) }
  let total = weights.sum
  return weights.map { $0 / total }
}

/// softmax(x / τ).
///
/// - Precondition: `x` is not empty. τ should be positive; τ = 0 divides by zero.
public func softmax<S: Elementary>(_ x: Vector<S>, temperature: S) -> Vector<S> {
  softmax(x / temperature)
}

/// log softmax(x) = x − logSumExp(x), without the detour through probabilities that underflow:
/// logSoftmax((0, −800)) has −800 where `log(softmax(x))` has −∞.
///
/// Edge cases as for ``softmax(_:)``.
///
/// - Precondition: `x` is not empty.
@specialized(where S == Double)
@specialized(where S == Rounded)
@specialized(where S == Ball)
public func logSoftmax<S: Elementary>(_ x: Vector<S>) -> Vector<S> {
  requireScores(x, "logSoftmax")
  let largest = x.larger
  let shifted = x.map { $0 - largest }
  let logTotal = S.log(shifted.map { S.exp($0) }.sum)
  return shifted.map { $0 - logTotal }
}

/// log Σᵢ e^xᵢ.
///
/// max x ≤ logSumExp(x) ≤ max x + log n, with equality on the right only if all scores are equal.
/// The distance to max x depends on the gaps max x − xᵢ, not on the variance of the scores.
/// Convex, not strictly (affine along the direction of ones). Its gradient is ``softmax(_:)``.
///
/// Over `Double`: −∞ if all scores are −∞, +∞ if one is +∞, NaN if one is NaN.
///
/// - Precondition: `x` is not empty.
@specialized(where S == Double)
@specialized(where S == Rounded)
@specialized(where S == Ball)
public func logSumExp<S: Elementary>(_ x: Vector<S>) -> S {
  requireScores(x, "logSumExp")
  let shift = S.finiteShift(x.larger)
  return shift + S.log(x.map { S.exp($0 - shift) }.sum)
}

/// τ logSumExp(x / τ), the smooth maximum: between max x and max x + τ log n for τ > 0.
///
/// - Precondition: `x` is not empty.
public func logSumExp<S: Elementary>(_ x: Vector<S>, temperature: S) -> S {
  temperature * logSumExp(x / temperature)
}

/// The n × n matrix of the derivatives ∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ) at the scores `x`.
///
/// - Precondition: `x` is not empty.
public func softmaxJacobian<S: Elementary>(_ x: Vector<S>) -> Matrix<S> {
  softmaxJacobian(probabilities: softmax(x))
}

/// diag(p) − p pᵀ for a given distribution p; exact over ``Rational``.
///
/// The diagonal is computed as pᵢ Σ_{j≠i} pⱼ, which is pᵢ(1 − pᵢ) for a distribution and does not
/// cancel for pᵢ near 1. Symmetric, positive semidefinite, rows sum to 0, rank n − 1 for p > 0;
/// half the sum of the magnitudes of its entries is ``giniIndex(_:)``.
///
/// - Precondition: `p` is not empty.
public func softmaxJacobian<S: Field>(probabilities p: Vector<S>) -> Matrix<S> {
  requireScores(p, "softmaxJacobian")
  return Matrix(rows: p.count, columns: p.count) { row, column in
    row == column ? p[row] * p.sum(without: row) : -(p[row] * p[column])
  }
}

extension Vector {
  /// The sum of all entries but one.
  func sum(without index: Int) -> Element {
    entries.indices.reduce(Element.zero) { $1 == index ? $0 : $0 + entries[$1] }
  }
}
