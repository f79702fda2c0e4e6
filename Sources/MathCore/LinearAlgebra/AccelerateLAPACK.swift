// The routines of LAPACK as macOS has them, in Accelerate: Fortran's calling convention, with
// working space that each routine is asked about first. No matrix is empty here.

#if canImport(Accelerate)
  internal import Accelerate

  enum LAPACK {
    /// R in the upper triangle, below it the Householder vectors; returns their factors.
    static func householderQR(_ a: inout ColumnMajor) -> [Double] {
      var (m, n) = a.shape
      var (lead, factors) = (m, [Double](repeating: 0, count: Int(Swift.min(m, n))))
      call("dgeqrf") { work, size, status in
        _ = dgeqrf_(&m, &n, &a.entries, &lead, &factors, work, &size, &status)
      }
      return factors
    }

    /// The same with column pivoting: column j of the result was column `permutation[j]`.
    static func pivotedHouseholderQR(
      _ a: inout ColumnMajor
    ) -> (factors: [Double], permutation: [Int]) {
      var (m, n) = a.shape
      var (lead, factors) = (m, [Double](repeating: 0, count: Int(Swift.min(m, n))))
      // 0 marks a column that may be moved; the result counts from 1.
      var pivots = [Int32](repeating: 0, count: Int(n))
      call("dgeqp3") { work, size, status in
        _ = dgeqp3_(&m, &n, &a.entries, &lead, &pivots, &factors, work, &size, &status)
      }
      return (factors, pivots.map { Int($0) - 1 })
    }

    /// Overwrites Householder vectors with as many columns of the product of their reflections.
    static func formOrthogonal(_ a: inout ColumnMajor, factors: [Double]) {
      var (m, n) = a.shape
      var (lead, count, factors) = (m, Int32(factors.count), factors)
      call("dorgqr") { work, size, status in
        _ = dorgqr_(&m, &n, &count, &a.entries, &lead, &factors, work, &size, &status)
      }
    }

    /// The singular values in descending order.
    static func singularValues(_ a: ColumnMajor) -> [Double] {
      var (a, (m, n)) = (a, a.shape)
      var values = [Double](repeating: 0, count: Int(Swift.min(m, n)))
      var (lead, one, none) = (m, Int32(1), CChar(UInt8(ascii: "N")))
      var (alsoNone, left, right) = (none, [0.0], [0.0])
      var alsoOne = one
      call("dgesvd") { work, size, status in
        _ = dgesvd_(
          &none, &alsoNone, &m, &n, &a.entries, &lead, &values, &left, &one, &right, &alsoOne,
          work, &size, &status)
      }
      return values
    }

    /// A = U Σ Vᵀ with min(m, n) columns of U and rows of Vᵀ.
    static func singularValueDecomposition(
      _ a: ColumnMajor
    ) -> (u: ColumnMajor, values: [Double], vTransposed: ColumnMajor) {
      var (a, (m, n)) = (a, a.shape)
      var count = Swift.min(m, n)
      var u = ColumnMajor(rows: Int(m), columns: Int(count))
      var vTransposed = ColumnMajor(rows: Int(count), columns: Int(n))
      var values = [Double](repeating: 0, count: Int(count))
      var (lead, leadOfU, some) = (m, m, CChar(UInt8(ascii: "S")))
      var alsoSome = some
      call("dgesvd") { work, size, status in
        _ = dgesvd_(
          &some, &alsoSome, &m, &n, &a.entries, &lead, &values, &u.entries, &leadOfU,
          &vTransposed.entries, &count, work, &size, &status)
      }
      return (u, values, vTransposed)
    }

    /// The eigenvalues of a symmetric matrix in ascending order; overwrites it with eigenvectors.
    static func symmetricEigenvalues(_ a: inout ColumnMajor) -> [Double] {
      var n = a.shape.rows
      var values = [Double](repeating: 0, count: Int(n))
      var (lead, vectors, lower) = (n, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")))
      call("dsyev") { work, size, status in
        _ = dsyev_(
          &vectors, &lower, &n, &a.entries, &lead, &values, work, &size, &status)
      }
      return values
    }

    /// Asks for the size of the working space, then does the work.
    private static func call(
      _ name: String,
      _ routine: (UnsafeMutablePointer<Double>, inout Int32, inout Int32) -> Void
    ) {
      var (query, status, size) = (-1 as Int32, 0 as Int32, 0.0)
      routine(&size, &query, &status)
      var (count, work) = (Int32(size), [Double](repeating: 0, count: Swift.max(Int(size), 1)))
      if status == 0 { routine(&work, &count, &status) }
      // Arguments are checked by now; what is left is that an iteration did not converge.
      require(status == 0, "LAPACK's \(name) gave up with status \(status)")
    }
  }
#endif
