// Softmax with the exponential replaced by its Taylor polynomial.

/// Σ_{m ≤ k} xᵐ/m! for k = `degree`, by Horner's rule; exact over ``Rational``.
///
/// Positive on the whole real line for even k, strictly increasing for odd k; not monotone for
/// even k ≥ 2.
///
/// - Precondition: `degree` is not negative.
@specialized(where S == Double)
@specialized(where S == Rational)
@specialized(where S == Ball)
public func taylorExponential<S: Field>(_ x: S, degree: Int) -> S {
  require(degree >= 0, "taylorExponential: the degree \(degree) is negative")
  var value = S.one
  for order in stride(from: degree, to: 0, by: -1) {
    value = .one + x * value / S(order)
  }
  return value
}

/// fₖ(xᵢ) / Σⱼ fₖ(xⱼ) with the Taylor polynomial fₖ of the exponential, k = `degree` even.
///
/// A distribution with positive entries. It does **not** keep the order of the scores and is
/// **not** invariant under shifts: for k = 2, (−3, 0, 1) gives (5/12, 1/6, 5/12). The order holds
/// among scores not below the root of the polynomial of degree k − 1.
///
/// Over `Double` NaN where a power overflows.
///
/// - Precondition: `x` is not empty, `degree` is even and not negative (an odd polynomial takes
///   negative values).
public func taylorSoftmax<S: Field>(_ x: Vector<S>, degree: Int) -> Vector<S> {
  requireScores(x, "taylorSoftmax")
  require(
    degree >= 0 && degree % 2 == 0, "taylorSoftmax: the degree \(degree) is not even")
  let weights = x.map { taylorExponential($0, degree: degree) }
  let total = weights.sum
  return weights.map { $0 / total }
}
