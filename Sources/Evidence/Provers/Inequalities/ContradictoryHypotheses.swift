extension Law {
  /// Whether rules show that the hypotheses hold nowhere: the linear ones leave nothing, one of them
  /// is false everywhere, or two of them are false together, as x² > 1 and x² < 0 are, whose slacks
  /// add up to −1.
  var hasContradictoryHypotheses: Bool {
    guard !hypotheses.isEmpty else { return false }
    let system = LinearSystem(freeVariables)
    for hypothesis in hypotheses { system.addIfLinear(hypothesis) }
    if system.isContradictory { return true }
    let slacks = hypotheses.filter { $0.relation != .equal }.map {
      (node: $0.slack, isStrict: $0.relation.isStrict)
    }
    return slacks.indices.contains { index in
      let one = slacks[index]
      if isFalse(one.node, isStrict: one.isStrict) { return true }
      return slacks[..<index].contains { other in
        isFalse(.sum(other.node, one.node), isStrict: other.isStrict || one.isStrict)
      }
    }
  }

  /// Whether a formula that is said to be positive, or not negative, is never that.
  private func isFalse(_ node: Node, isStrict: Bool) -> Bool {
    InequalityProver.proves(Comparison(node, isStrict ? .lessOrEqual : .less, .zero))
  }
}
