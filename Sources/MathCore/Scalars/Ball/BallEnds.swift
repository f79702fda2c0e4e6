// Exact ends, midpoint and radius of a ball.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

extension Ball {
  /// An exact number not above any member; `nil` if there is none to be had.
  ///
  /// It is the ball's own end, unless that needs more than 64 bits beyond the ball's precision
  /// or lies within 2^−1048576 of 0; then it is the next such number outward. `nil` for a ball
  /// that is not finite, or whose end is beyond 2^1048576.
  public var lower: Rational? {
    end(awayFromZeroWhenNegative: true) { arb_get_lbound_arf($0, $1, $2) }
  }

  /// An exact number not below any member, like ``lower``.
  public var upper: Rational? {
    end(awayFromZeroWhenNegative: false) { arb_get_ubound_arf($0, $1, $2) }
  }

  private func end(
    awayFromZeroWhenNegative: Bool,
    _ bound: (UnsafeMutablePointer<arf_struct>, UnsafePointer<arb_struct>, Int) -> Void
  ) -> Rational? {
    guard isFinite else { return nil }
    let value = lend { x in
      let bits = Swift.max(precision, arf_bits(&x.pointee.mid)) + 64
      return Dyadic { bound($0, x, bits) }
    }
    if value.isHuge || !value.isFinite { return nil }
    if value.isTiny {
      guard value.isNegative == awayFromZeroWhenNegative else { return 0 }
      let smallest = Rational(2).power(-Dyadic.exponentLimit)
      return value.isNegative ? -smallest : smallest
    }
    return value.exactValue
  }

  /// The centre, exactly (0 if it lies within 2^−1048576 of 0).
  ///
  /// - Precondition: the ball is finite and its centre is at most 2^1048576.
  public var midpoint: Rational {
    require(isFinite, "the midpoint of a ball that is not finite")
    let centre = lend { x in Dyadic { arf_set($0, &x.pointee.mid) } }
    require(!centre.isHuge, "the midpoint of a ball beyond 2^1048576")
    return centre.isTiny ? 0 : centre.exactValue
  }

  /// The centre as a machine number: infinite beyond all of them, not a number unless the ball is
  /// finite.
  package var approximation: Double {
    guard isFinite else { return .nan }
    return lend { x in
      Dyadic { arf_set($0, &x.pointee.mid) }.lend { arf_get_d($0, ARF_RND_NEAR) }
    }
  }

  /// Not below the radius; infinite if the ball is not finite.
  public var radius: Double {
    guard isFinite else { return .infinity }
    return lend { x in
      Dyadic { arf_set_mag($0, &x.pointee.rad) }.lend { arf_get_d($0, ARF_RND_UP) }
    }
  }

  /// The two halves of the ball, which together cover it.
  ///
  /// - Precondition: the ball is finite, as in ``midpoint``.
  package var halves: (lower: Ball, upper: Ball)? {
    guard let lower, let upper else { return nil }
    let centre = midpoint
    return (
      Ball(lower: lower, upper: centre, precision: precision),
      Ball(lower: centre, upper: upper, precision: precision)
    )
  }
}

extension Ball: CustomStringConvertible {
  /// The digits that the radius supports, and the radius: `[3.14159265 ± 4.2e-10]`; a bare
  /// decimal for an exact ball whose digits end. As printed, it contains the ball.
  public var description: String {
    guard isFinite else { return "[not finite]" }
    let digits = Int(Double(precision) * 0.30103) + 1
    return lend { x in
      guard let text = arb_get_str(x, Swift.max(digits, 1), 0) else { return "[?]" }
      defer { flint_free(text) }
      return Self.tidied(String(cString: text))
    }
  }

  /// At most so many decimal digits, all of which the ball supports to one unit, without a radius.
  package func digits(_ count: Int) -> String {
    lend { x in
      // 2 is ARB_STR_NO_RADIUS, a macro that does not import everywhere.
      guard let text = arb_get_str(x, count, 2) else { return description }
      defer { flint_free(text) }
      return Self.tidied(String(cString: text))
    }
  }

  private static func tidied(_ text: String) -> String {
    if let slash = text.firstIndex(of: "/") {  // "+/-" around it
      let (plus, minus) = (text.index(before: slash), text.index(after: slash))
      return text[..<plus] + "±" + text[text.index(after: minus)...]
    }
    guard text.contains("."), !text.contains("e") else { return text }
    let digits = text.reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }
}
