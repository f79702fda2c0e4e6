// Polynomials with the imaginary unit in them are evaluated in ℚ(i), exactly.

import MathCore

extension Complex: Arithmetic where S == Rational {
  package static func constant(_ value: Rational, precision: Int) -> Complex { Complex(value) }
  package static func pi(precision: Int) throws -> Complex { throw Undefined("π is irrational") }
  package static func imaginaryUnit(precision: Int) -> Complex { .i }

  package func divided(by b: Complex) throws -> Complex {
    guard b != .zero else { throw Undefined("a division by zero") }
    return self / b
  }

  package func raised(to n: Int) throws -> Complex {
    guard n >= 0 || self != .zero else { throw Undefined("a negative power of zero") }
    let base = n < 0 ? .one / self : self
    return (0..<n.magnitude).reduce(.one) { power, _ in power * base }
  }

  package func raised(to power: Complex, _ exponent: Rational?) throws -> Complex {
    guard let exponent, let n = Int(exactly: exponent) else {
      throw Undefined("a power with a fractional exponent")
    }
    return try raised(to: n)
  }

  package func applying(_ f: Function) throws -> Complex {
    throw Undefined("\(f) has no exact value")
  }

  package static func larger(_ a: Complex, _ b: Complex) throws -> Complex {
    throw Undefined("complex numbers have no order")
  }

  package static func smaller(_ a: Complex, _ b: Complex) throws -> Complex { try larger(a, b) }
}
