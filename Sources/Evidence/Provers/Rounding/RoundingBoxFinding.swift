import MathCore
import Records

extension RoundingBoxProver {
  /// - Parameters:
  ///   - reference: whose exact values count.
  ///   - statement: TeX of what is checked, if it is about a formula.
  package func finding(reference: ReferenceKind, statement: String?) -> Finding {
    let (trial, picture) = prove()
    var finding = Finding(
      evidence: .bounded, method: "rounding errors bounded on boxes",
      subject: .implementation(function: "", scalar: Rounded.scalarName),
      coverage: variables.map {
        Coverage(.box, "every Double $\($0.name) \\in \($0.span.texInterval)$")
      }, statement: statement, coversLaw: true, trial: trial, never: trial.withConclusionFalse,
      sensitivity: trial.sensitivity)
    finding.reference = reference
    finding.picture = picture
    finding.theorems = RoundingModel.sources
    return finding
  }
}

extension ComputedFormula {
  /// What its check states: |fl(f) − f| ≤ ε.
  package func statement(by tolerance: Formula) -> String {
    let tex = TeXPrinter.print(formula.node)
    let bound = tolerance.node.rationalValue.flatMap(\.scientificTeX) ?? tolerance.tex
    return "\\left|\\operatorname{fl}\\left(\(tex)\\right) - \\left(\(tex)\\right)\\right| \\le "
      + bound
  }

  /// The finding of a formula that nothing can be derived for.
  package func unbounded(_ reason: String) -> Finding {
    var trial = Trial()
    trial.undecided = 1
    trial.stopped = reason
    return Finding(
      evidence: .bounded, method: "rounding errors bounded on boxes",
      subject: .implementation(function: "", scalar: Rounded.scalarName), coverage: [],
      statement: nil, coversLaw: true, trial: trial)
  }
}

extension Rational {
  /// "6 \\cdot 10^{-16}", for a small positive number with few digits.
  fileprivate var scientificTeX: String? {
    guard sign > 0, self < Rational(1, 1000) else { return nil }
    var (digits, exponent) = (self, 0)
    while digits < 1, exponent < 400 { (digits, exponent) = (digits * 10, exponent + 1) }
    let thousandths = digits * 1000
    guard thousandths.isInteger, let whole = Int(exactly: thousandths) else { return nil }
    let decimal = "\(whole / 1000).\(String(whole % 1000 + 1000).dropFirst())"
    let shortest = decimal.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()
    return "\(String(shortest)) \\cdot 10^{-\(exponent)}"
  }
}
