import Evident
import Records
import Testing

@Suite("Identities are proved by their degrees")
struct IdentityTests {
  let x = reals("x", 3)
  let c = real("c")

  @Test("softmax does not see a common shift")
  func shift() {
    #expect(exactly(softmax(x.map { $0 + c }) .== softmax(x)) == .proved)
  }

  @Test("the grid has (degree + 1) points for each atom")
  func gridSize() {
    let a = real("a")
    let b = real("b")
    let recorded = Recorded { claim("test", (a + b) ** 2 .== a ** 2 + 2 * a * b + b ** 2).exact() }
    #expect(recorded.trial.required == 9)
    #expect(recorded.trial.held == 9)
  }

  @Test("logarithms are removed by exponentiating both sides")
  func logarithms() {
    #expect(exactly(logSumExp(x.map { $0 + c }) .== logSumExp(x) + c) == .proved)
    #expect(exactly(logSoftmax(x) .== softmax(x).map { log($0) }) == .proved)
  }

  @Test("exponents with different denominators share an atom")
  func fractionalExponents() {
    let u = real("u")
    #expect(exactly(exp(u / 2) * exp(u / 3) .== exp(5 * u / 6)) == .proved)
    #expect(exactly(exp(u / 2) * exp(u / 3) .== exp(4 * u / 6)) == .refuted)
  }

  @Test("a false identity ends in an exact point")
  func counterexample() throws {
    let law = softmax([x[0] + c, x[1], x[2]]) .== softmax(x)
    let witness = try #require(Recorded { claim("test", law).exact() }.trial.violation)
    #expect(witness.point.map(\.value) == ["0", "0", "0", "1"])
  }

  @Test(
    "identities that differ in the last place of a coefficient are told apart",
    arguments: [Rational(1, 1_000_000), Rational(-1, 1_000_000_000_000)])
  func smallChange(_ change: Rational) {
    let a = real("a")
    let cube = a ** 3 + 3 * a ** 2 + 3 * a + 1
    #expect(exactly((a + 1) ** 3 .== cube) == .proved)
    #expect(exactly((a + 1) ** 3 .== cube + Formula(change) * a) == .refuted)
  }

  @Test("an identity false at one point only is refuted there")
  func falseAtOnePoint() {
    let a = real("a")
    #expect(exactly(max(a, 0) - max(-a, 0) .== a) == .proved)
    #expect(exactly(max(a, 0) - max(-a, 0) .== abs(a)) == .refuted)
    #expect(exactly(abs(a - 2) / abs(a - 2) .== 1) == .proved)
    #expect(exactly(a * (a - 1) * (a + 1) .== 0) == .refuted)
  }

  @Test("the squares of roots are what stands under them")
  func roots() {
    let a = real("a", in: 0...)
    #expect(exactly(sqrt(a) ** 4 .== a ** 2) == .proved)
  }

  @Test("both sides the same tree: said so")
  func tautology() {
    #expect(Recorded { claim("test", c + 1 .== c + 1).exact() }.checks[0].tautology)
  }

  @Test("where a side may be undefined, the coverage says so")
  func definedness() {
    let a = real("a")
    let cancelled = Recorded { claim("test", (a ** 2 - 1) / (a - 1) .== a + 1).exact() }
    let phrase = "every real $a$ where both sides are defined; at $a = 1$ one of them is not"
    #expect(cancelled.checks[0].coverage.map(\.phrase) == [phrase])
    let twice = Recorded { claim("test", 1 / a + 1 / a .== 2 / a).exact() }
    #expect(
      twice.checks[0].coverage.map(\.phrase) == ["every real $a$ where both sides are defined"])
    let plain = Recorded { claim("test", softmax(x.map { $0 + c }) .== softmax(x)).exact() }
    #expect(plain.checks[0].coverage.last?.phrase == "every real $c$")
  }

  @Test("a check of another law does not settle the claim's own")
  func otherLaw() {
    let a = real("a")
    let law = (a + 1) ** 2 .== a ** 2 + 2 * a + 1
    #expect(Recorded { claim("test", law).exact() }.checks[0].coversLaw)
    #expect(!Recorded { claim("test", law).exact(a + a .== 2 * a) }.checks[0].coversLaw)
    #expect(!Recorded { claim("test", law).exact(Rational(1) .== 1) }.checks[0].coversLaw)
  }

  @Test("hypotheses restrict the counterexample, not the proof")
  func hypotheses() {
    let a = real("a")
    let b = real("b")
    #expect(exactly((a .== b).given(a .<= b)) == .refuted)
    #expect(exactly(((a - b) ** 2 .== (b - a) ** 2).given(a .<= b)) == .proved)
  }

  @Test("an identity that would need too many points is left open, with the reason")
  func tooLarge() throws {
    let many = reals("y", 22)
    let law = sum(many) ** 2 .== sum(many.map { a in sum(many.map { a * $0 }) })
    let trial = Recorded { claim("test", law).exact() }.trial
    #expect(trial.outcome == .open)
    #expect(try #require(trial.stopped).contains("grid points"))
  }

  @Test("the engine's own damages of an identity are all noticed")
  func engineMutants() {
    let a = real("a")
    let b = real("b")
    let recorded = Recorded { claim("test", (a - b) * (a + b) .== a ** 2 - b ** 2).exact() }
    #expect(
      recorded.mutants.map(\.why)
        == ["a sign flipped", "a term dropped", "a number off by one", "two variables swapped"])
    #expect(recorded.mutants.allSatisfy { $0.trial.outcome == .refuted })
  }

  @Test("a damage that changes nothing is not counted")
  func equivalentMutants() {
    let a = real("a")
    let b = real("b")
    let recorded = Recorded {
      claim("test", (a + b) * (a + b) .== a ** 2 + 2 * a * b + b ** 2).exact()
    }
    #expect(!recorded.mutants.map(\.why).contains("two variables swapped"))
  }
}
