import MathCore
import Records

/// xᵀAx, and what shows its sign as certificates.
struct QuadraticForm {
  private let matrix: Matrix<Rational>
  private let variables: [Variable]

  /// - Precondition: the matrix is symmetric.
  init(_ matrix: Matrix<Rational>) {
    self.matrix = matrix
    variables = (0..<matrix.rows).map { Variable("x_{\($0 + 1)}", .reals) }
  }

  /// xᵀAx = Σ w(v·x)².
  func proof(_ squares: SquareDecomposition) -> Certificate {
    combination(node, squares)
  }

  /// xᵀAx − εxᵀx = Σ w(v·x)², with some ε > 0.
  ///
  /// - Precondition: the matrix is positive definite.
  var proofOfDefiniteness: Certificate {
    let identity = Matrix<Rational>.identity(matrix.rows)
    var margin = (0..<matrix.rows).map { matrix[$0, $0] }.min() ?? 1
    while true {
      margin = .simplest(from: margin / 4, to: margin / 2)
      switch (matrix - margin * identity).definiteness {
      case .positive(let squares), .semidefinite(let squares, _):
        let slack = Node.difference(node, .product(.constant(margin), squaredNorm))
        return combination(slack, squares)
      case .notPositive: continue
      }
    }
  }

  /// A point where the form is negative; or, against definiteness, not positive.
  func witness(_ point: Vector<Rational>, isStrict: Bool) -> Certificate {
    var formula = FormulaSteps()
    let zero = formula.add(.zero)
    var comparisons = [
      WitnessCertificate.Comparison(formula.add(node), isStrict ? "≤" : "<", zero)
    ]
    if isStrict { comparisons.append(.init(formula.add(squaredNorm), ">", zero)) }
    return .witness(WitnessCertificate(formula, variables, point, comparisons))
  }

  private func combination(_ slack: Node, _ squares: SquareDecomposition) -> Certificate {
    var formula = FormulaSteps()
    let place = formula.add(slack)
    let terms = zip(squares.weights, squares.vectors).map {
      CombinationCertificate.Term(
        weight: $0.description, root: [formula.add($1.node(variables.nodes))])
    }
    return .combination(
      CombinationCertificate(
        steps: formula.steps, given: [],
        conclusions: [.init(slack: place, relation: "≥", terms: terms)]))
  }

  private var node: Node {
    let x = variables.nodes
    var sum = Node.zero
    for i in x.indices {
      for j in 0...i {
        let factor = i == j ? matrix[i, i] : 2 * matrix[i, j]
        let monomial = i == j ? Node.power(x[i], 2) : .product(x[j], x[i])
        sum = sum.adding(factor, times: monomial)
      }
    }
    return sum
  }

  private var squaredNorm: Node {
    variables.nodes.reduce(.zero) { .sum($0, .power($1, 2)) }
  }
}
