import MathCore

/// What a tape asks of the numbers it is evaluated in. Operations that an arithmetic does not have
/// throw `Undefined` with the reason.
package protocol Arithmetic: Sendable {
  static func constant(_ value: Rational, precision: Int) -> Self
  static func pi(precision: Int) throws -> Self
  static func imaginaryUnit(precision: Int) throws -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  func divided(by b: Self) throws -> Self
  func raised(to n: Int) throws -> Self
  /// - Parameter exponent: the exact value of `power`, when it is a rational constant.
  func raised(to power: Self, _ exponent: Rational?) throws -> Self
  func applying(_ f: Function) throws -> Self
  /// e^x − 1.
  func exponentialMinusOne() throws -> Self
  static func larger(_ a: Self, _ b: Self) throws -> Self
  static func smaller(_ a: Self, _ b: Self) throws -> Self
  static func integral(
    _ step: Tape.IntegralStep, from: Self?, to: Self?, inputs: [Self], precision: Int
  ) throws -> Self
}

extension Arithmetic {
  package static func imaginaryUnit(precision: Int) throws -> Self {
    throw Undefined("the formula is complex")
  }
  package func exponentialMinusOne() throws -> Self {
    try applying(.exp) - .constant(1, precision: 53)
  }
  package static func integral(
    _ step: Tape.IntegralStep, from: Self?, to: Self?, inputs: [Self], precision: Int
  ) throws -> Self {
    throw Undefined("an integral has no value in this arithmetic")
  }
}

extension Rational: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> Rational { value }
  package static func pi(precision: Int) throws -> Rational { throw Undefined("π is irrational") }

  package func divided(by b: Rational) throws -> Rational {
    guard b != 0 else { throw Undefined("a division by zero") }
    return self / b
  }

  package func raised(to n: Int) throws -> Rational {
    guard n >= 0 || self != 0 else { throw Undefined("a negative power of zero") }
    guard bits == 1 || n.magnitude <= Self.longest / UInt(bits) else {
      throw Undefined("a power that is too long to be written")
    }
    return power(n)
  }

  /// Bits that a power may have.
  private static let longest: UInt = 1 << 22

  package func raised(to power: Rational, _ exponent: Rational?) throws -> Rational {
    if self == 1 { return 1 }
    if let n = Int(exactly: power) { return try raised(to: n) }
    if self == 0, power > 0 { return 0 }
    if power == Rational(1, 2), let root = exactValue(of: .sqrt) { return root }
    throw Undefined("a power with a fractional exponent")
  }

  package func applying(_ f: Function) throws -> Rational {
    guard let value = exactValue(of: f) else { throw Undefined("\(f) has no exact rational value") }
    return value
  }

  package static func larger(_ a: Rational, _ b: Rational) -> Rational { a < b ? b : a }
  package static func smaller(_ a: Rational, _ b: Rational) -> Rational { b < a ? b : a }
}

extension Rounded: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> Rounded { Rounded(value) }
  package static func pi(precision: Int) -> Rounded { piBound }
  /// The double nearest to π, known to half an ulp.
  private static let piBound = Rounded(Rational(314_159_265_358_979_323, 100_000_000_000_000_000))
  package func divided(by b: Rounded) -> Rounded { self / b }

  package func raised(to n: Int) -> Rounded {
    Rounded.power(self, n)
  }

  package func raised(to power: Rounded, _ exponent: Rational?) -> Rounded {
    exponent == Rational(1, 2) ? Rounded.sqrt(self) : Rounded.power(self, power)
  }

  package func applying(_ f: Function) throws -> Rounded { try machineValue(of: f) }
}

extension RoundedRange: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> RoundedRange {
    RoundedRange(value)
  }
  package static func pi(precision: Int) -> RoundedRange {
    RoundedRange(exact: .pi, error: Double.pi.ulp / 2, value: .pi)
  }
  package func divided(by b: RoundedRange) -> RoundedRange { self / b }
  package func raised(to n: Int) -> RoundedRange { RoundedRange.power(self, n) }
  package func raised(to power: RoundedRange, _ exponent: Rational?) -> RoundedRange {
    exponent == Rational(1, 2) ? RoundedRange.sqrt(self) : RoundedRange.power(self, power)
  }
  package func applying(_ f: Function) throws -> RoundedRange { try machineValue(of: f) }
}

extension Scalar where Self: Transcendental {
  /// A function of a formula as the C library computes it, where its error is known.
  fileprivate func machineValue(of f: Function) throws -> Self {
    switch f {
    case .exp: Self.exp(self)
    case .log: Self.log(self)
    case .sqrt: Self.sqrt(self)
    case .abs: magnitude
    case .sin: Self.sin(self)
    case .cos: Self.cos(self)
    case .tan: Self.tan(self)
    case .sinh: Self.sinh(self)
    case .cosh: Self.cosh(self)
    case .tanh: Self.tanh(self)
    case .atan: Self.atan(self)
    case .erf: Self.erf(self)
    case .realPart: self
    case .imaginaryPart: 0
    case .gamma, .logGamma, .polygamma:
      throw Undefined("no error bound is known for \(f) in Double")
    }
  }
}

