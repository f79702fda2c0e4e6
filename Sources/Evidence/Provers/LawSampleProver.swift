import MathCore
import Records

/// Tries a law about formulas at sample points in machine arithmetic with a running error bound:
/// the weakest thing one can say about a law, and sometimes the only one.
package enum LawSampleProver {
  package static func prove(_ law: Law, count: Int, stream: String) -> Finding {
    let trial = trial(of: law, count: count, stream: stream)
    return Finding(
      evidence: .sampled, method: "samples in machine arithmetic with a running error bound",
      subject: .mathematics,
      coverage: law.freeVariables.map { Coverage(.samples, "sampled $\($0.name)$") },
      statement: law.tex, law: law, coversLaw: false, trial: trial,
      never: trial.withConclusionFalse,
      isTautology: law.isTautology, isEquality: law.isEquality, sensitivity: trial.sensitivity)
  }

  package static func trial(of law: Law, count: Int, stream: String) -> Trial {
    let variables = law.freeVariables
    let tape = Tape(law.nodes, variables: variables)
    var trial = Trial()
    do {
      _ = try tape.evaluate(variables.map { _ in Rounded(1) }, precision: 53)
    } catch {
      trial.undecided = 1
      trial.stopped = "\(error)"
      return trial
    }
    let domain = Domain<[Double]>(
      extent: .sampled(strata(variables)), phrase: "samples",
      describe: { point in zip(variables, point).map { Binding($0.name, "\($1)") } })
    return SampleProver.trial(over: domain, count: count, stream: stream) {
      point -> Relation<Rounded> in
      let values = try? tape.evaluate(point.map { Rounded($0) }, precision: 53)
      // Where the formula is undefined or overflows, the law says nothing that doubles could see.
      guard let values, values.allSatisfy(\.value.isFinite) else { return Relation<Rounded>([]) }
      return relation(law, values)
    }
  }

  private static func relation(_ law: Law, _ values: [Rounded]) -> Relation<Rounded> {
    let comparisons = law.hypotheses + law.conclusions
    let sides = zip(comparisons, stride(from: 0, to: values.count, by: 2)).map {
      Relation<Rounded>.Side(left: values[$1], relation: $0.relation, right: values[$1 + 1])
    }
    let count = law.hypotheses.count
    return Relation(Array(sides.dropFirst(count)), hypotheses: Array(sides.prefix(count)))
  }

  private static func strata(_ variables: [Variable]) -> [SampleStratum<[Double]>] {
    func inside(
      _ draw: @escaping @Sendable (Span, inout RandomSample) -> Double
    ) -> @Sendable (inout RandomSample) -> [Double] {
      { draws in variables.map { clamp(draw($0.span, &draws), to: $0.span) } }
    }
    return [
      SampleStratum(name: "uniform in the span", weight: 6, draw: inside(uniform)),
      SampleStratum(
        name: "small integers (ties)", weight: 2,
        draw: inside { _, draws in Double(draws.integer(in: -2...2)) }),
      SampleStratum(name: "zero", draw: inside { _, _ in 0 }),
      SampleStratum(name: "ends", draw: inside(end)),
      SampleStratum(
        name: "tiny", draw: inside { _, draws in draws.sign() * 1e-12 * draws.uniform() }),
    ]
  }

  @Sendable private static func uniform(_ span: Span, _ draws: inout RandomSample) -> Double {
    guard let lower = span.lower, let upper = span.upper else { return 3 * draws.normal() }
    return Double(lower) + (Double(upper) - Double(lower)) * draws.uniform()
  }

  @Sendable private static func end(_ span: Span, _ draws: inout RandomSample) -> Double {
    let ends = [span.lower, span.upper].compactMap { $0.map { Double($0) } }
    return ends.isEmpty ? draws.sign() * 20 : ends[draws.integer(in: 0...(ends.count - 1))]
  }

  /// Into the span: a point outside it says nothing about the law.
  private static func clamp(_ value: Double, to span: Span) -> Double {
    var value = value
    if let lower = span.lower { value = Swift.max(value, Double(lower)) }
    if span.isOpenBelow, let lower = span.lower, value <= Double(lower) { value += 1e-12 }
    if let upper = span.upper { value = Swift.min(value, Double(upper)) }
    return value
  }
}
