// `Double` as a number of this library: the machine's arithmetic, nothing added.

extension Double: Scalar, Transcendental {
  public static func exp(_ x: Double) -> Double { machineExp(x) }
  public static func log(_ x: Double) -> Double { machineLog(x) }
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    machinePower(base, exponent)
  }
  public static func power(_ base: Double, _ exponent: Int) -> Double {
    machinePower(base, Double(exponent))
  }
  /// The larger of the two; NaN if either is NaN, so that a NaN never disappears.
  public static func larger(_ a: Double, _ b: Double) -> Double {
    if a.isNaN { return a }
    return a > b ? a : b
  }

  public static func finiteShift(_ largest: Double) -> Double {
    largest.isInfinite ? 0 : largest
  }

  public static func sin(_ x: Double) -> Double { machineSin(x) }
  public static func cos(_ x: Double) -> Double { machineCos(x) }
  public static func tan(_ x: Double) -> Double { machineTan(x) }
  public static func sinh(_ x: Double) -> Double { machineSinh(x) }
  public static func cosh(_ x: Double) -> Double { machineCosh(x) }
  public static func tanh(_ x: Double) -> Double { machineTanh(x) }
  public static func atan(_ x: Double) -> Double { machineAtan(x) }
  public static func erf(_ x: Double) -> Double { machineErf(x) }
}
