import Evidence
import MathCore
import Records

extension Claim {
  /// Proves the claim's law for every real point of the box that its variables span, in ball
  /// arithmetic, by branch and bound.
  ///
  /// - Parameters:
  ///   - tolerance: for equalities, the ε of |L − R| ≤ ε; balls prove no equality without one.
  ///   - boxes: how many boxes may be looked at before the check gives up as inconclusive.
  @discardableResult
  public func enclosed(
    to tolerance: Formula? = nil, boxes: Int = Claim.defaultBoxes
  ) -> Claim {
    enclosed(statedLaw("enclosed"), to: tolerance, boxes: boxes)
  }

  /// Boxes that a proof may look at unless the author says otherwise.
  public static var defaultBoxes: Int { BoxProver.defaultBudget }

  /// Proves a law on a box; see `enclosed(to:boxes:)`.
  @discardableResult
  public func enclosed(
    _ law: Law, to tolerance: Formula? = nil, boxes: Int = Claim.defaultBoxes
  ) -> Claim {
    record(.law { BoxProver($0, within: tolerance, boxes: boxes).trial() }) {
      BoxProver.prove(assumed(law), within: tolerance, boxes: boxes)
    }
  }

  /// One instance in ball arithmetic: decided by certain comparisons only.
  @discardableResult
  public func enclosed(_ relation: Relation<Ball>) -> Claim {
    record(.relation { $0 }) {
      let trial = EnumerationProver.trial(relation)
      return Finding(
        evidence: .enclosed, method: "ball arithmetic",
        subject: .implementation(function: "", scalar: Ball.scalarName),
        coverage: [Coverage(.instance, "the numbers given")], statement: nil, coversLaw: true,
        trial: trial, never: trial.withConclusionFalse, isEquality: relation.isEquality)
    }
  }
}
