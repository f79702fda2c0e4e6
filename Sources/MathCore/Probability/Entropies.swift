// Entropies and divergences of distributions, in nats, with 0·log 0 = 0.
//
// None of them checks that its argument sums to 1; a negative entry gives NaN (not finite for
// balls) wherever a logarithm is taken.

/// −Σ pᵢ log pᵢ, in nats: between 0 and log n for a distribution. Concave.
public func shannonEntropy<S: Scalar & Elementary>(_ p: Vector<S>) -> S {
  -p.map { $0 == .zero ? .zero : $0 * S.log($0) }.sum
}

/// −Σ pᵢ log pᵢ of balls; an entry that is not negative may contain 0.
public func shannonEntropy(_ p: Vector<Ball>) -> Ball {
  -p.map(timesLog).sum
}

/// 1 − Σ pᵢ², the probability that two independent draws differ: between 0 and 1 − 1/n. Exact
/// over ``Rational``.
public func giniIndex<S: Field>(_ p: Vector<S>) -> S { .one - p.norm2 }

/// The Tsallis entropy (1 − Σ pᵢ^α)/(α(α − 1)), Shannon's at α = 1, half the Gini index at α = 2.
///
/// Computed as Σ (pᵢ − pᵢ^α)/(α(α − 1)), the same for a distribution, because 1 − Σ pᵢ^α would
/// lose every digit as α → 1. The factor 1/α is that of the entmax papers (arXiv:1905.05702);
/// elsewhere it is left out.
///
/// - Precondition: α ≥ 1.
public func tsallisEntropy(_ p: Vector<Double>, alpha: Double) -> Double {
  requireAlpha(alpha, "tsallisEntropy")
  if alpha == 1 { return shannonEntropy(p) }
  let beta = alpha - 1
  let differences = p.map { $0 == 0 ? 0 : -$0 * machineExpMinus1(beta * machineLog($0)) }
  return differences.sum / (alpha * beta)
}

/// The Rényi entropy log(Σ pᵢ^α)/(1 − α), in nats: Shannon's at α = 1, log of the number of
/// possible outcomes at α = 0, −log max p at α = ∞. Does not increase with α.
///
/// - Precondition: α ≥ 0.
public func renyiEntropy(_ p: Vector<Double>, alpha: Double) -> Double {
  require(alpha >= 0, "renyiEntropy: alpha is \(alpha), not a number from 0 upward")
  if alpha == 1 { return shannonEntropy(p) }
  if alpha.isInfinite { return -machineLog(p.max() ?? 1) }
  let logarithms = Vector(p.entries.filter { $0 != 0 }.map { alpha * machineLog($0) })
  return logarithms.isEmpty ? -.infinity : logSumExp(logarithms) / (1 - alpha)
}

/// The Kullback–Leibler divergence Σ pᵢ log(pᵢ/qᵢ), in nats: not negative for distributions, 0
/// only for p = q; +∞ if q misses an outcome that p has. Not symmetric, no triangle inequality.
///
/// Over machine numbers rounding can make it slightly negative for p near q.
///
/// - Precondition: equal lengths.
public func klDivergence<S: Scalar & Elementary>(_ p: Vector<S>, _ q: Vector<S>) -> S {
  p.combined(with: q) { $0 == .zero ? .zero : $0 * S.log($0 / $1) }.sum
}

/// A ball around x log x, 0 at 0.
private func timesLog(_ x: Ball) -> Ball {
  if !x.isCertainlyNonNegative || x.isCertainlyPositive { return x * Ball.log(x) }
  // On [0, u] the function lies between −1/e (or, for u ≤ 1/e, u log u) and max(0, u log u).
  guard let upper = x.upper else { return .indeterminate(precision: x.precision) }
  if upper.sign == 0 { return Ball(0).withPrecision(x.precision) }
  let top = Ball(upper, precision: x.precision)
  let end = top * Ball.log(top)
  let least = -Ball.exp(Ball(-1).withPrecision(x.precision))
  let isSmall = (top + least).isCertainlyNonPositive
  guard let low = (isSmall ? end : least).lower, let high = Ball.larger(end, 0).upper else {
    return .indeterminate(precision: x.precision)
  }
  return Ball(lower: low, upper: high, precision: x.precision)
}
