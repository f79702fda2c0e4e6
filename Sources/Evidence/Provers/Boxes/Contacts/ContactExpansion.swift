import MathCore

/// Taylor's theorem in one variable x about c, the others anywhere in a box:
/// f = Σ_{j<k} f⁽ʲ⁾(c) hʲ/j! + f⁽ᵏ⁾(ξ) hᵏ/k! with h = x − c.
///
/// No term is negative if each derivative at c vanishes identically or has a sign that suits hʲ,
/// and the k-th one has it on the whole box. The term j = 0 is a formula in the other variables,
/// for which the same is asked again.
struct ContactExpansion: Sendable {
  /// The highest order, and the size of a tree that is still differentiated: they grow fast.
  private static let highestOrder = 8
  private static let sizeLimit = 1_000

  /// The formulas whose enclosures are used: the derivatives.
  let enclosed: [Node]
  private let index: Int
  private let centre: ContactCoordinate
  /// f′, f″, … for all values of the variables.
  private let derivatives: Tape
  /// The same at c; `nil` for those that vanish identically.
  private let coefficients: [Tape?]
  /// The formula at c, where it does not vanish identically: in an array, because it is of this
  /// kind again.
  private let slice: [ContactPoint]

  init?(
    _ node: Node, _ variables: [Variable], free: [Int], by index: Int, at place: [ContactCoordinate]
  ) {
    self.index = index
    centre = place[index]
    let atCentre = [variables[index]: centre.node]
    if node.vanishes(at: atCentre) {
      slice = []
    } else {
      let others = free.filter { $0 != index }
      let restricted = node.replacing(atCentre).withConstantsEvaluated
      guard !others.isEmpty,
        let below = ContactPoint(restricted, variables, free: others, at: place)
      else { return nil }
      slice = [below]
    }
    var nodes: [Node] = []
    var coefficients: [Tape?] = []
    var last = node
    for order in 1...Self.highestOrder {
      guard !last.hasMoreNodes(than: Self.sizeLimit) else { break }
      last = last.derivative(by: variables[index])
      nodes.append(last)
      let vanishes = last.vanishes(at: atCentre)
      coefficients.append(
        vanishes
          ? nil : Tape([last.replacing(atCentre).withConstantsEvaluated], variables: variables))
      // Across a point the first term that is left decides; from an end on, all may help.
      if order > 1, !vanishes, order.isMultiple(of: 2) { break }
    }
    guard !nodes.isEmpty else { return nil }
    enclosed = nodes + slice.flatMap(\.enclosed)
    derivatives = Tape(nodes, variables: variables)
    self.coefficients = coefficients
  }

  func shows(on box: Box, _ precision: Int, strictly: Bool) -> Bool {
    let side = box.sides[index]
    guard centre.isWithin(side), side.width > 0 else { return false }
    let startsOutside = side.excludesLower && side.lower == centre.exact
    guard !strictly || startsOutside else { return false }
    let slice = box.slice(index, at: centre)
    let point = slice.balls(precision: precision)
    guard
      let onBox = try? derivatives.evaluate(box.balls(precision: precision), precision: precision)
    else { return false }
    for (number, derivative) in onBox.enumerated() {
      // The formula is as smooth as this needs where all derivatives up to here have values.
      guard derivative.isFinite else { return false }
      let isEnough =
        strictly ? derivative.isCertainlyPositive : suits(derivative, order: number + 1, side)
      if isEnough { return isNonNegative(slice, precision) }
      guard let coefficient = coefficients[number] else { continue }
      guard let value = try? coefficient.evaluate(point, precision: precision).first,
        suits(value, order: number + 1, side)
      else { return false }
    }
    return false
  }

  /// Whether a coefficient of hʲ makes that term non-negative on a side.
  private func suits(_ value: Ball, order: Int, _ side: Span.Closed) -> Bool {
    if order.isMultiple(of: 2) || side.lower == centre.exact { return value.isCertainlyNonNegative }
    return side.upper == centre.exact && value.isCertainlyNonPositive
  }

  private func isNonNegative(_ slice: Box, _ precision: Int) -> Bool {
    self.slice.allSatisfy { $0.shows(on: slice, precision: precision) }
  }
}

extension Node {
  /// Whether the tree, with shared parts as often as they are used, has more nodes than that.
  fileprivate func hasMoreNodes(than limit: Int) -> Bool {
    var left = limit
    func visit(_ node: Node) {
      left -= 1
      for child in node.children where left >= 0 { visit(child) }
    }
    visit(self)
    return left < 0
  }
}
