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

  @Test("the squares sum to the form; to that of a definite matrix, with some |x|² left over")
  func squares() throws {
    for (statement, text) in [
      (
        positiveSemidefinite(definite),
        "(((((2 * (x_{1} ^ 2)) - (2 * (x_{1} * x_{2}))) + (2 * (x_{2} ^ 2))) "
          + "- (2 * (x_{2} * x_{3}))) + (2 * (x_{3} ^ 2))) ≥ 0"
      ),
      (
        positiveDefinite(definite),
        "((((((2 * (x_{1} ^ 2)) - (2 * (x_{1} * x_{2}))) + (2 * (x_{2} ^ 2))) "
          + "- (2 * (x_{2} * x_{3}))) + (2 * (x_{3} ^ 2))) "
          + "- ((1/2) * (((x_{1} ^ 2) + (x_{2} ^ 2)) + (x_{3} ^ 2)))) ≥ 0"
      ),
    ] {
      let found = Certified { $0.exact(statement) }
      #expect(found.isProved)
      try found.certificates[0].checkThoroughly()
      guard Python.isHere else { continue }
      let output = try Python.check(found.certificates.map(\.json)).output
      #expect(output == "ok        c: \(text)\n")
    }
  }

  @Test("a singular matrix is semidefinite, and not definite: it vanishes at a vector")
  func semidefinite() throws {
    #expect(Certified { $0.exact(positiveSemidefinite(singular)) }.isProved)
    let found = Certified { $0.exact(positiveDefinite(singular)) }
    #expect(found.check.trial.violation?.point == [Binding("x", "(-1, 1, 0)")])
    try found.certificates[0].checkThoroughly()
  }

  @Test("the zero matrix is semidefinite by no squares at all")
  func zero() throws {
    let found = Certified { $0.exact(positiveSemidefinite([[0, 0], [0, 0]])) }
    #expect(found.isProved)
    try found.certificates[0].checkThoroughly()
  }

  @Test("an indefinite matrix: a vector where the form is negative")
  func counterexample() throws {
    for (matrix, point) in [(indefinite, "(-2, 1)"), (swap, "(-1, 1)")] {
      let found = Certified { $0.refuted(positiveSemidefinite(matrix)) }
      #expect(found.check.evidence == .witness)
      #expect(found.check.trial.held == 1)
      #expect(found.check.trial.worst?.point == [Binding("x", point)])
      try found.certificates[0].checkThoroughly()
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
      try gram.certificates[0].checkThoroughly()
      texts.append(gram.certificates[0].json)
      if matrix.rank < n {
        // A singular form becomes negative as soon as a vector of its kernel is punished.
        matrix = matrix - Rational(1, 1000) * Matrix.identity(n)
        let other = Certified { $0.exact(positiveSemidefinite(matrix)) }
        #expect(other.check.trial.violated == 1)
        try other.certificates[0].checkThoroughly()
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
    // A root and its negative have the same square, and what is shown may be another thing.
    try damages(
      of: [
        Certified { $0.exact(positiveDefinite(definite)) },
        Certified { $0.exact(positiveSemidefinite(singular)) },
        Certified { $0.refuted(positiveDefinite(singular)) },
        Certified { $0.refuted(positiveSemidefinite(indefinite)) },
      ], statement: [""], isTrue: isTrueAtPoints)
  }
}
