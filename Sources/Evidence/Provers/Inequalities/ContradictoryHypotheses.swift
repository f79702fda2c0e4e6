extension Law {
  /// Whether rules show that the hypotheses hold nowhere: one of them is false everywhere, or two
  /// of them are false together, as x > 1 and x < 0 are, whose slacks add up to −1.
  var hasContradictoryHypotheses: Bool {
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
