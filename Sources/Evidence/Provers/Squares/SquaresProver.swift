import MathCore

/// Proves inequalities by sums of squares: polynomial ones in a few variables, in exponentials and
/// in whatever else stands for a number of known span, case by case where maxima, minima or moduli
/// are in the way, with the hypotheses' help.
enum SquaresProver {
  static func proves(_ comparison: Comparison, under hypotheses: [Comparison]) -> Bool {
    guard comparison.relation != .equal else { return false }
    let cases = Case.all(of: comparison, under: hypotheses)
    return !cases.isEmpty
      && cases.allSatisfy { InequalityProver.proves($0.comparison) || shows($0) }
  }

  private static func shows(_ single: Case) -> Bool {
    [(false, true), (false, false), (true, false)].contains { usesFacts, ignoresSpans in
      PolynomialInequality(
        single.comparison, under: single.hypotheses, usesFacts: usesFacts,
        ignoresSpans: ignoresSpans)?.isProved ?? false
    }
  }
}
