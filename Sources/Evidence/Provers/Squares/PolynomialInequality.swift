import MathCore

/// A comparison under hypotheses as a polynomial that must not be negative, and others that are
/// not.
///
/// The variables are the law's and what stands for its functions, as in `Atoms`; their spans are
/// put into the polynomials: x ≥ a becomes x = a + s², and a ≤ x ≤ b becomes
/// x = (a + b s²)/(1 + s²), in which s is any real number.
struct PolynomialInequality {
  let goal: MultivariatePolynomial
  let helpers: [MultivariatePolynomial]
  /// What a strict comparison has to exceed by some positive multiple; among the helpers, last.
  let isStrict: Bool
  /// Whether the signs of its terms show it.
  private let isSigned: Bool

  /// - Parameter ignoresSpans: asks for more, in fewer powers: that it holds for all real numbers.
  /// - Returns: `nil` where the two sides are no quotients of polynomials with a denominator of
  ///   known sign.
  init?(
    _ comparison: Comparison, under hypotheses: [Comparison], usesFacts: Bool,
    ignoresSpans: Bool = false
  ) {
    let comparisons = [comparison] + hypotheses.filter { $0.relation != .equal }
    guard comparisons.allSatisfy({ !$0.slack.mayBeComplex }) else { return nil }
    var atoms = Atoms(usesFacts: usesFacts)
    for comparison in comparisons { _ = atoms.form(of: comparison.slack) }
    let numerators = comparisons.map { ExpandedSign.numerator(of: $0.slack, &atoms) }
    guard let first = numerators[0], !atoms.holdsRotations else { return nil }
    let polynomials = ([first] + numerators.dropFirst().compactMap { $0 }).map {
      LaurentPolynomial($0)
    }
    guard polynomials.allSatisfy(\.isInRealVariables) else { return nil }
    let variables = Set(polynomials.flatMap(\.variables)).sorted { $0.order < $1.order }
    guard (1...Self.mostVariables).contains(variables.count) else { return nil }
    var all = polynomials.map { $0.polynomial(in: variables) }
    isStrict = comparison.relation.isStrict
    isSigned = ExpandedSign.shows(first, isStrict: isStrict)
    all[0] = all[0].divided(byPowersOf: variables)
    all += Self.products(of: Array(all.dropFirst()), in: variables)
    if isStrict { all.append(.constant(1, in: variables.count)) }
    for (index, variable) in variables.enumerated() where !ignoresSpans {
      all = Self.rid(all, of: variable.span, at: index)
    }
    guard all[0].terms.count <= Self.mostTerms else { return nil }
    goal = all[0]
    helpers = Array(all.dropFirst())
  }

  private static let mostVariables = 6
  private static let mostTerms = 400

  /// Hypotheses multiplied by each other and by what the spans say, as they are often needed
  /// together.
  private static func products(
    of helpers: [MultivariatePolynomial], in variables: [Variable]
  ) -> [MultivariatePolynomial] {
    guard helpers.count <= 4 else { return [] }
    let factors = variables.enumerated().flatMap { index, variable in
      let x = MultivariatePolynomial.variable(index, of: variables.count)
      let one = MultivariatePolynomial.constant(1, in: variables.count)
      let ends = [
        variable.span.lower.map { x - one * $0 }, variable.span.upper.map { one * $0 - x },
      ].compactMap { $0 }
      return ends.isEmpty ? [x * x] : ends
    }
    return helpers.enumerated().flatMap { index, helper in
      (helpers[..<index] + factors).map { helper * $0 }
    }
  }

  /// The polynomials with a variable replaced by one that has no ends. All of them are multiplied
  /// by the same power of 1 + s², so that what is shown for x < b is true at x = b in the limit.
  private static func rid(
    _ polynomials: [MultivariatePolynomial], of span: Span, at index: Int
  ) -> [MultivariatePolynomial] {
    guard span != .reals, let count = polynomials[0].terms.keys.first?.count else {
      return polynomials
    }
    func inSquare(_ constant: Rational, _ factor: Rational) -> MultivariatePolynomial {
      var square = [Int](repeating: 0, count: count)
      let one = square
      square[index] = 2
      return MultivariatePolynomial([one: constant]) + MultivariatePolynomial([square: factor])
    }
    let (over, under): (MultivariatePolynomial, MultivariatePolynomial) =
      switch (span.lower, span.upper) {
      case (let a?, let b?): (inSquare(a, b), inSquare(1, 1))
      case (let a?, nil): (inSquare(a, 1), inSquare(1, 0))
      case (nil, let b?): (inSquare(b, -1), inSquare(1, 0))
      case (nil, nil): (inSquare(0, 0), inSquare(1, 0))
      }
    let degree = polynomials.map { $0.degree(in: index) }.max() ?? 0
    return polynomials.map { polynomial in
      polynomial.terms.reduce(MultivariatePolynomial()) { sum, term in
        var rest = term.key
        let power = rest[index]
        rest[index] = 0
        return sum + MultivariatePolynomial([rest: term.value]) * over.power(power)
          * under.power(degree - power)
      }
    }
  }

  /// Whether squares show it.
  var isProved: Bool {
    if isSigned { return true }
    guard let proof = SumOfSquares(of: goal, helpers: helpers) else { return false }
    return !isStrict || (proof.multipliers.last ?? 0) > 0
  }
}

extension MultivariatePolynomial {
  /// Without the powers of positive variables that all terms share: they do not change the sign.
  fileprivate func divided(byPowersOf variables: [Variable]) -> MultivariatePolynomial {
    variables.enumerated().reduce(self) { polynomial, entry in
      guard entry.element.span.isOpenBelow, entry.element.span.lower == 0 else { return polynomial }
      let common = polynomial.terms.keys.map { $0[entry.offset] }.min() ?? 0
      let terms = polynomial.terms.map { powers, factor in
        var powers = powers
        powers[entry.offset] -= common
        return (powers, factor)
      }
      return MultivariatePolynomial(Dictionary(uniqueKeysWithValues: terms))
    }
  }
}
