// A = QΛQᵀ of symmetric machine matrices.

/// A = QΛQᵀ for a symmetric A.
public struct SymmetricEigendecomposition: Sendable {
  /// λ₁ ≤ λ₂ ≤ … ≤ λₙ.
  public let eigenvalues: Vector<Double>
  /// n × n, orthonormal: column k is an eigenvector for `eigenvalues[k]`.
  public let eigenvectors: Matrix<Double>

  /// QΛQᵀ.
  public var product: Matrix<Double> {
    eigenvectors * .diagonal(eigenvalues) * eigenvectors.transpose
  }
}

extension Matrix where Element == Double {
  /// A = QΛQᵀ of a symmetric matrix (LAPACK's `dsyev`).
  ///
  /// Normwise backward stable: every eigenvalue is right to about n 2⁻⁵³ times the **largest**
  /// magnitude, so a small one may have the wrong sign: whether A is semidefinite is decided by
  /// ``isPositiveSemidefinite`` of an exact matrix only. Vectors of neighbouring eigenvalues may
  /// turn into each other; signs are LAPACK's. Reproducibility as for ``qrDecomposition``.
  ///
  /// - Precondition: the matrix is symmetric, exactly; all entries are finite, and no eigenvalue is
  ///   beyond the largest number.
  public var symmetricEigendecomposition: SymmetricEigendecomposition {
    var (a, exponent) = normalized(for: "eigenvalues")
    requireSymmetric()
    guard !entries.isEmpty else {
      return SymmetricEigendecomposition(eigenvalues: [], eigenvectors: .zeros(0, 0))
    }
    let values = LAPACK.symmetricEigenvalues(&a).map { machineScale($0, exponent) }
    require(values.allSatisfy(\.isFinite), "an eigenvalue is too large for machine numbers")
    return SymmetricEigendecomposition(eigenvalues: Vector(values), eigenvectors: a.matrix)
  }
}
