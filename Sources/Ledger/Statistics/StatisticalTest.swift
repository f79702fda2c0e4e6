import MathCore
import Records

/// The test of a statistical check, made again from what the check says of itself. Whoever wrote
/// the record may lie about the draws; about level, power and what follows from the sums it cannot.
struct StatisticalTest {
  private enum Family {
    case mean(KnownDeviationTest, shift: Double, shifted: Double)
    /// The test of what is stated, and of what is moved by the effect: those that exist.
    case bounded([Int: BoundedMeanTest], shift: Double)
    /// The test of what is stated, and of each outcome moved by the effect, downward and upward.
    case outcomes(OutcomesTest, [Int: [(outcome: Int, test: BinomialTest)]])
  }
  private let family: Family
  let design: StatisticalDesign
  let level: Rational
  let effect: Effect

  /// More than this no honest check draws, and more outcomes none has.
  private static let mostDraws = 10_000_000
  private static let mostOutcomes = 1000

  /// - Returns: `nil` when the design makes no test.
  init?(_ design: StatisticalDesign) {
    guard let level = Rational(design.level), Double(level) > 0, level < 1,
      let size = Rational(design.effect.size), size > 0,
      (1...Self.mostDraws).contains(design.draws), design.stated.count <= Self.mostOutcomes
    else { return nil }
    self.design = design
    self.level = level
    effect = design.effect.isRelative ? .relative(size) : .absolute(size)
    let family: Family? =
      switch design.family {
      case .mean: Self.mean(design, level, effect)
      case .bounded: Self.bounded(design, level, effect)
      case .probabilities: Self.outcomes(design, level, effect)
      }
    guard let family else { return nil }
    self.family = family
  }

  private static func mean(
    _ design: StatisticalDesign, _ level: Rational, _ effect: Effect
  ) -> Family? {
    guard design.stated.count == 1, let stated = design.stated[0].ends, let centre = design.centre,
      let spread = design.deviation?.ends, design.scales.count == 1
    else { return nil }
    let error = KnownDeviationTest.error(of: centre, from: stated.0, to: stated.1)
    let deviation = Double(spread.1) * (1 + .ulpOfOne)
    guard
      KnownDeviationTest.isSound(
        centre: centre, error: error, deviation: deviation, level: Double(level),
        draws: design.draws, scale: design.scales[0])
    else { return nil }
    let test = KnownDeviationTest(
      centre: centre, error: error, deviation: deviation, level: Double(level),
      draws: design.draws, scale: design.scales[0])
    return .mean(
      test, shift: Double(shift(of: stated, effect)), shifted: effect.shiftedDeviation(deviation))
  }

  private static func bounded(
    _ design: StatisticalDesign, _ level: Rational, _ effect: Effect
  ) -> Family? {
    guard design.stated.count == 1, let stated = design.stated[0].ends, let centre = design.centre,
      let ends = design.range, ends.count == 2, ends[0] < ends[1]
    else { return nil }
    let error = KnownDeviationTest.error(of: centre, from: stated.0, to: stated.1)
    guard BoundedMeanTest.isSound(ends[0]...ends[1], centre, error, design.scales) else {
      return nil
    }
    let shift = Double(shift(of: stated, effect))
    var tests = [
      0: BoundedMeanTest(
        range: ends[0]...ends[1], centre: centre, error: error, level: Double(level),
        draws: design.draws, bets: design.scales)
    ]
    for moved in [-1, 1] {
      tests[moved] = BoundedMeanTest.moved(
        by: Double(moved) * shift, range: ends[0]...ends[1], centre: centre, error: error,
        effect: shift, level: Double(level), draws: design.draws)
    }
    return .bounded(tests, shift: shift)
  }

  private static func outcomes(
    _ design: StatisticalDesign, _ level: Rational, _ effect: Effect
  ) -> Family? {
    let stated = design.stated.compactMap(\.ends).map {
      $0.0 == $0.1 ? Ball($0.0) : Ball(lower: $0.0, upper: $0.1, precision: 192)
    }
    guard stated.count == design.stated.count else { return nil }
    let total = stated.reduce(Ball(0)) { $0 + $1 }
    let areProbabilities = stated.allSatisfy {
      $0.isExact ? $0.isCertainlyNonNegative : $0.isCertainlyPositive
    }
    guard areProbabilities, total.isFinite, total.contains(1),
      stated.allSatisfy({ (Ball(1) - $0).isCertainlyNonNegative })
    else { return nil }
    let test = OutcomesTest(probabilities: stated, level: level, draws: design.draws)
    let moved = [-1, 1].map { ($0, test.moved(by: effect, up: $0 > 0)) }
    return .outcomes(test, Dictionary(uniqueKeysWithValues: moved))
  }

  /// How far the effect moves the middle of what is stated.
  private static func shift(of stated: (Rational, Rational), _ effect: Effect) -> Rational {
    let middle = (stated.0 + stated.1) / 2
    switch effect {
    case .relative(let share): return share * middle.magnitude
    case .absolute(let distance): return distance
    }
  }

  // MARK: The draws

