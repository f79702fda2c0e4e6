import Evident
import Testing

@testable import Evidence

@Suite("Integrals over infinite intervals")
struct TailTests {
  let u = real("u")
  let y = real("y")

  @Test("Γ as a Fourier transform, at complex points, and its derivative")
  func gammaIntegral() {
    let z = 1 / 2 + i
    let density = exp(z * u - exp(u))
    #expect(enclosed(integral(density, by: u, over: .reals) .== gamma(z), to: 1e-30) == .proved)
    #expect(
      enclosed(integral(density, by: u, over: .reals) .== gamma(z) + 1e-29, to: 1e-30) == .refuted)
    let mean = integral(u * exp(u - exp(u)), by: u, over: .reals)
    #expect(enclosed(mean .== digamma(1), to: 1e-30) == .proved)
    let square = integral((u - 1) ** 2 * exp(u - exp(u)), by: u, over: .reals)
    #expect(
      enclosed(square .== trigamma(1) + (digamma(1) - 1) ** 2, to: 1e-28) == .proved)
  }

  @Test("what is known of signs is what the range of integration says, not the variable's own span")
  func rangeOfIntegration() {
    let g = real("g", in: 0...)
    let left = integral((1 - exp(-g)) * exp(1.001 * g), by: g, from: nil, to: 0)
    #expect(enclosed(left .== 1 / 1.001 - 1000, to: 1e-6) != .refuted)
    #expect(enclosed(left .>= -1) != .proved)
    #expect(enclosed(integral(exp(g), by: g, from: nil, to: 0) .== 1, to: 1e-20) == .proved)
  }

  @Test("a tail is cut beyond the other end, where the signs are known")
  func cutBeyondTheEnd() throws {
    guard case .variable(let v) = u.node.kind else { return }
    for (side, sign) in [(Decay.Side.right, 1), (.left, -1)] as [(Decay.Side, Rational)] {
      let tails = Tails(exp(-Formula(sign) * u).node, by: v, variables: [v])
      let cut = try tails.cut(
        towards: side, past: Ball(sign * 500), [], precision: 64, below: 1 / 2)
      #expect(cut.point * sign >= 500)
    }
  }

  @Test("vertical lines: Mellin's inversion and Parseval's equation")
  func verticalLines() {
    let inverse = integral(
      gamma(1 + i * y) * exp(-(1 + i * y) * log(2)), by: y, over: .reals)
    #expect(enclosed(inverse .== 2 * pi * exp(-2), to: 1e-25) == .proved)
    #expect(enclosed(inverse .== 2 * pi * exp(-2) + 1e-24, to: 1e-25) == .refuted)
    let shifted = integral(
      gamma(1 / 2 + i * y) / (-1 / 2 + i * y) * exp((1 / 2 - i * y) * log(2)), by: y,
      over: .reals)
    #expect(enclosed(shifted .== 2 * pi * (exp(-2) - 1), to: 1e-25) == .proved)
    let energy = integral(gamma(1 / 4 + i * y) * gamma(1 / 4 - i * y), by: y, over: .reals)
    #expect(enclosed(energy .== 2 * pi * gamma(1 / 2) / sqrt(2), to: 1e-25) == .proved)
  }

  @Test("e^A − 1 vanishes where A does: Γ left of the imaginary axis")
  func exponentialMinusOne() {
    let left = integral((exp(-exp(u)) - 1) * exp(-u / 2), by: u, over: .reals)
    #expect(enclosed(left .== gamma(-1 / 2), to: 1e-25) == .proved)
    #expect(enclosed(left .== gamma(1 / 2), to: 1e-25) == .refuted)
  }

  @Test("bounded factors, also an exponential of something bounded")
  func boundedFactors() {
    let gauss = integral(cos(u) * exp(-(u ** 2) / 2), by: u, over: .reals)
    #expect(enclosed(gauss .== sqrt(2 * pi) * exp(-1 / 2 as Formula), to: 1e-25) == .proved)
    let periodic = integral(exp(-exp(i * u)) * exp(-(u ** 2) / 2), by: u, over: .reals)
    let series = sum(
      (0...12).map { (n: Int) in
        Formula(Rational(n % 2 == 0 ? 1 : -1) / factorial(n)) * exp(-Formula(n * n) / 2)
      })
    #expect(enclosed(periodic .== sqrt(2 * pi) * series, to: 1e-25) == .proved)
  }

  @Test("half-lines, cut where the integrand is small already")
  func halfLines() {
    let from = integral(exp(-exp(u) + i * u), by: u, from: -10, to: nil)
    #expect(enclosed(abs(from - gamma(i) - i * exp(-10 * i)) .<= exp(-10)) == .proved)
    #expect(enclosed(abs(from - gamma(i)) .<= exp(-10)) == .refuted)
    #expect(enclosed(integral(exp(-u), by: u, from: 500, to: nil) .<= exp(-500) + 1e-20) == .proved)
  }

  @Test(
    "what no rule covers, or does not decay, is refused",
    arguments: [
      { 1 / (1 + $0 ** 2) }, { exp(i * $0) }, { exp($0) }, { exp($0 ** 2) }, { gamma($0) },
      { gamma(1 + $0 + i * $0) }, { sin($0) }, { exp(exp(i * $0)) }, { $0 * exp(-abs($0)) },
      { gamma(1 + i * $0) * exp(2 * $0) }, { gamma(-1 / 2 + i * $0) }, { 1 / gamma(1 + i * $0) },
      { exp(exp(-exp($0)) - 1) }, { exp(i * exp($0)) },
    ] as [@Sendable (Formula) -> Formula])
  func refused(_ integrand: @Sendable (Formula) -> Formula) throws {
    let law = realPart(integral(integrand(u), by: u, over: .reals)) .<= 1000
    let trial = Recorded { claim("test", law).enclosed() }.trial
    #expect(trial.outcome == .open)
    #expect(try #require(trial.stopped).contains("tail"))
  }

  @Test("a decay bounds the function everywhere beyond the point, on either side")
  func decays() throws {
    let functions: [Formula] = [
      exp(u / 3 - exp(u)), u ** 3 * exp(-(u ** 2)), gamma(3 / 4 + 2 * i * u),
      gamma(2 - i * (u + 1)) * exp(u / 2), gamma(1 + i * u) / (1 + i * u) ** 2,
      (exp(-exp(u)) - 1) * exp(-u / 2), exp(-exp(i * u)) * exp(-(u ** 2)),
      exp(-u ** 2) + 2 * u * exp(-(u ** 2) / 2), (2 * u - 5) ** 2 * exp(-exp(u) + 2 * u),
      cos((1 + i / 2) * u) * exp(-(u ** 2)), sinh(u / 2 - 1) * exp(-(u ** 2) / 3),
      exp(-((u - i) ** 2) / 2), exp((1 + i) * u - 2 * exp(u)),
    ]
    guard case .variable(let v) = u.node.kind else { return }
    var certain = 0
    for function in functions {
      for side in [Decay.Side.left, .right] {
        let outward: Rational = side == .right ? 1 : -1
        for decay in Decay.rules(for: function.node, by: v, towards: side) {
          for start in [3, 5, 9] as [Rational] {
            let tape = Tape([decay.bound, decay.rate] + decay.positive, variables: [v])
            let values = try tape.evaluate(
              [ComplexBall(Ball(outward * start))], precision: 128
            ).map(\.re)
            guard values.dropFirst(2).allSatisfy(\.isCertainlyPositive) else { continue }
            for step in [Rational(1, 100), 1, 4, 20] {
              let point = ComplexBall(Ball(outward * (start + step)))
              let modulus = try Tape([Node.apply(.abs, function.node)], variables: [v])
                .evaluate([point], precision: 128)[0].re
              let bound = values[0] * Ball.exp(-values[1] * Ball(step))
              #expect(!(modulus - bound).isCertainlyPositive, "\(function.tex), \(start), \(step)")
              certain += 1
            }
          }
        }
      }
    }
    #expect(certain > 150)
  }

  @Test("complex parameters: no span of theirs is used, and no cut is overlooked")
  func complexParameters() throws {
    let s = real("s", in: 1...2)
    guard case .variable(let v) = u.node.kind, case .variable(let p) = s.node.kind else { return }
    func cut(_ f: Formula, at value: ComplexBall) throws -> Ball? {
      try ComplexTails(f.node, by: v, outer: [p])?.cut(
        towards: .right, past: nil, [value], precision: 64, below: 1 / 1_000_000
      ).bound
    }
    let inside = ComplexBall(Ball(3) / 2, Ball(1) / 2)
    let outside = ComplexBall(Ball(-1) / 2, Ball(1) / 2)
    for decaying in [
      exp(-s * u), exp(-s * u ** 2), exp(u - s * exp(u)), gamma(s + i * u), exp(-s * u) / (s + u),
      exp(-2 * u) * cos(s * u),
    ] {
      #expect(try #require(try cut(decaying, at: inside)).isFinite)
    }
    for decaying in [exp(-s * u), exp(-s * u ** 2), exp(u - s * exp(u)), gamma(s + i * u)] {
      #expect(throws: Undefined.self) { try cut(decaying, at: outside) }
    }
    // |Im s| = 2 makes the cosine grow as fast as the exponential falls.
    #expect(throws: Undefined.self) {
      try cut(exp(-2 * u) * cos(s * u), at: ComplexBall(Ball(1), Ball(2)))
    }
    for cutFunction in [sqrt(s + u), log(s + u), abs(s + u), abs(s), max(s, u)] {
      let isRefused = try cut(exp(-u) * cutFunction, at: inside) == nil
      #expect(isRefused == cutFunction.node.freeVariables.contains(v))
    }
  }
}
