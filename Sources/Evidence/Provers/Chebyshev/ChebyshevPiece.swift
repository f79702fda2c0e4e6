import MathCore

/// One box of a proof by interpolation: from ellipses around it and values at its nodes to a bound
/// of |L − R| on all of it.
struct ChebyshevPiece: Sendable {
  /// Nodes of one piece; a piece that needs more is halved.
  private static let nodeLimits = [1: 240, 2: 2_500, 3: 12_000]
  /// Tried in turn: the larger the ellipse, the fewer nodes.
  private static let ellipses: [Rational] = [12, 6, 4, Rational(14, 5), 2, Rational(8, 5)]
  /// No node is worth more bits; an integral is thousands of evaluations.
  private static let precisionLimit = 16_384
  private static let precisionLimitWithIntegrals = 1_024

  enum Plan: Sendable {
    case axes([ChebyshevBound.Axis])
    /// No ellipse, or too many nodes: halve this side.
    case halve(Int)
  }

  enum Values: Sendable {
    /// An upper bound of |L − R| at the nodes, and each node with its own.
    case within(Ball, nodes: [(point: [Double], size: Double)])
    /// A node at which |L − R| is certainly larger than ε.
    case beyond([Ball])
    case undecided(String)
  }

  let equalities: ChebyshevProver.Sides
  let box: Box
  let tolerance: Ball

  /// Ellipses and degrees with which what is cut off is at most half of ε.
  func plan() -> Plan {
    let dimension = box.sides.count
    var axes: [ChebyshevBound.Axis] = []
    for variable in 0..<dimension {
      // Λ of the variables before is about 6 at most, for degrees below 2000.
      let share = (tolerance.lower ?? 0) / Rational(2 * dimension) / Rational(6).power(variable)
      guard share > 0, let axis = axis(of: variable, share) else { return .halve(variable) }
      axes.append(axis)
    }
    let count = axes.nodeCount
    let longest = axes.indices.max { axes[$0].degree < axes[$1].degree } ?? 0
    return count <= Self.nodeLimits[dimension] ?? 0 ? .axes(axes) : .halve(longest)
  }

  private func axis(of variable: Int, _ target: Rational) -> ChebyshevBound.Axis? {
    if box.sides[variable].width == 0 { return .init(rho: 12, bound: 0, degree: 1) }
    for rho in Self.ellipses {
      let cover = EllipseCover(
        tape: equalities.extended, box: box, variable: variable,
        ellipse: BernsteinEllipse(rho: rho))
      guard let bounds = cover.bounds() else { continue }
      // |L − R| ≤ |L| + |R| for each equality; the largest counts.
      let largest = stride(from: 0, to: bounds.count, by: 2).map { bounds[$0] + bounds[$0 + 1] }
      guard let bound = largest.max(),
        let degree = ChebyshevBound.degree(rho: rho, bound: bound, target: target)
      else { continue }
      return .init(rho: rho, bound: bound, degree: degree)
    }
    return nil
  }

  /// The largest |L − R| at the nodes, with as many bits as it takes to see that it is small.
  func values(at axes: [ChebyshevBound.Axis], allowed: Ball) -> Values {
    var largest = Ball(0, precision: ChebyshevBound.precision)
    var nodes: [(point: [Double], size: Double)] = []
    let bits = Self.bits(of: allowed)
    let limit =
      equalities.holdIntegral ? Self.precisionLimitWithIntegrals : Self.precisionLimit
    for number in 0..<axes.nodeCount {
      var precision = bits + (equalities.holdIntegral ? 32 : 64)
      while true {
        let point = point(number, axes, precision)
        guard let size = equalities.distance(at: point, precision: precision) else {
          return .undecided("a side has no value at a node")
        }
        if size.isCertainlyAtMost(allowed) {
          largest = Ball.larger(largest, size)
          nodes.append((point.map { Double($0.midpoint) }, Double(size.upper ?? 0)))
          break
        }
        if tolerance.isCertainlyAtMost(size), (size - tolerance).isCertainlyPositive {
          return .beyond(point)
        }
        precision *= 2
        guard precision <= limit, !allowed.isCertainlyAtMost(size) else {
          return .undecided("at a node the sides differ by too much for the nodes to tell")
        }
      }
    }
    return .within(largest, nodes: nodes)
  }

  private func point(_ number: Int, _ axes: [ChebyshevBound.Axis], _ precision: Int) -> [Ball] {
    var rest = number
    return zip(axes, box.sides).map { axis, side in
      defer { rest /= axis.degree + 1 }
      let node = ChebyshevBound.node(
        rest % (axis.degree + 1), of: axis.degree, precision: precision)
      return Ball(side.midpoint, precision: precision)
        + Ball(side.width / 2, precision: precision) * node
    }
  }

  /// How many bits lie before a small number's first.
  private static func bits(of value: Ball) -> Int {
    guard let lower = value.lower, lower > 0 else { return 64 }
    let logarithm = Ball.log(Ball(lower, precision: 64)) / Ball.log(Ball(2, precision: 64))
    return Swift.max(0, -Int(Double(logarithm.midpoint).rounded(.down)))
  }
}
