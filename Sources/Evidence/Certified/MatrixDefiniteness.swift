import MathCore
import Records

/// That xᵀAx ≥ 0 for every real x, settled by a sum of squares or by an x where it fails.
///
/// - Precondition: the matrix is symmetric and not empty.
public func positiveSemidefinite(_ matrix: Matrix<Rational>) -> Certifiable {
  definiteness(of: matrix, .semidefinite)
}

/// That xᵀAx > 0 for every real x ≠ 0.
///
/// - Precondition: the matrix is symmetric and not empty.
public func positiveDefinite(_ matrix: Matrix<Rational>) -> Certifiable {
  definiteness(of: matrix, .definite)
}

private enum Property { case semidefinite, definite }

private func definiteness(of matrix: Matrix<Rational>, _ property: Property) -> Certifiable {
  require(matrix.rows > 0, "an empty matrix is neither definite nor indefinite")
  let n = matrix.rows
  let isStrict = property == .definite
  let form = n <= 5 ? "x^{\\top} \(matrix.tex)\\, x" : "x^{\\top} A\\, x"
  let size = n <= 5 ? "" : "\\quad (A \\text{ as computed, } \(n) \\times \(n))"
  var statement = Certifiable(
    tex: "\(form) \(isStrict ? ">" : "\\ge") 0" + size, method: "sum of squares by elimination",
    coverage: [
      Coverage(
        .universal, "every real vector $x \(isStrict ? "\\ne 0" : "\\in \\mathbb{R}^{\(n)}")$")
    ]
  ) {
    settle(matrix, property)
  }
  // A − δ max|aᵢᵢ| I
  let diagonal = (0..<n).map { matrix[$0, $0] }
  let scale = diagonal.map(\.magnitude).max() ?? 0
  statement.shifted = { size in
    definiteness(of: matrix - (size * scale) * Matrix.identity(n), property)
  }
  statement.damages = { damages(of: matrix, property) }
  return statement
}

private func settle(_ matrix: Matrix<Rational>, _ property: Property) -> Settlement {
  let form = QuadraticForm(matrix)
  func refutation(_ x: Vector<Rational>) -> Settlement {
    let value = x.dot(matrix * x)
    return .refuted(
      [form.witness(x, isStrict: property == .definite)],
      Witness(
        point: [Binding("x", "(\(x.map(\.description).joined(separator: ", ")))")],
        left: value.description, relation: property == .definite ? ">" : "≥", right: "0",
        gap: "\(Double(value.magnitude))"))
  }
  return switch matrix.definiteness {
  case .positive where property == .definite: .proved([form.proofOfDefiniteness])
  case .positive(let squares): .proved([form.proof(squares)])
  case .semidefinite(let squares, let null):
    property == .definite ? refutation(null) : .proved([form.proof(squares)])
  case .notPositive(let direction): refutation(direction)
  }
}

/// The largest diagonal entry dropped, and one pair of entries with the other sign.
private func damages(
  of matrix: Matrix<Rational>, _ property: Property
) -> [(why: String, statement: Certifiable)] {
  var list: [(why: String, statement: Certifiable)] = []
  let n = matrix.rows
  if let k = (0..<n).max(by: { matrix[$0, $0] < matrix[$1, $1] }), matrix[k, k] != 0 {
    var damaged = matrix
    damaged[k, k] = -matrix[k, k]
    list.append(("a diagonal entry's sign flipped", definiteness(of: damaged, property)))
  }
  let pairs = (0..<n).flatMap { i in (0..<i).map { (i, $0) } }
  if let (i, j) = pairs.first(where: { matrix[$0.0, $0.1] != 0 }) {
    var damaged = matrix
    damaged[i, j] = -matrix[i, j]
    damaged[j, i] = -matrix[i, j]
    list.append(("a pair of entries with the other sign", definiteness(of: damaged, property)))
  }
  return list
}

extension Matrix where Element == Rational {
  /// The matrix as TeX.
  var tex: String {
    let rows = (0..<self.rows).map { i in
      (0..<columns).map { self[i, $0].tex }.joined(separator: " & ")
    }
    return "\\begin{pmatrix}" + rows.joined(separator: " \\\\ ") + "\\end{pmatrix}"
  }
}
