// Matrices: products, elimination over the rationals, shapes.

import MathCore
import Testing

@Suite("Matrix")
struct MatrixTests {
  let hilbert = Matrix<Rational>(rows: 4, columns: 4) { Rational(1, $0 + $1 + 1) }

  @Test("products, transposes, traces")
  func products() {
    let a: Matrix<Rational> = [[1, 2], [3, 4]]
    let b: Matrix<Rational> = [[0, 1], [1, 0]]
    #expect(a * b == [[2, 1], [4, 3]])
    #expect(a * Vector([5, 6]) == [17, 39])
    #expect(a.transpose == [[1, 3], [2, 4]])
    #expect((a * b).transpose == b.transpose * a.transpose)
    #expect(a.trace == 5)
    #expect(a.norm2 == 30)
    #expect(Matrix.outer(Vector<Rational>([1, 2]), [3, 4]) == [[3, 4], [6, 8]])
    #expect(a * .identity(2) == a)
    #expect(a - a == .zeros(2, 2))
    #expect(Matrix.diagonal(Vector<Rational>([1, 2])) == [[1, 0], [0, 2]])
  }

  @Test("the determinant and inverse of the 4 × 4 Hilbert matrix are exact")
  func hilbertMatrix() throws {
    #expect(hilbert.determinant == Rational(1, 6_048_000))
    let inverse = try #require(hilbert.inverse)
    #expect(inverse[3, 3] == 2800)
    #expect(hilbert * inverse == .identity(4))
    #expect(hilbert.rank == 4)
  }

  @Test("rank, determinant and inverse of singular matrices")
  func singular() {
    let a: Matrix<Rational> = [[1, 2, 3], [2, 4, 6], [1, 0, 1]]
    #expect(a.rank == 2)
    #expect(a.determinant == 0)
    #expect(a.inverse == nil)
    let wide: Matrix<Rational> = [[0, 0, 1], [0, 0, 2]]
    #expect(wide.rank == 1)
    #expect(Matrix<Rational>.zeros(2, 3).rank == 0)
  }

  @Test("complex numbers of rationals: rank, determinant, inverse and LDLᵀ are exact, too")
  func complex() throws {
    let i = Complex<Rational>.i
    let a: Matrix<Complex<Rational>> = [[1, i], [i, 1]]
    #expect(a.rank == 2)
    #expect(a.determinant == 2)
    #expect(try a * #require(a.inverse) == .identity(2))
    let singular: Matrix<Complex<Rational>> = [[1, i], [i, -1]]
    #expect(singular.rank == 1)
    #expect(singular.determinant == 0)
    #expect(singular.inverse == nil)
    let factors = try #require(a.ldl())
    #expect(factors.reproduces(a))
    #expect(factors.diagonal == [1, 2])
    #expect(!factors.reproduces(singular))
    #expect((Matrix(rows: [[0, i], [i, 0]])).ldl() == nil)
  }

  @Test("a row swap changes the determinant's sign")
  func swapSign() {
    let a: Matrix<Rational> = [[0, 1], [1, 0]]
    #expect(a.determinant == -1)
    #expect(a.inverse == a)
  }

  @Test("shapes that do not fit are refused")
  func shapes() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: [[1, 2], [3]])
    }
    await #expect(processExitsWith: .failure) {
      let a: Matrix<Double> = [[1, 2]]
      _ = a * a
    }
  }
}
