import MathCore
import Records

/// How sharp an inequality is: the smallest relative change of its bound that some point refutes,
/// with that point. Where the sides touch, every change is refuted; a bound that is far off
/// survives large ones.
package enum Sharpness {
  /// Changes that are tried, each relative to the side that gives the bound.
  private static let changes: [Rational] =
    [12, 9, 7, 6, 5, 4, 3].map { 1 / Rational(10).power($0) }
    + [Rational(1, 100), Rational(1, 20), Rational(1, 10), Rational(1, 5), Rational(1, 2)]
  /// Places of the exploration that are tried for each conclusion.
  private static let places = 6

  /// The sharpened law that is refuted, for the inequality that lets least room; `nil` when none
  /// was refuted.
  package static func mutant(of law: Law) -> EngineMutant? {
    let objectives = law.conclusions.indices.suffix(4).map {
      Objective(conclusion: $0, isRelative: true)
    }
    guard law.conclusions.contains(where: { $0.isChangeable }),
      var exploration = Exploration(law, objectives: objectives, looks: Exploration.looks / 2)
    else { return nil }
    exploration.run { _ in false }
    var best: EngineMutant?
    for (objective, lowest) in zip(objectives, exploration.lowest) {
      let comparison = law.conclusions[objective.conclusion]
      guard comparison.isChangeable else { continue }
      let points = candidates(lowest, exploration.landscape.variables)
      for change in changes {
        if let size = best?.size, size <= Double(change) { break }
        let sharper = law.replacing(objective.conclusion, by: comparison.sharpened(by: change))
        guard let witness = refutation(of: sharper, among: points) else { continue }
        best = mutant(sharper, change, witness)
        break
      }
    }
    return best
  }

  private static func candidates(
    _ lowest: [Descent.Place], _ variables: [Variable]
  ) -> [[Variable: Rational]] {
    let nearby = NearbyRationals(variables: variables)
    return lowest.prefix(places).flatMap { place in
      let points = nearby.points(near: place.point)
      return [points.first, points.dropLast().last, points.last].compactMap { $0 }
    }.map { Dictionary(uniqueKeysWithValues: zip(variables, $0)) }
  }

  private static func refutation(of law: Law, among points: [[Variable: Rational]]) -> Witness? {
    let evaluator = PointEvaluator(law)
    for point in points {
      let values = evaluator.variables.map { point[$0] ?? 0 }
      if case .fails(let witness) = evaluator.decide(at: values, quickly: true) { return witness }
    }
    return nil
  }

  private static func mutant(_ law: Law, _ change: Rational, _ witness: Witness) -> EngineMutant {
    var trial = Trial()
    trial.violated = 1
    trial.violation = WitnessSimplifier.simplified(witness, by: PointEvaluator(law))
    return EngineMutant(
      why: "the bound sharper by \(phrase(change))", statement: law.tex, trial: trial,
      target: .sharpness, size: Double(change))
  }

  private static func phrase(_ change: Rational) -> String {
    let percent = change * 100
    return percent.isInteger ? "\(percent) %" : "\(Double(change))"
  }
}

extension Comparison {
  /// A relative change means something where neither side is nothing, and the order is one of
  /// reals.
  fileprivate var isChangeable: Bool {
    relation != .equal && left.rationalValue != 0 && right.rationalValue != 0
      && !ordersComplexNumbers
  }

  /// The right side nearer to the left one, by a part of its size.
  fileprivate func sharpened(by change: Rational) -> Comparison {
    let size = Sign.of(right).isNonNegative ? right : Node.apply(.abs, right)
    let part = Node.product(.constant(change), size)
    switch relation {
    case .equal: return self
    case .lessOrEqual, .less: return Comparison(left, relation, .difference(right, part))
    case .greaterOrEqual, .greater: return Comparison(left, relation, .sum(right, part))
    }
  }
}
