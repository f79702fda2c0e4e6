// Functions on a whole box: the argument's error times a bound of the derivative on everything that
// may have been computed, plus the C library's own error.

extension RoundedRange: Transcendental {
  public static func exp(_ x: RoundedRange) -> RoundedRange {
    // |e^X − e^x| ≤ e^x (e^|δ| − 1), and not above the larger of the two.
    let exact = Ball.exp(x.exact)
    let growth = effect(of: .growthAbove(x.error), times: exact.greatestMagnitude)
    return result(
      exact, x.error < 1 ? growth : Swift.min(growth, Ball.exp(x.computed).greatestMagnitude),
      Double.exp(x.value), ulps: LibmError.exp)
  }

  public static func log(_ x: RoundedRange) -> RoundedRange {
    result(Ball.log(x.exact), x.logError, Double.log(x.value), ulps: LibmError.log)
  }

  public static func sqrt(_ x: RoundedRange) -> RoundedRange {
    // |√X − √x| ≤ e / √x, if X cannot be negative.
    let least = x.exact.leastMagnitude
    let isDefined = x.error == 0 || least >= x.error
    return result(
      Ball.sqrt(x.exact),
      isDefined ? .quotientAbove(x.error, least.squareRoot().nextDown) : .infinity,
      x.value.squareRoot())
  }

  public static func power(_ base: RoundedRange, _ exponent: RoundedRange) -> RoundedRange {
    if exponent.error == 0, exponent.exact.isExact, let whole = Int(exactly: exponent.value) {
      return power(base, whole)
    }
    // x^y = e^(y log x): the shift of the logarithm, then as for exp.
    let exact = Ball.power(base.exact, exponent.exact)
    let shift = Double.sumAbove(
      effect(
        of: base.logError, times: .sumAbove(exponent.exact.greatestMagnitude, exponent.error)),
      effect(of: exponent.error, times: Ball.log(base.exact).greatestMagnitude))
    return result(
      exact, effect(of: .growthAbove(shift), times: exact.greatestMagnitude),
      Double.power(base.value, exponent.value), ulps: LibmError.power)
  }

  public static func power(_ base: RoundedRange, _ exponent: Int) -> RoundedRange {
    if exponent == 0 { return RoundedRange(1) }
    let hull = base.computed
    let slope = Ball(exponent) * Ball.power(hull, exponent - 1)
    return result(
      Ball.power(base.exact, exponent), effect(of: base.error, times: slope.greatestMagnitude),
      Double.power(base.value, exponent), ulps: LibmError.power)
  }

  /// The larger value; taking it rounds nothing.
  public static func larger(_ a: RoundedRange, _ b: RoundedRange) -> RoundedRange {
    RoundedRange(
      exact: Ball.larger(a.exact, b.exact), error: Swift.max(a.error, b.error),
      value: Double.larger(a.value, b.value))
  }

  public static func sin(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.sin, Double.sin, LibmError.sin) { Ball.cos($0) }
  }

  public static func cos(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.cos, Double.cos, LibmError.cos) { Ball.sin($0) }
  }

  public static func tan(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.tan, Double.tan, LibmError.tan) { 1 / Ball.power(Ball.cos($0), 2) }
  }

  public static func sinh(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.sinh, Double.sinh, LibmError.sinh) { Ball.cosh($0) }
  }

  public static func cosh(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.cosh, Double.cosh, LibmError.cosh) { Ball.sinh($0) }
  }

  public static func tanh(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.tanh, Double.tanh, LibmError.tanh) { 1 / Ball.power(Ball.cosh($0), 2) }
  }

  public static func atan(_ x: RoundedRange) -> RoundedRange {
    function(x, Ball.atan, Double.atan, LibmError.atan) { 1 / (1 + Ball.power($0, 2)) }
  }

  public static func erf(_ x: RoundedRange) -> RoundedRange {
    // 2/√π < 2
    function(x, Ball.erf, Double.erf, LibmError.erf) { 2 * Ball.exp(-Ball.power($0, 2)) }
  }

  /// - Parameter slope: encloses the derivative on a ball.
  private static func function(
    _ x: RoundedRange, _ exact: (Ball) -> Ball, _ value: (Double) -> Double, _ ulps: Double,
    slope: (Ball) -> Ball
  ) -> RoundedRange {
    let propagated =
      x.error == 0 ? 0 : effect(of: x.error, times: slope(x.computed).greatestMagnitude)
    return result(exact(x.exact), propagated, value(x.value), ulps: ulps)
  }

  /// |log X − log x| ≤ e / (x − e); infinite if X may not be positive.
  private var logError: Double {
    error == 0 ? 0 : .quotientAbove(error, (exact.leastMagnitude - error).nextDown)
  }
}
