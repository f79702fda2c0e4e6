// Sums, products and powers of rationals: a machine-word path with overflow checks, then FLINT.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Rational {
  public static func + (a: Rational, b: Rational) -> Rational {
    if case .small(let p, let q) = a.storage, case .small(let r, let s) = b.storage {
      if q == 1, s == 1 {
        let (sum, overflow) = p.addingReportingOverflow(r)
        if !overflow { return Rational(sum) }
      } else if let sum = wordSum(p, q, r, s) {
        return sum
      }
    }
    return combine(a, b) { fmpq_add($0, $1, $2) }
  }

  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  public static func * (a: Rational, b: Rational) -> Rational {
    if case .small(let p, let q) = a.storage, case .small(let r, let s) = b.storage {
      let (numerator, above) = p.multipliedReportingOverflow(by: r)
      let (denominator, below) = q.multipliedReportingOverflow(by: s)
      if !above, !below, numerator != Int.min { return reduce(numerator, denominator) }
    }
    return combine(a, b) { fmpq_mul($0, $1, $2) }
  }

  /// - Precondition: `b` is not zero.
  public static func / (a: Rational, b: Rational) -> Rational { a * b.reciprocal }

  public static prefix func - (a: Rational) -> Rational {
    switch a.storage {
    case .small(let numerator, let denominator):
      return Rational(reduced: -numerator, denominator)
    case .large(let fraction):
      return fraction.lend { x in Rational(Fraction { fmpq_neg($0, x) }) }
    }
  }

  /// One divided by this number.
  ///
  /// - Precondition: the number is not zero.
  public var reciprocal: Rational {
    require(sign != 0, "division of a Rational by zero")
    switch storage {
    case .small(let numerator, let denominator):
      return numerator > 0
        ? Rational(reduced: denominator, numerator) : Rational(reduced: -denominator, -numerator)
    case .large(let fraction):
      return fraction.lend { x in Rational(Fraction { fmpq_inv($0, x) }) }
    }
  }

  /// The number to an integer power; anything to the power 0 is 1.
  ///
  /// - Precondition: the number is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Rational {
    require(
      exponent >= 0 || sign != 0, "Rational 0 to the negative power \(exponent)")
    return lend { base in Rational(Fraction { fmpq_pow_si($0, base, exponent) }) }
  }

  private static func wordSum(_ p: Int, _ q: Int, _ r: Int, _ s: Int) -> Rational? {
    let (left, o1) = p.multipliedReportingOverflow(by: s)
    let (right, o2) = r.multipliedReportingOverflow(by: q)
    let (numerator, o3) = left.addingReportingOverflow(right)
    let (denominator, o4) = q.multipliedReportingOverflow(by: s)
    guard !o1, !o2, !o3, !o4, numerator != Int.min else { return nil }
    return reduce(numerator, denominator)
  }

  private static func reduce(_ numerator: Int, _ denominator: Int) -> Rational {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int(a)
    return Rational(reduced: numerator / divisor, denominator / divisor)
  }
}

extension Rational {
  /// The largest number of which both are integer multiples, not negative; 0 for two zeros.
  package static func greatestCommonDivisor(_ a: Rational, _ b: Rational) -> Rational {
    if case .small(let p, 1) = a.storage, case .small(let r, 1) = b.storage {
      var (x, y) = (p.magnitude, r.magnitude)
      while y != 0 { (x, y) = (y, x % y) }
      return Rational(Int(x))
    }
    return combine(a, b) { fmpq_gcd($0, $1, $2) }
  }
}
