// Γ and its relatives for code that is generic over its numbers.

/// Numbers that have Γ, log Γ, ψ and ψ′: `Double`, ``Ball``, and complex numbers over both.
///
/// So that one law can be sampled in machine numbers and enclosed by balls, on the real line or in
/// the plane. What each function does at a type (cuts, poles, accuracy) is said at the free
/// function of that type, ``gamma(_:)-(Double)`` and so on.
public protocol GammaFunctions: Field {
  static func gamma(_ x: Self) -> Self
  static func logGamma(_ x: Self) -> Self
  static func digamma(_ x: Self) -> Self
  static func trigamma(_ x: Self) -> Self
}

/// Real numbers over which the complex ones have Γ, too.
public protocol ComplexGammaFunctions: GammaFunctions {
  static func gamma(_ z: Complex<Self>) -> Complex<Self>
  static func logGamma(_ z: Complex<Self>) -> Complex<Self>
  static func digamma(_ z: Complex<Self>) -> Complex<Self>
  static func trigamma(_ z: Complex<Self>) -> Complex<Self>
}

// Of all that take a literal, those of `Double` are to be meant by `gamma(5)` and `gamma(1 / 2)`.

@_disfavoredOverload
public func gamma<S: GammaFunctions>(_ x: S) -> S { S.gamma(x) }
@_disfavoredOverload
public func logGamma<S: GammaFunctions>(_ x: S) -> S { S.logGamma(x) }
@_disfavoredOverload
public func digamma<S: GammaFunctions>(_ x: S) -> S { S.digamma(x) }
@_disfavoredOverload
public func trigamma<S: GammaFunctions>(_ x: S) -> S { S.trigamma(x) }

extension Complex: GammaFunctions where S: ComplexGammaFunctions {
  public static func gamma(_ z: Complex) -> Complex { S.gamma(z) }
  public static func logGamma(_ z: Complex) -> Complex { S.logGamma(z) }
  public static func digamma(_ z: Complex) -> Complex { S.digamma(z) }
  public static func trigamma(_ z: Complex) -> Complex { S.trigamma(z) }
}

extension Double: ComplexGammaFunctions {
  public static func gamma(_ x: Double) -> Double { MathCore.gamma(x) }
  public static func logGamma(_ x: Double) -> Double { MathCore.logGamma(x) }
  public static func digamma(_ x: Double) -> Double { MathCore.digamma(x) }
  public static func trigamma(_ x: Double) -> Double { MathCore.trigamma(x) }

  public static func gamma(_ z: Complex<Double>) -> Complex<Double> { MathCore.gamma(z) }
  public static func logGamma(_ z: Complex<Double>) -> Complex<Double> { MathCore.logGamma(z) }
  public static func digamma(_ z: Complex<Double>) -> Complex<Double> { MathCore.digamma(z) }
  public static func trigamma(_ z: Complex<Double>) -> Complex<Double> { MathCore.trigamma(z) }
}

extension Ball: ComplexGammaFunctions {
  public static func trigamma(_ x: Ball) -> Ball { MathCore.trigamma(x) }

  public static func gamma(_ z: Complex<Ball>) -> Complex<Ball> { MathCore.gamma(z) }
  public static func logGamma(_ z: Complex<Ball>) -> Complex<Ball> { MathCore.logGamma(z) }
  public static func digamma(_ z: Complex<Ball>) -> Complex<Ball> { MathCore.digamma(z) }
  public static func trigamma(_ z: Complex<Ball>) -> Complex<Ball> { MathCore.trigamma(z) }
}
