// A linear program as the simplex method wants it, and its solution carried back.

/// Maximise c·z where Az ≤ b and z ≥ 0. A variable that a constraint keeps from being negative is
/// one z, any other the difference of two; an equality is two inequalities.
struct SimplexForm {
  private let program: LinearProgram
  /// The constraint that says xⱼ ≥ 0, by variable.
  private var signs: [Int: Int] = [:]
  /// Variable and sign of each z.
  private var columns: [(variable: Int, sign: Rational)] = []
  /// Constraint and sign of each inequality.
  private var rows: [(constraint: Int, sign: Rational)] = []

  init(_ program: LinearProgram) {
    self.program = program
    for (index, constraint) in program.constraints.enumerated() {
      if let variable = constraint.nonNegativeVariable, signs[variable] == nil {
        signs[variable] = index
        continue
      }
      if constraint.relation != .atLeast { rows.append((index, 1)) }
      if constraint.relation != .atMost { rows.append((index, -1)) }
    }
    for variable in 0..<program.objective.count {
      columns.append((variable, 1))
      if signs[variable] == nil { columns.append((variable, -1)) }
    }
  }

  private var goalSign: Rational { program.goal == .maximize ? 1 : -1 }

  func solution(pivots: Int) -> LinearProgram.Solution? {
    var dictionary = SimplexDictionary(
      coefficients: rows.map { row in
        let constraint = program.constraints[row.constraint]
        return columns.map { row.sign * $0.sign * constraint.coefficients[$0.variable] }
      },
      bounds: rows.map { $0.sign * program.constraints[$0.constraint].bound },
      objective: columns.map { goalSign * $0.sign * program.objective[$0.variable] },
      pivots: pivots)
    switch dictionary.solve() {
    case nil: return nil
    case .infeasible(let y):
      return .infeasible(multipliers: multipliers(y, combiningTo: .zeros(program.objective.count)))
    case .unbounded(let z, let direction):
      return .unbounded(point: point(z), direction: point(direction))
    case .optimal(let z, let y):
      let x = point(z)
      let bounding = multipliers(y, combiningTo: goalSign * program.objective)
      return .optimal(
        value: program.objective.dot(x) + program.offset, point: x,
        multipliers: goalSign * bounding)
    }
  }

  private func point(_ z: [Rational]) -> Vector<Rational> {
    var x: Vector<Rational> = .zeros(program.objective.count)
    for (column, value) in zip(columns, z) { x[column.variable] += column.sign * value }
    return x
  }

  /// Multipliers of all constraints: those of xⱼ ≥ 0 make up what the others lack.
  private func multipliers(
    _ y: [Rational], combiningTo target: Vector<Rational>
  ) -> Vector<Rational> {
    var all: Vector<Rational> = .zeros(program.constraints.count)
    var lack = target
    for (row, value) in zip(rows, y) where value != 0 {
      all[row.constraint] += row.sign * value
      lack = lack - row.sign * value * program.constraints[row.constraint].coefficients
    }
    for (variable, constraint) in signs {
      all[constraint] = lack[variable] / program.constraints[constraint].coefficients[variable]
    }
    return all
  }
}

extension LinearProgram.Constraint {
  /// The variable that the constraint says is not negative, if it says no more.
  fileprivate var nonNegativeVariable: Int? {
    let used = coefficients.indices.filter { coefficients[$0] != 0 }
    guard bound == 0, used.count == 1, relation != .equal else { return nil }
    return (coefficients[used[0]] > 0) == (relation == .atLeast) ? used[0] : nil
  }
}
