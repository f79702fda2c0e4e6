// A = UΣVᵀ of machine matrices, and what is read off it: norm, numerical rank, pseudo-inverse.

/// A = UΣVᵀ in the thin form: k = min(m, n) singular values.
public struct SingularValueDecomposition: Sendable {
  /// m × k: orthonormal columns, the left singular vectors.
  public let u: Matrix<Double>
  /// σ₁ ≥ σ₂ ≥ … ≥ 0.
  public let singularValues: Vector<Double>
  /// n × k (**not** transposed): orthonormal columns, the right singular vectors.
  public let v: Matrix<Double>

  /// UΣVᵀ.
  public var product: Matrix<Double> { u * .diagonal(singularValues) * v.transpose }

  /// max(m, n) 2⁻⁵² σ₁: computed singular values are wrong by about as much, so that one below it
  /// may be that of a 0.
  public var defaultTolerance: Double {
    Double(Swift.max(u.rows, v.rows)) * 0x1p-52 * (singularValues.first ?? 0)
  }

  /// How many singular values are larger than `tolerance`, ``defaultTolerance`` if none is given.
  public func rank(tolerance: Double? = nil) -> Int {
    let tolerance = checked(tolerance)
    return singularValues.prefix { $0 > tolerance }.count
  }

  /// A⁺ = Σ vᵢuᵢᵀ/σᵢ over the singular values larger than `tolerance`; see
  /// ``Matrix/pseudoInverse(tolerance:)``.
  public func pseudoInverse(tolerance: Double? = nil) -> Matrix<Double> {
    let (weights, exponent) = inverseWeights(rank(tolerance: tolerance))
    let left = Matrix(rows: v.rows, columns: weights.count) { v[$0, $1] * weights[$1] }
    let right = Matrix(rows: weights.count, columns: u.rows) { u[$1, $0] }
    return (left * right).map { machineScale($0, -exponent) }
  }

  /// A⁺b; see ``Matrix/leastSquares(_:tolerance:)``.
  public func leastSquares(_ b: Vector<Double>, tolerance: Double? = nil) -> Vector<Double> {
    require(
      b.count == u.rows, "a system of \(u.rows) equations has a right-hand side of \(b.count)")
    require(b.allSatisfy(\.isFinite), "the right-hand side of a least squares problem is \(b)")
    let (weights, exponent) = inverseWeights(rank(tolerance: tolerance))
    let size = (b.map(\.magnitude).max() ?? 0).exponentOrZero
    let small = b.map { machineScale($0, -size) }
    var solution = Vector<Double>.zeros(v.rows)
    for (index, weight) in weights.enumerated() {
      solution += (u.column(index).dot(small) * weight) * v.column(index)
    }
    return solution.map { machineScale($0, size - exponent) }
  }

  /// 2ᵉ/σᵢ, which are at most 1, and e: nothing overflows before the result does.
  private func inverseWeights(_ rank: Int) -> (weights: [Double], exponent: Int) {
    guard rank > 0 else { return ([], 0) }
    let exponent = Int(singularValues[rank - 1].exponent)
    let one = machineScale(1, exponent)
    return (singularValues.prefix(rank).map { one / $0 }, exponent)
  }

  private func checked(_ tolerance: Double?) -> Double {
    guard let tolerance else { return defaultTolerance }
    require(tolerance >= 0, "a tolerance of \(tolerance) for singular values")
    return tolerance
  }
}

