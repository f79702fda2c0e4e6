import MathCore

/// The body of an integral, ready for rigorous integration: a tape over the outer variables and,
/// last, the variable of integration, and the bounds that rules on the tree give for its tails.
package struct Integrand: Sendable {
  package let tape: Tape
  package let tails: Tails
  /// The tails for complex outer variables, of a body that is a holomorphic extension.
  let complexTails: ComplexTails?
  package let isReal: Reality

  /// Whether values are real for real arguments.
  package enum Reality: Sendable { case real, complex, unknown }

  /// - Parameter span: where the variable of integration goes.
  package init(_ body: Node, by v: Variable, over span: Span, outer: [Variable]) {
    // What signs are known follows from where the variable goes here, not from its own span; and
    // an outer variable may be the same one.
    let ranged = Variable(v.name, span)
    let narrowed = body.replacing([v: Node(.variable(ranged))])
    tape = Tape([narrowed], variables: outer + [ranged])
    tails = Tails(narrowed, by: ranged, variables: outer + [ranged])
    complexTails = ComplexTails(narrowed, by: ranged, outer: outer)
    isReal = body.needsComplexArithmetic ? .complex : narrowed.isRealValued ? .real : .unknown
  }
}

extension Node {
  /// Whether rules on the tree show that no logarithm, root or fractional power of a negative
  /// number is taken.
  fileprivate var isRealValued: Bool {
    let isRealHere: Bool
    switch kind {
    case .apply(.log, let a), .apply(.logGamma, let a), .apply(.sqrt, let a):
      isRealHere = Sign.of(a).isNonNegative
    case .power(let a, let n):
      isRealHere = n.rationalValue.flatMap { Int(exactly: $0) } != nil || Sign.of(a).isNonNegative
    default: isRealHere = true
    }
    return isRealHere && children.allSatisfy(\.isRealValued)
  }
}
