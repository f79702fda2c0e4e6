// Exact rational numbers: machine words while they fit, FLINT integers when they do not.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// A rational number of any size, always in lowest terms with a positive denominator.
///
/// Integer literals are exact. A decimal literal means the decimal: `0.1` is 1/10, the shortest
/// decimal that reads back as the same `Double`; write longer ones as text. A machine number
/// enters by ``init(exactly:)`` only.
///
/// All field and order laws hold exactly. Division by zero is a precondition failure.
public struct Rational: Exact, Hashable, ExpressibleByFloatLiteral {
  /// Canonical: `small` whenever both parts fit into a word, so equal numbers are stored equally.
  enum Storage {
    case small(Int, Int)
    case large(Fraction)
  }

  let storage: Storage

  /// - Precondition: `denominator > 0`, in lowest terms, `numerator != Int.min`.
  init(reduced numerator: Int, _ denominator: Int) {
    storage = .small(numerator, denominator)
  }

  init(_ fraction: Fraction) {
    if let (numerator, denominator) = fraction.words {
      storage = .small(numerator, denominator)
    } else {
      storage = .large(fraction)
    }
  }

  public init(_ value: Int) {
    if value == Int.min {
      self.init(Fraction { fmpq_set_si($0, value, 1) })
    } else {
      self.init(reduced: value, 1)
    }
  }

  /// `numerator / denominator`, in lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    require(denominator != 0, "Rational(\(numerator), 0): the denominator is zero")
    self = Rational(numerator) / Rational(denominator)
  }

  /// Itself; lets generic code write `S(r)` for every field `S`.
  public init(_ value: Rational) { self = value }

  public init(integerLiteral value: Int) { self.init(value) }

  /// The decimal that was written, not the `Double` nearest to it.
  ///
  /// More than 15 significant digits do not survive the compiler's `Double`; write such a number
  /// as text: `Rational("0.09003057317038045799")`.
  public init(floatLiteral value: Double) {
    guard let decimal = Rational(value.description) else {
      fatalError("Rational literal \(value) is not a finite decimal")
    }
    self = decimal
  }

  public static let zero = Rational(reduced: 0, 1)
  public static let one = Rational(reduced: 1, 1)

  /// The number as a FLINT fraction, made on demand for small ones.
  var fraction: Fraction {
    switch storage {
    case .small(let numerator, let denominator):
      Fraction { fmpq_set_si($0, numerator, UInt(denominator)) }
    case .large(let fraction): fraction
    }
  }

  /// Lends the number to a C function.
  func lend<Result>(_ body: (UnsafeMutablePointer<fmpq>) -> Result) -> Result {
    fraction.lend(body)
  }

  /// The result of a C function of two rationals.
  static func combine(
    _ a: Rational, _ b: Rational,
    _ operation: (UnsafeMutablePointer<fmpq>, UnsafePointer<fmpq>, UnsafePointer<fmpq>) -> Void
  ) -> Rational {
    a.lend { x in b.lend { y in Rational(Fraction { operation($0, x, y) }) } }
  }

  /// Numerator and denominator, if both fit into a machine word.
  package var words: (numerator: Int, denominator: Int)? {
    guard case .small(let numerator, let denominator) = storage else { return nil }
    return (numerator, denominator)
  }
}
