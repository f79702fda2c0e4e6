import Evident
import Records
import Testing

@Suite("Damages that the engine chooses for formulas")
struct FairDamageTests {
  private func mutants(_ law: Law, to tolerance: Formula? = nil) -> [MutantRecord] {
    Recorded { claim("test", law).enclosed(to: tolerance) }.mutants
  }

  @Test("an integrand that would diverge, and a side that would have no value, are not tried")
  func undefined() {
    let u = real("u")
    let mean = integral(u * exp(u / 2 - exp(u)), by: u, over: .reals)
    let fair = mutants(mean .== gamma(1 / 2) * digamma(1 / 2), to: 1e-20)
    #expect(!fair.isEmpty)
    #expect(fair.allSatisfy { $0.trial.outcome == .refuted }, "\(fair.map(\.why))")
    let d = real("d", in: 1 / 25...99 / 100)
    let root = mutants(1 / sqrt(d) .<= 1 + sqrt(8 * log(1 / d)))
    #expect(root.allSatisfy { $0.trial.outcome != .open }, "\(root.map(\.why))")
    #expect(!root.contains { $0.statement?.contains("\\frac{d}{1}") == true })
  }

  @Test("one that is true as well may take longer to prove than the law, and touch")
  func alsoTrue() {
    let t = real("t", in: -2...2)
    let all = mutants(cos(t) .>= 1 - t ** 2 / 2 - 1 / 100)
    #expect(all.contains { $0.why == "a term dropped" && $0.trial.outcome == .proved })
    #expect(all.allSatisfy { $0.trial.outcome != .open })
  }

  @Test("a point does not refute that there is exactly one zero")
  func uniquePoints() {
    let t = real("t")
    let recorded = Recorded {
      claim("test").enclosed(uniqueZero(of: t ** 2 - 2 * t - 1, by: t, in: 2...3))
    }
    #expect(recorded.trial.outcome == .proved)
    let witnesses = recorded.mutants.compactMap(\.trial.violation)
    #expect(witnesses.allSatisfy { !$0.relation.contains("=") || $0.right != "0" })
  }
}
