// A mean that few large draws cannot pull away: Catoni's influence function and his estimator.
//
// O. Catoni, "Challenging the empirical mean and empirical variance: a deviation study", Annales
// de l'IHP 48 (2012), 1148–1185.

/// ψ(x) = sign(x)·log(1 + |x| + x²/2).
///
/// For every real x: −log(1 − x + x²/2) ≤ ψ(x) ≤ log(1 + x + x²/2), which is all that the tests
/// use. ψ is odd, grows everywhere, is close to x for small x and grows like 2·log |x|.
public func catoniInfluence(_ x: Double) -> Double {
  let size = x.magnitude
  // Beyond 1e150 the square overflows; there the sum is the square up to one part in 1e150.
  let value =
    size < 1e150
    ? machineLog1Plus(size + size * size / 2) : 2 * machineLog(size) - machineLog(2)
  return x < 0 ? -value : value
}

/// Catoni's estimate of a mean: the θ with Σ ψ(λ(xᵢ − θ)) = 0, to 2⁻⁴⁸ of the draws' range.
///
/// As λ → 0 it becomes the average. It lies within the range of the draws. Laws: translating the
/// draws translates it; it is *not* linear, and for skewed draws it is biased (the bias is part of
/// the deviation bound of ``KnownDeviationTest``).
///
/// - Parameter scale: λ > 0, in one over the unit of the draws.
/// - Precondition: there is a draw, all draws are finite, `scale` is positive and finite.
public func catoniMean(_ draws: [Double], scale: Double) -> Double {
  catoniRoot(draws, scale: scale, target: 0)
}

/// The θ with Σ ψ(λ(xᵢ − θ)) = target; the sum falls as θ grows.
func catoniRoot(_ draws: [Double], scale: Double, target: Double) -> Double {
  require(!draws.isEmpty, "the mean of no draws")
  require(draws.allSatisfy(\.isFinite), "the mean of draws that are not all finite")
  require(scale > 0 && scale.isFinite, "a scale of \(scale) is not positive and finite")
  func sum(_ theta: Double) -> Double {
    draws.reduce(into: CompensatedSum()) { $0.add(catoniInfluence(scale * ($1 - theta))) }.value
  }
  var low = draws.reduce(draws[0]) { Swift.min($0, $1) }
  var high = draws.reduce(draws[0]) { Swift.max($0, $1) }
  // The root for 0 is among the draws; one for another target may lie outside of them.
  var reach = (1 + target.magnitude) / scale
  while sum(low) < target && low.isFinite { (low, reach) = (low - reach, 2 * reach) }
  while sum(high) > target && high.isFinite { (high, reach) = (high + reach, 2 * reach) }
  for _ in 0..<48 {
    let middle = low / 2 + high / 2
    if sum(middle) >= target { low = middle } else { high = middle }
  }
  return low / 2 + high / 2
}

/// A running sum with the rounding errors carried along (A. Neumaier, 1974): its error is two units
/// in the last place of the sum, and terms of second order.
package struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  package var value: Double { sum + lost }
}
