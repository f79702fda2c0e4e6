// Tails of the binomial distribution, exact or enclosed: however small, they never underflow.

/// P(X ≥ `successes`) for X binomial with `trials` trials, exactly.
///
/// Sums `trials − successes + 1` terms of integers as long as the trials: for thousands of trials
/// ask for a ball instead.
///
/// - Precondition: 0 ≤ `probability` ≤ 1, `trials >= 0`.
public func binomialUpperTail(
  _ successes: Int, of trials: Int, probability: Rational
) -> Rational {
  require(trials >= 0, "\(trials) trials")
  require((0...1).contains(probability), "\(probability) is no probability")
  if successes <= 0 { return 1 }
  if successes > trials { return 0 }
  let other = 1 - probability
  if other == 0 { return 1 }
  // Terms from the one for 0 successes on: each is the one before times (n − k)/(k + 1)·p/q.
  var term = other.power(trials)
  var sum: Rational = 0
  for count in 0...trials {
    if count >= successes { sum += term }
    term *= Rational(trials - count, count + 1) * (probability / other)
  }
  return sum
}

/// P(X ≤ `successes`) for X binomial with `trials` trials, exactly; see
/// ``binomialUpperTail(_:of:probability:)-(_,_,Rational)``.
public func binomialLowerTail(
  _ successes: Int, of trials: Int, probability: Rational
) -> Rational {
  binomialUpperTail(trials - successes, of: trials, probability: 1 - probability)
}

/// P(X ≥ `successes`) for X binomial with `trials` trials, enclosed.
///
/// The terms are added from `successes` outward. They fall at least like a geometric series, which
/// bounds what is left out; about as many are needed as the standard deviation has units.
///
/// - Precondition: `trials >= 0`. Where `probability` is not certainly between 0 and 1 the result
///   is not finite.
public func binomialUpperTail(_ successes: Int, of trials: Int, probability: Ball) -> Ball {
  require(trials >= 0, "\(trials) trials")
  let bits = probability.precision
  let one = Ball(1).withPrecision(bits)
  let other = one - probability
  guard probability.isCertainlyNonNegative, other.isCertainlyNonNegative else {
    return .indeterminate(precision: bits)
  }
  if successes <= 0 { return one }
  if successes > trials { return Ball(0).withPrecision(bits) }
  if probability.isExact, other.isExact {
    // A certain outcome either way: the odds below would divide by 0.
    if !probability.isCertainlyPositive { return Ball(0).withPrecision(bits) }
    if !other.isCertainlyPositive { return one }
  }
  let mean = Ball(trials).withPrecision(bits) * probability
  if mean.isCertainlyAtMost(Ball(successes)) {
    return outwardSum(successes, of: trials, probability, other)
  }
  // Below the mean the terms grow at first: take what the other side leaves.
  if Ball(successes - 1).isCertainlyAtMost(mean) {
    return one - outwardSum(trials - successes + 1, of: trials, other, probability)
  }
  // A ball this wide tells little; what it tells is at its ends, for the tail grows with p.
  let ends = [probability.lower, probability.upper].compactMap(\.self).map {
    binomialUpperTail(
      successes, of: trials,
      probability: Ball(Swift.min(Swift.max($0, 0), 1), precision: bits))
  }
  guard let low = ends.first?.lower, let high = ends.last?.upper else {
    return .indeterminate(precision: bits)
  }
  return Ball(lower: low, upper: high, precision: bits)
}

/// The upper tail from `successes` on, which is certainly not below the mean.
private func outwardSum(_ successes: Int, of trials: Int, _ p: Ball, _ q: Ball) -> Ball {
  let bits = p.precision
  let one = Ball(1).withPrecision(bits)
  let odds = p / q
  var term = binomialProbability(successes, of: trials, p, q)
  var sum = term
  for count in successes..<trials {
    term *= Ball(Rational(trials - count, count + 1), precision: bits) * odds
    sum += term
    let ratio = Ball(Rational(trials - count - 1, count + 2), precision: bits) * odds
    let rest = term * ratio / (one - ratio)
    let negligible = sum * Ball(Rational(2).power(-bits), precision: bits)
    if rest.isCertainlyAtMost(negligible), let upper = rest.upper {
      return sum + Ball(lower: 0, upper: Swift.max(upper, 0), precision: bits)
    }
  }
  return sum
}

/// P(X ≤ `successes`) for X binomial with `trials` trials, enclosed.
public func binomialLowerTail(_ successes: Int, of trials: Int, probability: Ball) -> Ball {
  let other = Ball(1).withPrecision(probability.precision) - probability
  return binomialUpperTail(trials - successes, of: trials, probability: other)
}

/// C(n, k)·pᵏ·qⁿ⁻ᵏ for certainly positive p and q.
private func binomialProbability(_ k: Int, of n: Int, _ p: Ball, _ q: Ball) -> Ball {
  // The logarithms are of the size of n: as many more bits, or they would cost digits.
  let bits = p.precision + 64
  func count(_ value: Int) -> Ball { Ball(value).withPrecision(bits) }
  let ways =
    logGamma(count(n + 1)) - logGamma(count(k + 1)) - logGamma(count(n - k + 1))
  let logarithm =
    ways + count(k) * log(p.withPrecision(bits)) + count(n - k) * log(q.withPrecision(bits))
  return exp(logarithm).withPrecision(p.precision)
}
