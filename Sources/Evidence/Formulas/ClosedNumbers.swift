import MathCore

/// Numbers that are nearly as easy to write as fractions and are none: multiples of π, logarithms
/// and exponentials of fractions, roots of quadratic equations.
enum ClosedNumbers {
  /// Digits of the fractions in them: longer ones lie in every interval and mean nothing there.
  private static let lengthLimit = 4

  /// Of each kind the simplest one that lies between two numbers, if these are not far apart. What
  /// is found lies there as far as rounding tells.
  static func between(_ lower: Double, _ upper: Double) -> [Node] {
    let size = Swift.max(lower.magnitude, upper.magnitude, 1)
    guard lower < upper, upper - lower <= size / 500 else { return [] }
    var found: [Node] = []
    func add(_ lower: Double, _ upper: Double, _ number: (Rational) -> Node) {
      guard let low = Rational(exactly: lower), let high = Rational(exactly: upper), low <= high
      else { return }
      let fraction = Rational.simplest(from: low, to: high)
      guard fraction.length <= lengthLimit else { return }
      let node = number(fraction)
      if node.withConstantsEvaluated.isConstant == nil { found.append(node) }
    }
    add(lower / .pi, upper / .pi, multipleOfPi)
    add(exp(lower), exp(upper)) { Node(.apply(.log, .constant($0))) }
    if lower > 0 {
      add(log(lower), log(upper)) { Node(.apply(.exp, .constant($0))) }
      add(lower * lower, upper * upper, root)
    }
    if upper < 0 { add(upper * upper, lower * lower) { .negation(root($0)) } }
    if upper - lower <= size / 1e6, let surd = surd(near: (lower + upper) / 2, upper - lower) {
      found.append(surd)
    }
    return found
  }

  private static func multipleOfPi(_ factor: Rational) -> Node {
    let denominator = Rational(factor.denominator) ?? 1
    return .quotient(
      .product(.constant(factor * denominator), Node(.pi)), .constant(denominator))
  }

  private static func root(_ value: Rational) -> Node { Node(.apply(.sqrt, .constant(value))) }

  /// (−b ± √(b² − 4ac)) / 2a with small integers, b ≠ 0.
  private static func surd(near value: Double, _ distance: Double) -> Node? {
    for a in 1...4 {
      for b in -8...8 where b != 0 {
        let c = -(Double(a) * value + Double(b)) * value
        let slope = 2 * Double(a) * value + Double(b)
        guard c.magnitude <= 50,
          (c - c.rounded()).magnitude <= slope.magnitude * distance + 1e-14
        else { continue }
        let difference = root(Rational(b * b - 4 * a * Int(c.rounded())))
        guard difference.withConstantsEvaluated.isConstant == nil else { continue }
        let sum = slope > 0 ? difference : .negation(difference)
        return .quotient(.sum(.constant(Rational(-b)), sum), .constant(Rational(2 * a)))
      }
    }
    return nil
  }
}
