import MathCore

// Moduli of real formulas in a form that is the same for |t| and |−2t|/2.

extension Node {
  /// |a| for this a by signs that are known, by moduli of factors, or by the one of a polynomial
  /// whose first coefficient is 1; `nil` where it has that form.
  var modulus: Node? {
    guard !mayBeComplex else { return nil }
    let sign = Sign.of(self)
    if sign.isNonNegative { return self }
    if sign.isNonPositive { return .negation(self) }
    let polynomial = LaurentPolynomial(self)
    if polynomial.terms.count == 1, let (monomial, factor) = polynomial.terms.first {
      if factor == 1, monomial.singleAtom != nil { return nil }
      return monomial.powers.reduce(.constant(factor.magnitude)) { product, part in
        .product(product, .power(.apply(.abs, part.key), Rational(part.value)))
      }
    }
    guard let leading = polynomial.leadingCoefficient else { return .zero }
    let canonical = (polynomial * (1 / leading)).canonicalNode
    if canonical == self { return nil }
    return .product(.constant(leading.magnitude), .apply(.abs, canonical))
  }

  /// |z| for this z: of a product by its factors, |e^w| as e^{(w + w̄)/2}; `nil` for all others.
  var complexModulus: Node? {
    switch kind {
    case .imaginaryUnit: return .one
    case .negate(let a): return .apply(.abs, a)
    case .multiply(let a, let b): return .product(.apply(.abs, a), .apply(.abs, b))
    case .divide(let a, let b): return .quotient(.apply(.abs, a), .apply(.abs, b))
    case .apply(.exp, let a):
      return a.conjugate.map { .apply(.exp, .quotient(.sum(a, $0), .constant(2))) }
    default: return nil
    }
  }

  /// (a + b ± |a − b|) / 2.
  func extreme(_ a: Node, _ b: Node, _ sign: Rational) -> Node? {
    guard !a.mayBeComplex, !b.mayBeComplex else { return nil }
    let distance = Node.product(.constant(sign), .apply(.abs, .difference(a, b)))
    return .quotient(.sum(.sum(a, b), distance), .constant(2))
  }

  /// The node with all its maxima, minima and moduli in their common form.
  var withCommonModuli: Node {
    guard !isIntegral else { return self }
    let inner = mappingChildren(\.withCommonModuli)
    guard let (node, fact) = inner.rewritten, fact == .moduli else { return inner }
    return node.withCommonModuli
  }
}
