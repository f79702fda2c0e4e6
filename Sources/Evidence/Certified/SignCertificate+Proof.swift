import MathCore
import Records

extension SignCertificate {
  /// The proof as data.
  init(_ inequality: UnivariateInequality, _ proof: SignQuestion.Proof) {
    var formula = FormulaSteps()
    _ = formula.add(inequality.slack)
    let interval = inequality.question.interval
    self.init(
      steps: formula.steps, relation: inequality.question.isStrict ? ">" : "≥",
      atom: inequality.variable.name, meaning: inequality.meaning.map { TeXPrinter.print($0) },
      lower: interval.lower.map(End.init), upper: interval.upper.map(End.init),
      constant: proof.constant.description, factors: proof.factors.map(Factor.init),
      point: proof.point.description)
  }
}

extension SignCertificate.End {
  fileprivate init(_ end: RealInterval.End) {
    self.init(end.value.description, isIncluded: end.isIncluded)
  }
}

extension SignCertificate.Factor {
  fileprivate init(_ factor: SignQuestion.Factor) {
    self.init(
      polynomial: factor.polynomial.texts, power: factor.power,
      chain: factor.chain?.steps.map {
        .init(
          scale: $0.scale.description, quotient: $0.quotient.texts, carry: $0.carry.description)
      })
  }
}

extension Polynomial {
  fileprivate var texts: [String] { coefficients.map(\.description) }
}
