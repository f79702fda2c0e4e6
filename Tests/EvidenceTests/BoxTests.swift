import Evident
import Testing

@Suite("Box proofs by branch and bound")
struct BoxTests {
  let y = real("y", in: -8...8)

  @Test("a true inequality with a margin is proved, and the margin is a lower bound")
  func margin() throws {
    let trial = Recorded { claim("test", y ** 2 + 1 .>= 1 / 2).enclosed() }.trial
    #expect(trial.outcome == .proved)
    let margin = try #require(trial.margin)
    #expect(margin > 0 && margin <= 0.5)
  }

  @Test("a false one ends in an exact witness, however small the gap")
  func falseClaims() {
    let sigmoid = 1 / (1 + exp(-y))
    #expect(enclosed(sigmoid * (1 - sigmoid) .<= 0.2499999) == .refuted)
    #expect(enclosed(y ** 2 .> 0) == .refuted)
  }

  @Test("a contact point at a face is closed by monotonicity")
  func face() {
    let t = real("t", in: 0...5)
    #expect(enclosed(exp(t) .>= 1 + t) == .proved)
    #expect(enclosed(exp(t) .> 1 + t) == .refuted)
  }

  @Test("several variables")
  func severalVariables() {
    let a = real("a", in: -2...2)
    let b = real("b", in: -2...2)
    #expect(enclosed(a ** 2 + b ** 2 + a * b .<= 12.001) == .proved)
    #expect(enclosed(a ** 2 + b ** 2 + a * b .<= 11.999) == .refuted)
  }

  @Test("an equality needs its ε")
  func equality() {
    let t = real("t", in: -2...2)
    let law = tanh(t) .== (exp(2 * t) - 1) / (exp(2 * t) + 1)
    #expect(enclosed(law) == .open)
    #expect(enclosed(law, to: 1e-4) == .proved)
    #expect(enclosed(tanh(t) .== t, to: 1e-3) == .refuted)
  }

  @Test("an unbounded variable is refused, with the fix")
  func unbounded() throws {
    let u = real("u")
    let trial = Recorded { claim("test", exp(u) .> 0).enclosed() }.trial
    #expect(try #require(trial.stopped).contains("give it a span"))
  }

  @Test("a formula without variables is a single evaluation of growing precision")
  func constants() {
    #expect(
      enclosed(exp(pi) - pi .<= Formula("19.99909997918947576726644298466904449607")!) == .proved)
    #expect(
      enclosed(exp(pi) - pi .<= Formula("19.99909997918947576726644298466904449606")!) == .refuted)
  }

  @Test("boxes outside of the hypotheses are left out, and an empty hypothesis proves nothing")
  func hypotheses() {
    let trial = Recorded { claim("test", (y .> 100).given(y .> 50)).enclosed() }.trial
    #expect(trial.held == 0 && trial.excluded > 0)
  }

  @Test("integrals with log-concave tails are enclosed, tails included")
  func integrals() {
    let t = real("t")
    let gauss = integral(exp(-(t ** 2)), by: t, over: .reals)
    #expect(enclosed(gauss ** 2 .== pi, to: 1e-25) == .proved)
    #expect(enclosed(gauss ** 2 .== pi + 1e-24, to: 1e-25) == .refuted)
    let half = integral(exp(t / 2 - exp(t)), by: t, over: .reals)
    #expect(enclosed(half .== gamma(1 / 2), to: 1e-20) == .proved)
  }

  @Test("a tail that is not log-concave is refused")
  func heavyTail() throws {
    let t = real("t")
    let law = integral(1 / (1 + t ** 2), by: t, over: .reals) .== pi
    let trial = Recorded { claim("test", law).enclosed(to: 1e-3) }.trial
    #expect(trial.outcome == .open)
    #expect(try #require(trial.stopped).contains("tails"))
  }

  @Test("complex formulas: the modulus of Gamma on the critical line, at a point")
  func complex() {
    let law = abs2(gamma(1 / 2 + i * 3)) .== pi / cosh(3 * pi)
    #expect(enclosed(law, to: 1e-25) == .proved)
    #expect(enclosed(abs2(gamma(1 / 2 + i * 3)) .== pi / cosh(3), to: 1e-25) == .refuted)
  }
}
