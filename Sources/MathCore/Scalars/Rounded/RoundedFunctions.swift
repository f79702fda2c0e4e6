// Elementary functions with running errors: how the argument's error passes through, by a bound
// of the derivative over the whole interval of arguments, plus the C library's own error.

extension Rounded: Elementary {
  public static func exp(_ x: Rounded) -> Rounded {
    let value = Double.exp(x.value)
    if value == 0, x.value == -.infinity, x.error == 0 { return Rounded(0.0) }
    // e^a (e^δ − 1), and e^a ≤ value + ulps; or, far below 0, what is larger than both
    // exponentials.
    let propagated = growth(of: value, by: x.error, ulps: LibmError.exp)
    let greatest = Double.exp((x.value + x.error).nextUp)
    return result(
      value, from: [x],
      propagated: x.error < 1
        ? propagated
        : Swift.min(propagated, .sumAbove(greatest, greatest.ulps(LibmError.exp))),
      ulps: LibmError.exp)
  }

  public static func log(_ x: Rounded) -> Rounded {
    let value = Double.log(x.value)
    if x.value == 0, x.error == 0 { return Rounded(value, error: 0) }
    return result(
      value, from: [x], propagated: logError(x), exact: x.value == 1, ulps: LibmError.log)
  }

  public static func sqrt(_ x: Rounded) -> Rounded {
    let value = x.value.squareRoot()
    // |√A − √a| ≤ ea / √a, if A cannot be negative.
    let isDefined = x.error == 0 || x.value >= x.error
    return result(
      value, from: [x],
      propagated: isDefined ? .quotientAbove(x.error, value.nextDown) : .infinity,
      exact: x.value == 0 && x.error == 0)
  }

  public static func power(_ base: Rounded, _ exponent: Rounded) -> Rounded {
    if exponent.error == 0, let whole = Int(exactly: exponent.value) { return power(base, whole) }
    let value = Double.power(base.value, exponent.value)
    if base.value == 0, base.error == 0, exponent.value - exponent.error > 0 {
      return Rounded(0.0)
    }
    // x^y = e^(y log x): the error of the exponent, then as for exp.
    let logarithm = Double.productAbove(Double.log(base.value).magnitude, 1 + 4 * .ulpOfOne)
    let shift = Double.sumAbove(
      .productAbove(.sumAbove(exponent.value.magnitude, exponent.error), logError(base)),
      .productAbove(logarithm, exponent.error))
    let isDefined = base.value - base.error > 0
    let propagated =
      isDefined ? growth(of: value, by: shift, ulps: LibmError.power) : .infinity
    return result(value, from: [base, exponent], propagated: propagated, ulps: LibmError.power)
  }

  public static func power(_ base: Rounded, _ exponent: Int) -> Rounded {
    let value = Double.power(base.value, exponent)
    if exponent == 0 || (base.value == 0 && base.error == 0 && exponent > 0) {
      return Rounded(value)
    }
    return result(
      value, from: [base], propagated: powerError(base, exponent, value), ulps: LibmError.power)
  }

  private static func powerError(_ base: Rounded, _ exponent: Int, _ value: Double) -> Double {
    guard base.error > 0 else { return 0 }
    // A negative power of what may be 0.
    guard exponent > 0 || base.value.magnitude > base.error else { return .infinity }
    let count = Double(exponent).magnitude.nextUp
    if base.value == 0 {
      let reach = Double.power(base.error, exponent)
      return Double.sumAbove(reach, reach.ulps(LibmError.power))
    }
    // |n| times the relative error of the base, as a shift of the logarithm.
    let relative = Double.quotientAbove(base.error, base.value.magnitude)
    let shift = Double.productAbove(count, relative)
    return growth(
      of: value,
      by: exponent > 0 ? shift : .quotientAbove(shift, (1 - relative).nextDown),
      ulps: LibmError.power)
  }

  /// The larger value, as `Double` code would choose; the error covers a wrong choice between
  /// values closer than their errors.
  public static func larger(_ a: Rounded, _ b: Rounded) -> Rounded {
    Rounded(Double.larger(a.value, b.value), error: Swift.max(a.error, b.error))
  }

  public static func finiteShift(_ largest: Rounded) -> Rounded {
    largest.value.isInfinite ? .zero : largest
  }

  /// |e^(t + δ) − e^t| ≤ e^t (e^|δ| − 1) for a computed e^t of the given ulps.
  private static func growth(of value: Double, by shift: Double, ulps: Double) -> Double {
    .productAbove(.sumAbove(value.magnitude, value.ulps(ulps)), .growthAbove(shift))
  }

  /// |log A − log a| ≤ ea / (a − ea); infinite if A may not be positive.
  private static func logError(_ x: Rounded) -> Double {
    x.error == 0 ? 0 : .quotientAbove(x.error, (x.value - x.error).nextDown)
  }
}