extension Matrix where Element == Double {
  /// A = UΣVᵀ (LAPACK's `dgesvd`).
  ///
  /// Normwise backward stable: UΣVᵀ = A + E for factors U, V that are within p 2⁻⁵³ of orthonormal
  /// ones, with ‖E‖₂ ≤ p 2⁻⁵³ σ₁, where p grows modestly with the shape (LAPACK Users' Guide, 3rd
  /// ed., section 4.9). So each singular value is right to p 2⁻⁵³ **σ₁**: small ones have few right
  /// digits. Vectors of neighbouring singular values may turn into each other; signs are LAPACK's.
  ///
  /// Of a matrix without rows or columns there are no singular values. Reproducibility as for
  /// ``qrDecomposition``.
  ///
  /// - Precondition: all entries are finite, and σ₁ is not beyond the largest number.
  public var singularValueDecomposition: SingularValueDecomposition {
    let (a, exponent) = normalized(for: "singular value decomposition")
    guard !entries.isEmpty else {
      return SingularValueDecomposition(
        u: .zeros(rows, 0), singularValues: [], v: .zeros(columns, 0))
    }
    let (u, values, vTransposed) = LAPACK.singularValueDecomposition(a)
    return SingularValueDecomposition(
      u: u.matrix, singularValues: Self.rescaled(values, exponent), v: vTransposed.matrix.transpose)
  }

  /// σ₁ ≥ σ₂ ≥ … ≥ 0, min(m, n) of them; errors as for ``singularValueDecomposition``.
  ///
  /// - Precondition: all entries are finite, and σ₁ is not beyond the largest number.
  public var singularValues: Vector<Double> {
    let (a, exponent) = normalized(for: "singular values")
    return entries.isEmpty ? [] : Self.rescaled(LAPACK.singularValues(a), exponent)
  }

  /// σ₁, the largest of ‖Ax‖ for ‖x‖ = 1; 0 for the empty matrix.
  ///
  /// - Precondition: all entries are finite, and the norm is not beyond the largest number.
  public var spectralNorm: Double { singularValues.first ?? 0 }

  /// How many singular values are larger than `tolerance`; if none is given, larger than
  /// max(m, n) 2⁻⁵² σ₁, the size of their errors.
  ///
  /// It is the rank of *some* matrix as near to A as rounding is; ``rank`` of an exact matrix is
  /// its rank.
  ///
  /// - Precondition: all entries are finite, σ₁ is not beyond the largest number, `tolerance >= 0`.
  public func numericalRank(tolerance: Double? = nil) -> Int {
    singularValueDecomposition.rank(tolerance: tolerance)
  }

  /// The Moore–Penrose inverse A⁺, n × m, of the matrix in which singular values up to `tolerance`
  /// (max(m, n) 2⁻⁵² σ₁ if none is given) are taken for 0.
  ///
  /// The cutoff is what it stands and falls with: A⁺ is not continuous where the rank changes, and
  /// 1/σ of a singular value that is nothing but rounding would drown the rest. If the rank is that
  /// of A, the error is about p 2⁻⁵³ κ ‖A⁺‖, κ = σ₁/σᵣ, and the four laws (AA⁺A = A, A⁺AA⁺ = A⁺,
  /// AA⁺ and A⁺A symmetric) hold up to p 2⁻⁵³ κ times ‖A‖, ‖A⁺‖ and 1 (P.-Å. Wedin, "Perturbation
  /// theory for pseudo-inverses", 1973). Exactly they hold for ``pseudoInverse`` of an exact
  /// matrix.
  ///
  /// Zeros for an empty matrix and for one of zeros. Entries too large are infinite.
  ///
  /// - Precondition: all entries are finite, σ₁ is not beyond the largest number, `tolerance >= 0`.
  public func pseudoInverse(tolerance: Double? = nil) -> Matrix {
    singularValueDecomposition.pseudoInverse(tolerance: tolerance)
  }

  /// Of all x for which ‖Ax − b‖ is least, the shortest: A⁺b, without forming A⁺.
  ///
  /// Singular values up to `tolerance` are taken for 0, as in ``pseudoInverse(tolerance:)``.
  ///
  /// - Precondition: all entries are finite, b has one for each row, `tolerance >= 0`.
  public func leastSquares(_ b: Vector<Double>, tolerance: Double? = nil) -> Vector<Double> {
    singularValueDecomposition.leastSquares(b, tolerance: tolerance)
  }

  private static func rescaled(_ values: [Double], _ exponent: Int) -> Vector<Double> {
    let scaled = Vector(values.map { machineScale($0, exponent) })
    require(
      scaled.allSatisfy(\.isFinite), "the largest singular value is too large for machine numbers")
    return scaled
  }
}
