import MathCore

/// What the values at Chebyshev nodes say about a function between them.
///
/// Let f be holomorphic in the ellipse E_ρ with |f| ≤ M there, and p its interpolant in the n + 1
/// nodes cos(jπ/n). Its Chebyshev coefficients satisfy |a_k| ≤ 2Mρ⁻ᵏ, and what is cut off comes
/// back by aliasing at most once, so ‖f − p‖ ≤ 2 Σ_{k>n} |a_k| ≤ 4Mρ⁻ⁿ/(ρ − 1) on [−1, 1]; and
/// ‖p‖ ≤ Λ max |f(node)| with Λ ≤ 1 + (2/π) log(n + 1) (Trefethen, Approximation Theory and
/// Approximation Practice, Theorems 8.2 and 15.2). In several variables with interpolation I_k in
/// the k-th, f − I₁⋯I_d f = Σ I₁⋯I_{k−1}(f − I_k f) gives
///
///     ‖f‖ ≤ Σ_k Λ₁⋯Λ_{k−1} · 4 M_k ρ_k^{−n_k}/(ρ_k − 1) + Λ₁⋯Λ_d · max |f(node)|,
///
/// where M_k bounds |f| with the k-th variable in its ellipse and the others real.
struct ChebyshevBound: Sendable {
  /// One variable's interpolation.
  struct Axis: Sendable {
    var rho: Rational
    /// M.
    var bound: Rational
    /// n ≥ 1; there are n + 1 nodes.
    var degree: Int
  }

  static let precision = 128
  /// Where these facts are proved.
  static let theorems = [
    "Trefethen, Approximation Theory and Approximation Practice (2013), Theorems 8.2 and 15.2"
  ]

  let axes: [Axis]

  /// Σ_k Λ₁⋯Λ_{k−1} · 4 M_k ρ_k^{−n_k}/(ρ_k − 1): what the nodes cannot see.
  var truncation: Ball {
    var total = Ball(0, precision: Self.precision)
    var factor = Ball(1, precision: Self.precision)
    for axis in axes {
      let decay = Ball.power(Ball(axis.rho, precision: Self.precision), -axis.degree)
      total =
        total + factor * Ball(4 * axis.bound / (axis.rho - 1), precision: Self.precision) * decay
      factor = factor * Self.lebesgue(axis.degree)
    }
    return total
  }

  /// Λ₁⋯Λ_d.
  var amplification: Ball {
    axes.reduce(Ball(1, precision: Self.precision)) { $0 * Self.lebesgue($1.degree) }
  }

  private static func lebesgue(_ degree: Int) -> Ball {
    let logarithm = Ball.log(Ball(Rational(degree + 1), precision: precision))
    return Ball(1, precision: precision) + Ball(2, precision: precision)
      / Ball.pi(precision: precision) * logarithm
  }

  /// A degree with which one axis's truncation is about `target` or less: a guess, to be checked.
  static func degree(rho: Rational, bound: Rational, target: Rational) -> Int? {
    let ratio = Ball(4 * bound / (target * (rho - 1)), precision: 64)
    guard ratio.isCertainlyPositive else { return 1 }
    let degree = Ball.log(ratio) / Ball.log(Ball(rho, precision: 64))
    guard let upper = degree.upper, upper < 1_000_000 else { return nil }
    return Swift.max(1, Int(Double(upper).rounded(.up)))
  }

  /// cos(jπ/n), exact where it is rational at the ends and in the middle.
  static func node(_ j: Int, of degree: Int, precision: Int) -> Ball {
    if j == 0 { return Ball(1, precision: precision) }
    if j == degree { return Ball(-1, precision: precision) }
    if 2 * j == degree { return Ball(0, precision: precision) }
    return Ball.cos(Ball.pi(precision: precision) * Ball(Rational(j, degree), precision: precision))
  }
}

extension [ChebyshevBound.Axis] {
  /// The points of the product grid.
  var nodeCount: Int { reduce(1) { $0 * ($1.degree + 1) } }
}
