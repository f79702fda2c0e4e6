/// How two laws stand to each other. Variables are matched by name, because the same statement may
/// be written twice with variables of its own; what they range over counts.
extension Law {
  /// Whether both state the same, for the same values of their variables.
  package func isSame(as other: Law) -> Bool {
    guard let renamed = renamed(named(as: other), { $0.span == $1.span }),
      renamed.freeVariables == other.freeVariables
    else { return false }
    return renamed.hypotheses == other.hypotheses && renamed.conclusions == other.conclusions
  }

  /// Whether this law says something of what the other says: some of its conclusions, for no more
  /// values of the variables.
  package func isPart(of other: Law) -> Bool {
    [named(as: other), ordered(as: other)].contains { pairs in
      let renamed = renamed(pairs) { $1.span.contains($0.span) }
      return renamed?.conclusions.allSatisfy(other.conclusions.contains) ?? false
    }
  }

  private typealias Pair = (own: Variable, its: Variable)

  private func named(as other: Law) -> [Pair] {
    freeVariables.compactMap { variable in
      other.freeVariables.first { $0.name == variable.name }.map { (variable, $0) }
    }
  }

  /// The same statement may be about a variable of another name: y in a box for any x.
  private func ordered(as other: Law) -> [Pair] {
    let its = other.freeVariables
    return freeVariables.count == its.count ? Array(zip(freeVariables, its)) : []
  }

  /// The law in other variables; `nil` if one of them does not fit.
  private func renamed(_ pairs: [Pair], _ fits: (_ own: Variable, _ its: Variable) -> Bool) -> Law?
  {
    guard pairs.allSatisfy({ fits($0.own, $0.its) }) else { return nil }
    let values = Dictionary(uniqueKeysWithValues: pairs.map { ($0.own, Node(.variable($0.its))) })
    func renamed(_ comparison: Comparison) -> Comparison {
      Comparison(
        comparison.left.replacing(values), comparison.relation, comparison.right.replacing(values))
    }
    return Law(hypotheses: hypotheses.map(renamed), conclusions: conclusions.map(renamed))
  }
}
