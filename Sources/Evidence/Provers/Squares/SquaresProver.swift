import MathCore

/// Proves inequalities by sums of squares: polynomial ones in a few variables, in exponentials and
/// in whatever else stands for a number of known span, case by case where maxima, minima or moduli
/// are in the way, with the hypotheses' help.
enum SquaresProver {
  static func proves(_ comparison: Comparison, under hypotheses: [Comparison]) -> Bool {
    guard comparison.relation != .equal else { return false }
    let cases = Case.all(of: comparison, under: hypotheses)
    return !cases.isEmpty && cases.allSatisfy { shows($0, roots: Self.mostRemovals) }
  }

  /// How often roots may be removed by squaring.
  private static let mostRemovals = 2

  private static func shows(_ single: Case, roots: Int) -> Bool {
    if InequalityProver.proves(single.comparison) || isPolynomial(single) { return true }
    guard roots > 0 else { return false }
    let removals = RootRemoval.all(of: single.comparison, under: single.hypotheses)
    return removals.contains { removal in
      shows(Case(comparison: removal.squared, hypotheses: single.hypotheses), roots: roots - 1)
    }
  }

  private static func isPolynomial(_ single: Case) -> Bool {
    [(false, true), (false, false), (true, false)].contains { usesFacts, ignoresSpans in
      PolynomialInequality(
        single.comparison, under: single.hypotheses, usesFacts: usesFacts,
        ignoresSpans: ignoresSpans)?.isProved ?? false
    }
  }
}
