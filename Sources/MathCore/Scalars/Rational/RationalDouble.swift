// Between rationals and machine numbers: exact one way, correctly rounded the other.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Rational {
  /// The exact value of a machine number; `nil` for NaN and infinities.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    self = Dyadic { arf_set_d($0, value) }.exactValue
  }
}

extension Double {
  /// The machine number nearest to `value`, ties to even; infinite beyond the largest one.
  public init(_ value: Rational) {
    if let (numerator, denominator) = value.words,
      numerator.magnitude < 1 << 53, denominator < 1 << 53
    {
      self = Double(numerator) / Double(denominator)
      return
    }
    self = value.lend { nearestDouble($0) }
  }
}

private func nearestDouble(_ value: UnsafePointer<fmpq>) -> Double {
  let bits = 120
  var isInexact = false
  let below = Dyadic { isInexact = arf_set_fmpq($0, value, bits, ARF_RND_FLOOR) != 0 }
  guard isInexact else { return below.lend { arf_get_d($0, ARF_RND_NEAR) } }
  // The value lies strictly between two neighbours of 120 bits. So does their mean, and no tie
  // of the final rounding does: rounding the mean rounds the value.
  let above = Dyadic { _ = arf_set_fmpq($0, value, bits, ARF_RND_CEIL) }
  let mean = Dyadic { mean in
    below.lend { low in
      above.lend { high in _ = arf_add(mean, low, high, bits + 8, ARF_RND_DOWN) }
    }
    arf_mul_2exp_si(mean, mean, -1)
  }
  return mean.lend { arf_get_d($0, ARF_RND_NEAR) }
}
