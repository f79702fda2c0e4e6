import Evident
import MathCore
import Records
import Testing

@testable import Evidence

@Suite("Equalities of integrals for every value of a parameter in an interval")
struct ParameterIntegralTests {
  let u = real("u")
  let v = real("v")
  let y = real("y", in: -2...2)
  let s = real("s", in: 1 / 2...2)
  let p = real("p", in: -1...1)

  private func outcome(_ law: Law, to tolerance: String = "1e-25") -> Outcome {
    let record = Recorded { claim("test", law).enclosed(to: Formula(tolerance)!) }.checks[0]
    if record.trial.outcome == .proved {
      #expect(record.method.hasPrefix("interpolation"))
      #expect(record.agreement?.alarms == [])
    }
    return record.trial.outcome
  }

  private func overLine(_ f: Formula, by v: Formula) -> Formula {
    integral(f, by: v, over: .reals)
  }
  private func euler(_ z: Formula) -> Formula { overLine(exp(z * u - exp(u)), by: u) }

  @Test("Euler's integral on a vertical and on a horizontal segment")
  func euler() {
    #expect(outcome(euler(1 / 2 + i * y) .== gamma(1 / 2 + i * y)) == .proved)
    #expect(outcome(euler(s + i) .== gamma(s + i)) == .proved)
    #expect(outcome(euler(s + i) .== (1 + 1e-6) * gamma(s + i)) == .refuted)
    // False everywhere but at one end.
    #expect(outcome(euler(s) .== gamma(s) + 1e-9 * (s - 1 / 2)) == .refuted)
    #expect(outcome(euler(s) .== -gamma(s)) == .refuted)
  }

  @Test("the way back along a vertical line, and Parseval's equation")
  func verticalLines() {
    let u = real("u", in: -1...1)
    func back(_ u: Formula) -> Formula {
      overLine(gamma(1 + i * v) * exp(-i * v * u), by: v) / (2 * pi)
    }
    #expect(outcome(back(u) .== exp(u - exp(u))) == .proved)
    #expect(outcome(back(u) .== exp(-u - exp(-u))) == .refuted)
    let energy = overLine(gamma(s + i * v) * gamma(s - i * v), by: v)
    let expected = 2 * pi * exp(-2 * s * log(2)) * gamma(2 * s)
    #expect(outcome(energy .== expected) == .proved)
    #expect(outcome(energy .== expected * (1 + 1e-6)) == .refuted)
  }

