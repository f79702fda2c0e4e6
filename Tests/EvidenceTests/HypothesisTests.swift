import Evident
import Records
import Testing

@Suite("Hypotheses on boxes")
struct HypothesisTests {
  let x = real("x", in: -1...1)
  let y = real("y", in: -1...1)
  let z = real("z", in: -8...8)

  @Test("a hypothesis narrows the box to its edge")
  func narrows() throws {
    let recorded = Recorded { claim("test", (z .>= 2).given(exp(z) .>= 8)).enclosed() }
    #expect(recorded.trial.outcome == .proved)
    let cells = try #require(recorded.checks[0].proof).cells
    #expect(cells.contains { $0.kind == .excluded && $0.lower == [-8] })
    #expect(cells.filter { $0.kind == .shown }.allSatisfy { $0.lower[0] > 1.9 })
    #expect(enclosed((z .>= 2.1).given(exp(z) .>= 8)) == .refuted)
    #expect(enclosed((z ** 2 .<= 1 / 4).given(z .<= 1 / 2 && z .>= -1 / 2)) == .proved)
  }

  @Test("a contact on the edge of a hypothesis")
  func edge() {
    #expect(enclosed((x .<= y).given(x .<= y)) == .proved)
    #expect(enclosed((exp(x) .<= exp(y)).given(x .<= y)) == .proved)
    #expect(enclosed((x ** 2 .<= y ** 2).given(x .<= y && x .>= 0)) == .proved)
    #expect(enclosed((x ** 2 .<= y ** 2).given(x .<= y)) == .refuted)
    #expect(enclosed((x .< y).given(x .<= y)) == .refuted)
    #expect(enclosed((x .< y).given(x .< y)) == .proved)
    #expect(enclosed((x .<= y - 1e-9).given(x .< y)) == .refuted)
  }

  @Test("an equality as hypothesis is solved where it is linear")
  func equality() {
    #expect(enclosed((x ** 2 + y ** 2 .>= 1 / 2).given(x + y .== 1)) == .proved)
    #expect(enclosed((x ** 2 + y ** 2 .>= 0.500001).given(x + y .== 1)) == .refuted)
    #expect(enclosed((x + y .>= 0).given(x + y .== 0)) == .proved)
  }

  @Test("a hypothesis that cannot be decided counts as true")
  func undecided() {
    // |√z² − z| is 0 for z ≥ 0, which balls do not see.
    let hidden = (z .>= 1).given(sqrt(z ** 2) - z .<= 0)
    #expect(enclosed(hidden, boxes: 300) != .proved)
    // Undefined for z < 0, where the law says nothing that could be shown.
    #expect(enclosed((z .>= 1).given(log(z) .>= 0), boxes: 300) != .refuted)
  }

  @Test("hypotheses that exclude everything prove nothing")
  func vacuous() {
    for law in [
      (z .> 100).given(z .> 50), (z .> 1).given(z .> 3 && z .< 2), (z .> 1).given(exp(z) .< 0),
      (x + y .> 5).given(x + y .>= 3),
    ] {
      let recorded = Recorded { claim("test", law).enclosed(boxes: 300) }
      #expect(recorded.trial.held == 0 && recorded.trial.violated == 0, "\(law.tex)")
      #expect(recorded.checks[0].never?.outcome == .open, "\(law.tex)")
    }
  }

  @Test("a witness lies inside of the hypotheses")
  func witness() throws {
    let trial = Recorded {
      claim("test", (x + y .<= 1).given(x ** 2 + y ** 2 .<= 0.51)).enclosed(boxes: 500)
    }.trial
    let point = try #require(trial.violation).point.compactMap { Rational($0.value) }
    #expect(point.count == 2)
    #expect(point[0] * point[0] + point[1] * point[1] <= Rational(51, 100))
    #expect(point[0] + point[1] > 1)
  }
}
