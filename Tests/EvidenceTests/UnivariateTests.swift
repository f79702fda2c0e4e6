import Evident
import Records
import Testing

@Suite("Inequalities in one variable are decided by Sturm's theorem")
struct UnivariateTests {
  let x = real("x")
  let y = real("y")
  let w = real("w", in: .positive)
  let s = real("s", in: 0...2)

  private func tiny(_ exponent: Int) -> Formula { Formula(1 / Rational(10).power(exponent)) }

  private func verdict(_ law: Law) -> (Outcome, String) {
    let recorded = Recorded { claim("test", law).exact() }
    return (recorded.trial.outcome, recorded.checks[0].method)
  }

  @Test("contacts of even order, on the line")
  func contacts() {
    #expect(exactly(x ** 4 - 2 * x ** 2 + 1 .>= 0) == .proved)
    #expect(exactly(x ** 2 .>= 2 * x - 1) == .proved)
    #expect(exactly((x ** 2 - 2) ** 2 .>= 0) == .proved)
    #expect(exactly(x ** 4 + 4 .>= 4 * x ** 2) == .proved)
    #expect(verdict(x ** 4 - 4 * x ** 2 + 4 .>= 0) == (.proved, "Sturm's theorem"))
    #expect(exactly(x ** 6 - 2 * x ** 3 + 1 .>= 0) == .proved)
    #expect(exactly(x ** 4 - x ** 3 - x + 1 .>= 0) == .proved)
  }

  @Test("false by a relative 10⁻⁶, or by far less")
  func falseByAHair() {
    #expect(exactly(x ** 4 - 2 * x ** 2 + 1 .>= 1e-6) == .refuted)
    #expect(exactly(x ** 4 - 2 * x ** 2 + 1 .>= tiny(40)) == .refuted)
    #expect(exactly(x ** 2 .>= 2 * x - 1 + tiny(30)) == .refuted)
    #expect(exactly(x ** 4 + 4 .>= 4.000001 * x ** 2) == .refuted)
    #expect(exactly(x ** 4 + 4 .>= 3.999999 * x ** 2) == .proved)
  }

  @Test("false in an interval of width 10⁻⁹ and 10⁻³⁰, far out")
  func narrow() {
    for (place, exponent) in [(1, 9), (12345, 9), (-777, 30)] {
      let p = (x - Formula(place)) * (x - Formula(place) - tiny(exponent))
      #expect(exactly(p .>= 0) == .refuted)
      #expect(exactly(p * p .>= 0) == .proved)
      #expect(exactly(p + tiny(2 * exponent) .>= 0) == .proved)
      #expect(exactly(p + tiny(2 * exponent) / 4 .>= 0) == .proved)
      #expect(exactly(p + tiny(2 * exponent) / 4 .> 0) == .refuted)
      #expect(exactly(p + tiny(2 * exponent) / 4.000001 .>= 0) == .refuted)
    }
  }

  @Test("strict, and equal at one rational or irrational point only")
  func strict() throws {
    #expect(exactly((x - 3 / 7) ** 2 .> 0) == .refuted)
    let root = Recorded { claim("test", (x ** 3 - 2) ** 2 .> 0).exact() }
    #expect(root.trial.outcome == .refuted)
    let witness = try #require(root.trial.violation)
    #expect(witness.point == [Binding("x", "1.2599210498948732…, a root of ${x}^{3} - 2$")])
    #expect((witness.left, witness.relation, witness.right) == ("0", ">", "0"))
    #expect(exactly(x ** 4 + 4 .> 4 * x ** 2) == .refuted)
    #expect(exactly(x ** 4 + 4.000001 .> 4 * x ** 2) == .proved)
    #expect(exactly(w ** 2 + 2 .> w * 2) == .proved)
    // The root lies outside of the span, or at its open end.
    #expect(exactly((w + 1) ** 2 * (w ** 2 - w + 1) .> 0) == .proved)
    #expect(exactly(w ** 3 * (w ** 2 - w + 1) .> 0) == .proved)
    #expect(exactly(s ** 3 * (s ** 2 - s + 1) .> 0) == .refuted)
  }

  @Test("spans: closed, half-open, half-lines")
  func spans() {
    #expect(exactly(s * (2 - s) .>= 0) == .proved)
    #expect(exactly(s * (2 - s) .> 0) == .refuted)
    #expect(exactly(s * (1.999999 - s) .>= 0) == .refuted)
    #expect(exactly(w ** 3 - 3 * w + 2 .>= 0) == .proved)
    #expect(exactly(x ** 3 - 3 * x + 2 .>= 0) == .refuted)
    #expect(exactly(w ** 3 - 3 * w + 1.999999 .>= 0) == .refuted)
    let below = real("b", in: ...(-1))
    #expect(exactly(below ** 3 + 1 .<= 0) == .proved)
    #expect(exactly(below ** 3 + 1 .< 0) == .refuted)
    #expect(exactly(below ** 3 - below .<= 0) == .proved)
  }

