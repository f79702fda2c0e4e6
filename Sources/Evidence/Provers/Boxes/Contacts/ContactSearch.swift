import MathCore

/// The contact points of a goal as they are found: a proof by boxes asks for one wherever it is
/// stuck, and one point serves many boxes.
struct ContactSearch: Sendable {
  /// Points that algebra looks at, and how many of those that it confirms a box is tried with.
  private static let attemptLimit = 32
  private static let recent = 6

  private let node: Node
  private let variables: [Variable]
  private let value: Tape
  private var found: [ContactPoint] = []
  private var tried: Set<[Node]> = []
  private var attempts = 0
  /// Points at which the formula is 0 and around which it may be negative.
  private var unhelpful: [[ContactCoordinate]] = []

  /// - Returns: `nil` for formulas whose derivatives say nothing.
  init?(_ node: Node, variables: [Variable]) {
    guard !node.needsComplexArithmetic, !node.contains(\.isIntegral) else { return nil }
    self.node = node
    self.variables = variables
    value = Tape([node], variables: variables)
  }

  /// A contact point from which the formula is shown not to be negative on the box; one of the
  /// simplest points of the box may be a new one.
  ///
  /// - Parameter strictly: the formula is to be positive.
  mutating func shows(on box: Box, precision: Int, strictly: Bool) -> ContactPoint? {
    if let known = found.suffix(Self.recent).last(where: {
      $0.shows(on: box, precision: precision, strictly: strictly)
    }) {
      return known
    }
    for point in box.simplestPoints {
      guard attempts < Self.attemptLimit else { return nil }
      guard tried.insert(point.map(\.node)).inserted, mayVanish(at: point, precision) else {
        continue
      }
      attempts += 1
      let contact = ContactPoint(node, variables, free: Array(variables.indices), at: point)
      guard let contact else { continue }
      found.append(contact)
      if contact.shows(on: box, precision: precision, strictly: strictly) { return contact }
      unhelpful.append(point)
    }
    return nil
  }

  /// Hands over, once, the contact points that did not show their box.
  mutating func takeUnhelpful() -> [[ContactCoordinate]] {
    defer { unhelpful = [] }
    return unhelpful
  }

  /// The formulas of contact points whose enclosures are used.
  var enclosed: [Node] { found.flatMap(\.enclosed) }

  private func mayVanish(at point: [ContactCoordinate], _ precision: Int) -> Bool {
    let fractions = point.compactMap(\.exact)
    if fractions.count == point.count,
      let exact = try? value.evaluate(fractions, precision: 0).first
    {
      return exact == 0
    }
    let balls = Box(sides: point.map(\.side)).balls(precision: precision)
    let ball = try? value.evaluate(balls, precision: precision).first
    return ball.map { $0.isFinite && $0.contains(0) } ?? false
  }
}
