import MathCore

/// Proves inequalities by sums of squares: polynomial ones in a few variables, in exponentials and
/// in whatever else stands for a number of known span, case by case where maxima, minima or moduli
/// are in the way, with the hypotheses' help.
enum SquaresProver {
  static func proves(_ comparison: Comparison, under hypotheses: [Comparison]) -> Bool {
    guard comparison.relation != .equal else { return false }
    let cases = Case.all(of: comparison, under: hypotheses)
    return !cases.isEmpty
      && cases.allSatisfy { single in
        InequalityProver.proves(single.comparison)
          || [false, true].contains { usesFacts in
            PolynomialInequality(
              single.comparison, under: single.hypotheses, usesFacts: usesFacts)?.isProved ?? false
          }
      }
  }
}
