import MathCore

/// One computed number, the bound that came with it, and the true value: how far they are apart,
/// and whether the bound covers that.
struct RoundingError {
  enum Outcome: Int, Comparable {
    case within, uninformative, undecided, beyond

    static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }
  }

  let outcome: Outcome
  let number: Rounded
  let truth: Ball
  /// Not below |computed − true|.
  let observed: Double
  /// What was derived for it.
  let bound: Double
  /// The larger of |computed| and |true|.
  let size: Double

  /// - Parameters:
  ///   - norm: the largest true magnitude among the entries of the same vector. An entry that is
  ///     nothing beside it may be lost.
  ///   - isFinal: no more bits are to be had.
  init(_ number: Rounded, _ truth: Ball, norm: Double, isFinal: Bool) {
    self.number = number
    self.truth = truth
    bound = number.error
    guard number.value.isFinite, truth.isFinite else {
      (observed, size) = (.infinity, .infinity)
      outcome = Self.byClass(number.value, truth)
      return
    }
    let distance = Ball(exactly: number.value, precision: truth.precision) - truth
    observed = distance.greatestMagnitude
    size = Swift.max(number.value.magnitude, truth.greatestMagnitude)
    // What is left of a ball with the most bits is nothing beside any rounding error.
    let radius = isFinal ? size * 0x1p-200 : 0
    if distance.leastMagnitude > bound {
      outcome = .beyond
    } else if bound > 0, bound >= size, !(bound < norm.ulp) {
      outcome = .uninformative
    } else {
      outcome = observed <= bound + radius ? .within : .undecided
    }
  }

  /// NaN and infinities have no distance from anything: a value that is there must not be NaN, and
  /// infinite only if it is too large to be finite.
  private static func byClass(_ value: Double, _ truth: Ball) -> Outcome {
    guard truth.isFinite else { return .undecided }
    let overflow = Double.greatestFiniteMagnitude / 2
    let agrees = value > 0 ? truth.isCertainlyPositive : truth.isCertainlyNegative
    if value.isInfinite, agrees, truth.leastMagnitude >= overflow { return .uninformative }
    let isStraddling = value.isInfinite && agrees && truth.greatestMagnitude >= overflow
    return isStraddling ? .undecided : .beyond
  }

  /// Relative to the size, or to the smallest normal number where that is larger.
  var relative: Double { observed / scale }
  var relativeBound: Double { bound / scale }
  private var scale: Double { Swift.max(size, .leastNormalMagnitude) }

  /// The smallest relative change of the true value that would be refuted in either direction.
  var sensitivity: Double { (bound + observed) / scale }

  /// How near it is to being refuted.
  var ratio: Double { observed == 0 ? 0 : observed / bound }
}
