import MathCore

/// Formulas in plain machine numbers: quick, and evidence for nothing. Searches use it to find out
/// where to look exactly.
extension Double: Arithmetic {
  package static func constant(_ value: Rational, precision: Int) -> Double { Double(value) }
  package static func pi(precision: Int) -> Double { .pi }
  package func divided(by b: Double) -> Double { self / b }
  package func raised(to n: Int) -> Double { n == 2 ? self * self : Double.power(self, n) }
  package func raised(to power: Double, _ exponent: Rational?) -> Double {
    Double.power(self, power)
  }

  package func applying(_ f: Function) throws -> Double {
    switch f {
    case .exp: Double.exp(self)
    case .log: Double.log(self)
    case .sqrt: Double.sqrt(self)
    case .abs: magnitude
    case .sin: Double.sin(self)
    case .cos: Double.cos(self)
    case .tan: Double.tan(self)
    case .sinh: Double.sinh(self)
    case .cosh: Double.cosh(self)
    case .tanh: Double.tanh(self)
    case .atan: Double.atan(self)
    case .erf: Double.erf(self)
    case .gamma: MathCore.gamma(self)
    case .logGamma: MathCore.logGamma(self)
    case .polygamma(0): MathCore.digamma(self)
    case .polygamma(1): MathCore.trigamma(self)
    case .polygamma(let k): throw Undefined("no machine code for ψ of order \(k)")
    case .realPart: self
    case .imaginaryPart: 0
    }
  }

  package static func smaller(_ a: Double, _ b: Double) -> Double { -larger(-a, -b) }
}
