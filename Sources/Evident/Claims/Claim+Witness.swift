import Evidence
import MathCore
import Records

extension Claim {
  /// Refutes a law at one point: its hypotheses are certified there, and it certainly fails.
  ///
  /// - Parameter point: values of the law's variables in the order in which they were declared.
  @discardableResult
  public func refuted(_ law: Law, at point: [Formula]) -> Claim {
    recordWitness(law, at: point, refutes: true)
  }

  /// Shows that a point exists where the law holds.
  @discardableResult
  public func witness(_ law: Law, at point: [Formula]) -> Claim {
    recordWitness(law, at: point, refutes: false)
  }

  private func recordWitness(_ law: Law, at point: [Formula], refutes: Bool) -> Claim {
    let trial = { (law: Law) in
      let trial = WitnessProver.trial(of: law, at: point)
      return refutes ? WitnessProver.refutation(trial) : trial
    }
    return record(.law(trial)) {
      let variables = law.freeVariables
      let values = zip(variables, point).map { "\($0.name) = \($1.tex)" }.joined(separator: ", ")
      var finding = Finding(
        evidence: .witness,
        method: refutes ? "a point where the law fails" : "a point where the law holds",
        subject: .mathematics,
        coverage: [
          Coverage(.instance, variables.isEmpty ? "this instance" : "the point $\(values)$")
        ],
        statement: refutes ? "\\text{not: }\\ \(law.tex)" : law.tex, law: law, coversLaw: true,
        trial: trial(law), isTautology: law.isTautology && !refutes)
      finding.refutes = refutes
      return finding
    }
  }

  /// Refutes a law about code at one input.
  ///
  /// - Parameter law: receives the subject; it must fail at `point`.
  @discardableResult
  public func refuted<Point, Value, S: Decidable>(
    _ subject: @escaping (Point) -> Value, at point: Point,
    _ law: @escaping ((Point) -> Value, Point) -> Relation<S>
  ) -> Claim {
    let trial = { (subject: @escaping (Point) -> Value) in
      var trial = Trial(required: 1)
      let relation = law(subject, point)
      let binding = [Binding("x", "\(point)")]
      trial.count(relation, exactly: true) { binding }
      trial.keepValues(of: relation, exactly: true, at: binding)
      return WitnessProver.refutation(trial)
    }
    return record(.subject { ($0 as? (Point) -> Value).map(trial) }) {
      var finding = Finding(
        evidence: .witness, method: "an input for which the law fails",
        subject: .implementation(function: "", scalar: S.scalarName),
        coverage: [Coverage(.instance, "the input `\(point)`")], statement: nil, coversLaw: true,
        trial: trial(subject))
      finding.refutes = true
      return finding
    }
  }

  /// Refutes a relation between computed numbers.
  @discardableResult
  public func refuted<S: Decidable>(_ relation: Relation<S>) -> Claim {
    record(.relation(WitnessProver.refutation)) {
      var finding = Finding(
        evidence: .witness, method: "an instance for which the relation fails",
        subject: .implementation(function: "", scalar: S.scalarName),
        coverage: [Coverage(.instance, "the numbers given")], statement: nil, coversLaw: true,
        trial: WitnessProver.refutation(EnumerationProver.trial(relation, exactly: true)))
      finding.refutes = true
      return finding
    }
  }

  /// Shows an instance for which a relation between computed numbers holds.
  @discardableResult
  public func witness<S: Decidable>(_ relation: Relation<S>) -> Claim {
    record(.relation { $0 }) {
      Finding(
        evidence: .witness, method: "an instance for which the relation holds",
        subject: .implementation(function: "", scalar: S.scalarName),
        coverage: [Coverage(.instance, "the numbers given")], statement: nil, coversLaw: true,
        trial: EnumerationProver.trial(relation, exactly: true))
    }
  }
}
