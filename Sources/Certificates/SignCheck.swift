import MathCore
import Records

extension SignCertificate: CheckableProof {
  func check() throws(Rejection) {
    try need(["≥", ">"].contains(relation), "neither ≥ nor >")
    let isStrict = relation == ">"
    let interval = try Interval(lower, upper)
    let product = try FactorProduct(constant, factors)
    for (f, factor) in zip(product.factors, factors) where isStrict || factor.power % 2 == 1 {
      let chain = try SturmSigns(f, try known(factor.chain))
      try need(chain.roots(inside: interval) == 0, "it vanishes or changes its sign")
      try need(!isStrict || chain.roots(in: interval) == 0, "it vanishes at an end")
    }
    let formula = try Quotient(steps, atom: atom)
    let multiplier = try Coefficients(multiplier)
    try need(
      formula.numerator * multiplier * multiplier == product.whole * formula.denominator,
      "the factors give another product")
    let x = try number(point)
    try need(interval.holdsInside(x), "the point is not inside of the interval")
    try need(product.whole.value(at: x) > 0, "it is not positive at the point")
  }

  var disturbed: SignCertificate? {
    guard let other = Certificates.disturbed(constant) else { return nil }
    var copy = self
    copy.constant = other
    return copy
  }
}

/// A constant times powers of factors that have roots.
struct FactorProduct {
  let factors: [Coefficients]
  let whole: Coefficients

  init(_ constant: String, _ list: [SignCertificate.Factor]) throws(Rejection) {
    var factors: [Coefficients] = []
    var whole = Coefficients([try number(constant)])
    for factor in list {
      let f = try Coefficients(factor.polynomial)
      try need(f.count > 1 && factor.power > 0, "a factor without a root or without a power")
      try need(factor.power <= maximumLength / f.count, "a factor of too high a degree")
      factors.append(f)
      whole = whole * f.power(factor.power)
    }
    self.factors = factors
    self.whole = whole
  }
}
