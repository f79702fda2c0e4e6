// The fraction of an interval that is shortest to write, and how long fractions are.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Rational {
  /// The number with the smallest denominator in a closed interval, and of those the one nearest to
  /// zero: by descent in the Stern–Brocot tree.
  ///
  /// - Precondition: `lower <= upper`.
  package static func simplest(from lower: Rational, to upper: Rational) -> Rational {
    require(lower <= upper, "no number lies between \(lower) and \(upper)")
    if lower.sign <= 0, upper.sign >= 0 { return 0 }
    if upper.sign < 0 { return -simplest(from: -upper, to: -lower) }
    let whole = lower.floor
    if whole == lower { return whole }
    if whole + 1 <= upper { return whole + 1 }
    // Both ends have the same whole part: the rest is found among the reciprocals.
    return whole + 1 / simplest(from: 1 / (upper - whole), to: 1 / (lower - whole))
  }

  /// Digits that it takes to write the number, its sign included.
  package var length: Int {
    let text = isInteger ? numerator : numerator + denominator
    return text.utf8.count
  }

  /// Bits of the numerator or of the denominator, whichever has more: 1 for 0, 1 and −1.
  package var bits: Int {
    if let (numerator, denominator) = words {
      let size = Swift.max(numerator.magnitude, denominator.magnitude)
      return UInt.bitWidth - size.leadingZeroBitCount
    }
    return lend { source in
      Int(Swift.max(fmpz_bits(&source.pointee.num), fmpz_bits(&source.pointee.den)))
    }
  }
}
