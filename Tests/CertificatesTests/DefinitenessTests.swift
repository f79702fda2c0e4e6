import Evident
import Records
import Testing

@testable import Certificates

@Suite("Definiteness of rational matrices")
struct DefinitenessTests {
  let definite: Matrix<Rational> = [[2, -1, 0], [-1, 2, -1], [0, -1, 2]]
  let singular: Matrix<Rational> = [[1, 1, 0], [1, 1, 0], [0, 0, 1 / 3]]
  let indefinite: Matrix<Rational> = [[1, 2], [2, 1]]
  /// No pivot on the diagonal.
  let swap: Matrix<Rational> = [[0, 1], [1, 0]]

  @Test("a definite matrix: as many independent squares as rows, integer vectors")
  func squares() throws {
    let found = Certified { $0.exact(positiveDefinite(definite)) }
    #expect(found.isProved)
    guard case .definiteness(let certificate) = found.certificates[0] else {
      Issue.record("another kind")
      return
    }
    #expect(
      certificate.squares == [
        .init(weight: "1/2", vector: ["2", "-1", "0"]),
        .init(weight: "1/6", vector: ["0", "3", "-2"]),
        .init(weight: "1/12", vector: ["0", "0", "4"]),
      ])
    #expect(try found.certificates[0].checkThoroughly() == .proved)
  }

  @Test("a singular matrix is semidefinite, and not definite: it vanishes at a vector")
  func semidefinite() throws {
    #expect(Certified { $0.exact(positiveSemidefinite(singular)) }.isProved)
    let found = Certified { $0.exact(positiveDefinite(singular)) }
    #expect(found.check.trial.violation?.point == [Binding("x", "(-1, 1, 0)")])
    #expect(try found.certificates[0].checkThoroughly() == .refuted)
  }

  @Test("the zero matrix is semidefinite by no squares at all")
  func zero() throws {
    let found = Certified { $0.exact(positiveSemidefinite([[0, 0], [0, 0]])) }
    #expect(found.isProved)
    #expect(try found.certificates[0].checkThoroughly() == .proved)
  }

  @Test("an indefinite matrix: a vector where the form is negative")
  func counterexample() throws {
    for (matrix, point) in [(indefinite, "(-2, 1)"), (swap, "(-1, 1)")] {
      let found = Certified { $0.refuted(positiveSemidefinite(matrix)) }
      #expect(found.check.evidence == .witness)
      #expect(found.check.trial.held == 1)
      #expect(found.check.trial.worst?.point == [Binding("x", point)])
      #expect(try found.certificates[0].checkThoroughly() == .refuted)
    }
  }

  @Test("what is sharp notices a millionth; what has room says how much")
  func sensitivity() {
    #expect(Certified { $0.exact(positiveSemidefinite(singular)) }.check.sensitivity == 1e-6)
    // The least eigenvalue 2 − √2 is 0.29 of the largest entry.
    #expect(Certified { $0.exact(positiveDefinite(definite)) }.check.sensitivity == 1)
  }

  @Test("mutants: the author's, and damages that the engine tries")
  func mutants() {
    let found = Certified {
      $0.exact(positiveDefinite(definite)).mutant("indefinite", positiveDefinite(indefinite))
    }
    #expect(found.mutants.map(\.origin) == [.engine, .engine, .author])
    #expect(found.mutants[0].trial.violated == 1)
    // The sign of a pair can be changed by x₁ → −x₁: also true.
    #expect(found.mutants[1].trial.held == 1)
    #expect(found.mutants[2].trial.violated == 1)
  }

  @Test("random Gram matrices, whole and deficient, and what is next to them")
  func random() throws {
    var draws = Draws(7)
    var texts: [String] = []
    for _ in 0..<60 {
      let n = Int.random(in: 1...5, using: &draws)
      let rank = Int.random(in: 0...n, using: &draws)
      let factor = Matrix(rows: n, columns: rank) { _, _ in draws.rational() }
      var matrix = factor * factor.transpose
      let gram = Certified { $0.exact(positiveSemidefinite(matrix)) }
      #expect(gram.isProved)
      #expect(try gram.certificates[0].checkThoroughly() == .proved)
      texts.append(gram.certificates[0].json)
      if matrix.rank < n {
        // A singular form becomes negative as soon as a vector of its kernel is punished.
        matrix = matrix - Rational(1, 1000) * Matrix.identity(n)
        let other = Certified { $0.exact(positiveSemidefinite(matrix)) }
        #expect(other.check.trial.violated == 1)
        #expect(try other.certificates[0].checkThoroughly() == .refuted)
        texts.append(other.certificates[0].json)
      }
      // What it says agrees with the signs of elimination without pivots.
      let any = Matrix(rows: n, columns: n) { matrix[$0, $1] + ($0 == $1 ? 1 : 0) }
      let isProved = Certified { $0.exact(positiveDefinite(any)) }.isProved
      #expect(isProved == any.isPositiveDefinite)
    }
    try accepted(texts)
  }

  @Test("damaged certificates are rejected, whatever is damaged")
  func damaged() throws {
    // A vector and its negative have the same square; squares sum in any order.
    try damages(
      of: [Certified { $0.exact(positiveDefinite(definite)) }],
      equivalent: ["/squares/2/vector/2: the other sign"])
    try damages(
      of: [Certified { $0.exact(positiveSemidefinite(singular)) }],
      equivalent: ["/squares: the first two swapped", "/squares/1/vector/2: the other sign"])
    // The form vanishes at (−1, 1, 0), whatever it does to the third entry, and at (1, −1, 0).
    try damages(
      of: [Certified { $0.refuted(positiveDefinite(singular)) }],
      equivalent: [
        "/counterexample: the first two swapped", "/matrix/2/2: off by a millionth",
        "/matrix/2/2: the other sign", "/matrix/0/0: the other sign",
        "/matrix/1/1: the other sign",
      ])
  }
}