  @Test("hypotheses that bound the variable")
  func hypotheses() {
    #expect(exactly((x ** 3 .>= x).given(x .>= 1)) == .proved)
    #expect(exactly((x ** 3 .> x).given(x .>= 1)) == .refuted)
    #expect(exactly((x ** 3 .> x).given(x .> 1)) == .proved)
    #expect(exactly((x ** 3 .>= x).given(x .>= 0.999999)) == .refuted)
    #expect(exactly((x ** 2 .<= 1).given(x .<= 1 && x .>= -1)) == .proved)
    #expect(exactly((x ** 2 .<= 1).given(x .<= 1)) == .refuted)
    #expect(exactly((x ** 2 .<= 1).given(2 * x .<= 1.5 && -3 .<= 3 * x)) == .proved)
  }

  @Test("hypotheses of any degree, about the same variable")
  func polynomialHypotheses() {
    #expect(exactly((x ** 2 .<= 4).given(x ** 2 .<= 3)) == .proved)
    #expect(exactly((x ** 2 .<= 3).given(x ** 2 .<= 3.000001)) == .refuted)
    #expect(exactly((x .<= 1.5).given(x ** 2 .<= 2)) == .proved)
    #expect(exactly((x .<= 1.4142135623).given(x ** 2 .<= 2)) == .refuted)
    #expect(exactly((x ** 3 .< 3).given(x ** 2 .== 2)) == .proved)
    #expect(exactly((x ** 3 .< 2.8284271).given(x ** 2 .== 2)) == .refuted)
    #expect(exactly((x ** 4 .> 4).given(x ** 2 .== 2)) == .refuted)
    #expect(exactly((x ** 4 .>= 4).given(x ** 2 .== 2)) == .proved)
    #expect(exactly((x .>= 2).given(x ** 2 - 3 * x + 2 .>= 0 && x .> 1)) == .proved)
    #expect(exactly((x .>= 2).given(x ** 2 - 3 * x + 2 .>= 0 && x .>= 1)) == .refuted)
    #expect(exactly((x .> 2).given(x ** 2 - 3 * x + 2 .>= 0 && x .> 1)) == .refuted)
    #expect(exactly((x .> 0).given(1 / x .> 2)) == .proved)
    #expect(exactly((x .< 0.4999).given(1 / x .> 2)) == .refuted)
    #expect(exactly((x .> 0).given(x ** 2 .< 0)) != .refuted)
    #expect(exactly((x ** 2 .>= 1).given(y .>= 0 && x ** 2 .>= 2)) == .proved)
  }

  @Test("quotients: where both sides have a value")
  func quotients() {
    #expect(exactly((x ** 2 + 1) / (x ** 2 - x + 1) .<= 2) == .proved)
    #expect(exactly((x ** 2 + 1) / (x ** 2 - x + 1) .< 2) == .refuted)
    #expect(exactly((x ** 2 + 1) / (x ** 2 - x + 1) .>= 2 / 3) == .proved)
    #expect(exactly((x ** 2 + 1) / (x ** 2 - x + 1) .>= 0.666667) == .refuted)
    #expect(exactly(x + 1 / x .>= 2) == .refuted)
    #expect(exactly(w + 1 / w .>= 2) == .proved)
    #expect(exactly(w + 1 / w .> 2) == .refuted)
    #expect(exactly(1 / x ** 2 .> 0) == .proved)
    let u = real("u", in: 0...1)
    #expect(exactly(1 / (u - 1) ** 2 + 1 / u ** 2 .>= 8) == .proved)
    #expect(exactly(1 / (u - 1) ** 2 + 1 / u ** 2 .>= 8.00001) == .refuted)
    #expect(exactly(1 / (x - 1) ** 2 + 1 / x ** 2 .>= 8) == .refuted)
    #expect(exactly((x ** 2 - 1) / (x - 1) .>= x + 1) == .proved)
  }

  @Test("degree one hundred, and huge coefficients")
  func large() {
    let geometric = sum((0...100).map { x ** Formula($0) })
    #expect(exactly(geometric .> 0) == .proved)
    #expect(exactly(geometric .> 1e-3) == .proved)
    #expect(exactly(geometric .>= 1) == .refuted)
    #expect(exactly((x - 1) ** 100 .>= 0) == .proved)
    #expect(exactly((x - 1) ** 99 .>= 0) == .refuted)
    let huge = Formula(Rational(10).power(60))
    #expect(exactly(huge * x ** 2 + huge * 2 .>= 2 * huge * x) == .proved)
    #expect(exactly(x ** 2 - 2 * huge * x + huge * huge .>= 0) == .proved)
    #expect(exactly(x ** 2 - 2 * huge * x + huge * huge .>= 1e-30) == .refuted)
  }

