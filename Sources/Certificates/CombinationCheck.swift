import MathCore
import Records

extension CombinationCertificate: CheckableProof {
  func check() throws(Rejection) {
    let polynomials = try PolynomialSteps(steps)
    for fact in given {
      _ = try polynomials.form(fact.step)
      try need([">", "≥", "="].contains(fact.relation), "something else than > ≥ = is given")
    }
    try need(!conclusions.isEmpty, "nothing is concluded")
    for conclusion in conclusions { try check(conclusion, polynomials) }
  }

  private func check(
    _ conclusion: Conclusion, _ polynomials: PolynomialSteps
  ) throws(Rejection) {
    var rest = try polynomials.form(conclusion.slack)
    var isPositive = false
    for term in conclusion.terms {
      rest = rest.plus(try product(term, polynomials), times: -.one)
      let relations = try relations(of: term)
      if term.root.isEmpty, relations == [">"] { isPositive = true }
    }
    try need(rest.isEmpty, "the terms have another sum")
    switch conclusion.relation {
    case "≥": break
    case ">": try need(isPositive, "no term is positive")
    default: throw Rejection("neither ≥ nor >")
    }
  }

  private func product(
    _ term: Term, _ polynomials: PolynomialSteps
  ) throws(Rejection) -> PolynomialSteps.Form {
    let weight = try number(term.weight)
    let relations = try relations(of: term)
    try need(weight > 0 || relations.contains("="), "a weight that is not positive")
    try need(term.root.count < 2, "more than one root")
    var product = PolynomialSteps.Form.constant(Complex(weight, 0))
    for step in term.root + term.root + term.given.map({ given[$0].step }) {
      product = try polynomials.product(product, try polynomials.form(step))
    }
    return product
  }

  /// > alone for the empty product, which is 1.
  private func relations(of term: Term) throws(Rejection) -> Set<String> {
    try need(term.given.allSatisfy(given.indices.contains), "a fact that is not given")
    return term.given.isEmpty ? [">"] : Set(term.given.map { given[$0].relation })
  }

  /// Says that the first slack is larger by a little than what shows it.
  var disturbed: CombinationCertificate? {
    guard let slack = conclusions.first?.slack else { return nil }
    var copy = self
    copy.steps += [
      FormulaStep("number", text: "1/1000000"), FormulaStep("-", slack, steps.count),
    ]
    copy.conclusions[0].slack = steps.count + 1
    return copy
  }
}
