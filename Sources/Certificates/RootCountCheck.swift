import MathCore
import Records

extension RootCountCertificate {
  func check() throws(Rejection) -> Conclusion {
    let formula = try Quotient(steps, atom: atom)
    try need(formula.denominator.count == 1 && formula.poles.count == 1, "no polynomial")
    var whole = Coefficients([try number(constant)])
    var simple = Coefficients.one
    for factor in factors {
      let f = try Coefficients(factor.polynomial)
      try need(f.count > 1 && factor.power > 0, "a factor without a root or without a power")
      try need(factor.power <= maximumLength / f.count, "a factor of too high a degree")
      whole = whole * f.power(factor.power)
      simple = simple * f
    }
    try need(simple.count > 1, "nothing has a root")
    try need(whole * formula.denominator == formula.numerator, "the factors give another product")
    let roots = try SturmSigns(simple, chain).roots(in: Interval(lower, upper))
    try need(roots >= 0, "the ends of the interval are the wrong way round")
    return roots == count ? .proved : .refuted
  }

  /// One root more.
  var disturbed: RootCountCertificate? {
    var copy = self
    copy.count += 1
    return copy
  }
}
