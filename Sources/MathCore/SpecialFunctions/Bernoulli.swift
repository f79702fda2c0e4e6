// Bernoulli numbers, exactly.

/// Bₙ with B₁ = −½: the coefficients of t/(eᵗ − 1) = Σ Bₙtⁿ/n!. 0 for odd n ≥ 3.
///
/// - Precondition: `n >= 0`.
public func bernoulliNumber(_ n: Int) -> Rational {
  require(n >= 0, "there is no Bernoulli number of index \(n)")
  if n == 1 { return Rational(-1, 2) }
  if n % 2 == 1 { return 0 }
  return bernoulliNumbers(through: n)[n]
}

/// B₀, …, Bₙ, in O(n²) operations on integers.
///
/// By tangent numbers, B₂ₖ = (−1)ᵏ⁻¹ 2k Tₖ/(4ᵏ(4ᵏ − 1)) (R. P. Brent, D. Harvey, "Fast
/// computation of Bernoulli, Tangent and Secant numbers", 2011).
///
/// - Precondition: `n >= 0`.
public func bernoulliNumbers(through n: Int) -> [Rational] {
  require(n >= 0, "there are no Bernoulli numbers through index \(n)")
  let tangents = tangentNumbers(n / 2)
  return (0...n).map { index in
    if index == 0 { return 1 }
    if index == 1 { return Rational(-1, 2) }
    if index % 2 == 1 { return 0 }
    let power = Rational(2).power(index)
    let magnitude = Rational(index) * tangents[index / 2 - 1] / (power * (power - 1))
    return index % 4 == 0 ? -magnitude : magnitude
  }
}

/// T₁, …, Tₙ: the coefficients of tan t = Σ Tₖ t²ᵏ⁻¹/(2k − 1)!, by additions and products with
/// small integers in place.
private func tangentNumbers(_ n: Int) -> [Rational] {
  guard n > 0 else { return [] }
  var numbers = (0..<n).map { factorial($0) }
  for start in 1..<Swift.max(n, 1) {
    for j in start..<n {
      numbers[j] =
        Rational(j - start) * numbers[j - 1] + Rational(j - start + 2) * numbers[j]
    }
  }
  return numbers
}
