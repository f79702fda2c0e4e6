// A = LDLᵀ without square roots: decides definiteness over exact fields, and is its own
// certificate, for the product can be formed and compared.

/// L with ones on its diagonal, and the diagonal D.
public struct LDL<Element: Eliminable>: Sendable {
  /// n × n, lower triangular, ones on the diagonal.
  public let lower: Matrix<Element>
  public let diagonal: Vector<Element>

  /// L D Lᵀ.
  public var product: Matrix<Element> {
    lower * .diagonal(diagonal) * lower.transpose
  }

  /// Whether L D Lᵀ is `matrix`, entry for entry. Always so over ``Rational``; over `Double`
  /// rounding forbids.
  public func reproduces(_ matrix: Matrix<Element>) -> Bool { product == matrix }
}

extension LDL where Element: Scalar {
  /// Whether no entry of D is negative: xᵀAx = Σ dₖ(Lᵀx)ₖ² ≥ 0.
  public var isPositiveSemidefinite: Bool { diagonal.allSatisfy { $0 >= .zero } }

  /// Whether every entry of D is positive.
  public var isPositiveDefinite: Bool { diagonal.allSatisfy { $0 > .zero } }
}

extension Matrix where Element: Eliminable {
  /// The factorisation A = LDLᵀ of a symmetric matrix, without pivoting. Over ``Complex`` numbers
  /// Lᵀ is the transpose, not its conjugate: the matrix is symmetric, not Hermitian.
  ///
  /// `nil` if a pivot is 0 while its column is not, as for ((0, 1), (1, 0)): then no such
  /// factorisation exists, and a real A is indefinite. A zero column below a zero pivot is left as
  /// it is, so every positive semidefinite matrix over an exact field has one. Over `Double` it is
  /// not stable for indefinite matrices.
  ///
  /// - Precondition: the matrix is symmetric, exactly.
  public func ldl() -> LDL<Element>? {
    requireSymmetric()
    var rest = self
    var lower = Matrix.identity(rows)
    for k in 0..<rows {
      let pivot = rest[k, k]
      let below = (k + 1)..<Swift.max(rows, k + 1)
      if pivot == .zero {
        guard below.allSatisfy({ rest[$0, k] == .zero }) else { return nil }
        continue
      }
      for row in below { lower[row, k] = rest[row, k] / pivot }
      for row in below where lower[row, k] != .zero {
        for column in below { rest[row, column] -= lower[row, k] * rest[k, column] }
      }
    }
    return LDL(lower: lower, diagonal: Vector((0..<rows).map { rest[$0, $0] }))
  }

  func requireSymmetric() {
    require(isSquare, "a \(shape) matrix is not symmetric")
    for row in 0..<rows {
      for column in 0..<row {
        require(
          self[row, column] == self[column, row],
          "the matrix is not symmetric: entry (\(row), \(column)) is \(self[row, column]), "
            + "(\(column), \(row)) is \(self[column, row])")
      }
    }
  }
}

extension Matrix where Element: Exact {
  /// Whether xᵀAx ≥ 0 for every x, decided exactly by ``ldl()``.
  ///
  /// - Precondition: the matrix is symmetric.
  public var isPositiveSemidefinite: Bool { ldl()?.isPositiveSemidefinite ?? false }

  /// Whether xᵀAx > 0 for every x ≠ 0, decided exactly by ``ldl()``.
  ///
  /// - Precondition: the matrix is symmetric.
  public var isPositiveDefinite: Bool { ldl()?.isPositiveDefinite ?? false }
}
