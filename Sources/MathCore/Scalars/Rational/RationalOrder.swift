// Order, sign, integer part and hashing of rationals. All decisions are exact.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Rational {
  public static func == (a: Rational, b: Rational) -> Bool {
    switch (a.storage, b.storage) {
    case (.small(let p, let q), .small(let r, let s)): p == r && q == s
    case (.large(let x), .large(let y)):
      x.lend { p in y.lend { q in fmpq_equal(p, q) != 0 } }
    default: false
    }
  }

  public static func < (a: Rational, b: Rational) -> Bool {
    if case .small(let p, let q) = a.storage, case .small(let r, let s) = b.storage {
      let left = p.multipliedFullWidth(by: s)
      let right = r.multipliedFullWidth(by: q)
      return (left.high, left.low) < (right.high, right.low)
    }
    return a.lend { x in b.lend { y in fmpq_cmp(x, y) < 0 } }
  }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let numerator, let denominator):
      hasher.combine(numerator)
      hasher.combine(denominator)
    case .large(let fraction):
      hasher.combine(fraction.numeratorText)
      hasher.combine(fraction.denominatorText)
    }
  }

  /// −1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .small(let numerator, _): numerator.signum()
    case .large(let fraction): fraction.lend { Int(fmpq_sgn($0)) }
    }
  }

  public var magnitude: Rational { sign < 0 ? -self : self }

  /// Whether the denominator is 1.
  public var isInteger: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .large(let fraction): fraction.denominatorText == "1"
    }
  }

  /// The largest integer that is not above the number.
  public var floor: Rational {
    lend { source in
      Rational(
        Fraction { fmpz_fdiv_q(&$0.pointee.num, &source.pointee.num, &source.pointee.den) })
    }
  }
}
