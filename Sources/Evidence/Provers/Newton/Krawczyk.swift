import MathCore

/// Krawczyk's test: whether a box holds exactly one zero of a system, by one evaluation on it.
///
/// With an approximate inverse Y of the Jacobian at a point m of the box X, and J the Jacobian's
/// enclosure on X, let K = m − Y f(m) + (I − Y J)(X − m). Every zero in X lies in K. If K lies in
/// the interior of X, then x ↦ x − Y f(x) maps X into itself and has a fixed point; and for each
/// matrix A in I − Y J the radii satisfy |A| rad X < rad X, so that Y J holds regular matrices
/// only: Y f(x) = 0 means f(x) = 0, and two zeros of X would have a difference that a regular
/// matrix takes to 0. (R. Krawczyk, 1969; Neumaier, Interval Methods for Systems of Equations,
/// 1990, section 5.1.)
struct Krawczyk {
  static let theorem =
    "Krawczyk's test (Neumaier, Interval Methods for Systems of Equations, 1990, section 5.1)"

  enum Outcome {
    /// Exactly one zero in the box; it lies in this smaller one.
    case unique(Box)
    case none
    case unknown
  }

  let system: EquationSystem

  func test(_ box: Box, precision: Int) -> Outcome {
    guard let contracted = image(of: box, precision) else { return .unknown }
    var isInside = true
    var sides: [Span.Closed] = []
    for (image, side) in zip(contracted, box.sides) {
      guard let lower = image.lower, let upper = image.upper else { return .unknown }
      if lower > side.upper || upper < side.lower { return .none }
      isInside = isInside && lower > side.lower && upper < side.upper
      sides.append(
        .init(lower: Swift.max(lower, side.lower), upper: Swift.min(upper, side.upper)))
    }
    return isInside ? .unique(Box(sides: sides)) : .unknown
  }

  /// A smaller box with the zero of a region that holds exactly one, as far as so many bits go; the
  /// region itself where none is found.
  ///
  /// Newton's method leads to a point, by no rule that would be needed for the proof; a small box
  /// around it that holds a zero and lies in the region holds the region's.
  func located(in region: Box, precision: Int) -> Box {
    let point = approximateZero(from: region.midpoint, precision)
    for bits in [precision * 7 / 8, precision / 2, precision / 4] {
      let reach = 1 / Rational(2).power(bits)
      let sides = point.map { Span.Closed(lower: $0 - reach, upper: $0 + reach) }
      guard region.contains(Box(sides: sides)) else { continue }
      if case .unique(let place) = test(Box(sides: sides), precision: precision) { return place }
    }
    return region
  }

  private func approximateZero(from start: [Rational], _ precision: Int) -> [Rational] {
    let n = system.dimension
    var point = start
    for _ in 0..<Self.newtonSteps {
      let balls = point.map { Ball($0, precision: precision) }
      guard let value = system.values(balls, precision),
        let slopes = system.slopes(balls, precision),
        let inverse = inverse(of: slopes, precision)
      else { return point }
      var largest = Rational(0)
      for row in 0..<n {
        let step = (0..<n).reduce(Ball(0, precision: precision)) {
          $0 + inverse[row * n + $1] * value[$1]
        }
        guard step.isFinite else { return point }
        point[row] = (point[row] - step.midpoint).rounded(toBits: precision)
        largest = Swift.max(largest, step.midpoint.magnitude)
      }
      if largest * Rational(2).power(precision - 8) < 1 { return point }
    }
    return point
  }

  private static let newtonSteps = 80

  /// K, or `nil` where a value is missing or the Jacobian has no approximate inverse.
  private func image(of box: Box, _ precision: Int) -> [Ball]? {
    let n = system.dimension
    let sides = box.balls(precision: precision)
    let middle = box.midpoint.map { $0.rounded(toBits: precision) }
    let centre = middle.map { Ball($0, precision: precision) }
    // Slopes alone do not tell that the equations have a value everywhere: 0/x has none at 0.
    guard system.values(sides, precision) != nil, let slopes = system.slopes(sides, precision),
      let value = system.values(centre, precision),
      let inverse = inverse(of: slopes, precision)
    else { return nil }
    return (0..<n).map { row in
      var image = centre[row]
      for k in 0..<n { image = image - inverse[row * n + k] * value[k] }
      for column in 0..<n {
        var entry = Ball(row == column ? 1 : 0, precision: precision)
        for k in 0..<n { entry = entry - inverse[row * n + k] * slopes[k * n + column] }
        image = image + entry * (sides[column] - centre[column])
      }
      return image
    }
  }

  /// An approximate inverse of the midpoints, exact numbers all the same: any regular matrix does.
  private func inverse(of slopes: [Ball], _ precision: Int) -> [Ball]? {
    let n = system.dimension
    if n == 1 {
      let slope = slopes[0].midpoint.rounded(toBits: precision)
      guard slope != 0 else { return nil }
      return [Ball((1 / slope).rounded(toBits: precision), precision: precision)]
    }
    let matrix = Matrix<Double>(rows: n, columns: n) { Double(slopes[$0 * n + $1].midpoint) }
    let entries = matrix.inverse?.entries.compactMap { Rational(exactly: $0) }
    guard let entries, entries.count == n * n else { return nil }
    return entries.map { Ball($0, precision: precision) }
  }
}

extension Rational {
  /// A number with so many bits that is near: for points that may be chosen freely.
  func rounded(toBits bits: Int) -> Rational {
    guard self != 0 else { return 0 }
    let size = Ball(magnitude, precision: 32)
    let exponent = Ball.log(size) / Ball.log(Ball(2, precision: 32))
    let scale = bits - Int(Double(exponent.midpoint).rounded(.down))
    let factor = scale >= 0 ? Rational(2).power(scale) : 1 / Rational(2).power(-scale)
    return (self * factor + Rational(1, 2)).floor / factor
  }
}
