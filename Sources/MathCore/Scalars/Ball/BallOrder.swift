// What a ball decides, and what it leaves open.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// The outcome of a comparison that was decided.
public enum Ordering: Sendable, Equatable {
  case less, equal, greater
}

extension Ball {
  /// Whether the order of every member of this ball to every member of `other` is the same.
  ///
  /// `nil` means that the balls do not decide: they overlap, or one is not finite. `equal` only
  /// for two exact balls at the same point. `nil` is evidence for nothing.
  public func compared(to other: Ball) -> Ordering? {
    guard isFinite, other.isFinite else { return nil }
    return lend { x in
      other.lend { y in
        if arb_lt(x, y) != 0 { return .less }
        if arb_gt(x, y) != 0 { return .greater }
        return arb_is_exact(x) != 0 && arb_equal(x, y) != 0 ? .equal : nil
      }
    }
  }

  /// Whether midpoint and radius are finite. A ball that is not finite says nothing at all.
  public var isFinite: Bool { lend { arb_is_finite($0) != 0 } }

  /// Whether the ball is a single number.
  public var isExact: Bool { lend { arb_is_finite($0) != 0 && arb_is_exact($0) != 0 } }

  public var isCertainlyPositive: Bool { isFinite && lend { arb_is_positive($0) != 0 } }
  public var isCertainlyNegative: Bool { isFinite && lend { arb_is_negative($0) != 0 } }
  public var isCertainlyNonNegative: Bool { isFinite && lend { arb_is_nonnegative($0) != 0 } }
  public var isCertainlyNonPositive: Bool { isFinite && lend { arb_is_nonpositive($0) != 0 } }
  public var isCertainlyNonZero: Bool { isFinite && lend { arb_contains_zero($0) == 0 } }

  /// Whether every member of this ball is at most every member of `other`.
  public func isCertainlyAtMost(_ other: Ball) -> Bool {
    isFinite && other.isFinite && lend { x in other.lend { y in arb_le(x, y) != 0 } }
  }

  /// Whether `value` lies in the ball. True of every number if the ball is not finite.
  public func contains(_ value: Rational) -> Bool {
    !isFinite || lend { x in value.lend { arb_contains_fmpq(x, $0) != 0 } }
  }

  /// Whether `other` lies wholly in this ball.
  public func encloses(_ other: Ball) -> Bool {
    !isFinite || (other.isFinite && lend { x in other.lend { arb_contains(x, $0) != 0 } })
  }

  /// Whether the two have a number in common; true if one is not finite. Overlap is no evidence
  /// for equality.
  public func overlaps(_ other: Ball) -> Bool {
    !isFinite || !other.isFinite
      || lend { x in other.lend { y in arb_overlaps(x, y) != 0 } }
  }
}

// A ball is no interval: the product of [0, 1] with itself, as a midpoint with a radius, reaches
// down to −1/2, and the last bit of a sum's radius below 0. The signs of the operands know better.
extension Ball {
  /// Whether it is finite and has positive and negative members.
  var isOfBothSigns: Bool {
    isFinite && lend { arb_is_nonnegative($0) == 0 && arb_is_nonpositive($0) == 0 }
  }

  /// 1 where no member is negative, −1 where none is positive; `nil` where both occur.
  var certainSign: Int? { isCertainlyNonNegative ? 1 : isCertainlyNonPositive ? -1 : nil }

  /// For a result that is known by algebra to have a sign: the ball without the members of the
  /// other.
  func keeping(sign: Int) -> Ball {
    sign > 0 ? withoutNegativeMembers : -(-self).withoutNegativeMembers
  }
}
