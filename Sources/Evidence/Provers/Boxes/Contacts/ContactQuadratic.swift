import MathCore

/// Taylor's theorem to the second order at a contact point c, in all variables at once:
/// f(c + h) = ∇f(c)·h + ½ hᵀ H h with H among the Hessians of the box.
struct ContactQuadratic: Sendable {
  /// Sizes of systems that are tried.
  private static let variableLimit = 6

  /// The formulas whose enclosures are used: the upper triangle of the Hessian, row by row, and
  /// after it the slopes.
  let enclosed: [Node]
  private let place: [ContactCoordinate]
  private let free: [Int]
  /// The exact sign of each slope at the point; `nil` where it is not known.
  private let slopeSigns: [Int?]
  private let tape: Tape

  /// - Returns: `nil` with fewer than two free variables: `ContactExpansion` knows more of one.
  init?(_ node: Node, _ variables: [Variable], free: [Int], at place: [ContactCoordinate]) {
    guard (2...Self.variableLimit).contains(free.count) else { return nil }
    self.place = place
    self.free = free
    let slopes = free.map { node.derivative(by: variables[$0]) }
    let values = Dictionary(
      uniqueKeysWithValues: free.map { (variables[$0], place[$0].node) })
    slopeSigns = slopes.map { slope in
      if slope.vanishes(at: values) { return 0 }
      let value = try? Tape([slope.replacing(values)], variables: []).evaluate(
        [Ball](), precision: 128
      ).first
      guard let value, value.isCertainlyNonZero else { return nil }
      return value.isCertainlyPositive ? 1 : -1
    }
    guard slopeSigns.contains(0) else { return nil }
    let seconds = free.indices.flatMap { row in
      (row..<free.count).map { slopes[row].derivative(by: variables[free[$0]]) }
    }
    enclosed = seconds + slopes
    tape = Tape(enclosed, variables: variables)
  }

  func shows(on box: Box, _ precision: Int) -> Bool {
    let active = free.indices.filter { box.sides[free[$0]].width > 0 }
    // A slope may be there only where it leads up from the box's own border.
    let leadsUp = active.allSatisfy { index in
      let side = box.sides[free[index]]
      switch slopeSigns[index] {
      case 0: return true
      case 1: return side.lower == place[free[index]].exact
      case -1: return side.upper == place[free[index]].exact
      default: return false
      }
    }
    guard leadsUp,
      let values = try? tape.evaluate(box.balls(precision: precision), precision: precision),
      values.allSatisfy(\.isFinite)
    else { return false }
    func entry(_ row: Int, _ column: Int) -> Ball {
      let (row, column) = (Swift.min(row, column), Swift.max(row, column))
      return values[row * free.count - row * (row - 1) / 2 + column - row]
    }
    return isPositiveSemidefinite(active.map { row in active.map { entry(row, $0) } })
  }
}

/// Whether every symmetric matrix with entries in these balls is positive semidefinite, by
/// elimination: with a positive pivot a matrix is if and only if what is left of it is.
func isPositiveSemidefinite(_ matrix: [[Ball]]) -> Bool {
  var matrix = matrix
  var left = Array(matrix.indices)
  while let pivot = left.first(where: { matrix[$0][$0].isCertainlyPositive }) {
    left.removeAll { $0 == pivot }
    for row in left {
      for column in left {
        let product =
          row == column
          ? Ball.power(matrix[pivot][row], 2) : matrix[pivot][row] * matrix[pivot][column]
        matrix[row][column] = matrix[row][column] - product / matrix[pivot][pivot]
      }
    }
  }
  return left.allSatisfy { row in
    left.allSatisfy { column in
      let entry = matrix[row][column]
      return row == column
        ? entry.isCertainlyNonNegative : entry.isExact && entry.contains(0)
    }
  }
}