extension Ball: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> Ball {
    Ball(value, precision: precision)
  }
  package func divided(by b: Ball) -> Ball { self / b }
  package func raised(to n: Int) -> Ball { Ball.power(self, n) }
  package func raised(to power: Ball, _ exponent: Rational?) -> Ball {
    if let exponent { Ball.power(self, exponent) } else { Ball.power(self, power) }
  }

  package func applying(_ f: Function) throws -> Ball {
    let result = value(of: f)
    return BallFault.shift(f, precision).map { result + Ball($0, precision: precision) } ?? result
  }

  private func value(of f: Function) -> Ball {
    switch f {
    case .exp: Ball.exp(self)
    case .log: Ball.log(self)
    case .sqrt: Ball.sqrt(self)
    case .abs: Ball.abs(self)
    case .sin: Ball.sin(self)
    case .cos: Ball.cos(self)
    case .tan: Ball.tan(self)
    case .sinh: Ball.sinh(self)
    case .cosh: Ball.cosh(self)
    case .tanh: Ball.tanh(self)
    case .atan: Ball.atan(self)
    case .erf: Ball.erf(self)
    case .gamma: Ball.gamma(self)
    case .logGamma: Ball.logGamma(self)
    case .polygamma(let k): Ball.polygamma(k, self)
    case .realPart: self
    case .imaginaryPart: 0
    }
  }

  package func exponentialMinusOne() -> Ball { Ball.expMinusOne(self) }

  package static func integral(
    _ step: Tape.IntegralStep, from: Ball?, to: Ball?, inputs: [Ball], precision: Int
  ) throws -> Ball {
    try RigorousIntegral.value(
      step, from: from.map { ComplexBall($0) }, to: to.map { ComplexBall($0) },
      inputs: inputs.map { ComplexBall($0) }, precision: precision
    ).re
  }
}

extension ComplexBall: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> ComplexBall {
    ComplexBall(Ball(value, precision: precision))
  }
  package static func pi(precision: Int) -> ComplexBall {
    ComplexBall(Ball.pi(precision: precision))
  }
  package static func imaginaryUnit(precision: Int) -> ComplexBall {
    ComplexBall(Ball(0, precision: precision), Ball(1, precision: precision))
  }
  package func divided(by b: ComplexBall) -> ComplexBall { self / b }
  package func raised(to n: Int) -> ComplexBall { ComplexBall.power(self, n) }
  package func raised(to power: ComplexBall, _ exponent: Rational?) -> ComplexBall {
    ComplexBall.power(self, power)
  }

  package func exponentialMinusOne() -> ComplexBall { ComplexBall.expMinusOne(self) }
  package func applying(_ f: Function) throws -> ComplexBall {
    try applying(f, analytic: false)
  }

  /// - Parameter analytic: asked by rigorous integration and by interpolation; the result must then
  ///   be non-finite wherever the function is not holomorphic on the whole ball.
  package func applying(_ f: Function, analytic: Bool) throws -> ComplexBall {
    let result = try value(of: f, analytic: analytic)
    let shift = BallFault.shift(f, precision)
    return shift.map { result + ComplexBall($0, precision: precision) } ?? result
  }

  private func value(of f: Function, analytic: Bool) throws -> ComplexBall {
    switch f {
    case .exp: return ComplexBall.exp(self)
    case .log: return ComplexBall.log(self, analytic: analytic)
    case .sqrt: return ComplexBall.sqrt(self, analytic: analytic)
    case .sin: return ComplexBall.sin(self)
    case .cos: return ComplexBall.cos(self)
    case .sinh: return ComplexBall.sinh(self)
    case .cosh: return ComplexBall.cosh(self)
    case .tan: return ComplexBall.sin(self) / ComplexBall.cos(self)
    case .tanh: return ComplexBall.sinh(self) / ComplexBall.cosh(self)
    case .atan: return ComplexBall.atan(self, analytic: analytic)
    case .erf: return ComplexBall.erf(self)
    case .gamma: return ComplexBall.gamma(self)
    case .polygamma(let k): return ComplexBall.polygamma(k, self)
    case .logGamma: return ComplexBall.logGamma(self, analytic: analytic)
    case .abs where !analytic: return ComplexBall(abs)
    case .realPart where !analytic: return ComplexBall(re)
    case .imaginaryPart where !analytic: return ComplexBall(im)
    default: throw Undefined("\(f) is not analytic here")
    }
  }

  package static func larger(_ a: ComplexBall, _ b: ComplexBall) throws -> ComplexBall {
    guard a.im.contains(0), b.im.contains(0) else {
      throw Undefined("complex numbers have no order")
    }
    return ComplexBall(Ball.larger(a.re, b.re))
  }
  package static func smaller(_ a: ComplexBall, _ b: ComplexBall) throws -> ComplexBall {
    try -larger(-a, -b)
  }

  package static func integral(
    _ step: Tape.IntegralStep, from: ComplexBall?, to: ComplexBall?, inputs: [ComplexBall],
    precision: Int
  ) throws -> ComplexBall {
    try RigorousIntegral.value(step, from: from, to: to, inputs: inputs, precision: precision)
  }
}
