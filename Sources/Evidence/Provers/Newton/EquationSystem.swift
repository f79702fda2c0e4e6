import MathCore

/// Equations f = 0, as many as there are variables, with their Jacobian ready.
struct EquationSystem: Sendable {
  let variables: [Variable]
  /// The left sides, and the slopes row by row.
  let nodes: [Node]
  private let values: Tape
  private let slopes: Tape

  /// Why some equations cannot be solved here.
  struct Unsuitable: Error, CustomStringConvertible {
    var description: String
  }

  init(_ equations: [Node], variables: [Variable]) throws(Unsuitable) {
    guard equations.allSatisfy(\.isSmooth) else {
      throw Unsuitable(description: "a kink or an integral has no slopes that could be used")
    }
    guard !equations.contains(where: \.needsComplexArithmetic) else {
      throw Unsuitable(description: "complex formulas are not solved here")
    }
    let gradients = equations.flatMap { node in variables.map { node.derivative(by: $0) } }
    self.variables = variables
    nodes = equations + gradients
    values = Tape(equations, variables: variables)
    slopes = Tape(gradients, variables: variables)
  }

  var dimension: Int { variables.count }

  /// f on a box; `nil` unless it has a value everywhere there.
  func values(_ box: [Ball], _ precision: Int) -> [Ball]? { finite(values, box, precision) }

  /// ∂f_i/∂x_j on a box, row by row.
  func slopes(_ box: [Ball], _ precision: Int) -> [Ball]? { finite(slopes, box, precision) }

  private func finite(_ tape: Tape, _ box: [Ball], _ precision: Int) -> [Ball]? {
    let balls = try? tape.evaluate(box, precision: precision)
    return balls.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil }
  }

  /// Whether some equation certainly has no solution in the box: its values there, or its value at
  /// the midpoint with all slopes, keep away from 0.
  func hasNoZero(in box: Box, _ precision: Int) -> Bool {
    let sides = box.balls(precision: precision)
    guard let wide = values(sides, precision) else { return false }
    if wide.contains(where: \.isCertainlyNonZero) { return true }
    let middle = box.midpoint.map { Ball($0, precision: precision) }
    guard let centre = values(middle, precision), let slopes = slopes(sides, precision) else {
      return false
    }
    return centre.indices.contains { row in
      let sum = sides.indices.reduce(centre[row]) {
        $0 + slopes[row * dimension + $1] * (sides[$1] - middle[$1])
      }
      return sum.isCertainlyNonZero
    }
  }
}
