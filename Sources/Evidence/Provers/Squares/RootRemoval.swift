import MathCore

/// Inequalities with square roots, squared: for S ≥ 0, S ≥ T follows from S² ≥ T², in which the
/// roots of S and T are gone or fewer. How the triangle inequality comes from Cauchy and Schwarz's,
/// and that from a sum of squares.
struct RootRemoval {
  /// S² compared with T².
  let squared: Comparison

  /// Comparisons from which one with roots follows: with all terms in S that are not negative, and
  /// with those only that hold a root.
  ///
  /// - Parameter hypotheses: what they say of single terms is used.
  static func all(of comparison: Comparison, under hypotheses: [Comparison]) -> [RootRemoval] {
    guard comparison.slack.holdsRoot, !comparison.slack.mayBeComplex else { return [] }
    let terms = LaurentPolynomial(comparison.slack).withoutSquaresOfRoots.terms
    let known = Set(hypotheses.map { LaurentPolynomial($0.slack).canonicalNode })
    let signed = terms.filter { monomial, factor in
      Sign.of(.product(.constant(factor), monomial.node)).isNonNegative
        || known.contains(LaurentPolynomial([monomial: factor / factor.magnitude]).canonicalNode)
    }
    let rooted = signed.filter { $0.key.node.holdsRoot }
    var found: [RootRemoval] = []
    for part in [rooted, signed] where !part.isEmpty {
      let large = LaurentPolynomial(part)
      let small = large + LaurentPolynomial(terms) * -1
      let excess = (large * large + small * small * -1).withoutSquaresOfRoots
      let squared = Comparison(
        excess.canonicalNode, comparison.relation.isStrict ? .greater : .greaterOrEqual, .zero)
      if !found.contains(where: { $0.squared == squared }) { found.append(Self(squared: squared)) }
    }
    return found
  }
}

extension Node {
  var holdsRoot: Bool {
    contains { if case .apply(.sqrt, _) = $0.kind { true } else { false } }
  }
}

extension LaurentPolynomial {
  /// With what stands under a root in the place of the root's square.
  fileprivate var withoutSquaresOfRoots: LaurentPolynomial {
    terms.reduce(LaurentPolynomial(0)) { sum, term in
      term.key.powers.reduce(LaurentPolynomial(term.value)) { product, part in
        guard case .apply(.sqrt, let inside) = part.key.kind, part.value > 1 else {
          return product * LaurentPolynomial([Monomial(powers: [part.key: part.value]): 1])
        }
        let rest = part.value.isMultiple(of: 2) ? [:] : [part.key: 1]
        let square = LaurentPolynomial(.power(inside, Rational(part.value / 2)))
        return product * square * LaurentPolynomial([Monomial(powers: rest): 1])
      } + sum
    }
  }
}
