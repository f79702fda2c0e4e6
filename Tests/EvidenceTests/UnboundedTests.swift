import Evident
import Records
import Testing

@Suite("Spans without an end, and spans open at one")
struct UnboundedTests {
  let t = real("t", in: 0...)
  let x = real("x")
  let p = real("p", in: .positive)
  let q = real("q", in: .positive(to: 5))

  @Test("what only grows on the way out is shown on the whole half-line")
  func halfLine() throws {
    let recorded = Recorded { claim("test", exp(t) .>= 1 + t + t ** 2 / 3).enclosed() }
    #expect(recorded.trial.outcome == .proved)
    #expect(recorded.checks[0].method.contains("for $t > "))
    #expect(recorded.checks[0].coverage[0].phrase == "every real $t \\in [0, \\infty)$")
    #expect(enclosed(exp(t) .>= 1 + t + t ** 2 / 2 + t ** 3 / 6) == .proved)
    #expect(enclosed(t ** 2 + 1 .> 0.99) == .proved)
  }

  @Test("where several variables are cut, hypotheses about each of them may be false at the corner")
  func corners() {
    let s = real("s", in: 0...)
    func far(_ low: Formula, _ high: Formula) -> Law {
      (t - low) * (t - high) .>= 0 && (s - low) * (s - high) .>= 0
    }
    let near = (t - 15) ** 2 + (s - 15) ** 2
    #expect(enclosed((near .>= 20).given(far(5, 18))) == .refuted)
    let distant = (t - 60) ** 2 + (s - 60) ** 2
    #expect(enclosed((distant .>= 500).given(far(30, 70))) != .proved)
    #expect(enclosed((t + s .>= 1).given(far(1, 2))) != .proved)
    #expect(enclosed((t ** 2 + s .>= 0).given(t + s .>= 2)) == .proved)
  }

  @Test("both sides of the line at once")
  func line() {
    #expect(enclosed(x ** 4 - x ** 2 + 1 .> 0.7) == .proved)
    #expect(enclosed(x ** 4 - x ** 2 + 1 .> 0.76) == .refuted)
    #expect(enclosed(exp(x) + exp(-x) .> 1.99) == .proved)
  }

  @Test("an end that is left out")
  func openEnds() {
    #expect(enclosed(q - 1 - log(q) + 1e-3 .> 0) == .proved)
    #expect(enclosed(p - 1 - log(p) + 1e-3 .> 0) == .proved)
    #expect(enclosed(p - 1 - log(p) - 1e-3 .> 0) == .refuted)
    #expect(enclosed(1 / p + p .>= 1.99) == .proved)
    #expect(enclosed(1 / p + p .>= 2.01) == .refuted)
    let coverage = Recorded { claim("test", q - 1 - log(q) + 1e-3 .> 0).enclosed() }.checks[0]
      .coverage
    #expect(coverage[0].phrase == "every real $q \\in (0, 5]$")
  }

  @Test("what falls towards its bound far out stays open, and false tails are not proved")
  func falling() {
    #expect(enclosed(1 / (1 + t) .> 0) == .open)
    #expect(enclosed(exp(-t) .> 0.001) != .proved)
    #expect(enclosed(1 / (1 + t) .>= 1e-6) != .proved)
    #expect(enclosed(sin(t) .<= 1.001) == .open)
    #expect(enclosed(t ** 2 - 1_000 * t + 300_000 .> 0) == .proved)
    #expect(enclosed(t ** 2 - 1_000 * t + 200_000 .> 0) != .proved)
    #expect(enclosed(log(p) .>= -100) != .proved)
  }

  @Test("several variables, some with ends")
  func several() {
    let w = real("w", in: -1...1)
    #expect(enclosed(t + w ** 2 .>= -0.001) == .proved)
    #expect(enclosed(t * w .>= -1_000) != .proved)
    #expect(enclosed(t + p - w .>= -1.001) == .proved)
    #expect(enclosed(t * p + w .>= -1.001) == .proved)
  }

  @Test("undefined far out is not proved")
  func undefined() {
    #expect(enclosed(t + 1 / (t - 10 ** 6) + 1 .> 0) != .proved)
    #expect(enclosed(t + sqrt(1_000_000 - t) .>= 0) != .proved)
    #expect(enclosed(t + 0 * tan(t) .>= -1) != .proved)
  }
}
