import MathCore

/// Looks in machine arithmetic for a solution of a `GramSystem` whose matrices are positive
/// semidefinite and whose multipliers are not negative: by Douglas and Rachford's alternating
/// reflections between the solutions and the cone. A guess for exact arithmetic to check.
struct ConeSearch {
  private let system: GramSystem
  /// Entries off the diagonal count twice in a matrix's norm.
  private let weights: [Double]
  private let particular: [Double]
  /// An orthonormal basis of the directions, in weighted entries.
  private let basis: [[Double]]

  init(_ system: GramSystem) {
    self.system = system
    let helpers = system.helpers.map { _ in 1.0 }
    let weights =
      system.entries.map { $0.row == $0.column ? 1 : Double.sqrt(2) } + helpers
    self.weights = weights
    particular = zip(system.particular, weights).map { Double($0) * $1 }
    if system.directions.isEmpty {
      basis = []
    } else {
      let columns = Matrix<Double>(rows: weights.count, columns: system.directions.count) {
        Double(system.directions[$1][$0]) * weights[$0]
      }
      let q = columns.qrDecomposition.q
      basis = (0..<q.columns).map { q.column($0).entries }
    }
  }

  /// The free unknowns of a solution at a distance from the border of the cone.
  ///
  /// - Parameter margin: the least eigenvalue that is asked for.
  /// - Returns: `nil` where none was found.
  func freeUnknowns(margin: Double) -> [Double]? {
    var z = particular
    for _ in 0..<Self.steps {
      let a = solution(near: z)
      let c = nearest(inCone: zip(a, z).map { 2 * $0 - $1 }, margin)
      let gap = zip(c, a).map { $0 - $1 }
      guard gap.allSatisfy(\.isFinite) else { return nil }
      if gap.allSatisfy({ Swift.abs($0) < Self.tolerance }) {
        return system.free.map { a[$0] / weights[$0] }
      }
      z = zip(z, gap).map { $0 + $1 }
    }
    return nil
  }

  private static let steps = 600
  private static let tolerance = 1e-10

  private func solution(near z: [Double]) -> [Double] {
    let offset = zip(z, particular).map { $0 - $1 }
    var point = particular
    for direction in basis {
      let amount = zip(direction, offset).reduce(0) { $0 + $1.0 * $1.1 }
      for index in point.indices { point[index] += amount * direction[index] }
    }
    return point
  }

  private func nearest(inCone z: [Double], _ margin: Double) -> [Double] {
    var matrices = system.blocks.map { Matrix<Double>.zeros($0.count, $0.count) }
    for (index, entry) in system.entries.enumerated() {
      let value = z[index] / weights[index]
      matrices[entry.block][entry.row, entry.column] = value
      matrices[entry.block][entry.column, entry.row] = value
    }
    matrices = matrices.map { matrix in
      guard matrix.entries.allSatisfy(\.isFinite) else { return matrix }
      let eigen = matrix.symmetricEigendecomposition
      let q = eigen.eigenvectors
      let values = eigen.eigenvalues.map { Swift.max($0, margin) }
      return q * .diagonal(values) * q.transpose
    }
    var point = z.map { Swift.max($0, margin) }
    for (index, entry) in system.entries.enumerated() {
      point[index] = matrices[entry.block][entry.row, entry.column] * weights[index]
    }
    return point
  }
}
