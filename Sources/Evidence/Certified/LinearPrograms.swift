import MathCore
import Records

extension LinearProgram {
  /// A linear program from formulas: variables bring their spans along as constraints.
  ///
  /// ```swift
  /// let x = real("x", in: 0...), y = real("y", in: 0...)
  /// let program = LinearProgram(maximize: 3*x + 2*y, subjectTo: [x + y .<= 4, x + 3*y .<= 6])
  /// ```
  ///
  /// - Precondition: everything is linear, and no constraint is strict.
  public init(maximize objective: Formula, subjectTo constraints: [Law]) {
    self.init(.maximize, objective, constraints)
  }

  public init(minimize objective: Formula, subjectTo constraints: [Law]) {
    self.init(.minimize, objective, constraints)
  }

  private init(_ goal: Goal, _ objective: Formula, _ constraints: [Law]) {
    let comparisons = constraints.flatMap(\.conclusions)
    let nodes = [objective.node] + comparisons.flatMap { [$0.left, $0.right] }
    let variables = Set(nodes.flatMap(\.freeVariables)).sorted { $0.order < $1.order }
    let system = LinearSystem(variables)
    guard let goalRow = system.linear(objective.node) else {
      fatalError("the objective \(objective.tex) is not linear")
    }
    for comparison in comparisons { system.add(comparison) }
    if let strict = system.rows.first(where: { $0.isStrict }) {
      fatalError("a linear program has no strict constraints: \(strict.relation.rawValue)")
    }
    self.init(
      goal, goalRow.coefficients, offset: goalRow.constant,
      subjectTo: system.rows.map(\.constraint), names: variables.map(\.name))
  }
}

/// That the optimum of a linear program exists and is this value.
public func optimum(of program: LinearProgram, is value: Rational) -> Certifiable {
  var statement = Certifiable(
    tex: "\\\(program.goal == .maximize ? "max" : "min") \(program.tex) = \(value.tex)",
    method: "duality of linear programs", coverage: program.coverage
  ) {
    LinearProgramSettlement(program).optimum(value)
  }
  statement.shifted = { size in
    optimum(of: program, is: value == 0 ? size : value * (1 + size))
  }
  statement.damages = {
    program.constraints.indices.prefix(12).map { index in
      var other = program
      other.constraints.remove(at: index)
      return ("constraint \(index + 1) dropped", optimum(of: other, is: value))
    }
  }
  return statement
}

/// That no point satisfies the constraints of a linear program.
public func infeasible(_ program: LinearProgram) -> Certifiable {
  var statement = Certifiable(
    tex: "\\{\(program.constraintsTeX)\\} = \\varnothing", method: "Farkas's lemma",
    coverage: [Coverage(.universal, "every real $\(program.names.joined(separator: ", "))$")]
  ) {
    LinearProgramSettlement(program).infeasible
  }
  statement.damages = {
    program.constraints.indices.prefix(12).map { index in
      var other = program
      other.constraints.remove(at: index)
      return ("constraint \(index + 1) dropped", infeasible(other))
    }
  }
  return statement
}

/// That the objective of a linear program has no bound where the constraints hold.
public func unbounded(_ program: LinearProgram) -> Certifiable {
  Certifiable(
    tex: "\\\(program.goal == .maximize ? "sup" : "inf") \(program.tex) = "
      + (program.goal == .maximize ? "\\infty" : "-\\infty"),
    method: "a ray along which the objective grows", coverage: program.coverage
  ) {
    LinearProgramSettlement(program).unbounded
  }
}

extension LinearProgram {
  fileprivate var coverage: [Coverage] {
    let names = names.joined(separator: ", ")
    return [Coverage(.universal, "every real $\(names)$ that satisfies the constraints")]
  }

  /// The objective and, below it, what it is subject to.
  fileprivate var tex: String {
    let value = offset == 0 ? "" : (offset > 0 ? " + " : " - ") + offset.magnitude.tex
    return "\\{\(objective.combinationTeX(names))\(value) : \(constraintsTeX)\\}"
  }

  fileprivate var constraintsTeX: String {
    guard constraints.count <= 12 else {
      return "\(constraints.count) \\text{ constraints as computed}"
    }
    return constraints.map { row in
      let relation =
        switch row.relation {
        case .atMost: "\\le"
        case .equal: "="
        case .atLeast: "\\ge"
        }
      return "\(row.coefficients.combinationTeX(names)) \(relation) \(row.bound.tex)"
    }.joined(separator: ",\\ ")
  }
}

extension Vector where Element == Rational {
  /// `3x - y` for the coefficients 3 and −1.
  func combinationTeX(_ names: [String]) -> String {
    var text = ""
    for (coefficient, name) in zip(self, names) where coefficient != 0 {
      let size = coefficient.magnitude
      let sign = coefficient < 0 ? (text.isEmpty ? "-" : " - ") : text.isEmpty ? "" : " + "
      text += sign + (size == 1 ? "" : size.tex + "\\,") + name
    }
    return text.isEmpty ? "0" : text
  }
}
