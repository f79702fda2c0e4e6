// The other functions of the table with running errors: the argument's error times a bound of the
// derivative over the whole interval of arguments, plus the C library's own error.

extension Rounded: Transcendental {
  public static func sin(_ x: Rounded) -> Rounded {
    function(Double.sin, of: x, ulps: LibmError.sin) { wave(Double.cos(x.value), x.error) }
  }

  public static func cos(_ x: Rounded) -> Rounded {
    function(Double.cos, of: x, ulps: LibmError.cos) { wave(Double.sin(x.value), x.error) }
  }

  /// tan(x + δ) − tan x = (1 + t²) tan δ/(1 − t tan δ) with t = tan x.
  public static func tan(_ x: Rounded) -> Rounded {
    let value = Double.tan(x.value)
    let tangent = Double.sumAbove(value.magnitude, value.ulps(LibmError.tan))
    let shift = x.error < 1 ? Double.productAbove(Double.tan(x.error), slack) : .infinity
    let rest = (1 - Double.productAbove(tangent, shift)).nextDown
    let slope = Double.sumAbove(1, .productAbove(tangent, tangent))
    return result(
      value, from: [x], propagated: .quotientAbove(.productAbove(slope, shift), rest),
      ulps: LibmError.tan)
  }

  public static func sinh(_ x: Rounded) -> Rounded {
    function(Double.sinh, of: x, ulps: LibmError.sinh) {
      .productAbove(Double.cosh(.sumAbove(x.value.magnitude, x.error)), slack)
    }
  }

  public static func cosh(_ x: Rounded) -> Rounded {
    function(Double.cosh, of: x, ulps: LibmError.cosh) {
      .productAbove(Double.sinh(.sumAbove(x.value.magnitude, x.error)), slack)
    }
  }

  public static func tanh(_ x: Rounded) -> Rounded {
    // 1/cosh² falls with |x|.
    function(Double.tanh, of: x, ulps: LibmError.tanh) {
      let cosh = Double.cosh(least(x)) * (1 - 4 * .ulpOfOne)
      return Swift.min(1, .quotientAbove(1, (cosh * cosh).nextDown))
    }
  }

  public static func atan(_ x: Rounded) -> Rounded {
    function(Double.atan, of: x, ulps: LibmError.atan) {
      let square = (least(x) * least(x)).nextDown
      return Swift.min(1, .quotientAbove(1, (1 + Swift.max(square, 0)).nextDown))
    }
  }

  public static func erf(_ x: Rounded) -> Rounded {
    // 2/√π · e^(−x²), which falls with |x|.
    function(Double.erf, of: x, ulps: LibmError.erf) {
      let square = Swift.max((least(x) * least(x)).nextDown, 0)
      let fall = Swift.max(Double.exp(-square), .leastNonzeroMagnitude)
      return .productAbove(.productAbove(1.1283791670955128, fall), slack)
    }
  }

  /// A function whose derivative is bounded by `slope` over the whole interval of arguments.
  private static func function(
    _ function: (Double) -> Double, of x: Rounded, ulps: Double, slope: () -> Double
  ) -> Rounded {
    result(
      function(x.value), from: [x], propagated: x.error == 0 ? 0 : .productAbove(x.error, slope()),
      exact: x.value == 0 && function(0) == 0, ulps: ulps)
  }

  /// |cos| or |sin| at a point within `error` of the one where it was computed.
  private static func wave(_ slope: Double, _ error: Double) -> Double {
    Swift.min(1, .sumAbove(.productAbove(slope.magnitude, slack), error))
  }

  /// Not above any |argument|.
  private static func least(_ x: Rounded) -> Double {
    Swift.max(0, (x.value.magnitude - x.error).nextDown)
  }

  /// Covers what the C library itself may be off, where it only gives a slope.
  private static let slack = 1 + 8 * Double.ulpOfOne
}
