import MathCore

/// Bounds for the tails of an integral, without a lemma: where the integrand is at most
/// `b e^{−r (v − Y)}` beyond a point Y, its tail weighs at most b/r (see `Decay`).
package struct Tails: Sendable {
  private let left: [Evaluation]
  private let right: [Evaluation]

  /// - Parameter variables: the inputs of the tapes, the variable of integration last.
  package init(_ body: Node, by v: Variable, variables: [Variable]) {
    func evaluations(_ side: Decay.Side) -> [Evaluation] {
      Decay.rules(for: body, by: v, towards: side).map { Evaluation($0, variables) }
    }
    left = evaluations(.left)
    right = evaluations(.right)
  }

  /// The point where the tail is cut, and a ball whose upper end bounds the tail beyond it.
  ///
  /// - Parameters:
  ///   - end: the other end, if it is finite. What is known of signs holds from there on only, so
  ///     the cut lies beyond it.
  ///   - target: the tail must weigh less.
  func cut(
    towards side: Decay.Side, past end: Ball?, _ values: [Ball], precision: Int,
    below target: Rational
  ) throws -> (point: Rational, bound: Ball) {
    let rules = side == .right ? right : left
    guard !rules.isEmpty else {
      throw Undefined("no rule shows how fast the integrand decays, so its tails have no bound")
    }
    let target = Ball(target, precision: precision)
    var reach = Rational(2)
    for _ in 0..<Self.attempts {
      let point = side == .right ? reach : -reach
      reach = reach * Rational(3, 2)
      if let end {
        let distance = Ball(point, precision: precision) - end
        guard (side == .right ? distance : -distance).isCertainlyNonNegative else { continue }
      }
      let inputs = values + [Ball(point, precision: precision)]
      for rule in rules {
        let weight = try rule.weight(inputs, precision)
        if let weight, (target - weight).isCertainlyPositive { return (point, weight) }
      }
    }
    throw Undefined("the integrand's tail does not become small enough")
  }

  /// Points that are tried, out to 2 · (3/2)²³, about 22 000.
  private static let attempts = 24

  /// A decay, ready for evaluation at the cut.
  private struct Evaluation: Sendable {
    let tape: Tape
    let isComplex: Bool

    init(_ decay: Decay, _ variables: [Variable]) {
      tape = Tape([decay.bound, decay.rate] + decay.positive, variables: variables)
      isComplex = tape.holdsImaginaryUnit
    }

    /// Bounds the tail, where the decay is certain and its conditions hold.
    func weight(_ inputs: [Ball], _ precision: Int) throws -> Ball? {
      let values =
        isComplex
        ? try tape.evaluate(inputs.map { ComplexBall($0) }, precision: precision).map(\.re)
        : try tape.evaluate(inputs, precision: precision)
      guard values.dropFirst().allSatisfy(\.isCertainlyPositive) else { return nil }
      return values[0] / values[1]
    }
  }
}
