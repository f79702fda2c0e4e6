/// Proves an inequality case by case where maxima, minima or moduli are in the way, with the
/// hypotheses' help: in each case they are put into the variables, or sums of squares are found.
enum CaseProver {
  /// How the cases were proved; `nil` unless all of them were.
  static func methods(
    for comparison: Comparison, under hypotheses: [Comparison]
  ) -> Set<InequalityProver.Method>? {
    guard comparison.relation != .equal else { return nil }
    let cases = Case.all(of: comparison, under: hypotheses)
    guard !cases.isEmpty else { return nil }
    var methods: Set<InequalityProver.Method> = []
    for single in cases {
      guard let method = method(for: single) else { return nil }
      methods.insert(method)
    }
    return methods
  }

  static func proves(_ comparison: Comparison, under hypotheses: [Comparison]) -> Bool {
    methods(for: comparison, under: hypotheses) != nil
  }

  /// How often roots may be removed by squaring.
  private static let mostRemovals = 2

  private static func method(
    for single: Case, roots: Int = mostRemovals
  ) -> InequalityProver.Method? {
    if InequalityProver.proves(single.comparison) { return .signs }
    guard let substituted = single.substituted else { return .signs }
    if substituted != single.comparison, InequalityProver.proves(substituted) { return .signs }
    if GrowthInequality.proves(substituted) { return .growth }
    if SquaresProver.proves(single) { return .squares }
    guard roots > 0 else { return nil }
    return RootRemoval.all(of: single.comparison, under: single.hypotheses).lazy.compactMap {
      method(for: Case(comparison: $0.squared, hypotheses: single.hypotheses), roots: roots - 1)
    }.first
  }
}
