import MathCore

/// A formula in one variable whose sign at a point can be told.
struct OneVariableFunction: Sendable {
  let node: Node
  let variable: Variable
  private let tape: Tape

  /// Bits of precision that are tried in turn for one point.
  private static let precisions = [128, 512]

  init(_ node: Node, of variable: Variable) {
    self.node = node
    self.variable = variable
    tape = Tape([node], variables: [variable])
  }

  /// −1, 0 or 1; `nil` where there is no value, or where it cannot be told from zero.
  func sign(at point: Rational) -> Int? {
    sign(at: .constant(point)) { Ball(point, precision: $0) }
  }

  /// The same at a number that is given by a formula without variables.
  func sign(at point: Node) -> Int? {
    if let value = point.rationalValue { return sign(at: value) }
    let number = Tape([point], variables: [])
    return sign(at: point) { precision in
      try? number.evaluate([Ball](), precision: precision).first
    }
  }

  private func sign(at point: Node, _ ball: (Int) -> Ball?) -> Int? {
    for precision in Self.precisions {
      guard let input = ball(precision),
        let value = try? tape.evaluate([input], precision: precision).first, value.isFinite
      else { return nil }
      if value.isCertainlyPositive { return 1 }
      if value.isCertainlyNegative { return -1 }
    }
    return node.vanishes(at: [variable: point]) ? 0 : nil
  }

  /// The sign on a whole interval, if a ball shows that it is the same everywhere and not zero.
  func sign(from lower: Rational, to upper: Rational) -> Int? {
    let input = Ball(lower: lower, upper: upper, precision: 128)
    guard let value = try? tape.evaluate([input], precision: 128).first else { return nil }
    return value.isCertainlyPositive ? 1 : value.isCertainlyNegative ? -1 : nil
  }
}
