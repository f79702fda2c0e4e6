import MathCore
import Records

extension RootCountCertificate: CheckableProof {
  func check() throws(Rejection) {
    let formula = try Quotient(steps, atom: atom)
    try need(formula.isPolynomial, "no polynomial")
    let product = try FactorProduct(constant, factors)
    try need(
      !product.whole.isZero && product.whole * formula.denominator == formula.numerator,
      "the factors give another product")
    let simple = product.factors.reduce(.one, *)
    try need(simple.count > 1, "nothing has a root")
    let roots = try SturmSigns(simple, chain).roots(in: Interval(lower, upper))
    try need(roots >= 0, "the ends of the interval are the wrong way round")
    try need(roots == count, "there are \(roots) roots")
  }

  /// One root more.
  var disturbed: RootCountCertificate? {
    var copy = self
    copy.count += 1
    return copy
  }
}
