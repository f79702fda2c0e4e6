// Owns one FLINT rational: cleared exactly once, never changed after it was built.
//
// Swift copies of the C struct would share its limbs, so the struct stays behind a pointer.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// An immutable fraction in lowest terms. Immutability is what makes it safe to share.
final class Fraction: @unchecked Sendable {
  fileprivate let pointer: UnsafeMutablePointer<fmpq>

  /// Zero, then whatever `build` makes of it.
  init(_ build: (UnsafeMutablePointer<fmpq>) -> Void) {
    pointer = .allocate(capacity: 1)
    fmpq_init(pointer)
    build(pointer)
  }

  deinit {
    fmpq_clear(pointer)
    pointer.deallocate()
  }

  /// Lends the C value; the owner outlives the loan.
  func lend<Result>(_ body: (UnsafeMutablePointer<fmpq>) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }

  /// Both parts as machine integers, if they fit (`Int.min` is left out so that negation fits).
  var words: (numerator: Int, denominator: Int)? {
    guard fmpz_fits_si(&pointer.pointee.num) != 0, fmpz_fits_si(&pointer.pointee.den) != 0
    else { return nil }
    let numerator = fmpz_get_si(&pointer.pointee.num)
    guard numerator != Int.min else { return nil }
    return (numerator, fmpz_get_si(&pointer.pointee.den))
  }

  var numeratorText: String { Self.text(&pointer.pointee.num) }
  var denominatorText: String { Self.text(&pointer.pointee.den) }

  private static func text(_ integer: UnsafePointer<fmpz>) -> String {
    guard let digits = fmpz_get_str(nil, 10, integer) else { return "" }
    defer { flint_free(digits) }
    return String(cString: digits)
  }
}
