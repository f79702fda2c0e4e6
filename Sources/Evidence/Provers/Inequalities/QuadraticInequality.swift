import MathCore
import Records

/// An inequality whose two sides differ by a polynomial of degree two, in any number of variables
/// or atoms: q(x) = (x, 1)ᵀ M (x, 1). Over all of ℝⁿ it is nowhere negative exactly when M is
/// positive semidefinite, and elimination says whether it is.
struct QuadraticInequality {
  private let law: Law
  private let variables: [Variable]
  private let isStrict: Bool
  /// The constant comes last.
  private let matrix: Matrix<Rational>

  /// Variables up to which a matrix is formed.
  private static let limit = 40

  /// - Parameter law: has one conclusion.
  /// - Returns: `nil` if the difference is of another kind.
  init?(_ law: Law) {
    guard law.conclusions.count == 1, let comparison = law.conclusions.first,
      comparison.relation != .equal, !comparison.left.mayBeComplex,
      !comparison.right.mayBeComplex,
      let numerator = ExpandedSign.numerator(of: comparison.slack)
    else { return nil }
    let terms = LaurentPolynomial(numerator).terms
    let variables = Array(Set(terms.keys.flatMap(\.node.freeVariables))).sorted {
      $0.order < $1.order
    }
    guard variables.count <= Self.limit else { return nil }
    var matrix = Matrix<Rational>.zeros(variables.count + 1, variables.count + 1)
    for (monomial, factor) in terms {
      guard let (row, column) = monomial.places(in: variables) else { return nil }
      matrix[row, column] += factor / 2
      matrix[column, row] += factor / 2
    }
    self.law = law
    self.variables = variables
    self.matrix = matrix
    isStrict = comparison.relation.isStrict
  }

  var answer: InequalityAnswer {
    switch matrix.definiteness {
    case .positive: return .proved
    // Pivots are taken from the constant last: one there is what the minimum comes to.
    case .semidefinite(let squares, _) where !isStrict || squares.pivots.contains(variables.count):
      return .proved
    case .semidefinite(_, let null): return refutation(along: null)
    case .notPositive(let direction): return refutation(along: direction)
    }
  }

  /// Points on the line through a direction, the far ones for directions at infinity.
  private func refutation(along direction: Vector<Rational>) -> InequalityAnswer {
    let evaluator = PointEvaluator(law)
    guard evaluator.variables == variables else { return .open }
    let last = direction[variables.count]
    let sizes = last == 0 ? [1, 10, 100, 10_000, 1_000_000] : [1 / last]
    for size in sizes {
      let point = direction.dropLast().map { size * $0 }
      guard zip(variables, point).allSatisfy({ $0.span.contains($1) }) else { continue }
      var simplifier = WitnessSimplifier(evaluator)
      if let witness = simplifier.simplify(point) { return .refuted(witness) }
    }
    return .open
  }
}

extension Monomial {
  /// Row and column of the coefficient: the two factors, or one and the constant.
  fileprivate func places(in variables: [Variable]) -> (Int, Int)? {
    var places: [Int] = []
    for (atom, power) in powers {
      guard case .variable(let v) = atom.kind, 1...2 ~= power,
        let place = variables.firstIndex(of: v)
      else { return nil }
      places += Array(repeating: place, count: power)
    }
    guard places.count <= 2 else { return nil }
    places += Array(repeating: variables.count, count: 2 - places.count)
    return (places[0], places[1])
  }
}
