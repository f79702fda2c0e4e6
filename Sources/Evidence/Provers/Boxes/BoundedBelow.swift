import MathCore

/// A formula that is to be shown non-negative (or positive) on boxes, with its gradient ready.
struct BoundedBelow: Sendable {
  /// The formula and, where they are used, its slopes.
  let enclosed: [Node]
  private let value: Tape
  private let gradient: Tape?
  let isStrict: Bool
  private let isComplex: Bool
  /// The holomorphic extension of a formula with complex parts: the slopes say nothing where it has
  /// a cut.
  private let extended: Tape?

  enum Outcome: Sendable {
    /// Shown, with a lower bound of the formula on the box, and the point where it is exactly 0 if
    /// one was used.
    case shown(margin: Double, contact: [Double]? = nil)
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
    // At a kink a slope has no finite enclosure, so that it says nothing there.
    let hasSlopes = isComplex ? node.isSmooth && extended != nil : !node.contains(\.isIntegral)
    let slopes = hasSlopes ? variables.map { node.derivative(by: $0) } : nil
    gradient = slopes.map { Tape($0, variables: variables) }
    enclosed = [node] + (slopes ?? [])
  }

  /// Tries, in this order: the formula on the whole box, monotonicity towards a face, the centred
  /// form `f(m) + Σ ∂f(box)·(x − m)`, and contact points.
  ///
  /// - Precondition: the formula has a value on the whole box.
  func decide(
    on box: Box, precision: Int, contacts: inout ContactSearch?
  ) -> Outcome {
    let sign = isStrict ? \Ball.isCertainlyPositive : \.isCertainlyNonNegative
    if let margin = margin(ball(on: box, precision), sign) { return .shown(margin: margin) }
    guard let slopes = gradientBalls(on: box, precision) else {
      return contact(on: [box], precision, &contacts) ?? .open(split: box.widestSide)
    }
    let face = self.face(of: box, slopes)
    // Inside of an end that is left out and from which it rises, the formula is larger than there.
    let risesFromOpenEnd = zip(box.sides, slopes).contains {
      $0.excludesLower && $1.isCertainlyPositive
    }
    let faceSign = risesFromOpenEnd ? \Ball.isCertainlyNonNegative : sign
    if face.isPoint, let exact = try? value.evaluate(face.midpoint, precision: 0).first,
      isStrict && !risesFromOpenEnd ? exact > 0 : exact >= 0
    {
      return .shown(
        margin: Double(exact), contact: exact == 0 ? face.midpoint.map { Double($0) } : nil)
    }
    if let margin = margin(ball(on: face, precision), faceSign) { return .shown(margin: margin) }
    if let margin = margin(centredForm(on: face, slopes, precision), faceSign) {
      return .shown(margin: margin)
    }
    let places = face.sides == box.sides ? [box] : [face, box]
    return contact(on: places, precision, &contacts)
      ?? .open(split: steepest(face, slopes) ?? box.widestSide)
  }

  /// Whether the formula is shown without a search for contact points.
  func shows(on box: Box, precision: Int) -> Bool {
    var none: ContactSearch?
    if case .shown = decide(on: box, precision: precision, contacts: &none) { return true }
    return false
  }

  private func contact(
    on boxes: [Box], _ precision: Int, _ contacts: inout ContactSearch?
  ) -> Outcome? {
    for box in boxes {
      let contact = contacts?.shows(on: box, precision: precision, strictly: isStrict)
      if let contact { return .shown(margin: 0, contact: contact.approximatePlace) }
    }
    return nil
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

  private func margin(_ ball: Ball?, _ hasSign: KeyPath<Ball, Bool>) -> Double? {
    guard let ball, ball[keyPath: hasSign] else { return nil }
    return ball.lower.map { Swift.max(Double($0).nextDown, 0) }
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
