// Entmax for every α ≥ 1: softmax at α = 1, sparsemax at α = 2, by bisection.
//
// B. Peters, V. Niculae, A. F. T. Martins, arXiv:1905.05702. With β = α − 1 the map is
// pᵢ = max(1 + β(xᵢ − μ), 0)^(1/β); in this form, and with log1p, it stays accurate as β → 0,
// where max(βx − λ, 0)^(1/β) loses every digit.

/// Entmax of n scores for α = `alpha`.
///
/// Laws: Σ p = 1; invariant under shifts; xᵢ ≥ xⱼ ⟹ pᵢ ≥ pⱼ; pᵢ > pⱼ ⟹ xᵢ > xⱼ; for α > 1 two
/// outcomes are one-hot exactly for a gap of at least 1/(α − 1). **Not** strictly order preserving
/// for α > 1.
///
/// μ is bisected between 0 and (1 − n^(−β))/β (scores shifted by their largest) down to
/// neighbouring machine numbers; then the support alone is normalised, so that no outcome outside
/// it receives mass. A score −∞ gets 0; every entry is NaN if a score is NaN or +∞, or all are −∞.
///
/// - Precondition: `x` is not empty, 1 ≤ α < ∞.
public func entmax(_ x: Vector<Double>, alpha: Double) -> Vector<Double> {
  requireScores(x, "entmax")
  requireAlpha(alpha, "entmax")
  let beta = alpha - 1
  if beta == 0 { return softmax(x) }
  let (z, largest) = x.shiftedByLargest()
  if largest.isNaN { return z }
  var low = 0.0
  var high = -machineExpMinus1(-beta * machineLog(Double(z.count))) / beta
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { break }
    if z.map({ entmaxWeight($0 - middle, beta) }).sum >= 1 { low = middle } else { high = middle }
  }
  let weights = z.map { entmaxWeight($0 - low, beta) }
  let total = weights.sum
  return weights.map { $0 / total }
}

/// max(1 + βt, 0)^(1/β): not above eᵗ, and tending to it as β → 0.
///
/// - Precondition: β > 0.
public func entmaxWeight(_ t: Double, _ beta: Double) -> Double {
  let shifted = beta * t
  guard shifted > -1 else { return shifted.isNaN ? shifted : 0 }
  return machineExp(machineLog1Plus(shifted) / beta)
}

/// The Jacobian diag(s) − s sᵀ/Σs with sᵢ = pᵢ^(2−α) on the support and 0 outside, at p =
/// entmax(x).
///
/// Not defined at a kink (an outcome at the border of the support); such outcomes count as
/// outside. At α = 1 it is the Jacobian of softmax, at α = 2 that of sparsemax.
///
/// - Precondition: `x` is not empty, 1 ≤ α < ∞.
public func entmaxJacobian(_ x: Vector<Double>, alpha: Double) -> Matrix<Double> {
  let sensitivity = entmax(x, alpha: alpha).map { $0 == 0 ? 0 : machinePower($0, 2 - alpha) }
  let total = sensitivity.sum
  return .diagonal(sensitivity) - .outer(sensitivity, sensitivity.map { $0 / total })
}

/// The Fenchel–Young loss of entmax: H(p) + (p − eₜ)·x with p = entmax(x) and the Tsallis entropy
/// H(p) = (1 − Σ pᵢ^α)/(α(α − 1)).
///
/// Not negative, convex, invariant under shifts; gradient p − eₜ. Zero exactly when the target
/// leads every other score by at least 1/(α − 1). The cross entropy at α = 1, the sparsemax loss
/// at α = 2. Source: M. Blondel, A. F. T. Martins, V. Niculae, "Learning with Fenchel–Young
/// Losses", arXiv:1901.02324.
///
/// - Precondition: `target` is an index of `x`, 1 ≤ α < ∞.
public func fenchelYoungLoss(_ x: Vector<Double>, target: Int, alpha: Double) -> Double {
  requireTarget(target, x, "fenchelYoungLoss")
  requireAlpha(alpha, "fenchelYoungLoss")
  if alpha == 1 { return crossEntropy(x, target: target) }
  let p = entmax(x, alpha: alpha)
  let z = x.shiftedByLargest().shifted
  let expectation = zip(p, z).reduce(0.0) { $1.0 == 0 ? $0 : $0 + $1.0 * $1.1 }
  return tsallisEntropy(p, alpha: alpha) + expectation - z[target]
}

/// The gradient of ``fenchelYoungLoss(_:target:alpha:)``: entmax(x) − eₜ.
///
/// - Precondition: as for the loss.
public func fenchelYoungGradient(
  _ x: Vector<Double>, target: Int, alpha: Double
) -> Vector<Double> {
  requireTarget(target, x, "fenchelYoungGradient")
  return entmax(x, alpha: alpha).lowered(at: target, by: 1)
}

func requireAlpha(_ alpha: Double, _ function: StaticString) {
  require(
    alpha >= 1 && alpha.isFinite, "\(function): alpha is \(alpha), not a number from 1 upward")
}
