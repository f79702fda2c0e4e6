import MathCore
import Records

/// A statistical check before anything is drawn: what it states, how many draws it makes, and how
/// draws become the sums that the Ledger judges.
package struct StatisticalStudy<Draw: Sendable & Equatable>: Sendable {
  package var method: String
  /// TeX of the statement.
  package var statement: String
  package var design: StatisticalDesign
  /// Why a draw cannot be one of the stated law, as the relation that it breaks.
  var objection: @Sendable (Draw) -> (left: String, right: String)?
  /// The sums of the draws against the statement as it is (0) or moved by the effect (−1, 1).
  var sums: @Sendable ([Draw], _ moved: Int) -> DrawSums
  /// In which directions the statement can be moved.
  var directions: [Int] = [1, -1]

  /// A number of draws derived from level, effect and power stays below this.
  package static var mostDraws: Int { 100_000 }
  /// No check draws more, whatever the author asks for.
  package static var limit: Int { 10_000_000 }

  /// Draws `design.draws` times and sums up. Draw i is made from sample i of the stream, so it does
  /// not depend on the others.
  package func trials(
    stream: String, directions: [Int] = [0], _ draw: (inout RandomSample) -> Draw
  ) -> [Trial] {
    let source = RandomSource(stream)
    var draws: [Draw] = []
    draws.reserveCapacity(design.draws)
    var random = 0
    for index in 0..<design.draws {
      var sample = source.sample(UInt64(index))
      let value = draw(&sample)
      if !sample.isUntouched { random += 1 }
      if let objection = objection(value) {
        return directions.map { _ in violated(objection, by: index, after: draws.count) }
      }
      draws.append(value)
    }
    let unrepeatable = unrepeatable(draws, source, draw)
    return directions.map { moved in
      var trial = Trial(required: design.draws)
      trial.held = draws.count
      var sums = sums(draws, moved)
      sums.random = random
      sums.unrepeatable = unrepeatable
      trial.draws = sums
      return trial
    }
  }

  /// How many draws are made a second time.
  private static var repeated: Int { 16 }

  /// Some draws again, in another order. One that comes out otherwise depends on something else
  /// than its random numbers: on the draws before it, or on numbers that no seed is behind.
  private func unrepeatable(
    _ draws: [Draw], _ source: RandomSource, _ draw: (inout RandomSample) -> Draw
  ) -> Int? {
    draws.indices.prefix(Self.repeated).reversed().first { index in
      var sample = source.sample(UInt64(index))
      return draw(&sample) != draws[index]
    }
  }

  private func violated(
    _ objection: (left: String, right: String), by index: Int, after held: Int
  ) -> Trial {
    var trial = Trial(required: design.draws)
    trial.held = held
    trial.violated = 1
    trial.violation = Witness(
      point: [Binding("\\text{draw}", "\(index)")], left: objection.left, relation: "∈",
      right: objection.right)
    return trial
  }

  /// The whole check: the draws as they are, and the same draws against the moved statement.
  package func finding(
    stream: String, _ draw: (inout RandomSample) -> Draw
  ) -> Finding {
    let trials = trials(stream: stream, directions: [0] + directions, draw)
    var finding = Finding(
      evidence: .statistical, method: method,
      subject: .implementation(function: "", scalar: "Double"),
      coverage: [Coverage(.samples, "\(design.draws) draws")], statement: statement,
      coversLaw: false, trial: trials[0])
    finding.statistical = design
    finding.mutants = zip(directions, trials.dropFirst()).map {
      EngineMutant(why: why(moved: $0), statement: nil, trial: $1)
    }
    return finding
  }

  private func why(moved: Int) -> String {
    let what =
      design.family == .probabilities
      ? design.stated.count > 2 ? "each probability in turn" : "the probability" : "the mean"
    return "\(what) \(design.effect.phrase) \(moved > 0 ? "higher" : "lower")"
  }
}

/// A study that cannot be made, and why.
package struct NoStudy: Error, Sendable {
  package var reason: String

  /// A check that is undecided for this reason.
  package var finding: Finding {
    var trial = Trial()
    trial.undecided = 1
    trial.stopped = reason
    return Finding(
      evidence: .statistical, method: "a statistical test",
      subject: .implementation(function: "", scalar: "Double"),
      coverage: [Coverage(.samples, "no draws")], statement: nil, coversLaw: false, trial: trial)
  }
}

/// The common part of all studies: significance, effect, and how many draws.
package struct StudyTerms: Sendable {
  package var level: Rational
  package var effect: Effect
  /// As many as the author asks for; `nil`: as many as the effect needs.
  package var draws: Int?

  package init(level: Rational, effect: Effect, draws: Int?) {
    self.level = level
    self.effect = effect
    self.draws = draws
  }

  /// A derived number of draws sees the effect with this probability: more than the Ledger asks
  /// for, so that the same draws against a moved statement are hardly ever in doubt either.
  static let power = 0.9999

  /// The author's number, or what is needed, rounded up to two digits.
  func draws(needed: Double?) -> Int {
    if let draws { return draws }
    guard let needed, needed < Double(StatisticalStudy<Double>.mostDraws) else {
      return StatisticalStudy<Double>.mostDraws
    }
    var (digits, unit) = (Swift.max(Int(needed), 1), 1)
    while digits >= 100 { (digits, unit) = ((digits + 9) / 10, unit * 10) }
    return digits * unit
  }

  var statedEffect: StatedEffect {
    switch effect {
    case .relative(let share): StatedEffect(isRelative: true, size: "\(share)")
    case .absolute(let distance): StatedEffect(isRelative: false, size: "\(distance)")
    }
  }
}

extension StatedEffect {
  /// "20 %" or "by 0.01".
  var phrase: String {
    guard let size = Rational(size) else { return size }
    return isRelative ? "\(Double(size * 100).shortText) %" : "by \(Double(size).shortText)"
  }
}

extension Double {
  /// Without a decimal point where none is needed.
  fileprivate var shortText: String {
    self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)"
  }
}

extension Enclosure {
  /// `nil` when the ball is not finite.
  init?(_ ball: Ball) {
    guard let lower = ball.lower, let upper = ball.upper else { return nil }
    self.init(lower: "\(lower)", upper: "\(upper)")
  }
}

extension Formula {
  /// The number that a formula without variables is, enclosed.
  func number(_ what: String) throws(NoStudy) -> (ball: Ball, enclosure: Enclosure) {
    guard node.freeVariables.isEmpty else {
      throw NoStudy(reason: "\(what) is not a number: it depends on a variable")
    }
    do {
      let values = try Tape([node], variables: []).evaluate([Ball](), precision: 192)
      if let ball = values.first, let enclosure = Enclosure(ball) { return (ball, enclosure) }
    } catch {
      throw NoStudy(reason: "\(what) has no value: \(error)")
    }
    throw NoStudy(reason: "\(what) has no finite value")
  }
}
