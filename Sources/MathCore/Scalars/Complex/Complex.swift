// Complex numbers over any field. (The library's own, so that no public signature names a type
// of another package.)

/// `re + im·i`. A field whenever −1 has no root in `S`; exact over ``Rational``.
public struct Complex<S: Field>: Field {
  public var re: S
  public var im: S

  public init(_ re: S, _ im: S) {
    self.re = re
    self.im = im
  }
  public init(_ re: S) { self.init(re, .zero) }
  public init(_ value: Int) { self.init(S(value), .zero) }
  public init(_ value: Rational) { self.init(S(value), .zero) }
  public init(integerLiteral value: Int) { self.init(value) }

  public static var zero: Complex { Complex(.zero, .zero) }
  /// The imaginary unit.
  public static var i: Complex { Complex(.zero, .one) }

  public var conjugate: Complex { Complex(re, -im) }
  /// re² + im².
  public var norm2: S { re * re + im * im }

  public static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
  public static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }
  public static prefix func - (a: Complex) -> Complex { Complex(-a.re, -a.im) }

  public static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  /// By the conjugate. Over `Double` it overflows where `b.norm2` does; over ``Rational`` it is a
  /// precondition failure for `b` = 0.
  public static func / (a: Complex, b: Complex) -> Complex {
    let scaled = a * b.conjugate
    let norm = b.norm2
    return Complex(scaled.re / norm, scaled.im / norm)
  }

  /// The number times a real one. (A function, because a second `*` would make literals
  /// ambiguous.)
  public func scaled(by factor: S) -> Complex { Complex(factor * re, factor * im) }
}

extension Complex: ExpressibleByFloatLiteral where S: ExpressibleByFloatLiteral {
  public init(floatLiteral value: S.FloatLiteralType) {
    self.init(S(floatLiteral: value), .zero)
  }
}

extension Complex: Equatable where S: Equatable {}

extension Complex: Eliminable where S: Scalar {
  public func isSmaller(than other: Complex) -> Bool { norm2 < other.norm2 }
}

extension Complex: Hashable where S: Hashable {}

extension Complex: CustomStringConvertible {
  public var description: String { "\(re) + \(im)i" }
}

extension Complex where S: Transcendental {
  /// e^re (cos im + i sin im).
  public static func exp(_ z: Complex) -> Complex {
    Complex(S.cos(z.im), S.sin(z.im)).scaled(by: S.exp(z.re))
  }
}

public func exp<S: Transcendental>(_ z: Complex<S>) -> Complex<S> { Complex.exp(z) }
