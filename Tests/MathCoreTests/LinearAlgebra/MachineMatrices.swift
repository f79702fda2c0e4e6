// Matrices on which machine factorisations are tried, and exact measures of what they give.

import MathCore
import Testing

/// 2⁻⁵³: half a unit in the last place of 1.
let unitRoundoff = 0x1p-53

/// A matrix of machine numbers with a name for reports.
struct MachineMatrix: Sendable, CustomTestStringConvertible {
  let name: String
  let matrix: Matrix<Double>

  var testDescription: String { "\(name), \(matrix.rows) × \(matrix.columns)" }

  /// Every kind in every shape.
  static let all: [MachineMatrix] =
    shapes.flatMap { rows, columns in kinds.map { $0.matrix(rows, columns) } } + deficient

  private static let shapes = [
    (1, 1), (1, 4), (4, 1), (2, 2), (5, 5), (6, 3), (3, 6),
  ]

  private struct Kind {
    let name: String
    let entry: (_ row: Int, _ column: Int, _ sample: inout RandomSample) -> Double

    init(
      _ name: String,
      _ entry: @escaping (_ row: Int, _ column: Int, _ sample: inout RandomSample) -> Double
    ) {
      self.name = name
      self.entry = entry
    }

    func matrix(_ rows: Int, _ columns: Int) -> MachineMatrix {
      var sample = RandomSource("machine matrices: " + name).sample(UInt64(16 * rows + columns))
      let matrix = Matrix<Double>(rows: rows, columns: columns) { entry($0, $1, &sample) }
      return MachineMatrix(name: name, matrix: matrix)
    }
  }

  private static var kinds: [Kind] {
    [
      Kind("normal") { _, _, sample in sample.normal() },
      Kind("integers") { _, _, sample in Double(sample.integer(in: -9...9)) },
      Kind("zeros") { _, _, _ in 0 },
      Kind("ones") { _, _, _ in 1 },
      Kind("Hilbert") { row, column, _ in 1 / Double(row + column + 1) },
      Kind("graded rows") { row, _, sample in Double.power(10, -3 * row) * sample.normal() },
      Kind("graded columns") { _, column, sample in
        Double.power(10, -3 * column) * sample.normal()
      },
      Kind("huge") { _, _, sample in 0x1p1018 * sample.normal() },
      Kind("tiny") { _, _, sample in 0x1p-960 * sample.normal() },
      // c = 1/5: every column has norm 1, and the last pivot says little of the last singular
      // value.
      Kind("Kahan") { row, column, _ in
        let scale = Double.power(Double(0.96).squareRoot(), row)
        return row == column ? scale : row < column ? -0.2 * scale : 0
      },
    ]
  }

  /// Products of integer factors, hence of a known rank, exactly.
  private static let deficient = [(4, 4, 1), (6, 4, 2), (4, 7, 3)].map {
    (rows: Int, columns: Int, rank: Int) -> MachineMatrix in
    var sample = RandomSource("deficient").sample(UInt64(rows * columns))
    let left = Matrix<Double>(rows: rows, columns: rank) { _, _ in
      Double(sample.integer(in: -5...5))
    }
    let right = Matrix<Double>(rows: rank, columns: columns) { _, _ in
      Double(sample.integer(in: -5...5))
    }
    return MachineMatrix(name: "rank \(rank)", matrix: left * right)
  }
}

/// The same numbers as fractions, so that a residual has no rounding of its own.
func exactly(_ a: Matrix<Double>) throws -> Matrix<Rational> {
  try a.map { try #require(Rational(exactly: $0)) }
}

/// ‖a‖_F/‖b‖_F; 0 if both are 0.
func frobeniusRatio(_ a: Matrix<Rational>, _ b: Matrix<Rational>) -> Double {
  if a.norm2 == 0 { return 0 }
  return b.norm2 == 0 ? .infinity : Double(a.norm2 / b.norm2).squareRoot()
}

/// ‖QᵀQ − I‖_F.
func distanceFromOrthonormal(_ q: Matrix<Double>) throws -> Double {
  let exact = try exactly(q)
  let error = exact.transpose * exact - .identity(q.columns)
  return Double(error.norm2).squareRoot()
}

/// How many eigenvalues of a symmetric matrix are larger than `level`, by Sylvester's law of
/// inertia from LDLᵀ; `nil` if that breaks down.
func eigenvalues(of a: Matrix<Rational>, above level: Rational) -> Int? {
  (a - level * .identity(a.rows)).ldl()?.diagonal.count { $0 > 0 }
}
