import Evident
import Records
import Testing

/// Claims that are false, or that say nothing, and once were or might be taken for proved.
@Suite("Nothing false is proved")
struct SoundnessTests {
  let x = real("x")
  let y = real("y")
  let r = real("r", in: -2...2)
  let w = real("w", in: 0...1)
  let p = real("p", in: .positive)
  let u = real("u")

  @Test("complex numbers have no sign and no order")
  func complex() {
    #expect(exactly(realPart(exp(i * x)) .> 0) != .proved)
    #expect(exactly(realPart((i * x) ** 2) .>= 0) != .proved)
    #expect(exactly(realPart(cosh(i * x)) .> 0) != .proved)
    #expect(exactly(exp(realPart(exp(i * x))) .>= 1) != .proved)
    #expect(enclosed(i .<= i + 1) == .open)
    #expect(exactly(abs(exp(i * x)) .>= 0) == .proved)
  }

  @Test("variables are their declarations, not their names")
  func names() {
    let a = reals("a", 2)
    let e = reals("e", 3, in: .positive)
    #expect(exactly(sin(x) + cos(x) .== sin(x) + a[0]) == .refuted)
    #expect(exactly(exp(x) + exp(y) .== exp(x) + e[0]) == .refuted)
  }

  @Test("convexity does not reach over a pole")
  func poles() {
    let slope = 2 * tan(y) * (1 + tan(y) ** 2)
    #expect(exactly(tan(x) ** 2 .>= tan(y) ** 2 + slope * (x - y)) != .proved)
  }

  @Test("a witness lies in the spans of its variables, rational or not")
  func spans() {
    for point in [pi, sqrt(4), 2 * sqrt(2)] {
      let recorded = Recorded { claim("test").refuted(w ** 2 .<= 1, at: [point]) }
      #expect(recorded.trial.held == 0)
    }
  }

  @Test("a point does not settle a law, and a law that fails somewhere refutes its claim")
  func pointForLaw() {
    let narrow = Recorded { claim("test", x ** 2 .>= 0).witness(x ** 2 .>= 0, at: [2]) }
    #expect(!narrow.checks[0].coversLaw)
    for body in [
      { claim("test", x ** 2 .>= 1).witness(x ** 2 .>= 1, at: [2]) },
      { claim("test", x ** 2 .>= 1).witness(x .>= 0, at: [2]) },
    ] {
      #expect(Recorded { _ = body() }.trial.outcome == .refuted)
    }
    let against = Recorded { claim("test", x ** 2 .>= 1).refuted(x ** 2 .>= 1, at: [0]) }
    #expect(against.checks[0].contradictsClaim)
  }

  @Test("an equality within a tolerance is not an equality")
  func tolerance() {
    let silly = Recorded { claim("test", sin(r) .== cos(r)).enclosed(to: 3) }
    #expect(silly.checks[0].isApproximate && silly.trial.bound == 3)
    let true_ = Recorded { claim("test", (r + 1) ** 2 .== r ** 2 + 2 * r + 1).enclosed(to: 1) }
    #expect(!true_.checks[0].isApproximate)
  }

