// Numbers of about 106 bits as unevaluated sums of two machine numbers: what the special functions
// are computed in, so that their results are right to the last place of `Double`.
//
// T. J. Dekker 1971, D. E. Knuth; error bounds: M. Joldes, J.-M. Muller, V. Popescu, "Tight and
// rigorous error bounds for basic building blocks of double-word arithmetic", ACM TOMS 44 (2017).
// They hold while nothing overflows and no low part underflows.

/// high + low, where low is at most half a unit in the last place of high.
struct DoubleDouble: Sendable {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The two nearest machine numbers to an exact one.
  init(_ value: Rational) {
    high = Double(value)
    low = Rational(exactly: high).map { Double(value - $0) } ?? 0
  }

  /// a + b, exactly.
  @inline(__always)
  init(sum a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// a + b, exactly, if |a| ≥ |b|.
  @inline(__always)
  init(ordered a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// a b, exactly.
  @inline(__always)
  init(product a: Double, _ b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  /// Relative error below 3 · 2⁻¹⁰⁶.
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sum: a.high, b.high)
    let low = DoubleDouble(sum: a.low, b.low)
    let partial = DoubleDouble(ordered: high.high, high.low + low.high)
    return DoubleDouble(ordered: partial.high, partial.low + low.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  /// Relative error below 5 · 2⁻¹⁰⁶.
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    let cross = (a.high * b.low).addingProduct(a.low, b.high)
    return DoubleDouble(ordered: product.high, product.low + cross)
  }

  /// Relative error below 10 · 2⁻¹⁰⁶.
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let last = (rest - b * DoubleDouble(second)).high / b.high
    return DoubleDouble(ordered: first, second) + DoubleDouble(last)
  }

  /// Times a power of two: exact, barring overflow and underflow.
  func scaled(_ exponent: Int) -> DoubleDouble {
    DoubleDouble(machineScale(high, exponent), machineScale(low, exponent))
  }

  var doubled: DoubleDouble { DoubleDouble(2 * high, 2 * low) }
  var halved: DoubleDouble { DoubleDouble(0.5 * high, 0.5 * low) }

  /// The machine number nearest to this one times a power of two; rounded once even where the
  /// result is subnormal.
  func rounded(timesTwoTo exponent: Int) -> Double {
    let result = machineScale(high, exponent)
    guard result.magnitude < .leastNormalMagnitude, low != 0, high.isFinite else { return result }
    // What was dropped is a multiple of a unit of `high`, so the low part matters in ties only.
    let dropped = high - machineScale(result, -exponent)
    let isTie = dropped.magnitude == machineScale(0x1p-1074, -exponent - 1)
    guard isTie, (low > 0) == (dropped > 0) else { return result }
    return dropped > 0 ? result.nextUp : result.nextDown
  }

  static let one = DoubleDouble(1)
  static let pi = DoubleDouble(3.141592653589793, 1.2246467991473532e-16)
  static let log2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)
}
