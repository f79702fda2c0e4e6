// Tails of the binomial distribution, exact or enclosed: however small, they never underflow.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

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
  let first = binomialProbability(successes, of: trials, p, q)
  return first.lend { first in
    (p / q).lend { odds in
      Ball(precision: p.precision) { sum, bits in
        arb_set(sum, first)
        addTerms(to: sum, after: first, odds, successes, trials, bits)
      }
    }
  }
}

/// Adds the terms beyond `successes` until all that follow are below the last bit of the sum, and
/// then a bound on those. In place: a tail has hundreds of terms, and a test asks for many tails.
private func addTerms(
  to sum: UnsafeMutablePointer<arb_struct>, after first: UnsafePointer<arb_struct>,
  _ odds: UnsafePointer<arb_struct>, _ successes: Int, _ trials: Int, _ bits: Int
) {
  withUnsafeTemporaryAllocation(of: arb_struct.self, capacity: 3) { buffer in
    guard let term = buffer.baseAddress else { return }
    let (rest, bound) = (term + 1, term + 2)
    for number in [term, rest, bound] { arb_init(number) }
    defer { for number in [term, rest, bound] { arb_clear(number) } }
    arb_set(term, first)
    for count in successes..<trials {
      arb_mul_ui(term, term, UInt(trials - count), bits)
      arb_div_ui(term, term, UInt(count + 1), bits)
      arb_mul(term, term, odds, bits)
      arb_add(sum, sum, term, bits)
      guard count % 16 == 0 else { continue }
      // The ratio of the next term to this one; later ratios are smaller.
      arb_mul_ui(bound, odds, UInt(trials - count - 1), bits)
      arb_div_ui(bound, bound, UInt(count + 2), bits)
      arb_mul(rest, term, bound, bits)
      arb_sub_ui(bound, bound, 1, bits)
      arb_neg(bound, bound)
      guard arb_is_positive(bound) != 0 else { continue }
      arb_div(rest, rest, bound, bits)
      arb_mul_2exp_si(bound, sum, -bits)
      if arb_le(rest, bound) != 0 { return arb_add_error(sum, rest) }
    }
  }
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