  @Test("what stands in the place of a variable: exponentials, circular functions, others' rests")
  func atoms() {
    #expect(exactly(exp(2 * x) + 1 .>= 2 * exp(x)) == .proved)
    #expect(exactly(exp(2 * x) + 1 .> 2 * exp(x)) == .refuted)
    #expect(exactly(exp(3 * x) + 2 .>= 3 * exp(x)) == .proved)
    #expect(exactly(exp(3 * x) + 1.999 .>= 3 * exp(x)) == .refuted)
    #expect(exactly(sin(x) ** 2 .<= 1) == .proved)
    #expect(exactly(3 * sin(x) - 4 * sin(x) ** 3 .<= 1) == .proved)
    #expect(exactly(3 * sin(x) - 4 * sin(x) ** 3 .<= 0.999999) == .refuted)
    #expect(exactly(tanh(x) ** 3 .<= 1) == .proved)
    #expect(exactly(cosh(x) ** 2 .>= cosh(x)) == .proved)
    #expect(exactly(w + 1 .>= 2 * sqrt(w)) == .proved)
    #expect(exactly(w + 1 .> 2 * sqrt(w)) == .refuted)
    #expect(exactly(w + 1 .>= 2.000001 * sqrt(w)) == .refuted)
    #expect(exactly(sqrt(w) ** 3 + 2 / sqrt(w) .>= 2.95 - w / 1000) == .proved)
    #expect(exactly((x + y) ** 2 - y ** 2 - 2 * x * y .>= 2 * x - 1) == .proved)
    #expect(exactly((x + y) ** 2 - y ** 2 - 2 * x * y .>= 2 * x - 0.999999) == .refuted)
  }

  @Test("polynomials of degree two in many variables")
  func quadratic() {
    let z = real("z")
    #expect(exactly(((x + y) / 2) ** 2 .<= x ** 2 + y ** 2) == .proved)
    #expect(exactly(x ** 2 + y ** 2 + z ** 2 .>= x * y + y * z + z * x) == .proved)
    #expect(exactly(x ** 2 + y ** 2 + z ** 2 .>= 1.000001 * (x * y + y * z + z * x)) == .refuted)
    #expect(exactly((x - 2 * y + 7) ** 2 + (3 * x + y - 13) ** 2 .> 0) == .refuted)
    #expect(exactly(x ** 2 - 2 * x * y + y ** 2 + 2 * x - 2 * y + 1.000001 .> 0) == .proved)
    #expect(exactly(x ** 2 - 2 * x * y + y ** 2 + 2 * x - 2 * y + 1 .> 0) == .refuted)
    #expect(exactly(x ** 2 - 2 * x * y + y ** 2 + 2 * x - 2 * y + 0.999999 .>= 0) == .refuted)
    #expect(exactly(x ** 2 + x * y .>= 0) == .refuted)
  }

  @Test("where there is one point only, and where there is none")
  func points() {
    let two = real("q", in: 2...2)
    #expect(exactly(two ** 2 .>= 4) == .proved)
    #expect(exactly(two ** 2 .> 4) == .refuted)
    #expect(exactly((x ** 2 .>= 9).given(x .== 3)) == .proved)
    #expect(exactly((x ** 2 .> 9).given(x .== 3)) == .refuted)
    let nowhere = Recorded { claim("test", (x ** 2 .>= 5).given(x .> 1 && x .< 0)).exact() }
    #expect(nowhere.checks[0].never?.violated == 0)
  }

  @Test("what refutes lies in the spans of all variables")
  func spansOfWitnesses() {
    let large = real("v", in: 3...)
    let small = real("r", in: -1...1)
    #expect(exactly(large ** 2 .>= 9) == .proved)
    #expect(exactly(large ** 2 + small .>= 8) != .refuted)
    #expect(exactly(large * small .>= -large) != .refuted)
    #expect(exactly(small ** 2 + x ** 2 .<= 1 + x ** 2) != .refuted)
    #expect(exactly(w * large + w .>= 0) == .proved)
  }

  @Test("an inequality that is in fact an equality holds, and its damages are noticed")
  func hiddenEquality() {
    let recorded = Recorded { claim("test", sin(x) ** 2 + cos(x) ** 2 .<= 1).exact() }
    #expect(recorded.trial.outcome == .proved)
    #expect(recorded.checks[0].method == "identity by degrees: in fact an equality")
    #expect(recorded.mutants.contains { $0.trial.outcome == .refuted })
    #expect(recorded.mutants.allSatisfy { $0.trial.outcome == .refuted })
    #expect(exactly(sin(x) ** 2 + cos(x) ** 2 .<= 0.999999) == .refuted)
  }
}
