import MathCore
import Records

extension UnivariateInequality {
  /// The proof as data: one certificate for each part of the interval between poles.
  ///
  /// - Returns: `nil` where there is none.
  var certificates: [Certificate]? {
    guard let parts = question.partsBetweenPoles else { return nil }
    var certificates: [Certificate] = []
    for part in parts {
      guard case .proved(let proof) = part.answer else { return nil }
      certificates.append(.sign(SignCertificate(self, part.interval, proof)))
    }
    return certificates
  }
}

extension SignCertificate {
  fileprivate init(
    _ inequality: UnivariateInequality, _ interval: RealInterval, _ proof: SignQuestion.Proof
  ) {
    var formula = FormulaSteps()
    _ = formula.add(inequality.slack)
    self.init(
      steps: formula.steps, relation: inequality.question.isStrict ? ">" : "≥",
      atom: inequality.variable.name, meaning: inequality.meaning.map { TeXPrinter.print($0) },
      lower: interval.lower.map(End.init), upper: interval.upper.map(End.init),
      multiplier: inequality.denominator.texts, constant: proof.constant.description,
      factors: proof.factors.map(Factor.init), point: proof.point.description)
  }
}

extension SignCertificate.End {
  init(_ end: RealInterval.End) {
    self.init(end.value.description, isIncluded: end.isIncluded)
  }
}

extension SignCertificate.Factor {
  init(_ factor: SignQuestion.Factor) {
    self.init(
      polynomial: factor.polynomial.texts, power: factor.power,
      chain: factor.chain?.steps.map { .init($0) })
  }
}

extension SignCertificate.ChainStep {
  init(_ step: SturmChain.Step) {
    self.init(
      scale: step.scale.description, quotient: step.quotient.texts, carry: step.carry.description)
  }
}

extension Polynomial {
  fileprivate var texts: [String] { coefficients.map(\.description) }
}