  /// Whether the sums are of as many draws, and of the kind, that the design says.
  func fits(_ draws: DrawSums) -> Bool {
    guard draws.count == design.draws else { return false }
    switch family {
    case .mean: return draws.sums.count == KnownDeviationTest.sumCount && draws.counts.isEmpty
    case .bounded: return draws.sums.count == 2 && draws.counts.isEmpty
    case .outcomes(let test, _):
      var total = 0
      for count in draws.counts {
        let (sum, overflow) = total.addingReportingOverflow(count)
        if overflow { return false }
        total = sum
      }
      return draws.counts.count == test.probabilities.count && total == design.draws
    }
  }

  /// Whether the draws reject what is stated, or what it becomes when it is moved by the effect; of
  /// several probabilities, each one that can be moved.
  ///
  /// - Precondition: the sums fit.
  func rejects(_ draws: DrawSums) -> Bool {
    switch family {
    // The draws themselves were moved before they were summed.
    case .mean(let test, _, _): return test.rejects(draws.sums)
    case .bounded(let tests, _): return tests[draws.moved]?.rejects(draws.sums) ?? false
    case .outcomes(let test, let tests):
      if draws.moved == 0 { return test.rejects(draws.counts) }
      let moved = tests[draws.moved] ?? []
      return !moved.isEmpty && moved.allSatisfy { $0.test.rejects(draws.counts[$0.outcome]) }
    }
  }

  /// In which directions the statement can be moved: those that must be tried.
  var directions: [Int] {
    switch family {
    case .mean: [-1, 1]
    case .bounded(let tests, _): [-1, 1].filter { tests[$0] != nil }
    case .outcomes(_, let tests): [-1, 1].filter { tests[$0]?.isEmpty == false }
    }
  }

  /// A bound on the probability of these draws, or stranger ones, if all is as stated.
  func pValue(_ draws: DrawSums) -> Double {
    switch family {
    case .mean(let test, _, _): return test.pValue(draws.sums)
    case .bounded(let tests, _): return tests[0]?.pValue(draws.sums) ?? 1
    case .outcomes(let test, _):
      if test.impossible(draws.counts) != nil { return 0 }
      return test.pValue(draws.counts).flatMap { $0.value.upper.map { Double($0) } } ?? 1
    }
  }

  /// The outcome that gives the p-value, how often it came and how often it was to be expected;
  /// `nil` for means.
  func strangest(_ draws: DrawSums) -> (outcome: Int, count: Int, expected: Double)? {
    guard case .outcomes(let test, _) = family,
      let outcome = test.impossible(draws.counts) ?? test.pValue(draws.counts)?.outcome
    else { return nil }
    let probability = Double(test.probabilities[outcome].midpoint)
    return (outcome, draws.counts[outcome], Double(draws.count) * probability)
  }

  // MARK: The power

  /// At least this is the probability of seeing the effect, and of seeing that a statement which is
  /// moved by it is wrong; 0 if the effect is possible in no direction.
  var power: Double {
    switch family {
    case .mean(let test, let shift, let shifted):
      return shift > 0 ? test.power(against: shift, deviation: shifted) : 0
    case .bounded(let tests, let shift):
      guard shift > 0, let test = tests[0] else { return 0 }
      let means = [test.centre - shift, test.centre + shift].filter(test.range.contains)
      let back = [-1, 1].compactMap { tests[$0]?.power(against: test.centre) }
      return (means.map { test.power(against: $0) } + back).min() ?? 0
    case .outcomes(let test, let tests):
      guard let forth = test.power(against: effect) else { return 0 }
      let back = tests.values.joined().map { cell in
        cell.test.power(against: test.probabilities[cell.outcome])
      }
      let least = back.reduce(forth) { smaller($0, $1) }
      return least.lower.map { Swift.max(0, Double($0)) } ?? 0
    }
  }

  /// So many draws see the effect with this power; `nil` if no number does.
  func drawsNeeded(power: Double) -> Double? {
    let needed: Double?
    switch family {
    case .mean(let test, let shift, let shifted):
      needed =
        shift > 0 ? test.drawsNeeded(toSee: shift, deviation: shifted, power: power) : nil
    case .bounded(let tests, let shift):
      let all = tests.values.compactMap {
        BoundedMeanTest.drawsEnough(
          toSee: shift, range: $0.range, centre: $0.centre, error: $0.error, level: $0.level,
          power: power)
      }
      needed = all.count == tests.count ? all.max() : nil
    case .outcomes(let test, _):
      needed = OutcomesTest.drawsEnough(
        probabilities: test.probabilities, level: level, effect: effect, power: power)
    }
    return needed.flatMap { $0.isFinite ? $0 : nil }
  }

  // MARK: Evidence that adds up

  /// The logarithms of e-values against what is stated, one for each way in which it may be wrong.
  /// Sums of them over independent runs are such logarithms again.
  ///
  /// - Precondition: the sums fit.
  func logEvidence(_ draws: DrawSums) -> [Double] {
    switch family {
    case .mean(let test, _, _): return test.logEvidence(draws.sums)
    case .bounded(let tests, _): return tests[0]?.logEvidence(draws.sums) ?? []
    case .outcomes(let test, _):
      if test.impossible(draws.counts) != nil { return [.infinity] }
      return test.logEvidence(draws.counts, against: effect)
    }
  }
}

extension Enclosure {
  /// `nil` unless both are numbers, in order.
  fileprivate var ends: (Rational, Rational)? {
    guard let low = Rational(lower), let high = Rational(upper), low <= high else { return nil }
    return (low, high)
  }
}
