import MathCore
import Records

extension DefinitenessCertificate {
  func check() throws(Rejection) -> Conclusion {
    let n = matrix.count
    try need(n > 0, "an empty matrix")
    var a: [[Rational]] = []
    for row in matrix { a.append(try vector(row, count: n)) }
    for i in 0..<n {
      for j in 0..<i { try need(a[i][j] == a[j][i], "the matrix is not symmetric") }
    }
    if let counterexample {
      try need(squares == nil, "a proof and a refutation at once")
      try refute(a, try vector(counterexample, count: n))
      return .refuted
    }
    try prove(a)
    return .proved
  }

  var disturbed: DefinitenessCertificate? {
    guard let first = matrix.first?.first, let other = Certificates.disturbed(first) else {
      return nil
    }
    var copy = self
    copy.matrix[0][0] = other
    return copy
  }

  /// xᵀAx < 0; for definiteness, 0 is enough when x is not 0.
  private func refute(_ a: [[Rational]], _ x: [Rational]) throws(Rejection) {
    let form = dot(x, a.map { dot($0, x) })
    let isStrict = property == .definite
    try need(isStrict ? form <= 0 : form < 0, "the form is \(form) at the counterexample")
    try need(x.contains { $0 != 0 }, "the counterexample is zero")
  }

  /// A = Σ wₖ vₖvₖᵀ, wₖ > 0, and for definiteness n independent vₖ.
  private func prove(_ a: [[Rational]]) throws(Rejection) {
    let n = a.count
    guard let squares else { throw Rejection("neither squares nor a counterexample") }
    try need(squares.count <= n, "more squares than the matrix has rows")
    var rest = a
    for square in squares {
      let weight = try number(square.weight)
      try need(weight > 0, "a weight that is not positive")
      let v = try vector(square.vector, count: n)
      for i in 0..<n where v[i] != 0 {
        for j in 0..<n { rest[i][j] -= weight * v[i] * v[j] }
      }
    }
    try need(rest.allSatisfy { $0.allSatisfy { $0 == 0 } }, "the squares do not sum to the matrix")
    if property == .definite { try independent(squares) }
  }

  private func independent(_ squares: [Square]) throws(Rejection) {
    guard let pivots, pivots.count == matrix.count, squares.count == matrix.count else {
      throw Rejection("a definite matrix needs as many squares with pivots as it has rows")
    }
    for (k, pivot) in pivots.enumerated() {
      try need(matrix.indices.contains(pivot), "a pivot outside of the matrix")
      for (later, square) in squares.enumerated().dropFirst(k) {
        let isZero = try number(square.vector[pivot]) == 0
        try need(isZero == (later > k), "the vectors do not show their independence")
      }
    }
  }
}
