import MathCore

/// The ellipse with foci ±1 whose semi-axes add up to ρ > 1, and a bound of functions on it.
struct BernsteinEllipse: Sendable {
  let rho: Rational
  let semiMajor: Rational
  let semiMinor: Rational

  init(rho: Rational) {
    self.rho = rho
    semiMajor = (rho + 1 / rho) / 2
    semiMinor = (rho - 1 / rho) / 2
  }

  /// Whether a rectangle has no point of the closed ellipse, decided exactly.
  fileprivate func misses(_ re: Span.Closed, _ im: Span.Closed) -> Bool {
    let x = re.leastMagnitude / semiMajor
    let y = im.leastMagnitude / semiMinor
    return x * x + y * y > 1
  }
}

extension Span.Closed {
  fileprivate var leastMagnitude: Rational {
    if lower <= 0 && upper >= 0 { return 0 }
    return Swift.min(lower.magnitude, upper.magnitude)
  }
}

/// Shows that functions continue holomorphically to an ellipse in one of their variables, for all
/// real values of the others in a box, and bounds their moduli there.
///
/// The closed ellipse is covered by rectangles on each of which every node is holomorphic. Their
/// union is a neighbourhood on which the extension is one function: principal branches agree where
/// rectangles touch.
struct EllipseCover: Sendable {
  /// Rectangles that one cover may look at.
  private static let budget = 400
  /// Halvings after which a rectangle is given up: a singularity lies on the ellipse or inside.
  private static let depthLimit = 9
  /// Halvings of the rectangle with the largest bound, once all are finite.
  private static let refinements = 24
  /// Coarse balls are enough: the bound enters by its logarithm.
  private static let precision = 64

  let tape: Tape
  /// The real box, and the variable that becomes complex.
  let box: Box
  let variable: Int
  let ellipse: BernsteinEllipse

  /// The variable's rectangle in the ellipse's own coordinates, and the box of the others.
  private struct Cell {
    var re: Span.Closed
    var im: Span.Closed
    var others: Box
    var depth = 0
    var bounds: [Rational] = []

    var largest: Rational { bounds.max() ?? 0 }
  }

  /// For each root of the tape a number not below its modulus; `nil` when none was found.
  func bounds() -> [Rational]? {
    var waiting = [whole]
    var finished: [Cell] = []
    var looked = 0
    while var cell = waiting.popLast() {
      if ellipse.misses(cell.re, cell.im) { continue }
      looked += 1
      guard looked <= Self.budget else { return nil }
      if let bounds = bounds(on: cell) {
        cell.bounds = bounds
        finished.append(cell)
      } else if cell.depth < Self.depthLimit * (box.sides.count + 1) {
        waiting += halves(of: cell)
      } else {
        return nil
      }
    }
    refine(&finished)
    return tape.roots.indices.map { root in finished.map { $0.bounds[root] }.max() ?? 0 }
  }

  private var whole: Cell {
    Cell(
      re: .init(lower: -ellipse.semiMajor, upper: ellipse.semiMajor),
      im: .init(lower: -ellipse.semiMinor, upper: ellipse.semiMinor), others: box)
  }

  private func refine(_ cells: inout [Cell]) {
    for _ in 0..<Self.refinements {
      guard let worst = cells.indices.max(by: { cells[$0].largest < cells[$1].largest }) else {
        return
      }
      var parts: [Cell] = []
      for var half in halves(of: cells[worst]) where !ellipse.misses(half.re, half.im) {
        guard let bounds = bounds(on: half) else { return }
        half.bounds = bounds
        parts.append(half)
      }
      cells.replaceSubrange(worst...worst, with: parts)
    }
  }

  /// Halves across the side that is widest in proportion to the whole.
  private func halves(of cell: Cell) -> [Cell] {
    let re = cell.re.width / ellipse.semiMajor
    let im = cell.im.width / ellipse.semiMinor
    var widest: (side: Int, width: Rational)?
    for (index, side) in cell.others.sides.enumerated() where index != variable {
      let whole = box.sides[index].width
      guard whole > 0, widest.map({ side.width / whole > $0.width }) ?? true else { continue }
      widest = (index, side.width / whole)
    }
    var low = cell
    low.depth += 1
    var high = low
    if let widest, 2 * widest.width > Swift.max(re, im) {
      let parts = cell.others.halves(across: widest.side)
      (low.others, high.others) = (parts[0], parts[1])
    } else if re >= im {
      (low.re.upper, high.re.lower) = (cell.re.midpoint, cell.re.midpoint)
    } else {
      (low.im.upper, high.im.lower) = (cell.im.midpoint, cell.im.midpoint)
    }
    return [low, high]
  }

  private func bounds(on cell: Cell) -> [Rational]? {
    let side = box.sides[variable]
    let centre = side.midpoint
    let half = side.width / 2
    func ball(_ span: Span.Closed, _ shift: Rational) -> Ball {
      Ball(
        lower: shift + half * span.lower, upper: shift + half * span.upper,
        precision: Self.precision)
    }
    var inputs = cell.others.balls(precision: Self.precision).map {
      AnalyticBall(ball: ComplexBall($0), asksAnalytic: true)
    }
    inputs[variable].ball = ComplexBall(ball(cell.re, centre), ball(cell.im, 0))
    guard let values = try? tape.evaluate(inputs, precision: Self.precision) else { return nil }
    let bounds = values.compactMap { $0.ball.isFinite ? $0.ball.abs.upper : nil }
    return bounds.count == values.count ? bounds : nil
  }
}