  @Test("single machine numbers are compared as the numbers that they are")
  func machineNumbers() {
    let sum = (0.1 as Double) + 0.2
    #expect(Recorded { claim("test").witness(sum .== (0.3 as Double)) }.trial.outcome == .refuted)
    #expect(Recorded { claim("test").refuted(sum .== (0.3 as Double)) }.trial.outcome == .proved)
    #expect(
      Recorded { claim("test").refuted(Double.infinity .>= (1 as Double)) }.trial.outcome
        == .refuted)
    #expect(
      Recorded { claim("test").refuted(Double.nan .>= (1 as Double)) }.trial.outcome == .proved)
  }

  @Test("derivatives of kinks, parts and moving limits")
  func derivatives() {
    #expect(enclosed(relu(r).derivative(by: r) .<= r ** 2) == .refuted)
    #expect(enclosed(abs2(exp((1 + i) * r)).derivative(by: r) .<= 1 / 10) == .refuted)
    let area = integral(exp(u), by: u, from: 0, to: w)
    #expect(enclosed(area.derivative(by: w) .<= 1 / 10) == .refuted)
    #expect(exactly(area.derivative(by: w) .== exp(w)) == .proved)
  }

  @Test("samples whose tolerance reaches everything that is compared say nothing")
  func uselessTolerance() {
    for law in [
      (x + Formula("1e30")!) - Formula("1e30")! .<= -1,
      exp(x) * exp(-x) * Formula("1e20")! - Formula("1e20")! .<= -5000,
    ] {
      let trial = Recorded { claim("test", law).sampled() }.trial
      #expect(trial.held == 0)
    }
  }

  @Test("a strict inequality fails at an exact tie")
  func ties() {
    #expect(Recorded { claim("test", x ** 2 .> 0).sampled() }.trial.outcome == .refuted)
  }

  @Test("a box proof needs a value at every point of the box")
  func undefined() {
    #expect(enclosed(r / r .== 1, to: 1e-3, boxes: 200) == .open)
    #expect(enclosed(3 / r - 3 / r .<= 1, boxes: 200) == .open)
    #expect(enclosed(1 + 0 * log(r ** 2 - 1) .>= 1 / 2, boxes: 200) == .open)
  }

  @Test("integrals of what is not real are refused")
  func integrals() {
    #expect(enclosed(integral(sqrt(u), by: u, over: (-4)...(-1)) .<= 1) == .open)
    #expect(enclosed(integral(log(u), by: u, over: (-2)...(-1)) .<= 1) == .open)
    #expect(enclosed(integral(sqrt(u), by: u, over: 1...4) .<= 4.667) == .proved)
  }

  @Test("a law that speaks of nothing could not have failed")
  func vacuous() {
    let nowhere = 2 * log(x * x * (-1)) .== log(x * x * (-1)) * 2
    #expect(Recorded { claim("test", nowhere).exact() }.checks[0].never?.violated == 0)
    let contradiction = (exp(x) .> 0).given(x .> 1 && x .< 0)
    #expect(Recorded { claim("test", contradiction).exact() }.checks[0].never?.violated == 0)
    let onBox = (r .<= 5).given(r .> 1 && r .< 1)
    #expect(Recorded { claim("test", onBox).enclosed() }.checks[0].never?.violated == 0)
    #expect(Recorded { claim("test", exp(x) .> 0).exact() }.checks[0].never?.violated == 1)
  }

  @Test("an open end is not a point")
  func openEnds() {
    #expect(exactly(1 / p .> 0) == .proved)
    #expect(exactly(sinh(p) .> p) != .refuted)
    #expect(Recorded { claim("test", 1 / p .> 0).sampled() }.trial.outcome == .proved)
    #expect(Recorded { claim("test", log(p) .<= p - 1).sampled() }.trial.outcome == .proved)
  }

  @Test("where a formula is undefined or overflows, samples say nothing")
  func nonFinite() {
    for law in [log(x) .<= x - 1, exp(exp(x)) .> 0, x / x .== 1] {
      #expect(Recorded { claim("test", law).sampled() }.trial.outcome == .proved)
    }
  }

  @Test("a hypothesis that rounding could turn round is no hypothesis")
  func hypotheses() {
    let big = Formula("1e30")!
    let law = (x .>= 0).given((x + big) - big .>= 1)
    #expect(Recorded { claim("test", law).sampled() }.trial.violated == 0)
  }

  @Test("complex equalities on a box, part by part")
  func complexEqualities() {
    let gauss = integral(exp(-(u ** 2)) * exp(i * u), by: u, over: .reals)
    #expect(enclosed(gauss .== sqrt(pi) * exp(-1 / 4 as Formula), to: 1e-10) == .proved)
    #expect(enclosed(exp(i * w) * exp(-(i * w)) .== 1, to: 1e-3) == .proved)
    #expect(enclosed(exp(i * w) .== cos(w) - i * sin(w), to: 1e-3) == .refuted)
  }

  @Test("expansions are bounded by terms, not by patience")
  func bounded() {
    let many = reals("s", 8)
    let others = reals("t", 8)
    #expect(exactly(sum(many) ** 8 * sum(others) ** 8 .<= 10) == .refuted)
  }

  @Test("temperatures that multiply logarithms are divided out")
  func temperature() {
    let a = real("a", in: 0...)
    let b = real("b", in: 0...)
    let lse = p * logSumExp([x / p, (x - a) / p, (x - b) / p])
    #expect(exactly(lse .<= x + p * log(3)) == .proved)
    #expect(exactly(lse .>= x) == .proved)
    #expect(exactly(lse .<= x + p * log(2)) == .refuted)
  }

  @Test("the modulus of a complex number is its modulus")
  func modulus() {
    #expect(enclosed(abs(3 + 4 * i) .== 5, to: 1e-20) == .proved)
    #expect(enclosed(abs(3 + 4 * i) .== 3 + 4 * i, to: 1e-3) == .refuted)
    #expect(enclosed(abs(3 + 4 * i) .<= 4) == .refuted)
    #expect(enclosed(abs(r + 4 * i) .>= 3.99) == .proved)
    #expect(enclosed(abs(r + 4 * i) .>= 4.0001) == .refuted)
  }

  @Test("monotonicity does not reach over a jump at a cut")
  func jumps() {
    // Im log(−1 + it) falls everywhere, but for its jump by 2π at 0.
    let t = real("t", in: (-0.01)...0.00001)
    let falling = imaginaryPart(log(-1 + i * t)) - 10_000 * t
    #expect(enclosed(falling .>= 2, boxes: 300) != .proved)
    let root = imaginaryPart(sqrt(-1 + i * t)) - 10_000 * t
    #expect(enclosed(root .>= 1 / 2, boxes: 300) != .proved)
  }

  @Test("a complex equality is refuted only beyond its ε")
  func complexTolerance() {
    let near = exp(i * w) + Formula("0.0008")!
    #expect(enclosed(exp(i * w) .== near, to: 1e-3) != .refuted)
    #expect(enclosed(exp(i * w) .== near, to: 7e-4) == .refuted)
  }
}
