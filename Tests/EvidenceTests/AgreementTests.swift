import Evidence
import Evident
import Records
import Testing

@Suite("Enclosures are computed again, and by another road")
struct AgreementTests {
  let t = real("t", in: 1...2)

  private func agreement(
    _ law: Law, to tolerance: Formula? = nil, boxes: Int = 300,
    fault: (@Sendable (Function, Int) -> Rational?)? = nil
  ) throws -> Agreement {
    let recorded = BallFault.$injected.withValue(fault) {
      Recorded { claim("test", law).enclosed(to: tolerance, boxes: boxes) }
    }
    #expect(recorded.trial.held > 0, "\(law.tex)")
    return try #require(recorded.checks[0].agreement)
  }

  @Test("a wrong function is noticed by machine arithmetic, on boxes, at nodes and at points")
  func wrongFunction() throws {
    let fault: @Sendable (Function, Int) -> Rational? = { f, _ in
      f == .sinh ? Rational(1, 1_000_000) : nil
    }
    for (law, tolerance) in [
      (sinh(t) .<= 4, nil), (sinh(t) .== (exp(t) - exp(-t)) / 2, 1e-3 as Formula?),
      (sinh(2) .<= 4, nil),
    ] {
      #expect(try agreement(law, to: tolerance).alarms == [])
      let found = try agreement(law, to: tolerance, fault: fault)
      #expect(!found.alarms.isEmpty)
      #expect(found.alarms.allSatisfy { $0.contains("sinh") })
    }
  }

  @Test("a function that is wrong at low precision only is noticed at twice the bits")
  func wrongPrecision() throws {
    let found = try agreement(
      sinh(t) .<= 4,
      fault: { f, bits in f == .sinh && bits < 100 ? Rational(1, 10).power(20) : nil })
    #expect(found.alarms.contains { $0.contains("without a common number") })
  }

  @Test("nothing is alarming where nothing is wrong: every function, real and complex")
  func noFalseAlarm() throws {
    let functions: [(Formula) -> Formula] = [
      exp, log, sqrt, sin, cos, { tan($0 / 2) }, sinh, cosh, tanh, atan, erf, gamma, logGamma,
      digamma,
      trigamma, { abs($0 - 3 / 2) }, { $0 ** 7 }, { $0 ** (-3) }, { $0 ** (5 / 3) }, { $0 ** $0 },
      { max($0, 3 / 2) }, { exp(-100 * $0) }, { $0 - $0 * (1 + Formula("1e-30")!) },
    ]
    var compared = 0
    for f in functions {
      let found = try agreement(f(t) .<= 1_000_000)
      #expect(found.alarms == [], "\(f(t).tex)")
      compared += found.compared
    }
    let complex: [(Formula) -> Formula] = [
      exp, log, sqrt, sin, cos, tan, sinh, cosh, tanh, gamma, logGamma, digamma, trigamma,
      { $0 ** (1 / 3) }, { 1 / $0 },
    ]
    for f in complex {
      let found = try agreement(abs2(f(1 / 2 + i * (t - 1))) .<= 1_000_000)
      #expect(found.alarms == [], "\(f(t).tex)")
      compared += found.compared
    }
    #expect(compared > 150)
  }

  @Test("integrals are compared with a quadrature of their own")
  func integrals() throws {
    let u = real("u")
    let law =
      integral(exp(-(u ** 2)) * exp(3 * i * u), by: u, over: .reals) .== sqrt(pi)
      * exp(-9 / 4 as Formula)
    let found = try agreement(law, to: 1e-12)
    #expect(found.alarms == [] && found.compared > 0)
    let fault: @Sendable (Function, Int) -> Rational? = { f, _ in
      f == .sqrt ? Rational(1, 10_000) : nil
    }
    let root = integral(sqrt(u), by: u, over: 1...4) .<= 5
    #expect(try agreement(root).alarms == [])
    #expect(try !agreement(root, fault: fault).alarms.isEmpty)
  }

  @Test("at cuts, poles and zeros the machine keeps silent rather than cry wolf")
  func silence() throws {
    let s = real("s", in: -1...1)
    for law in [
      abs(imaginaryPart(log(-1 + i * s))) .<= 4, abs(imaginaryPart(sqrt(-1 + i * s))) .<= 2,
      sin(pi * s) * 0 + s - s .<= 1, exp(s * 20) * exp(-s * 20) .<= 1.5,
    ] {
      #expect(try agreement(law).alarms == [], "\(law.tex)")
    }
  }

  @Test("a wrong derivative at a contact point is noticed")
  func contacts() throws {
    let s = real("s", in: -1...1)
    // The slack's own values are right; its fourth derivative, a cosine, is used too.
    let law = 1 - cos(s) .<= s ** 2 / 2
    #expect(try agreement(law).alarms == [])
    let fault: @Sendable (Function, Int) -> Rational? = { f, _ in
      f == .sin ? Rational(1, 1_000_000) : nil
    }
    #expect(try !agreement(law, fault: fault).alarms.isEmpty)
  }

  @Test("what refutes with few bits only refutes nothing, and is alarming")
  func unconfirmed() throws {
    let law = sinh(t) .<= 4
    let fault: @Sendable (Function, Int) -> Rational? = { f, bits in
      f == .sinh && bits < 200 ? 1 : nil
    }
    let recorded = BallFault.$injected.withValue(fault) {
      Recorded { claim("test", law).enclosed(boxes: 300) }
    }
    #expect(recorded.trial.outcome == .open)
    let alarms = try #require(recorded.checks[0].agreement).alarms
    #expect(alarms.first?.contains("with few bits and does not with more") == true)
    #expect(enclosed(sinh(t) .<= 3) == .refuted)
  }
}
