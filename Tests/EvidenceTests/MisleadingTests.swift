import Evident
import Testing

@Suite("Laws made to mislead box proofs")
struct MisleadingTests {
  let x = real("x", in: -4...4)
  let p = real("p", in: .positive(to: 4))

  private func spike(at centre: Rational, width: Formula) -> Formula {
    1 / (1 + ((x - Formula(centre)) / width) ** 2)
  }

  @Test("spikes narrower than any box of the budget", arguments: [1e-3, 1e-6, 1e-12, 1e-30])
  func spikes(width: Double) {
    let narrow = spike(at: Rational(1_234_567, 1_000_003), width: Formula(floatLiteral: width))
    #expect(enclosed(narrow .<= 1 / 2, boxes: 100) != .proved)
    #expect(enclosed(narrow .<= 1.001, boxes: 2_000) != .refuted)
    #expect(enclosed(1 - narrow .> 0, boxes: 300) != .proved)
  }

  @Test("poles inside, at an end and outside")
  func poles() {
    #expect(enclosed(1 / x ** 2 .>= 0) != .proved)
    #expect(enclosed(1 / (x - 1 / 3) ** 2 .>= 0, boxes: 300) != .proved)
    #expect(enclosed(tan(x) ** 2 .>= 0, boxes: 300) != .proved)
    #expect(enclosed(x / x .>= 1, boxes: 300) != .proved)
    #expect(enclosed(1 / p .> 0.2) == .proved)
    #expect(enclosed(1 / p .<= 10) == .refuted)
    #expect(enclosed(1 / (x - 4.000001) .< 0) == .proved)
  }

  @Test("fast oscillation and cancellation")
  func oscillation() {
    #expect(enclosed(sin(200 * x) .<= 0.999, boxes: 4_000) == .refuted)
    #expect(enclosed(sin(200 * x) .<= 1.001, boxes: 8_000) == .proved)
    #expect(enclosed(sin(1 / p) .<= 1.001, boxes: 300) != .refuted)
    let lost = (x + Formula("1e40")!) - Formula("1e40")! - x
    #expect(enclosed(lost .<= Formula("1e-20")!) != .refuted)
    #expect(enclosed(lost .>= Formula("1e-20")!) == .refuted)
    #expect(enclosed(exp(x * 20) * exp(-20 * x) .<= 1.000001) != .refuted)
  }

  @Test("the edges of the domains of roots and logarithms")
  func domains() {
    #expect(enclosed(sqrt(x) .>= -1, boxes: 300) != .proved)
    #expect(enclosed(sqrt(4 - x) .>= 0) == .proved)
    #expect(enclosed(sqrt(4 - x) .> 0) == .refuted)
    #expect(enclosed(sqrt(3.999999 - x) .>= 0, boxes: 300) != .proved)
    #expect(enclosed(log(x + 4) .<= 100, boxes: 300) != .proved)
    #expect(enclosed(log(p) .<= p) == .proved)
    #expect(enclosed(x * log(x ** 2) .>= -1, boxes: 300) != .proved)
    #expect(enclosed(x ** (1 / 3) .<= 2, boxes: 300) != .proved)
  }

  @Test("kinks")
  func kinks() {
    #expect(enclosed(abs(x) .>= 0) == .proved)
    #expect(enclosed(abs(x) .> 0) == .refuted)
    #expect(enclosed(abs(x - 1 / 3) + abs(x + 1 / 3) .>= 0.6666) == .proved)
    #expect(enclosed(abs(x - 1 / 3) + abs(x + 1 / 3) .>= 0.6667) == .refuted)
    #expect(enclosed(max(x, 1 / 3) .>= 0.3333) == .proved)
    #expect(enclosed(max(x, 1 / 3) .> 1 / 3) == .refuted)
    #expect(enclosed(min(x, -x) .<= 0.0001) == .proved)
    #expect(enclosed(min(x, -x) .<= -0.0001) == .refuted)
    #expect(enclosed(abs(x) / x .>= -1, boxes: 300) != .proved)
  }

  @Test("false at one point only, or at an end only")
  func onePoint() {
    #expect(enclosed(x ** 2 .> 0) == .refuted)
    #expect(enclosed((x - 1 / 7) ** 2 .> 0) == .refuted)
    #expect(enclosed((x ** 2 - 2) ** 2 .> 0, boxes: 1_000) != .proved)
    #expect(enclosed(x .< 4) == .refuted)
    #expect(enclosed(x .> -4) == .refuted)
    #expect(enclosed(p .< 4) == .refuted)
    #expect(enclosed(p .<= 4) == .proved)
  }

  @Test("a span of one point, and one that ends nowhere")
  func spans() {
    let one = real("o", in: 2...2)
    #expect(enclosed(one ** 2 .>= 4) == .proved)
    #expect(enclosed(one ** 2 .> 4) == .refuted)
    #expect(enclosed(exp(one) .> 7.389) == .proved)
    let far = real("t", in: 0...)
    #expect(enclosed(exp(-far) .>= 1e-9) != .proved)
    #expect(enclosed(exp(-far) .<= 1) == .proved)
    let line = real("s")
    #expect(enclosed(line ** 2 * exp(-line) .>= 0, boxes: 300) != .refuted)
    #expect(enclosed(sin(line) .<= 0.99, boxes: 300) != .proved)
  }

  @Test("an equality dressed as two inequalities is proved by nothing but algebra")
  func dressed() {
    let identity = sin(x) ** 2 + cos(x) ** 2
    #expect(enclosed(identity .<= 1 && identity .>= 1, boxes: 200) == .open)
    let wrong = identity * (1 + Formula("1e-25")!)
    #expect(enclosed(wrong .<= 1 && wrong .>= 1, boxes: 200) == .refuted)
    #expect(enclosed(tanh(x) .<= x && tanh(x) .>= x) == .refuted)
  }

  @Test("a least value that is only approached, at an end that is left out")
  func notAttained() {
    // Both are smallest towards 0; the second has a valley at about 1.41, which is higher.
    for f in [p, p * (p ** 2 - 3 * p + 5 / 2)] {
      let recorded = Recorded { claim("test").enclosed(uniqueMinimum(of: f, by: p)) }
      #expect(recorded.trial.outcome != .proved, "\(f.tex)")
    }
    let valley = Recorded { claim("test").enclosed(uniqueMinimum(of: p - log(p), by: p)) }
    #expect(valley.trial.outcome != .refuted)
  }
}
