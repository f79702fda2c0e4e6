import MathCore

/// Shows f ≥ 0 by convexity in one variable: f″ ≥ 0, and at some c (a rational number or another
/// variable of at most the same span) the tangent is level (f′ = 0 identically) and f is not
/// negative. Then f lies above its value at c.
///
/// This is how `ln w ≤ w − 1`, `e^u ≥ 1 + u` and `x² + y² ≥ 2xy` are closed at their contact
/// points, where no enclosure can help.
enum ConvexTangent {
  static func proves(nonNegative f: Node) -> Bool {
    // Convexity carries over an interval only where f has a value everywhere.
    guard f.isSmooth, f.isDefinedEverywhere else { return false }
    return f.freeVariables.contains { variable in
      let slope = f.derivative(by: variable)
      let curvature = slope.derivative(by: variable)
      guard
        Sign.of(curvature).isNonNegative || ExpandedSign.of(curvature).isNonNegative
      else { return false }
      let points = SimplePoints.candidates(in: variable.span).map { Node.constant($0) }
      let others = f.freeVariables.filter { $0 != variable && variable.span.contains($0.span) }
      return (others.map { Node(.variable($0)) } + points).contains { point in
        let there = [variable: point]
        return slope.replacing(there).vanishesIdentically && isNonNegative(f.replacing(there))
      }
    }
  }

  private static func isNonNegative(_ node: Node) -> Bool {
    if let value = node.rationalValue { return value >= 0 }
    return Sign.of(node).isNonNegative || ExpandedSign.of(node).isNonNegative
      || node.vanishesIdentically
  }
}
