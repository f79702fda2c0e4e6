import Evidence
import MathCore
import Records

extension Claim {
  /// Proves the claim's law exactly, for every value of its variables: equalities by the degrees
  /// of their trees on a full grid of rationals, inequalities whose sign shows in the tree by
  /// rule. Exponentials, logarithms and other functions count as independent variables, which can
  /// prove and never wrongly refute.
  @discardableResult
  public func exact() -> Claim { exact(statedLaw("exact")) }

  /// Proves a law exactly; see `exact()`.
  @discardableResult
  public func exact(_ law: Law) -> Claim {
    record(.law { IdentityProver.trial(of: $0) }) { IdentityProver.prove(assumed(law)) }
  }

  /// One instance in exact numbers.
  @discardableResult
  public func exact<S: Exact & Decidable>(_ relation: Relation<S>) -> Claim {
    record(.relation { $0 }) {
      let trial = EnumerationProver.trial(relation)
      return Finding(
        evidence: .exact, method: "exact evaluation",
        subject: .implementation(function: "", scalar: S.scalarName),
        coverage: [Coverage(.instance, "the numbers given")], statement: nil, coversLaw: true,
        trial: trial, never: trial.withConclusionFalse, isEquality: relation.isEquality,
        sensitivity: trial.sensitivity)
    }
  }

  /// Tries a law about `subject` at every point of a finite domain, in exact numbers.
  ///
  /// - Parameter law: receives the subject, so that a damaged one can be put in its place.
  @discardableResult
  public func exact<Point, Value, S: Exact & Decidable>(
    _ subject: @escaping (Point) -> Value, over domain: Domain<Point>,
    _ law: @escaping ((Point) -> Value, Point) -> Relation<S>
  ) -> Claim {
    let trial = { (subject: @escaping (Point) -> Value) in
      EnumerationProver.trial(over: domain) { law(subject, $0) }
    }
    return record(.subject { ($0 as? (Point) -> Value).map(trial) }) {
      contradicted(EnumerationProver.prove(over: domain) { law(subject, $0) }, subject, trial)
    }
  }

  /// Tries a law at every point of a finite domain, in exact numbers.
  @discardableResult
  public func exact<Point, S: Exact & Decidable>(
    over domain: Domain<Point>, _ law: @escaping (Point) -> Relation<S>
  ) -> Claim {
    record(
      .lawOfPoints {
        ($0 as? (Point) -> Relation<S>).map { law in
          EnumerationProver.trial(over: domain, law)
        }
      }
    ) {
      EnumerationProver.prove(over: domain, law)
    }
  }
}
