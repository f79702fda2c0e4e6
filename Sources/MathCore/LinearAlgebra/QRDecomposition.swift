// A = QR of machine matrices, by Householder reflections; without and with column pivoting.
//
// Of an exact matrix the triangular factor has square roots; ``Matrix/ldl()`` of AᵀA does without.

/// A = QR: orthonormal columns times an upper triangle.
public struct QRDecomposition: Sendable {
  /// m × k with k = min(m, n): orthonormal columns.
  public let q: Matrix<Double>
  /// k × n: exact zeros below the diagonal, and no negative number on it.
  public let r: Matrix<Double>

  /// QR.
  public var product: Matrix<Double> { q * r }
}

/// AP = QR with P a permutation of the columns such that the diagonal of R does not increase.
public struct PivotedQRDecomposition: Sendable {
  /// m × k with k = min(m, n): orthonormal columns.
  public let q: Matrix<Double>
  /// k × n: exact zeros below the diagonal, and no negative number on it.
  public let r: Matrix<Double>
  /// Column j of QR is column `permutation[j]` of A, so QR is about
  /// `a.selectingColumns(permutation)`.
  public let permutation: [Int]

  /// QRPᵀ, which is A again: columns in their own order.
  public var product: Matrix<Double> {
    var positions = permutation
    for (position, column) in permutation.enumerated() { positions[column] = position }
    return (q * r).selectingColumns(positions)
  }
}

extension Matrix where Element == Double {
  /// A = QR by Householder reflections (LAPACK's `dgeqrf`), in the thin form.
  ///
  /// Normwise backward stable: for some matrix Q̃ with exactly orthonormal columns, Q̃R = A + E
  /// with each column of E at most γ times that of A, and ‖Q − Q̃‖_F ≤ √k γ, where γ = c m k 2⁻⁵³
  /// with a small constant c (N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd
  /// ed., theorem 19.4). Q and R themselves may be far from those of A if A is ill-conditioned.
  ///
  /// The diagonal of R is not negative, which makes the factors unique if A has full column rank.
  /// Of a matrix without rows or columns both factors are empty.
  ///
  /// The same bits in every run: OpenBLAS is held to one thread, because sums of several depend on
  /// how many there are. Its kernels differ in the last places from one kind of processor to
  /// another; an article is run with one that all have. (Accelerate promises neither.)
  ///
  /// - Precondition: all entries are finite, and no column's norm is beyond the largest number.
  public var qrDecomposition: QRDecomposition {
    var (a, exponent) = normalized(for: "QR decomposition")
    let factors = entries.isEmpty ? [] : LAPACK.householderQR(&a)
    let (q, r) = Self.orthogonalAndTriangular(a, factors)
    return QRDecomposition(q: q, r: r.scaled(by: exponent, for: "QR decomposition"))
  }

  /// AP = QR, where every step takes the column of largest norm that is left (LAPACK's `dgeqp3`;
  /// P. Businger, G. H. Golub, 1965).
  ///
  /// Up to rounding r²ₖₖ ≥ Σ_{i = k}^{j} r²ᵢⱼ for every j ≥ k, so the diagonal does not increase.
  /// Its size says little of singular values: on Kahan's matrices the last one is larger than σₙ
  /// by a factor that grows exponentially. Equal norms make P a matter of rounding.
  ///
  /// Errors, signs, empty matrices and reproducibility as for ``qrDecomposition``.
  ///
  /// - Precondition: all entries are finite, and no column's norm is beyond the largest number.
  public var pivotedQRDecomposition: PivotedQRDecomposition {
    var (a, exponent) = normalized(for: "QR decomposition")
    let (factors, permutation) =
      entries.isEmpty ? ([], Array(0..<columns)) : LAPACK.pivotedHouseholderQR(&a)
    let (q, r) = Self.orthogonalAndTriangular(a, factors)
    return PivotedQRDecomposition(
      q: q, r: r.scaled(by: exponent, for: "QR decomposition"), permutation: permutation)
  }

  /// Both factors from the compact form, signs turned so that the diagonal is not negative.
  private static func orthogonalAndTriangular(
    _ compact: ColumnMajor, _ factors: [Double]
  ) -> (q: Matrix, r: Matrix) {
    let count = Swift.min(compact.rows, compact.columns)
    let upper = compact.matrix
    var vectors = compact.prefix(columns: count)
    if count > 0 { LAPACK.formOrthogonal(&vectors, factors: factors) }
    let q = vectors.matrix
    let turns = (0..<count).map { upper[$0, $0] < 0 }
    // 0 − x, because −x would turn zeros into negative ones.
    return (
      Matrix(rows: compact.rows, columns: count) { turns[$1] ? 0 - q[$0, $1] : q[$0, $1] },
      Matrix(rows: count, columns: compact.columns) {
        $0 > $1 ? 0 : turns[$0] ? 0 - upper[$0, $1] : upper[$0, $1]
      }
    )
  }
}
