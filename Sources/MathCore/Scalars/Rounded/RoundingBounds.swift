// What every error bound is made of: sums and products of bounds that are never below their exact
// values, and the rounding error of one operation.

extension Double {
  /// Not below the exact sum of two bounds.
  static func sumAbove(_ a: Double, _ b: Double) -> Double {
    a == 0 ? b : b == 0 ? a : (a + b).nextUp
  }

  /// Not below the exact product of two bounds; 0 times anything is 0: no error, however large the
  /// factor.
  static func productAbove(_ a: Double, _ b: Double) -> Double {
    a == 0 || b == 0 ? 0 : (a * b).nextUp
  }

  /// Not below the exact quotient of two bounds; infinite unless the divisor is positive.
  static func quotientAbove(_ a: Double, _ b: Double) -> Double {
    a == 0 ? 0 : b > 0 ? (a / b).nextUp : .infinity
  }

  /// Not below the exact e^x − 1 of a bound.
  static func growthAbove(_ x: Double) -> Double {
    x == 0 ? 0 : productAbove(machineExpMinus1(x), 1 + 4 * .ulpOfOne)
  }

  /// Bounds the rounding error of an operation whose result, before rounding or after it, is at
  /// most this in magnitude: half a unit in the last place, where numbers are normal.
  var halfUlp: Double { isFinite ? Swift.max(ulp / 2, .leastNonzeroMagnitude) : .infinity }

  /// Bounds the error of a function of the C library whose computed value has this magnitude.
  /// Units in the last place are those of the true value, which may lie beyond the next power
  /// of 2.
  func ulps(_ count: Double) -> Double {
    guard isFinite else { return .infinity }
    let reach = magnitude + 2 * count * ulp
    return Swift.max(count * (reach.isFinite ? reach.ulp : ulp), .leastNonzeroMagnitude)
  }
}
