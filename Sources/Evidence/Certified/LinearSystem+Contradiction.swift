import MathCore

extension LinearSystem {
  /// Whether no numbers satisfy all rows, the strict ones strictly: by the largest distance that a
  /// linear program finds from the borders of these.
  var isContradictory: Bool {
    let distance = variables.count
    func extended(_ coefficients: Vector<Rational>, _ last: Rational) -> Vector<Rational> {
      Vector(Array(coefficients) + [last])
    }
    var constraints = rows.map { row in
      let part: Rational = row.isStrict ? (row.relation == .less ? 1 : -1) : 0
      let closed = row.constraint
      return LinearProgram.Constraint(
        extended(closed.coefficients, part), closed.relation, closed.bound)
    }
    let unit: Vector<Rational> = .unit(distance, of: distance + 1)
    constraints.append(LinearProgram.Constraint(unit, .atMost, 1))
    let program = LinearProgram(
      .maximize, unit, subjectTo: constraints, names: variables.map(\.name) + ["distance"])
    switch program.solution() {
    case .infeasible: return true
    case .optimal(let largest, _, _): return largest <= 0
    case .unbounded, nil: return false
    }
  }
}
