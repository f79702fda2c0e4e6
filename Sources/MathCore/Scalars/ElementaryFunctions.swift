// The functions under their usual names, for every type of number that has them.

public func exp<S: Elementary>(_ x: S) -> S { S.exp(x) }
public func log<S: Elementary>(_ x: S) -> S { S.log(x) }
public func sqrt<S: Elementary>(_ x: S) -> S { S.sqrt(x) }
/// The larger of two numbers; meaningful for balls, where `max` is not.
public func larger<S: Elementary>(_ a: S, _ b: S) -> S { S.larger(a, b) }
/// The smaller of two numbers; meaningful for balls, where `min` is not.
public func smaller<S: Elementary>(_ a: S, _ b: S) -> S { S.smaller(a, b) }

public func sin<S: Transcendental>(_ x: S) -> S { S.sin(x) }
public func cos<S: Transcendental>(_ x: S) -> S { S.cos(x) }
public func tan<S: Transcendental>(_ x: S) -> S { S.tan(x) }
public func sinh<S: Transcendental>(_ x: S) -> S { S.sinh(x) }
public func cosh<S: Transcendental>(_ x: S) -> S { S.cosh(x) }
public func tanh<S: Transcendental>(_ x: S) -> S { S.tanh(x) }
public func atan<S: Transcendental>(_ x: S) -> S { S.atan(x) }
public func erf<S: Transcendental>(_ x: S) -> S { S.erf(x) }

/// `base` to an integer power.
public func ** <S: Elementary>(base: S, exponent: Int) -> S { S.power(base, exponent) }
/// `base` to a real power.
public func ** <S: Elementary>(base: S, exponent: S) -> S { S.power(base, exponent) }
/// `base` to an integer power, exactly.
///
/// - Precondition: `base` is not zero when `exponent` is negative.
public func ** (base: Rational, exponent: Int) -> Rational { base.power(exponent) }
