import MathCore

/// Proves inequalities by sums of squares: polynomial ones in a few variables, in exponentials and
/// in whatever else stands for a number of known span, with the hypotheses' help.
enum SquaresProver {
  static func proves(_ single: Case) -> Bool {
    [(false, true), (false, false), (true, false)].contains { usesFacts, ignoresSpans in
      PolynomialInequality(
        single.comparison, under: single.hypotheses, usesFacts: usesFacts,
        ignoresSpans: ignoresSpans)?.isProved ?? false
    }
  }
}
