import MathCore

/// The linear equations between the coefficients of a polynomial and the entries of the matrices
/// G in Σ bᵀGb + Σ λh, solved exactly: every solution is `particular` plus a combination of
/// `directions`, whose factors are the values of the free unknowns themselves.
struct GramSystem {
  /// The polynomials in each block's b.
  let blocks: [[MultivariatePolynomial]]
  /// Polynomials h that are not negative where the inequality is claimed.
  let helpers: [MultivariatePolynomial]
  let particular: [Rational]
  let directions: [[Rational]]
  /// The unknowns that may be chosen, one for each direction.
  let free: [Int]

  /// One entry of a block's upper triangle; unknowns are these in order, then the λ.
  struct Entry {
    var block: Int
    var row: Int
    var column: Int
  }
  let entries: [Entry]

  /// - Returns: `nil` if the equations contradict each other, or there are too many.
  init?(
    goal: MultivariatePolynomial, blocks: [[MultivariatePolynomial]],
    helpers: [MultivariatePolynomial]
  ) {
    self.blocks = blocks
    self.helpers = helpers
    entries = blocks.enumerated().flatMap { number, basis in
      basis.indices.flatMap { row in
        (row..<basis.count).map { Entry(block: number, row: row, column: $0) }
      }
    }
    let columns =
      entries.map { entry in
        let basis = blocks[entry.block]
        let product = basis[entry.row] * basis[entry.column]
        return entry.row == entry.column ? product : product * 2
      } + helpers
    guard columns.count <= Self.limit else { return nil }
    let monomials = Set((columns + [goal]).flatMap(\.terms.keys))
    let rows = monomials.map { monomial in
      (columns + [goal]).map { $0.terms[monomial] ?? 0 }
    }
    let count = columns.count
    let form = RowEchelon(rows, columns: count)
    guard form.remainder.isEmpty else { return nil }
    var particular = [Rational](repeating: 0, count: count)
    for (row, pivot) in zip(form.rows, form.pivots) { particular[pivot] = row[count] }
    self.particular = particular
    let chosen = (0..<count).filter { !form.pivots.contains($0) }
    free = chosen
    directions = chosen.map { column in
      var direction = [Rational](repeating: 0, count: count)
      direction[column] = 1
      for (row, pivot) in zip(form.rows, form.pivots) { direction[pivot] = -row[column] }
      return direction
    }
  }

  /// Unknowns that a system may have.
  private static let limit = 400

  /// The solution with these values of the free unknowns.
  func solution(_ values: [Rational]) -> [Rational] {
    zip(values, directions).reduce(particular) { solution, choice in
      choice.0 == 0 ? solution : zip(solution, choice.1).map { $0 + choice.0 * $1 }
    }
  }

  /// The matrices in a solution.
  func matrices(_ solution: [Rational]) -> [Matrix<Rational>] {
    var matrices = blocks.map { Matrix<Rational>.zeros($0.count, $0.count) }
    for (entry, value) in zip(entries, solution) {
      matrices[entry.block][entry.row, entry.column] = value
      matrices[entry.block][entry.column, entry.row] = value
    }
    return matrices
  }

  /// The λ in a solution.
  func multipliers(_ solution: [Rational]) -> [Rational] { Array(solution[entries.count...]) }
}
