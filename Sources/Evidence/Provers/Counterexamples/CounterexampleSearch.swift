import MathCore
import Records

/// A search for a small exact point at which a law certainly fails, its hypotheses certified.
///
/// Simple points come first, so what is found is fit to be read. Then the law is explored in
/// floating point, for failures that are narrow, tiny or far out; whatever looks like one is tried
/// exactly at the simplest fractions nearby. Finding nothing means nothing.
package enum CounterexampleSearch {
  /// Simple points that one search may try, and how many of them before the exploration.
  package static let budget = 3_000
  private static let first = 600

  package static func find(_ law: Law, budget: Int = budget) -> Witness? {
    let evaluator = PointEvaluator(law)
    if let found = simple(evaluator, 0..<Swift.min(first, budget)) { return found }
    guard budget > first else { return nil }
    var exploration = ExactExploration(law, evaluator)
    return exploration?.find() ?? simple(evaluator, first..<budget)
  }

  /// Whether the law fails at one of the simplest points by less than a search would see: with all
  /// the bits that one point may have. Integrals are not worth so many.
  package static func failsSlightly(_ law: Law) -> Bool {
    let evaluator = PointEvaluator(law)
    var fails = false
    SimplePoints.visit(evaluator.variables, 0..<(evaluator.holdsIntegral ? 0 : 6)) { point in
      if case .fails = evaluator.decide(at: point) { fails = true }
      return !fails
    }
    return fails
  }

  /// Only the points that a person would try.
  package static func findSimple(_ law: Law, budget: Int = budget) -> Witness? {
    simple(PointEvaluator(law), 0..<budget)
  }

  private static func simple(_ evaluator: PointEvaluator, _ range: Range<Int>) -> Witness? {
    var found: Witness?
    SimplePoints.visit(evaluator.variables, range) { point in
      if case .fails(let witness) = evaluator.decide(at: point, quickly: true) { found = witness }
      return found == nil
    }
    return found
  }

  /// What the check of a law says of "false": it is refuted by any point where the hypotheses
  /// certainly hold and both sides have a value. Without such a point a law has nothing to say.
  package static func never(_ law: Law) -> Trial {
    let evaluator = PointEvaluator(law)
    var trial = Trial()
    SimplePoints.visit(evaluator.variables, 0..<budget) { point in
      if evaluator.isInhabited(by: point) { trial.violated = 1 }
      return trial.violated == 0
    }
    if trial.violated == 0 {
      var exploration = ExactExploration(law, evaluator)
      trial.violated = exploration?.findInhabited() == true ? 1 : 0
    }
    if trial.violated == 0 { trial.undecided = 1 }
    return trial
  }
}

extension Span.Closed {
  /// What is as near to a machine number as a search may have missed its goal.
  fileprivate init?(around value: Double) {
    let distance = 1e-7 * Swift.max(value.magnitude, 1)
    guard let lower = Rational(exactly: value - distance),
      let upper = Rational(exactly: value + distance)
    else { return nil }
    self.init(lower: lower, upper: upper)
  }
}

/// An exploration in floating point whose finds are tried exactly.
struct ExactExploration {
  /// Exact points that may be tried for finds of the exploration.
  private static let exactBudget = 400
  /// Of the lowest places of each objective, how many are tried although they do not seem to fail.
  private static let lowPlaces = 2

  private let law: Law
  private let evaluator: PointEvaluator
  private var left = exactBudget

  init?(_ law: Law, _ evaluator: PointEvaluator) {
    guard !evaluator.variables.isEmpty else { return nil }
    self.law = law
    self.evaluator = evaluator
  }

  mutating func find() -> Witness? {
    guard var exploration = Exploration(law) else { return nil }
    var found: Witness?
    exploration.run { place in
      guard place.view.seemsToFail else { return false }
      found = fails(near: place.point, isLikely: true)
      return found != nil || left <= 0
    }
    if let found { return found }
    let lowest = exploration.lowest.flatMap { $0.prefix(Self.lowPlaces) }
    for place in lowest where left > 0 {
      if let found = fails(near: place.point, isLikely: false) { return found }
    }
    for place in lowest where left > 0 {
      if let found = failsByAlgebra(near: place.point) { return found }
    }
    return nil
  }

  /// Whether there is a point at which the hypotheses hold and all sides have a value.
  mutating func findInhabited() -> Bool {
    let objective = Objective(conclusion: -1, isRelative: false)
    guard !law.hypotheses.isEmpty, var exploration = Exploration(law, objectives: [objective])
    else { return false }
    var isFound = false
    exploration.run { place in
      guard place.view.miss == 0 else { return false }
      isFound = nearby(place.point).contains { point in
        left -= 1
        return left > 0 && evaluator.isInhabited(by: point)
      }
      return isFound || left <= 0
    }
    return isFound
  }

  private func nearby(_ point: [Double]) -> [[Rational]] {
    NearbyRationals(variables: evaluator.variables).points(near: point)
  }

  /// A closed point near a machine one at which the law fails: π/2, where sin x < 1 does, or 0,
  /// where |x| + ln 2 > ln 2 does.
  private mutating func failsByAlgebra(near point: [Double]) -> Witness? {
    let sides = point.compactMap { Span.Closed(around: $0) }
    guard sides.count == point.count else { return nil }
    for candidate in Box(sides: sides).simplestPoints where left > 0 {
      left -= 1
      guard evaluator.isWithinSpans(candidate.map(\.side.lower)),
        case .fails(let witness) = evaluator.decide(at: candidate.map { Formula($0.node) })
      else { continue }
      return witness
    }
    return nil
  }

  /// The simplest exact point near a machine one at which the law fails.
  ///
  /// - Parameter isLikely: there the point itself is tried first, and what does not fail costs one
  ///   exact look.
  private mutating func fails(near point: [Double], isLikely: Bool) -> Witness? {
    let candidates = nearby(point)
    if isLikely, let itself = candidates.last {
      left -= 1
      guard case .fails = evaluator.decide(at: itself, quickly: true) else { return nil }
    }
    for candidate in candidates where left > 0 {
      left -= 1
      guard case .fails = evaluator.decide(at: candidate, quickly: true) else { continue }
      var simplifier = WitnessSimplifier(evaluator)
      return simplifier.simplify(candidate)
    }
    return nil
  }
}
