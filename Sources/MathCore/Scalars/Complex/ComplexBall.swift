// Complex ball arithmetic, for rigorous integration: rectangles of the complex plane.
//
// Promise: as for `Ball`. With `analytic: true` a function with a branch cut gives a ball that is
// not finite as soon as its argument meets the cut: integration may then conclude that the
// integrand is holomorphic on the whole argument. Leaving the flag out there gives tight wrong
// integrals.

#if canImport(CFLINT)
  internal import CFLINT
#else
  internal import CFLINT2
#endif

/// A rectangle in the complex plane, and the precision of results in bits.
package struct ComplexBall: Field, CustomStringConvertible {
  let storage: ComplexBallStorage
  package let precision: Int

  init(precision: Int, _ build: (UnsafeMutablePointer<acb_struct>, Int) -> Void) {
    self.precision = precision
    storage = ComplexBallStorage { build($0, precision) }
  }

  package init(_ re: Ball, _ im: Ball = 0) {
    self.init(precision: Swift.max(re.precision, im.precision)) { z, _ in
      re.lend { x in im.lend { y in acb_set_arb_arb(z, x, y) } }
    }
  }

  package init(_ value: Rational, precision: Int) {
    self.init(Ball(value, precision: precision))
  }
  package init(_ value: Rational) { self.init(Ball(value)) }
  package init(_ value: Int) { self.init(Ball(value)) }
  package init(integerLiteral value: Int) { self.init(value) }

  package static var zero: ComplexBall { ComplexBall(0) }
  package static var i: ComplexBall { ComplexBall(0, 1) }

  package var re: Ball {
    lend { z in Ball(precision: precision) { x, _ in arb_set(x, &z.pointee.real) } }
  }
  package var im: Ball {
    lend { z in Ball(precision: precision) { x, _ in arb_set(x, &z.pointee.imag) } }
  }
  package var isFinite: Bool { lend { acb_is_finite($0) != 0 } }
  package var description: String { "\(re) + \(im)i" }

  /// The modulus.
  package var abs: Ball {
    let modulus = lend { z in Ball(precision: precision) { acb_abs($0, z, $1) } }
    return modulus.withoutNegativeMembers
  }
  package var conjugate: ComplexBall { mapped { z, w, _ in acb_conj(z, w) } }

  package func overlaps(_ other: ComplexBall) -> Bool {
    re.overlaps(other.re) && im.overlaps(other.im)
  }

  package static func + (a: ComplexBall, b: ComplexBall) -> ComplexBall {
    a.combined(with: b) { acb_add($0, $1, $2, $3) }
  }
  package static func - (a: ComplexBall, b: ComplexBall) -> ComplexBall {
    a.combined(with: b) { acb_sub($0, $1, $2, $3) }
  }
  package static func * (a: ComplexBall, b: ComplexBall) -> ComplexBall {
    a.combined(with: b) { acb_mul($0, $1, $2, $3) }
  }
  package static func / (a: ComplexBall, b: ComplexBall) -> ComplexBall {
    a.combined(with: b) { acb_div($0, $1, $2, $3) }
  }
  package static prefix func - (a: ComplexBall) -> ComplexBall {
    a.mapped { z, w, _ in acb_neg(z, w) }
  }

  package static func indeterminate(precision: Int) -> ComplexBall {
    ComplexBall(precision: precision) { z, _ in acb_indeterminate(z) }
  }

  func lend<Result>(_ body: (UnsafeMutablePointer<acb_struct>) -> Result) -> Result {
    storage.lend(body)
  }

  func mapped(
    _ operation: (UnsafeMutablePointer<acb_struct>, UnsafePointer<acb_struct>, Int) -> Void
  ) -> ComplexBall {
    lend { z in ComplexBall(precision: precision) { operation($0, z, $1) } }
  }

  func combined(
    with other: ComplexBall,
    _ operation: (
      UnsafeMutablePointer<acb_struct>, UnsafePointer<acb_struct>, UnsafePointer<acb_struct>, Int
    ) -> Void
  ) -> ComplexBall {
    let bits = Swift.max(precision, other.precision)
    return lend { z in
      other.lend { w in ComplexBall(precision: bits) { operation($0, z, w, $1) } }
    }
  }
}
