// The routines of LAPACK behind the factorisations of machine matrices, through LAPACKE: with
// `AccelerateLAPACK.swift` the one place that imports it. No matrix is empty here.

#if !canImport(Accelerate)
  internal import CLAPACKE

  enum LAPACK {
    /// R in the upper triangle, below it the Householder vectors; returns their factors.
    static func householderQR(_ a: inout ColumnMajor) -> [Double] {
      let (m, n) = a.shape
      var factors = [Double](repeating: 0, count: Int(Swift.min(m, n)))
      call("dgeqrf") { LAPACKE_dgeqrf(LAPACK_COL_MAJOR, m, n, &a.entries, m, &factors) }
      return factors
    }

    /// The same with column pivoting: column j of the result was column `permutation[j]`.
    static func pivotedHouseholderQR(
      _ a: inout ColumnMajor
    ) -> (factors: [Double], permutation: [Int]) {
      let (m, n) = a.shape
      var factors = [Double](repeating: 0, count: Int(Swift.min(m, n)))
      // 0 marks a column that may be moved; the result counts from 1.
      var pivots = [Int32](repeating: 0, count: Int(n))
      call("dgeqp3") { LAPACKE_dgeqp3(LAPACK_COL_MAJOR, m, n, &a.entries, m, &pivots, &factors) }
      return (factors, pivots.map { Int($0) - 1 })
    }

    /// Overwrites Householder vectors with as many columns of the product of their reflections.
    static func formOrthogonal(_ a: inout ColumnMajor, factors: [Double]) {
      let (m, n) = a.shape
      call("dorgqr") {
        LAPACKE_dorgqr(LAPACK_COL_MAJOR, m, n, Int32(factors.count), &a.entries, m, factors)
      }
    }

    /// The singular values in descending order.
    static func singularValues(_ a: ColumnMajor) -> [Double] {
      var (a, (m, n)) = (a, a.shape)
      var values = [Double](repeating: 0, count: Int(Swift.min(m, n)))
      var (rest, left, right) = (values, [0.0], [0.0])
      let none = CChar(UInt8(ascii: "N"))
      call("dgesvd") {
        LAPACKE_dgesvd(
          LAPACK_COL_MAJOR, none, none, m, n, &a.entries, m, &values, &left, 1, &right, 1, &rest)
      }
      return values
    }

    /// A = U Σ Vᵀ with min(m, n) columns of U and rows of Vᵀ.
    static func singularValueDecomposition(
      _ a: ColumnMajor
    ) -> (u: ColumnMajor, values: [Double], vTransposed: ColumnMajor) {
      var (a, (m, n)) = (a, a.shape)
      let count = Swift.min(m, n)
      var u = ColumnMajor(rows: Int(m), columns: Int(count))
      var vTransposed = ColumnMajor(rows: Int(count), columns: Int(n))
      var values = [Double](repeating: 0, count: Int(count))
      var rest = values
      let some = CChar(UInt8(ascii: "S"))
      call("dgesvd") {
        LAPACKE_dgesvd(
          LAPACK_COL_MAJOR, some, some, m, n, &a.entries, m, &values, &u.entries, m,
          &vTransposed.entries, count, &rest)
      }
      return (u, values, vTransposed)
    }

    /// The eigenvalues of a symmetric matrix in ascending order; overwrites it with eigenvectors.
    static func symmetricEigenvalues(_ a: inout ColumnMajor) -> [Double] {
      let n = a.shape.rows
      var values = [Double](repeating: 0, count: Int(n))
      let (vectors, lower) = (CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")))
      call("dsyev") { LAPACKE_dsyev(LAPACK_COL_MAJOR, vectors, lower, n, &a.entries, n, &values) }
      return values
    }

    private static func call(_ name: String, _ routine: () -> Int32) {
      _ = usesOneThread
      let status = routine()
      // Arguments are checked by now; what is left is that an iteration did not converge.
      require(status == 0, "LAPACK's \(name) gave up with status \(status)")
    }

    /// Several threads would add in an order that depends on how many they are.
    private static let usesOneThread: Bool = {
      openblas_set_num_threads(1)
      return true
    }()
  }
#endif
