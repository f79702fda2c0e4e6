import Evidence
import MathCore
import Records

extension Claim {
  /// Tries a law about `subject` at sample points of a domain. The tolerance is derived: the law
  /// and the subject run in `Rounded`, which carries a bound on its rounding error.
  ///
  /// - Parameters:
  ///   - count: samples in all strata together.
  ///   - law: receives the subject, so that a damaged one can be put in its place.
  @discardableResult
  public func sampled<Point, Value, S: Decidable>(
    _ subject: @escaping (Point) -> Value, over domain: Domain<Point>,
    count: Int = Claim.defaultSamples, _ law: @escaping ((Point) -> Value, Point) -> Relation<S>
  ) -> Claim {
    let (count, stream) = (someSamples(count), stream)
    let trial = { (subject: @escaping (Point) -> Value) in
      SampleProver.trial(over: domain, count: count, stream: stream) { law(subject, $0) }
    }
    return record(.subject { ($0 as? (Point) -> Value).map(trial) }) {
      contradicted(Self.samples(trial(subject), of: domain, S.scalarName), subject, trial)
    }
  }

  /// Samples that a check draws unless the author says otherwise.
  public static var defaultSamples: Int { SampleProver.defaultCount }

  /// Tries a law at sample points of a domain.
  @discardableResult
  public func sampled<Point, S: Decidable>(
    over domain: Domain<Point>, count: Int = Claim.defaultSamples,
    _ law: @escaping (Point) -> Relation<S>
  ) -> Claim {
    let (count, stream) = (someSamples(count), stream)
    let trial = { (law: @escaping (Point) -> Relation<S>) in
      SampleProver.trial(over: domain, count: count, stream: stream, law)
    }
    return record(.lawOfPoints { ($0 as? (Point) -> Relation<S>).map(trial) }) {
      Self.samples(trial(law), of: domain, S.scalarName)
    }
  }

  /// Tries the claim's law about formulas at sample points, in machine arithmetic.
  @discardableResult
  public func sampled(count: Int = Claim.defaultSamples) -> Claim {
    let law = assumed(statedLaw("sampled"))
    let (count, stream) = (someSamples(count), stream)
    return record(.law { LawSampleProver.trial(of: $0, count: count, stream: stream) }) {
      LawSampleProver.prove(law, count: count, stream: stream)
    }
  }

  private func someSamples(_ count: Int) -> Int {
    require(count > 0, "\(count) samples show nothing: give .sampled a positive count")
    return count
  }

  private static func samples<Point>(
    _ trial: Trial, of domain: Domain<Point>, _ scalar: String
  ) -> Finding {
    var finding = Finding(
      evidence: .sampled, method: "samples with a running error bound",
      subject: .implementation(function: "", scalar: scalar),
      coverage: [Coverage(.samples, domain.phrase)], statement: nil, coversLaw: false,
      trial: trial, never: trial.withConclusionFalse, sensitivity: trial.sensitivity)
    finding.missing = domain.missing
    return finding
  }
}
