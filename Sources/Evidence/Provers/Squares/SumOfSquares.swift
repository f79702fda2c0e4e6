import MathCore

/// A polynomial as Σ w q² + Σ λ h with w > 0 and λ ≥ 0: then it is not negative where no h is.
///
/// Found by a search in machine arithmetic, rounded to simple fractions, and accepted only if the
/// sum, expanded in fractions, is the polynomial.
struct SumOfSquares {
  struct Square {
    var weight: Rational
    var root: MultivariatePolynomial
  }
  private(set) var squares: [Square] = []
  /// Factors of the helpers, in their order.
  private(set) var multipliers: [Rational] = []

  /// - Parameter helpers: polynomials that are not negative where the goal is claimed not to be.
  init?(of goal: MultivariatePolynomial, helpers: [MultivariatePolynomial]) {
    guard let count = goal.terms.keys.first?.count, count <= 6 else { return nil }
    let scale = goal.terms.values.map(\.magnitude).max() ?? 1
    let goal = goal * (1 / scale)
    let support = Set(goal.terms.keys).union(helpers.flatMap(\.terms.keys))
    let monomials = SquareBasis.blocks(for: support)
    guard monomials.map(\.count).reduce(0, +) <= Self.largestBasis else { return nil }
    var blocks = monomials.map { $0.map { MultivariatePolynomial([$0: 1]) } }
    var kept = Array(helpers.indices)
    let zeros = Self.zeros(of: goal, helpers, count)
    blocks = blocks.map { Self.vanishing($0, at: zeros) }.filter { !$0.isEmpty }
    kept.removeAll { index in zeros.contains { helpers[index].value(at: $0) > 0 } }
    let used = kept.map { helpers[$0] }
    guard let system = GramSystem(goal: goal, blocks: blocks, helpers: used),
      let solution = Self.solution(of: system)
    else { return nil }
    for (matrix, basis) in zip(system.matrices(solution), blocks) {
      guard let found = matrix.positiveSquares else { return nil }
      squares += zip(found.weights, found.vectors).map { weight, vector in
        let root = zip(vector, basis).reduce(MultivariatePolynomial()) { $0 + $1.1 * $1.0 }
        return Square(weight: weight * scale, root: root)
      }
    }
    multipliers = helpers.map { _ in 0 }
    for (index, value) in zip(kept, system.multipliers(solution)) {
      multipliers[index] = value * scale
    }
    guard proves(goal * scale, helpers) else { return nil }
  }

  /// The whole proof, whatever was found how.
  func proves(_ goal: MultivariatePolynomial, _ helpers: [MultivariatePolynomial]) -> Bool {
    let sum = squares.reduce(MultivariatePolynomial()) { $0 + $1.root * $1.root * $1.weight }
    let rest = zip(multipliers, helpers).reduce(MultivariatePolynomial()) { $0 + $1.1 * $1.0 }
    return squares.allSatisfy { $0.weight > 0 } && multipliers.allSatisfy { $0 >= 0 }
      && sum + rest == goal
  }

  private static let largestBasis = 30
}

extension SumOfSquares {
  /// Where the polynomial is 0 every square is, which the search could only approach: such points
  /// are found first, among small numbers.
  private static func zeros(
    of goal: MultivariatePolynomial, _ helpers: [MultivariatePolynomial], _ count: Int
  ) -> [[Rational]] {
    let variables = (0..<count).map { Variable("x_{\($0)}", .reals) }
    var zeros: [[Rational]] = []
    SimplePoints.visit(variables, 0..<1_500) { point in
      if goal.value(at: point) == 0, helpers.allSatisfy({ $0.value(at: point) >= 0 }) {
        zeros.append(point)
      }
      return zeros.count < 40
    }
    return zeros
  }

  /// A basis of the combinations that vanish at the points.
  private static func vanishing(_ basis: [MultivariatePolynomial], at points: [[Rational]])
    -> [MultivariatePolynomial]
  {
    guard !points.isEmpty else { return basis }
    let values = points.map { point in basis.map { $0.value(at: point) } }
    return RowEchelon.nullSpace(of: values, columns: basis.count).map { factors in
      zip(factors, basis).reduce(MultivariatePolynomial()) { $0 + $1.1 * $1.0 }
    }
  }

  /// An exact solution with semidefinite matrices: the simplest that rounding gives.
  private static func solution(of system: GramSystem) -> [Rational]? {
    if system.free.isEmpty { return system.accepted([]) }
    let search = ConeSearch(system)
    for margin in [0.1, 1e-2, 1e-3, 1e-5, 0] {
      guard let values = search.freeUnknowns(margin: margin) else { continue }
      for digits in [1, 2, 3, 5, 8, 11] {
        let width = 1 / Rational(10).power(digits)
        let rounded = values.map { value -> Rational in
          guard let exact = Rational(exactly: value) else { return 0 }
          return .simplest(from: exact - width, to: exact + width)
        }
        if let solution = system.accepted(rounded) { return solution }
      }
    }
    return nil
  }
}

extension GramSystem {
  /// The solution with these free unknowns if it proves anything.
  fileprivate func accepted(_ values: [Rational]) -> [Rational]? {
    let solution = solution(values)
    guard multipliers(solution).allSatisfy({ $0 >= 0 }),
      matrices(solution).allSatisfy({ $0.positiveSquares != nil })
    else { return nil }
    return solution
  }
}

extension Matrix where Element == Rational {
  /// The matrix as a sum of weighted squares, if it is positive semidefinite.
  fileprivate var positiveSquares: SquareDecomposition? {
    switch definiteness {
    case .positive(let squares), .semidefinite(let squares, _): squares
    case .notPositive: nil
    }
  }
}
