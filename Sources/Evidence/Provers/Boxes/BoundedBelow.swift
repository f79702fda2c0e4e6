import MathCore

/// A formula that is to be shown non-negative (or positive) on boxes, with its gradient ready.
struct BoundedBelow: Sendable {
  /// The formula and, where they are used, its slopes.
  let enclosed: [Node]
  private let value: Tape
  private let gradient: Tape?
  private let isStrict: Bool
  private let isComplex: Bool
  /// The holomorphic extension of a formula with complex parts: the slopes say nothing where it has
  /// a cut.
  private let extended: Tape?

  enum Outcome: Sendable {
    /// Shown, with a lower bound of the formula on the box, and the point where it is exactly 0 if
    /// that is where it is smallest.
    case shown(margin: Double, contact: [Rational]? = nil)
    /// Open; the side across which to split.
    case open(split: Int?)
  }

  init(_ node: Node, isStrict: Bool, variables: [Variable]) {
    self.isStrict = isStrict
    isComplex = node.needsComplexArithmetic
    value = Tape([node], variables: variables)
    extended =
      isComplex
      ? HolomorphicExtension.of(node).map { Tape([$0], variables: variables) } : nil
    let slopes =
      node.isSmooth && (!isComplex || extended != nil)
      ? variables.map { node.derivative(by: $0) } : nil
    gradient = slopes.map { Tape($0, variables: variables) }
    enclosed = [node] + (slopes ?? [])
  }

  /// Tries, in this order: the formula on the whole box, monotonicity towards a face, and the
  /// centred form `f(m) + Σ ∂f(box)·(x − m)`.
  func decide(on box: Box, precision: Int) -> Outcome {
    if let ball = ball(on: box, precision), let margin = margin(ball) {
      return .shown(margin: margin)
    }
    let slopes = gradientBalls(on: box, precision)
    guard let slopes else { return .open(split: box.widestSide) }
    let face = self.face(of: box, slopes)
    if face.sides.allSatisfy({ $0.lower == $0.upper }) {
      let corner = face.sides.map(\.lower)
      if let margin = exactMargin(at: corner) {
        return .shown(margin: margin, contact: margin == 0 ? corner : nil)
      }
    }
    if let ball = ball(on: face, precision), let margin = margin(ball) {
      return .shown(margin: margin)
    }
    if let ball = centredForm(on: face, slopes, precision), let margin = margin(ball) {
      return .shown(margin: margin)
    }
    return .open(split: steepest(face, slopes) ?? box.widestSide)
  }

  private func ball(on box: Box, _ precision: Int) -> Ball? {
    values(value, box.balls(precision: precision), precision)?.first
  }

  private func gradientBalls(on box: Box, _ precision: Int) -> [Ball]? {
    guard !isComplex || isHolomorphic(on: box, precision) else { return nil }
    return gradient.flatMap { values($0, box.balls(precision: precision), precision) }
  }

  /// Whether a formula with complex parts has no cut and no jump on the box.
  private func isHolomorphic(on box: Box, _ precision: Int) -> Bool {
    let inputs = box.balls(precision: precision).map {
      AnalyticBall(ball: ComplexBall($0), asksAnalytic: true)
    }
    let values = try? extended?.evaluate(inputs, precision: precision)
    return values?.allSatisfy(\.ball.isFinite) ?? false
  }

  /// The roots of a tape as finite real balls; `nil` if one is not certainly that.
  private func values(_ tape: Tape, _ sides: [Ball], _ precision: Int) -> [Ball]? {
    let balls: [Ball]?
    if isComplex {
      let values = try? tape.evaluate(sides.map { ComplexBall($0) }, precision: precision)
      let isReal = values?.allSatisfy { $0.im.lower == 0 && $0.im.upper == 0 } ?? false
      balls = isReal ? values?.map(\.re) : nil
    } else {
      balls = try? tape.evaluate(sides, precision: precision)
    }
    return balls.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil }
  }

  /// The part of the box where the formula is smallest, as far as signs of slopes tell.
  private func face(of box: Box, _ slopes: [Ball]) -> Box {
    var face = box
    for (index, slope) in slopes.enumerated() {
      if slope.isCertainlyNonNegative {
        face.sides[index].upper = face.sides[index].lower
      } else if slope.isCertainlyNonPositive {
        face.sides[index].lower = face.sides[index].upper
      }
    }
    return face
  }

  private func centredForm(on box: Box, _ slopes: [Ball], _ precision: Int) -> Ball? {
    let middle = box.midpoint.map { Ball($0, precision: precision) }
    guard var sum = values(value, middle, precision)?.first else { return nil }
    for (ball, (centre, slope)) in zip(
      box.balls(precision: precision), zip(middle, slopes))
    {
      sum = sum + slope * (ball - centre)
    }
    return sum.isFinite ? sum : nil
  }

  /// The value at a point where it is exact and non-negative: the contact points that no ball shows.
  private func exactMargin(at point: [Rational]) -> Double? {
    guard let exact = try? value.evaluate(point, precision: 0).first else { return nil }
    return (isStrict ? exact > 0 : exact >= 0) ? Double(exact) : nil
  }

  private func margin(_ ball: Ball) -> Double? {
    guard isStrict ? ball.isCertainlyPositive : ball.isCertainlyNonNegative else { return nil }
    return ball.lower.map { Double($0).nextDown }
  }

  /// The side along which the formula can change most.
  private func steepest(_ box: Box, _ slopes: [Ball]) -> Int? {
    let reach = box.sides.indices.map { index in
      Double(box.sides[index].width) * Double(slopes[index].magnitudeBound)
    }
    guard let index = reach.indices.max(by: { reach[$0] < reach[$1] }), reach[index] > 0 else {
      return nil
    }
    return index
  }
}

extension Ball {
  /// An upper bound of the absolute value, for choosing only.
  fileprivate var magnitudeBound: Rational {
    guard let lower, let upper else { return 0 }
    return Swift.max(lower.magnitude, upper.magnitude)
  }
}
