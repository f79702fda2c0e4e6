import MathCore
import Records

// The least value of a formula on a box, and the only point where it is taken. (The largest value
// is the least of the negative.)

extension UniquePointProver {
  /// A point that may be where the formula is smallest, with its value there.
  private struct Candidate {
    var place: Box
    var value: Ball
  }

  static func minimum(
    _ question: UniqueQuestion, _ whole: Box, _ budget: Int, _ answer: UniqueAnswer
  ) throws(EquationSystem.Unsuitable) -> UniqueAnswer {
    let formula = question.kind == .minimum ? question.formulas[0] : .negation(question.formulas[0])
    let variables = question.variables
    let gradient = variables.map { formula.derivative(by: $0) }
    guard formula.isSmooth else {
      throw .init(description: "a kink or an integral has no slopes that could be used")
    }
    if let index = variables.indices.first(where: { gradient[$0].rationalValue == 0 }),
      whole.sides[index].width > 0
    {
      return answer.refuted(alongAll: variables[index])
    }
    let system = try EquationSystem(gradient, variables: variables)
    let values = Tape([formula], variables: variables)
    let low = lowValue(values, whole)
    let ends = EndPoints(values: values, system: system, whole: whole, low: low)
    var search = ZeroSearch(system: system, whole: whole, budget: budget)
    // A critical point counts inside of the box only; what touches the border must be too high, or
    // fall towards the border.
    search.accepts = { whole.containsInside($0) }
    search.isIrrelevant = { ends.isTooHigh($0) || ends.fallsAway($0) }
    let found = search.run()
    let answer = answer.filled(from: found, system, variables)
    if answer.trial.undecided > 0 { return answer }
    let places = found.zeros.map(\.place) + ends.candidates
    let candidates = places.compactMap { place -> Candidate? in
      value(values, place).map { Candidate(place: place, value: $0) }
    }
    guard candidates.count == places.count, let best = lowest(candidates) else {
      return answer.undecided(
        places.isEmpty
          ? "no place was found where it is smallest"
          : "two places have values that are not told apart")
    }
    return answer.placed(at: best.place, question)
  }

  /// A number that the smallest value certainly does not exceed.
  private static func lowValue(_ values: Tape, _ whole: Box) -> Rational? {
    var points = whole.sides.count <= 4 ? whole.corners : []
    var boxes = [whole]
    for _ in 0..<6 {
      boxes = boxes.flatMap { box in box.widestSide.map { box.halves(across: $0) } ?? [box] }
      points += boxes.map(\.midpoint)
    }
    return points.compactMap { point in
      value(values, Box(sides: point.map { .init(lower: $0, upper: $0) }))?.upper
    }.min()
  }

  private static func value(_ values: Tape, _ box: Box) -> Ball? {
    let precision = ZeroSearch.finePrecision
    let ball = try? values.evaluate(box.balls(precision: precision), precision: precision).first
    return ball.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The candidate whose value is certainly below all others.
  private static func lowest(_ candidates: [Candidate]) -> Candidate? {
    candidates.indices.first { index in
      candidates.indices.allSatisfy {
        $0 == index || (candidates[$0].value - candidates[index].value).isCertainlyPositive
      }
    }.map { candidates[$0] }
  }
}

/// What is known of a formula on the parts of a box that touch its border.
private struct EndPoints: Sendable {
  let values: Tape
  let system: EquationSystem
  let whole: Box
  let low: Rational?

  /// Whether the formula is above its least value on all of a box.
  func isTooHigh(_ box: Box) -> Bool {
    guard let low else { return false }
    let balls = box.balls(precision: ZeroSearch.precision)
    let ball = try? values.evaluate(balls, precision: ZeroSearch.precision).first
    guard let lower = ball?.lower else { return false }
    return lower > low
  }

  /// Whether some slope keeps its sign on a box and leads down into the rest of the whole: then no
  /// point of the box has the least value. On an interval, an end towards which it falls is the
  /// only point of the box that may; it is among the candidates, unless the span leaves it out.
  func fallsAway(_ box: Box) -> Bool {
    let balls = box.balls(precision: ZeroSearch.precision)
    guard let slopes = system.slopes(of: balls) else { return false }
    return slopes.indices.contains { index in
      let isEnd =
        slopes[index].isCertainlyPositive
        ? box.sides[index].lower == whole.sides[index].lower
        : box.sides[index].upper == whole.sides[index].upper
      guard slopes[index].isCertainlyNonZero else { return false }
      return !isEnd || (box.sides.count == 1 && !box.sides[index].excludesLower)
    }
  }

  /// The ends of an interval that are not certainly too high.
  var candidates: [Box] {
    guard whole.sides.count == 1 else { return [] }
    return whole.corners.map { Box(sides: [.init(lower: $0[0], upper: $0[0])]) }.filter {
      !isTooHigh($0)
    }
  }
}

extension EquationSystem {
  /// The equations' own values: of a gradient, the slopes.
  fileprivate func slopes(of box: [Ball]) -> [Ball]? { values(box, ZeroSearch.precision) }
}
