/// How two laws stand to each other. Variables are matched by name, because the same statement may
/// be written twice with variables of its own; what they range over counts.
extension Law {
  /// Whether both state the same, for the same values of their variables.
  package func isSame(as other: Law) -> Bool {
    guard let renamed = renamed(after: other, { $0.span == $1.span }),
      renamed.freeVariables == other.freeVariables
    else { return false }
    return renamed.hypotheses == other.hypotheses && renamed.conclusions == other.conclusions
  }

  /// Whether this law says something of what the other says: some of its conclusions, for no more
  /// values of the variables.
  package func isPart(of other: Law) -> Bool {
    guard let renamed = renamed(after: other, { $1.span.contains($0.span) }) else { return false }
    return renamed.conclusions.allSatisfy(other.conclusions.contains)
  }

  /// The law in the other's variables where they have the same name; `nil` if one of them does not
  /// fit.
  private func renamed(
    after other: Law, _ fits: (_ own: Variable, _ its: Variable) -> Bool
  ) -> Law? {
    var values: [Variable: Node] = [:]
    for variable in freeVariables {
      guard let its = other.freeVariables.first(where: { $0.name == variable.name }) else {
        continue
      }
      guard fits(variable, its) else { return nil }
      values[variable] = Node(.variable(its))
    }
    func renamed(_ comparison: Comparison) -> Comparison {
      Comparison(
        comparison.left.replacing(values), comparison.relation, comparison.right.replacing(values))
    }
    return Law(hypotheses: hypotheses.map(renamed), conclusions: conclusions.map(renamed))
  }
}