  @Test("Gauss's integral with a wave, a growth, a width and a shift in it")
  func gauss() {
    let bell = exp(-(u ** 2))
    #expect(
      outcome(overLine(bell * cos(p * u), by: u) .== sqrt(pi) * exp(-(p ** 2) / 4)) == .proved)
    #expect(
      outcome(overLine(bell * cos(p * u), by: u) .== sqrt(pi) * exp(p ** 2 / 4)) == .refuted)
    #expect(
      outcome(overLine(bell * cosh(p * u), by: u) .== sqrt(pi) * exp(p ** 2 / 4)) == .proved)
    #expect(outcome(overLine(exp(-s * u ** 2), by: u) .== sqrt(pi / s)) == .proved)
    #expect(outcome(overLine(exp(-((u - p) ** 2)), by: u) .== sqrt(pi)) == .proved)
    #expect(
      outcome(overLine(exp(-((u - i * p) ** 2)), by: u) .== sqrt(pi) + 1e-20 * p) == .refuted)
  }

  @Test("finite intervals")
  func finite() {
    #expect(
      outcome(
        integral(v ** s, by: v, over: 1...2) .== (exp((s + 1) * log(2)) - 1) / (s + 1))
        == .proved)
    let bessel = integral(exp(p * cos(v)), by: v, from: 0, to: 2 * pi)
    let series = sum(
      (0...12).map { (n: Int) in (p / 2) ** Formula(2 * n) / Formula(factorial(n)) ** 2 })
    #expect(outcome(bessel .== 2 * pi * series, to: "1e-20") == .proved)
    #expect(outcome(bessel .== 2 * pi * series + 1e-19, to: "1e-20") == .refuted)
    #expect(
      outcome(
        realPart(integral(exp(i * p * v), by: v, over: 0...1))
          .== integral(cos(p * v), by: v, over: 0...1)) == .proved)
  }

  @Test("an integral with poles near the interval needs several pieces")
  func poles() {
    let p = real("p", in: 1 / 10...1)
    let slope = integral(1 / (v ** 2 + p ** 2), by: v, over: 0...1)
    #expect(outcome(slope .== atan(1 / p) / p, to: "1e-12") == .proved)
    #expect(outcome(slope .== atan(1 / p) / p + 1e-11 * (p - 1), to: "1e-12") == .refuted)
    let across = integral(1 / (v ** 2 + (y - 1) ** 2), by: v, over: 0...1)
    #expect(outcome(across .== atan(1 / (y - 1)) / (y - 1), to: "1e-6") != .proved)
  }

  @Test("what diverges on a part of the interval is not proved")
  func divergent() {
    for low in [-1, 0] as [Rational] {
      let p = real("p", in: low...1)
      let falling = integral(exp(-p * v), by: v, from: 0, to: nil)
      #expect(outcome(falling .== 1 / p, to: "1e-6") != .proved)
      #expect(outcome(p * falling .== 1, to: "1e-6") != .proved)
    }
    let q = real("q", in: 1 / 4...1)
    #expect(
      outcome(integral(exp(-q * v), by: v, from: 0, to: nil) .== 1 / q, to: "1e-20") == .proved)
    #expect(outcome(euler(y) .== gamma(y), to: "1e-6") != .proved)
  }

  @Test("what vanishes at all nodes is seen between them, under an integral, too")
  func ripple() {
    var ripple = p
    for _ in 0..<6 { ripple = 2 * ripple ** 2 - 1 }
    let wavy = integral(exp(v) + 0.002 * v * ripple, by: v, over: 0...1)
    #expect(outcome(wavy .== exp(1) - 1, to: "1e-6") == .refuted)
    #expect(outcome(wavy .== exp(1) - 1, to: "1e-2") == .proved)
  }

  @Test("jumps and kinks in the parameter are not smoothed by integration")
  func kinks() {
    let distance = integral(sqrt((v - p) ** 2), by: v, over: 0...1)
    #expect(outcome(distance .== p ** 2 - p + 1 / 2, to: "1e-3") != .proved)
    let jump = imaginaryPart(integral(log(-1 + i * (p + 0 * v)), by: v, over: 0...1))
    #expect(outcome(jump .== pi - atan(p), to: "1e-3") != .proved)
  }

  @Test("ends that depend on the parameter, and integrals in integrals, are refused")
  func refused() {
    #expect(outcome(integral(cos(v), by: v, from: 0, to: s) .== sin(s), to: "1e-20") == .open)
    let inner = integral(u * v * s, by: v, over: 0...1)
    #expect(outcome(integral(inner, by: u, over: 0...1) .== s / 4, to: "1e-20") == .open)
  }

  @Test("an integral's variable hides an outer one")
  func shadowing() {
    // ∫_0^1 e^{ps} dp does not depend on the p outside of it.
    let hidden = integral(exp(p * s), by: p, over: 0...1)
    #expect(outcome(hidden + 0 * p .== (exp(s) - 1) / s + 0 * p, to: "1e-9") == .proved)
    #expect(outcome(hidden + 0 * p .== exp(p * s) + 0 * s, to: "1e-9") == .refuted)
    // Whichever was declared first: for b ≥ 1 the integral is at least e − 1.
    let a = real("a", in: 0...(1 / 1_000))
    let b = real("b", in: 1...2)
    let law = integral(exp(a * b), by: a, over: 0...1) .<= 11 / 10 + a
    #expect(enclosed(law, boxes: 50) == .refuted)
    let plain = integral(p ** 2, by: p, over: 0...1)
    #expect(outcome(plain + p .== 1 / 3 + p) == .proved)
    #expect(outcome(plain .== p ** 2) == .refuted)
  }

  @Test("a bound holds for every complex parameter, and says nothing where there is a pole")
  func bounds() throws {
    guard case .variable(let parameter) = s.node.kind else { return }
    func bound(_ f: Formula, on ball: ComplexBall) throws -> Ball {
      let extended = try #require(HolomorphicExtension.of(f.node))
      let input = AnalyticBall(ball: ball, asksAnalytic: true)
      return try Tape([extended], variables: [parameter]).evaluate([input], precision: 64)[0]
        .ball.abs
    }
    let box = ComplexBall(
      Ball(lower: 1, upper: 5 / 4, precision: 64), Ball(lower: 0, upper: 1 / 4, precision: 64))
    let corner = ComplexBall(Ball(5) / 4, Ball(1) / 4)
    let size = try #require(try bound(euler(s), on: box).upper)
    #expect(size >= (try #require(ComplexBall.gamma(corner).abs.lower)) && size < 4)
    let across = ComplexBall(
      Ball(lower: -1 / 4, upper: 1 / 4, precision: 64), Ball(lower: 0, upper: 1, precision: 64))
    #expect(throws: Undefined.self) { try bound(euler(s), on: across) }
    #expect(throws: Undefined.self) {
      try bound(integral(1 / (v ** 2 + s ** 2), by: v, over: 0...1), on: across)
    }
    #expect(throws: Undefined.self) {
      try bound(integral(sqrt(v - s), by: v, over: 0...1), on: across)
    }
  }

  @Test("the reflection of a root of a negative number is its conjugate")
  func reflection() throws {
    guard case .variable(let parameter) = p.node.kind else { return }
    let extended = try #require(HolomorphicExtension.of(realPart(i * sqrt(-1) * p).node))
    let half = AnalyticBall(ball: ComplexBall(Ball(1) / 2), asksAnalytic: true)
    let value = try Tape([extended], variables: [parameter]).evaluate([half], precision: 64)[0]
    #expect(value.ball.overlaps(ComplexBall(Ball(-1) / 2)))
  }
}
