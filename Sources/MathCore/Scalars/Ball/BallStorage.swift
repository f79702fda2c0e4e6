// Owns one Arb ball: cleared exactly once, never changed after it was built.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// An immutable midpoint with a radius. Immutability is what makes it safe to share.
final class BallStorage: @unchecked Sendable {
  private let pointer: UnsafeMutablePointer<arb_struct>

  init(_ build: (UnsafeMutablePointer<arb_struct>) -> Void) {
    pointer = .allocate(capacity: 1)
    arb_init(pointer)
    build(pointer)
  }

  deinit {
    arb_clear(pointer)
    pointer.deallocate()
  }

  /// Lends the C value; the owner outlives the loan.
  func lend<Result>(_ body: (UnsafeMutablePointer<arb_struct>) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }
}
