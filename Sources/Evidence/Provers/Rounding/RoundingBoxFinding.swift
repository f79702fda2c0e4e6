import MathCore
import Records

extension RoundingBoxProver {
  /// - Parameters:
  ///   - reference: whose exact values count.
  ///   - statement: TeX of what is checked, if it is about a formula.
  package func prove(
    _ subject: (Point) -> Value, reference: ReferenceKind, statement: String?
  ) -> Finding {
    let (trial, picture) = run(subject)
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

  /// A damaged function is refuted early, at a point, or not at all.
  package static var damageBudget: Int { 200 }
}

extension ComputedFormula {
  /// What its check states: |fl(f) − f| ≤ ε.
  package func statement(by tolerance: Formula) -> String {
    let tex = TeXPrinter.print(formula.node)
    return "\\left|\\operatorname{fl}\\left(\(tex)\\right) - \\left(\(tex)\\right)\\right| \\le "
      + tolerance.tex
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
