import MathCore
import Records

/// Linear comparisons over some variables, their spans among them, as rows of numbers.
final class LinearSystem {
  struct Row {
    var coefficients: Vector<Rational>
    var relation: RelationSign
    var bound: Rational

    var isStrict: Bool { relation.isStrict }

    /// The row as a closed constraint.
    var constraint: LinearProgram.Constraint {
      let closed: LinearProgram.Relation =
        switch relation {
        case .equal: .equal
        case .lessOrEqual, .less: .atMost
        case .greaterOrEqual, .greater: .atLeast
        }
      return .init(coefficients, closed, bound)
    }
  }

  let variables: [Variable]
  private(set) var rows: [Row] = []

  /// - Parameter variables: the columns; what their spans say becomes rows.
  init(_ variables: [Variable]) {
    self.variables = variables
    for (index, variable) in variables.enumerated() {
      let unit: Vector<Rational> = .unit(index, of: variables.count)
      if let lower = variable.span.lower {
        let sign: RelationSign = variable.span.isOpenBelow ? .greater : .greaterOrEqual
        rows.append(Row(coefficients: unit, relation: sign, bound: lower))
      }
      if let upper = variable.span.upper {
        rows.append(Row(coefficients: unit, relation: .lessOrEqual, bound: upper))
      }
    }
  }

  /// Adds a comparison.
  ///
  /// - Precondition: it is linear.
  func add(_ comparison: Comparison) {
    guard let row = row(comparison) else {
      fatalError("the constraint \(comparison.tex) is not linear")
    }
    rows.append(row)
  }

  /// Adds a comparison if it is linear.
  func addIfLinear(_ comparison: Comparison) {
    if let row = row(comparison) { rows.append(row) }
  }

  private func row(_ comparison: Comparison) -> Row? {
    guard let left = linear(comparison.left), let right = linear(comparison.right) else {
      return nil
    }
    return Row(
      coefficients: left.coefficients - right.coefficients, relation: comparison.relation,
      bound: right.constant - left.constant)
  }

  /// The coefficients of a formula that is linear in the variables.
  func linear(_ node: Node) -> (coefficients: Vector<Rational>, constant: Rational)? {
    guard !node.mayBeComplex else { return nil }
    var coefficients: Vector<Rational> = .zeros(variables.count)
    var constant = Rational.zero
    for (monomial, factor) in LaurentPolynomial(node).terms {
      if monomial.powers.isEmpty {
        constant = factor
      } else if case .variable(let variable)? = monomial.singleAtom?.kind,
        let index = variables.firstIndex(of: variable)
      {
        coefficients[index] = factor
      } else {
        return nil
      }
    }
    return (coefficients, constant)
  }
}
