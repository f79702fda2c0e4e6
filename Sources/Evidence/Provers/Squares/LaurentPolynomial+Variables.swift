import MathCore

extension LaurentPolynomial {
  var variables: [Variable] {
    terms.keys.flatMap { monomial in
      monomial.powers.keys.compactMap { atom in
        if case .variable(let variable) = atom.kind { variable } else { nil }
      }
    }
  }

  /// Whether nothing but variables stands in it, in powers that are not negative.
  var isInRealVariables: Bool {
    terms.keys.allSatisfy { monomial in
      monomial.powers.allSatisfy { atom, power in
        if case .variable = atom.kind { power > 0 } else { false }
      }
    }
  }

  func polynomial(in variables: [Variable]) -> MultivariatePolynomial {
    var result: [[Int]: Rational] = [:]
    for (monomial, factor) in terms {
      let powers = variables.map { monomial.powers[Node(.variable($0))] ?? 0 }
      result[powers, default: 0] += factor
    }
    return MultivariatePolynomial(result)
  }
}
