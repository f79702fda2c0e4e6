// Exact factorisations: LDLᵀ, definiteness, the Moore–Penrose inverse.

import MathCore
import Testing

@Suite("Exact factorisations")
struct FactorisationTests {
  let hilbert = Matrix<Rational>(rows: 4, columns: 4) { Rational(1, $0 + $1 + 1) }

  @Test("LDLᵀ of a Hilbert matrix gives it back")
  func hilbertMatrix() throws {
    let factors = try #require(hilbert.ldl())
    #expect(factors.reproduces(hilbert))
    #expect(factors.diagonal == [1, Rational(1, 12), Rational(1, 180), Rational(1, 2800)])
    #expect(hilbert.isPositiveDefinite)
    #expect(!factors.reproduces(hilbert + .identity(4)))
  }

  @Test("semidefinite, indefinite, and without a factorisation")
  func definiteness() {
    let gram: Matrix<Rational> = [[1, 2, 3], [2, 4, 6], [3, 6, 10]]
    #expect(gram.isPositiveSemidefinite && !gram.isPositiveDefinite)
    #expect(gram.ldl()?.reproduces(gram) == true)
    #expect(!(gram - Rational(1, 1000) * .identity(3)).isPositiveSemidefinite)
    let swap: Matrix<Rational> = [[0, 1], [1, 0]]
    #expect(swap.ldl() == nil && !swap.isPositiveSemidefinite)
    #expect(Matrix<Rational>.zeros(2, 2).isPositiveSemidefinite)
    #expect(Matrix<Rational>.zeros(0, 0).isPositiveDefinite)
  }

  @Test("the four laws of the pseudo-inverse, for every rank", arguments: 0...3)
  func pseudoInverse(rank: Int) {
    var sample = RandomSource("pseudo-inverse").sample(UInt64(rank))
    let left = Matrix<Rational>(rows: 4, columns: rank) { _, _ in
      Rational(sample.integer(in: -5...5))
    }
    let right = Matrix<Rational>(rows: rank, columns: 3) { _, _ in
      Rational(sample.integer(in: -5...5), 3)
    }
    let a = left * right
    #expect(a.rank == rank)
    let inverse = a.pseudoInverse
    #expect(a * inverse * a == a)
    #expect(inverse * a * inverse == inverse)
    #expect((a * inverse).transpose == a * inverse)
    #expect((inverse * a).transpose == inverse * a)
    #expect(a.transpose.pseudoInverse == inverse.transpose)
  }

  @Test("the pseudo-inverse of an invertible matrix is its inverse")
  func invertible() {
    #expect(hilbert.pseudoInverse == hilbert.inverse)
  }

  @Test("columns and rows are chosen by selection matrices")
  func selection() {
    let a: Matrix<Rational> = [[1, 2, 3], [4, 5, 6]]
    #expect(a.selectingColumns([2, 0, 2]) == [[3, 1, 3], [6, 4, 6]])
    #expect(a.selectingRows([1]) == [[4, 5, 6]])
    #expect(a.hadamard(a) == [[1, 4, 9], [16, 25, 36]])
    #expect(a.selectingColumns([]).rows == 2)
  }
}
