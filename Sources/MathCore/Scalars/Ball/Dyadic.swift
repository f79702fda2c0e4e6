// Owns one Arb floating-point number of arbitrary size: working storage for exact conversions.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// A number m·2ᵉ. Local to one computation, never shared.
final class Dyadic {
  private let pointer: UnsafeMutablePointer<arf_struct>

  init() {
    pointer = .allocate(capacity: 1)
    arf_init(pointer)
  }

  deinit {
    arf_clear(pointer)
    pointer.deallocate()
  }

  convenience init(_ build: (UnsafeMutablePointer<arf_struct>) -> Void) {
    self.init()
    build(pointer)
  }

  /// Lends the C value; the owner outlives the loan.
  func lend<Result>(_ body: (UnsafeMutablePointer<arf_struct>) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }

  /// Beyond these binary exponents an exact rational would fill the memory.
  static let exponentLimit = 1 << 20

  var isZero: Bool { lend { arf_is_zero($0) != 0 } }
  var isNegative: Bool { lend { arf_sgn($0) < 0 } }
  var isFinite: Bool { lend { arf_is_finite($0) != 0 } }
  var isHuge: Bool { lend { arf_cmpabs_2exp_si($0, Self.exponentLimit) > 0 } }
  var isTiny: Bool { !isZero && lend { arf_cmpabs_2exp_si($0, -Self.exponentLimit) < 0 } }

  /// - Precondition: finite, and neither huge nor tiny.
  var exactValue: Rational {
    lend { number in Rational(Fraction { arf_get_fmpq($0, number) }) }
  }
}
