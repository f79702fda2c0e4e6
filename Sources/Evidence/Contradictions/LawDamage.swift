import MathCore
import Records

/// Damaged versions of a law, chosen by the engine: what a slip of the pen would make of it. A
/// check of the law must notice them.
///
/// Left out are versions that are the same law written differently, which agree with it at exact
/// random points, and those that say nothing there: a side that diverges or leaves its domain is no
/// law that a check could find false. What is left is tried by the check that the law itself went
/// through, and ends in one of three ways: refuted at a point, true as well (the law is not sharp),
/// or undecided.
package enum LawDamage {
  /// - Parameters:
  ///   - isPointwise: a point where the law is false refutes what is checked of it.
  ///   - isFair: whether the check can be asked of a damaged law at all.
  package static func mutants(
    of law: Law, isPointwise: Bool = true, isFair: (Law) -> Bool = { _ in true },
    _ trial: (Law) -> Trial
  ) -> [EngineMutant] {
    guard !law.isTautology else { return [] }
    let damages = (slips(law) + swapped(law) + reversed(law)).filter { isFair($0.law) }
    return damages.map { $0.mutant(isPointwise: isPointwise, trial) }
      + withoutHypotheses(law, trial)
  }

  /// A damaged law, and a point where it differs from the undamaged one.
  private struct Damage {
    var why: String
    var law: Law
    var point: [Variable: Rational]?

    func mutant(isPointwise: Bool, _ trial: (Law) -> Trial) -> EngineMutant {
      var result = trial(law)
      // Where the check itself has no answer, the point that told the two apart may be one.
      if isPointwise, result.violated == 0, result.undecided > 0 || result.stopped != nil,
        let point
      {
        let evaluator = PointEvaluator(law)
        let values = evaluator.variables.map { point[$0] ?? 0 }
        if case .fails(let witness) = evaluator.decide(at: values) {
          result.violated = 1
          result.violation = witness
        }
      }
      return EngineMutant(why: why, statement: law.tex, trial: result, target: .claim)
    }
  }

  /// One damage for each kind of slip that the law has a place for.
  private static func slips(_ law: Law) -> [Damage] {
    let siblings = siblings(law.freeVariables)
    return Slip.allCases.compactMap { slip in
      first(in: law, slip.why) { node in
        node.edits(limit: editLimit) { slip.change($0, siblings: siblings) }
      }
    }
  }

  /// Places that are tried for one kind of slip, until one makes a difference.
  private static let editLimit = 8

  /// The first two variables of a side trade places.
  private static func swapped(_ law: Law) -> [Damage] {
    let damage = first(in: law, "two variables swapped") { node in
      let variables = node.freeVariables
      guard variables.count >= 2, variables[0].span == variables[1].span else { return [] }
      return [
        node.replacing([
          variables[0]: Node(.variable(variables[1])), variables[1]: Node(.variable(variables[0])),
        ])
      ]
    }
    return damage.map { [$0] } ?? []
  }

  private static func reversed(_ law: Law) -> [Damage] {
    guard let last = law.conclusions.indices.last, let reversed = law.conclusions[last].reversed
    else { return [] }
    return [Damage(why: "the inequality reversed", law: law.replacing(last, by: reversed))]
  }

  /// The last conclusion whose right or left side a change makes a difference to.
  private static func first(
    in law: Law, _ why: String, _ changes: (Node) -> [Node]
  ) -> Damage? {
    for index in law.conclusions.indices.reversed() {
      let comparison = law.conclusions[index]
      for isRight in [true, false] {
        let side = isRight ? comparison.right : comparison.left
        for changed in changes(side) where changed != side {
          guard let difference = difference(side, changed, law) else { continue }
          let damaged =
            isRight
            ? Comparison(comparison.left, comparison.relation, changed)
            : Comparison(changed, comparison.relation, comparison.right)
          return Damage(why: why, law: law.replacing(index, by: damaged), point: difference.point)
        }
      }
    }
    return nil
  }

  /// `nil` when the two are the same, or the second has no value where the first has one; a point
  /// where they differ, if one is known.
  private static func difference(_ a: Node, _ b: Node, _ law: Law) -> Difference? {
    switch DistinguishingPoint.between(a, b, in: law) {
    case .differ(let point): Difference(point: point)
    case .same, .undefined: nil
    case .unknown: IdentityProver.proves(Comparison(a, .equal, b)) ? nil : Difference(point: nil)
    }
  }

  private struct Difference {
    var point: [Variable: Rational]?
  }

  /// The next variable of each family `x_1`, `x_2`, …
  private static func siblings(_ variables: [Variable]) -> [Variable: Variable] {
    let families = Dictionary(grouping: variables.filter { $0.family != nil }) {
      "\($0.family ?? "") \($0.span)"
    }
    var next: [Variable: Variable] = [:]
    for family in families.values where family.count > 1 {
      for (index, member) in family.enumerated() {
        next[member] = family[(index + 1) % family.count]
      }
    }
    return next
  }

  /// Hypotheses whose loss is tried, one at a time.
  private static let hypothesisLimit = 3

  private static func withoutHypotheses(
    _ law: Law, _ trial: (Law) -> Trial
  ) -> [EngineMutant] {
    law.hypotheses.indices.prefix(hypothesisLimit).map { index in
      var freed = law
      let lost = freed.hypotheses.remove(at: index)
      return EngineMutant(
        why: "without the hypothesis $\(lost.tex)$", statement: freed.tex, trial: trial(freed),
        target: .hypothesis)
    }
  }
}

extension Law {
  /// The law with one conclusion replaced.
  func replacing(_ index: Int, by comparison: Comparison) -> Law {
    var law = self
    law.conclusions[index] = comparison
    return law
  }
}

extension Variable {
  /// What the name has before its index: the `x` of `x_{2}`.
  fileprivate var family: Substring? {
    name.lastIndex(of: "_").map { name[..<$0] }
  }
}

extension Comparison {
  fileprivate var reversed: Comparison? {
    switch relation {
    case .equal: nil
    case .lessOrEqual: Comparison(left, .greaterOrEqual, right)
    case .less: Comparison(left, .greater, right)
    case .greaterOrEqual: Comparison(left, .lessOrEqual, right)
    case .greater: Comparison(left, .less, right)
    }
  }
}
