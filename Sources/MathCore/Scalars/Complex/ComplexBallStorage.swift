// Owns one Arb rectangle of the complex plane: cleared exactly once, never changed when shared.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// An immutable complex ball. Immutability is what makes it safe to share.
final class ComplexBallStorage: @unchecked Sendable {
  private let pointer: UnsafeMutablePointer<acb_struct>

  init(_ build: (UnsafeMutablePointer<acb_struct>) -> Void) {
    pointer = .allocate(capacity: 1)
    acb_init(pointer)
    build(pointer)
  }

  deinit {
    acb_clear(pointer)
    pointer.deallocate()
  }

  /// Lends the C value; the owner outlives the loan.
  func lend<Result>(_ body: (UnsafeMutablePointer<acb_struct>) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }
}
