import Foundation
import MathCore

// Numbers as decimal text: for sentences, and exactly rounded for the judgement of literals.

extension Double {
  /// A short decimal of so many significant digits, in positional or scientific form.
  func formatted(significant digits: Int) -> String {
    // Without a locale, which would write 1E-16 for 1e-16.
    String(format: "%.\(digits)g", self)
  }
}

extension Rational {
  /// The number rounded (ties away from zero) to a multiple of `10^exponent`, as decimal text with
  /// exactly the places that the exponent asks for.
  func rounded(toPlace exponent: Int) -> String {
    decimal(((scaled(by: exponent)).magnitude + Rational(1, 2)).floor, exponent)
  }

  /// The number cut towards zero at a multiple of `10^exponent`, as decimal text.
  func truncated(toPlace exponent: Int) -> String {
    decimal(scaled(by: exponent).magnitude.floor, exponent)
  }

  private func scaled(by exponent: Int) -> Rational { self / Rational(10).power(exponent) }

  private func decimal(_ units: Rational, _ exponent: Int) -> String {
    let sign = self < 0 && units != 0 ? "-" : ""
    if exponent >= 0 { return sign + (units * Rational(10).power(exponent)).numerator }
    var digits = units.numerator
    while digits.count <= -exponent { digits = "0" + digits }
    return sign + digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
  }
}
