import MathCore
import Records

extension CombinationCertificate {
  /// For a law with one conclusion about polynomials: squares and multiples of what its hypotheses
  /// and the spans of its variables give, and of their products.
  ///
  /// - Returns: `nil` where none was found.
  init?(_ law: Law) {
    guard let conclusion = law.conclusions.first, conclusion.relation != .equal else { return nil }
    let variables = law.freeVariables
    var facts = variables.flatMap(\.facts)
    facts += law.hypotheses.filter { $0.relation != .equal }.map {
      (slack: $0.slack, isStrict: $0.relation.isStrict)
    }
    let products =
      [[]] + facts.indices.map { [$0] }
      + facts.indices.flatMap { i in (0...i).map { [$0, i] } }
    guard 1...Self.mostVariables ~= variables.count, facts.count <= Self.mostFacts,
      let goal = conclusion.slack.polynomial(in: variables)
    else { return nil }
    var helpers: [MultivariatePolynomial] = []
    let one = MultivariatePolynomial.constant(1, in: variables.count)
    for product in products {
      let factors = product.compactMap { facts[$0].slack.polynomial(in: variables) }
      guard factors.count == product.count else { return nil }
      helpers.append(factors.reduce(one, *))
    }
    guard let sum = SumOfSquares(of: goal, helpers: helpers) else { return nil }

    var formula = FormulaSteps()
    let slack = formula.add(conclusion.slack)
    let given = facts.map { Fact(formula.add($0.slack), $0.isStrict ? ">" : "≥") }
    var terms = sum.squares.map {
      Term(weight: $0.weight.description, root: [formula.add($0.root.node(in: variables))])
    }
    for (product, multiplier) in zip(products, sum.multipliers) where multiplier != 0 {
      terms.append(Term(weight: multiplier.description, given: product))
    }
    let relation = conclusion.relation.isStrict ? ">" : "≥"
    self.init(
      steps: formula.steps, given: given,
      conclusions: [.init(slack: slack, relation: relation, terms: terms)])
  }

  private static let mostVariables = 6
  private static let mostFacts = 6
}

extension Variable {
  /// What the span says.
  fileprivate var facts: [(slack: Node, isStrict: Bool)] {
    let x = Node(.variable(self))
    let lower = span.lower.map { (Node.difference(x, .constant($0)), span.isOpenBelow) }
    let upper = span.upper.map { (Node.difference(.constant($0), x), false) }
    return [lower, upper].compactMap { $0 }
  }
}

extension Node {
  /// The node as a polynomial, if it is a real one.
  fileprivate func polynomial(in variables: [Variable]) -> MultivariatePolynomial? {
    guard !mayBeComplex else { return nil }
    let polynomial = LaurentPolynomial(self)
    return polynomial.isInRealVariables ? polynomial.polynomial(in: variables) : nil
  }
}

extension MultivariatePolynomial {
  fileprivate func node(in variables: [Variable]) -> Node {
    terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }.reversed().reduce(.zero) {
      $0.adding(
        $1.value,
        times: zip(variables.nodes, $1.key).reduce(.one) { product, power in
          .product(product, .power(power.0, Rational(power.1)))
        })
    }
  }
}
