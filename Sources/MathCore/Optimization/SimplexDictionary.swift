// The simplex method on a dictionary, after V. Chvátal, Linear Programming, 1983: each basic
// variable and the objective as affine functions of the variables that are zero now.

/// Maximise c·z where Az ≤ b, z ≥ 0. Variable j < n is zⱼ, variable n + i the slack of row i, and
/// n + m the one by which all rows are relaxed while no point is known.
struct SimplexDictionary {
  enum Outcome {
    case optimal(point: [Rational], multipliers: [Rational])
    case infeasible(multipliers: [Rational])
    case unbounded(point: [Rational], direction: [Rational])
  }

  /// basic[i] = values[i] − Σ table[i][j]·free[j]
  private var table: [[Rational]]
  private var values: [Rational]
  /// objective = height + Σ slopes[j]·free[j]
  private var slopes: [Rational]
  private var height = Rational.zero
  private var basic: [Int]
  private var free: [Int]
  private let objective: [Rational]
  private let n: Int
  private let m: Int
  private var pivots: Int

  init(
    coefficients: [[Rational]], bounds: [Rational], objective: [Rational], pivots: Int
  ) {
    table = coefficients
    values = bounds
    slopes = objective
    self.objective = objective
    n = objective.count
    m = bounds.count
    basic = (0..<m).map { [n = objective.count] in n + $0 }
    free = Array(0..<n)
    self.pivots = pivots
  }

  private var relaxation: Int { n + m }

  mutating func solve() -> Outcome? {
    if let worst = values.indices.min(by: { values[$0] < values[$1] }), values[worst] < 0 {
      guard let isFeasible = findPoint(from: worst) else { return nil }
      if !isFeasible { return .infeasible(multipliers: multipliers) }
    }
    guard let end = climb() else { return nil }
    switch end {
    case .top: return .optimal(point: point, multipliers: multipliers)
    case .ray(let column): return .unbounded(point: point, direction: direction(column))
    }
  }

  private enum End {
    case top
    case ray(column: Int)
  }

  /// Goes up until nothing goes up any more; `nil` when the pivots are used up.
  private mutating func climb() -> End? {
    while let entering = free.indices.filter({ slopes[$0] > 0 }).min(by: { free[$0] < free[$1] }) {
      guard let leaving = leavingRow(entering) else { return .ray(column: entering) }
      guard pivots > 0 else { return nil }
      pivots -= 1
      pivot(leaving, entering)
    }
    return .top
  }

  /// The row that reaches zero first, of the least variable among several.
  private func leavingRow(_ column: Int) -> Int? {
    table.indices.filter { table[$0][column] > 0 }.min { a, b in
      let (x, y) = (values[a] / table[a][column], values[b] / table[b][column])
      return x != y ? x < y : basic[a] < basic[b]
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let by = table[row][column]
    var line = table[row].map { $0 / by }
    line[column] = 1 / by
    let value = values[row] / by
    for other in table.indices where other != row && table[other][column] != 0 {
      let factor = table[other][column]
      table[other][column] = 0
      for j in line.indices where line[j] != 0 { table[other][j] -= factor * line[j] }
      values[other] -= factor * value
    }
    let slope = slopes[column]
    slopes[column] = 0
    for j in line.indices where line[j] != 0 { slopes[j] -= slope * line[j] }
    height += slope * value
    table[row] = line
    values[row] = value
    (basic[row], free[column]) = (free[column], basic[row])
  }

  /// First part: relax all rows by one variable and push it to zero.
  private mutating func findPoint(from worst: Int) -> Bool? {
    for row in table.indices { table[row].append(-1) }
    free.append(relaxation)
    slopes = Array(repeating: 0, count: n) + [-1]
    pivot(worst, n)
    guard climb() != nil else { return nil }
    guard height == 0 else { return false }
    if let row = basic.firstIndex(of: relaxation) {
      // Its value is 0, so any column may take its place.
      guard let column = table[row].firstIndex(where: { $0 != 0 }) else { return nil }
      pivot(row, column)
    }
    guard let column = free.firstIndex(of: relaxation) else { return nil }
    free.remove(at: column)
    for row in table.indices { table[row].remove(at: column) }
    restoreObjective()
    return true
  }

  /// The objective in terms of what is free now.
  private mutating func restoreObjective() {
    slopes = free.map { $0 < n ? objective[$0] : 0 }
    height = 0
    for (row, variable) in basic.enumerated() where variable < n {
      height += objective[variable] * values[row]
      for j in free.indices { slopes[j] -= objective[variable] * table[row][j] }
    }
  }

  private var point: [Rational] {
    var z = Array(repeating: Rational.zero, count: n)
    for (row, variable) in basic.enumerated() where variable < n { z[variable] = values[row] }
    return z
  }

  private func direction(_ column: Int) -> [Rational] {
    var z = Array(repeating: Rational.zero, count: n)
    if free[column] < n { z[free[column]] = 1 }
    for (row, variable) in basic.enumerated() where variable < n {
      z[variable] = -table[row][column]
    }
    return z
  }

  private var multipliers: [Rational] {
    var y = Array(repeating: Rational.zero, count: m)
    for (column, variable) in free.enumerated() where (n..<(n + m)).contains(variable) {
      y[variable - n] = -slopes[column]
    }
    return y
  }
}
