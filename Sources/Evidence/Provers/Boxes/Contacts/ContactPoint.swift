import MathCore

/// A point at which a formula is exactly 0, ready to show that it is not negative around it.
///
/// Balls around such a point always reach below 0. Taylor's theorem does not mind: the terms that
/// vanish at the point are known to by algebra, and an enclosure of the last one on a whole box has
/// a sign. It is used in all variables at once, to the second order, and in one variable at a time,
/// to higher orders, where the point may be flat.
struct ContactPoint: Sendable {
  let place: [ContactCoordinate]
  private let free: [Int]
  private let quadratic: ContactQuadratic?
  private let expansions: [ContactExpansion]

  /// - Parameters:
  ///   - free: the variables that are not fixed at the point, as places in `variables`.
  /// - Returns: `nil` unless the formula is shown to be exactly 0 at the point.
  init?(_ node: Node, _ variables: [Variable], free: [Int], at place: [ContactCoordinate]) {
    let values = Dictionary(
      uniqueKeysWithValues: free.map { (variables[$0], place[$0].node) })
    guard node.vanishes(at: values) else { return nil }
    self.place = place
    self.free = free
    quadratic = ContactQuadratic(node, variables, free: free, at: place)
    expansions = free.compactMap { index in
      ContactExpansion(node, variables, free: free, by: index, at: place)
    }
  }

  var approximatePlace: [Double] { place.map { Double($0.side.lower) } }

  /// The formulas whose enclosures are used.
  var enclosed: [Node] { (quadratic?.enclosed ?? []) + expansions.flatMap(\.enclosed) }

  /// Whether the formula is shown not to be negative on the box.
  ///
  /// - Parameter strictly: it is to be positive, but for an end that the box leaves out.
  /// - Precondition: the formula has a value on the whole box.
  func shows(on box: Box, precision: Int, strictly: Bool = false) -> Bool {
    if !strictly, box.contains(place) {
      let isPoint = free.allSatisfy { box.sides[$0].width == 0 }
      if isPoint || quadratic?.shows(on: box, precision) ?? false { return true }
    }
    return expansions.contains { $0.shows(on: box, precision, strictly: strictly) }
  }
}

extension Box {
  func contains(_ point: [ContactCoordinate]) -> Bool {
    zip(sides, point).allSatisfy { $1.isWithin($0) }
  }

  /// The part of the box where one coordinate has this value, or one as near as anyone may want.
  func slice(_ index: Int, at value: ContactCoordinate) -> Box {
    var slice = self
    slice.sides[index] = value.side
    return slice
  }
}

extension Node {
  /// Whether the formula is exactly 0 where some variables have these values, for all values of the
  /// others. A ball tells most others apart before algebra is asked.
  func vanishes(at values: [Variable: Node]) -> Bool {
    let restricted = replacing(values).withConstantsEvaluated
    if let value = restricted.isConstant { return value == 0 }
    let others = restricted.freeVariables
    let point = others.map { Ball($0.span.inner, precision: 128) }
    let ball = try? Tape([restricted], variables: others).evaluate(point, precision: 128).first
    if let ball, ball.isCertainlyNonZero { return false }
    return restricted.vanishesIdentically
  }
}

extension Span {
  /// Some number of the span that is nothing special.
  fileprivate var inner: Rational {
    let part = Rational(37, 97)
    return switch (lower, upper) {
    case (let lower?, let upper?): lower + (upper - lower) * part
    case (let lower?, nil): lower + part
    case (nil, let upper?): upper - part
    case (nil, nil): part
    }
  }
}
