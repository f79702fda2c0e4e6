import MathCore
import Records

extension SignCertificate {
  func check() throws(Rejection) -> Conclusion {
    try need(["≥", ">"].contains(relation), "neither ≥ nor >")
    let isStrict = relation == ">"
    let formula = try Quotient(steps, atom: atom)
    let interval = try Interval(lower, upper)
    var product = Coefficients([try number(constant)])
    for factor in factors {
      let f = try Coefficients(factor.polynomial)
      try need(f.count > 1 && factor.power > 0, "a factor without a root or without a power")
      try need(factor.power <= maximumLength / f.count, "a factor of too high a degree")
      for _ in 0..<factor.power { product = product * f }
      let changesSign = factor.power % 2 == 1
      let mustNotVanish = isStrict && !f.divides(formula.poles)
      guard changesSign || mustNotVanish else { continue }
      let chain = try SturmSigns(f, try known(factor.chain))
      try need(
        !changesSign || chain.roots(inside: interval) == 0,
        "its sign changes inside of the interval")
      try need(!mustNotVanish || chain.roots(in: interval) == 0, "it vanishes in the interval")
    }
    try need(product == formula.numerator * formula.denominator, "the factors give another product")
    let x = try number(point)
    try need(interval.holdsInside(x), "the point is not inside of the interval")
    try need(product.value(at: x) > 0, "it is not positive at the point")
    return .proved
  }

  var disturbed: SignCertificate? {
    guard let other = Certificates.disturbed(constant) else { return nil }
    var copy = self
    copy.constant = other
    return copy
  }
}
