// Whether xᵀAx can be negative, settled by elimination without fractions.
//
// A symmetric matrix becomes a sum of weighted squares A = Σ wₖ vₖvₖᵀ with wₖ > 0, or gives an x
// with xᵀAx < 0. Bareiss's elimination keeps every intermediate entry an integer, a minor of A
// (E. H. Bareiss, Math. Comp. 22, 1968); a singular matrix is no special case, because any
// positive diagonal entry may be the next pivot.

/// A = Σ wₖ vₖvₖᵀ with every wₖ > 0: then xᵀAx = Σ wₖ (vₖᵀx)² ≥ 0.
public struct SquareDecomposition: Sendable {
  public let weights: [Rational]
  public let vectors: [Vector<Rational>]
  /// The entry at which vector k is not zero while all later vectors are: the vectors are linearly
  /// independent, so there are as many as A has rank.
  public let pivots: [Int]

  /// Σ wₖ vₖvₖᵀ, n × n.
  public func product(_ n: Int) -> Matrix<Rational> {
    zip(weights, vectors).reduce(Matrix.zeros(n, n)) { $0 + $1.0 * Matrix.outer($1.1, $1.1) }
  }
}

/// What the form xᵀAx does.
public enum Definiteness: Sendable {
  /// xᵀAx > 0 for every x ≠ 0.
  case positive(SquareDecomposition)
  /// xᵀAx ≥ 0 for every x, and 0 at `null`, which is not 0.
  case semidefinite(SquareDecomposition, null: Vector<Rational>)
  /// `direction` has xᵀAx < 0.
  case notPositive(direction: Vector<Rational>)
}

extension Matrix where Element == Rational {
  /// Whether xᵀAx can be negative or zero, with what shows it.
  ///
  /// - Precondition: the matrix is symmetric.
  public var definiteness: Definiteness {
    requireSymmetric()
    var elimination = SymmetricElimination(self)
    elimination.run()
    return elimination.result
  }
}

/// Bareiss's elimination of a symmetric integer matrix with pivots from the diagonal.
private struct SymmetricElimination {
  /// A = rest / scale at first; later the last pivot times what is left of it after elimination.
  private var rest: Matrix<Rational>
  private let scale: Rational
  private var lastPivot = Rational.one
  private var open: [Int]
  private var weights: [Rational] = []
  private var vectors: [Vector<Rational>] = []
  private var pivots: [Int] = []

  init(_ matrix: Matrix<Rational>) {
    scale = matrix.entries.reduce(1) { $0.lowestCommonMultiple(ofDenominatorOf: $1) }
    let factor = scale
    rest = matrix.map { $0 * factor }
    open = Array(0..<matrix.rows)
  }

  mutating func run() {
    while open.allSatisfy({ rest[$0, $0] >= 0 }),
      let pivot = open.first(where: { rest[$0, $0] > 0 })
    {
      eliminate(pivot)
    }
  }

  private mutating func eliminate(_ pivot: Int) {
    let top = rest[pivot, pivot]
    let row = rest.row(pivot)
    weights.append(1 / (top * lastPivot * scale))
    vectors.append(row)
    pivots.append(pivot)
    open.removeAll { $0 == pivot }
    for i in open {
      for j in open where j <= i {
        let entry = (top * rest[i, j] - row[i] * row[j]) / lastPivot
        rest[i, j] = entry
        rest[j, i] = entry
      }
    }
    for i in 0..<rest.rows {
      rest[pivot, i] = 0
      rest[i, pivot] = 0
    }
    lastPivot = top
  }

  var result: Definiteness {
    let squares = SquareDecomposition(weights: weights, vectors: vectors, pivots: pivots)
    if let direction = negativeDirection { return .notPositive(direction: completed(direction)) }
    guard let free = open.first else { return .positive(squares) }
    return .semidefinite(squares, null: completed([free: 1]))
  }

  /// Entries, among those without a pivot, of a direction in which what is left is negative.
  private var negativeDirection: [Int: Rational]? {
    for i in open where rest[i, i] < 0 { return [i: 1] }
    // The diagonal is zero: with x = e_i − t e_j the form is −2t r_ij.
    for i in open {
      for j in open where j < i && rest[i, j] != 0 {
        return [i: 1, j: rest[i, j] > 0 ? -1 : 1]
      }
    }
    return nil
  }

  /// The vector with these free entries that every square vanishes on, in lowest integer terms.
  private func completed(_ free: [Int: Rational]) -> Vector<Rational> {
    var x = Vector(repeating: Rational.zero, count: rest.rows)
    for (index, value) in free { x[index] = value }
    for (pivot, vector) in zip(pivots, vectors).reversed() {
      x[pivot] = -(vector.dot(x) / vector[pivot])
    }
    let scale = x.reduce(Rational.one) { $0.lowestCommonMultiple(ofDenominatorOf: $1) }
    return scale * x
  }
}

extension Rational {
  /// The least positive multiple of this integer by the denominator of another number.
  func lowestCommonMultiple(ofDenominatorOf other: Rational) -> Rational {
    // The denominator of other·self is what self lacks.
    guard let missing = Rational((self * other).denominator) else { return self }
    return self * missing
  }
}
