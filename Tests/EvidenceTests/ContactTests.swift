import Evident
import Records
import Testing

@Suite("Inequalities whose sides touch, on boxes")
struct ContactTests {
  let x = real("x", in: -1...1)
  let y = real("y", in: -1...1)
  let z = real("z", in: -8...8)
  let w = real("w", in: -2...3)
  let t = real("t", in: -2...2)
  let tiny = Formula("1e-12")!

  @Test("a contact in the middle, at a seam, at a fraction and at an end")
  func oneVariable() {
    #expect(enclosed(exp(x) .>= 1 + x) == .proved)
    #expect(enclosed(exp(z) .>= 1 + z) == .proved)
    let sigmoid = 1 / (1 + exp(-z))
    #expect(enclosed(sigmoid * (1 - sigmoid) .<= 1 / 4) == .proved)
    #expect(enclosed((3 * w - 1) ** 2 * exp(w) + (3 * w - 1) ** 3 / 100 .>= 0) == .proved)
    #expect(enclosed(sqrt(1 + x) .<= 1 + x / 2) == .proved)
    #expect(enclosed(log(w + 3) .<= w + 2) == .proved)
  }

  @Test("a flat contact takes derivatives of higher order")
  func flat() {
    #expect(enclosed(1 - cos(z) .<= z ** 2 / 2) == .proved)
    #expect(enclosed(cos(z) .<= 1 - z ** 2 / 2 + z ** 4 / 24) == .proved)
    #expect(enclosed(exp(x ** 4) .>= 1 + x ** 4) == .proved)
  }

  @Test("values that are irrational, but equal by algebra")
  func irrational() {
    #expect(enclosed(exp(w) .>= exp(1) * w) == .proved)
    #expect(enclosed(exp(w) .>= exp(1) * w + tiny) == .refuted)
    let t = real("t", in: 1 / 3...5)
    #expect(enclosed(exp(t) .>= exp(1) * t) == .proved)
  }

  @Test("two contacts, and a contact at a kink")
  func several() throws {
    let recorded = Recorded { claim("test", z ** 4 - 2 * z ** 2 + 1 .>= 0).enclosed() }
    #expect(recorded.trial.outcome == .proved)
    let cells = try #require(recorded.checks[0].proof).cells
    #expect(Set(cells.filter { $0.kind == .contact }.map(\.lower)) == [[-1], [1]])
    #expect(enclosed(abs(z) .<= z ** 2 + 1 / 4) == .proved)
    #expect(enclosed(abs(x) .<= x ** 2) == .refuted)
  }

  @Test("several variables: in the interior, on a face, in a corner, along a line")
  func severalVariables() {
    let bowl = exp(x) - 1 - x + (cosh(y) - 1)
    #expect(enclosed(bowl + x * y / 4 .>= 0) == .proved)
    #expect(enclosed(bowl + x * y * 1.01 .>= 0) == .refuted)
    #expect(enclosed(x ** 2 * y ** 2 + exp(x) .>= 1 + x) == .proved)
    #expect(enclosed(exp(x) - 1 - x + (y ** 2 / 2 - 1 + cos(y)) .>= 0) == .proved)
    #expect(enclosed((exp(x) - 1 - x) * (2 + y) .>= 0) == .proved)
    let a = real("a", in: 0...1)
    let b = real("b", in: 0...1)
    #expect(enclosed(exp(a + b) .>= 1 + a + b) == .proved)
    #expect(enclosed(exp(a * b) - 1 - a * b + b .>= 0) == .proved)
    #expect(enclosed(a ** 2 - a * b + b ** 2 .>= 0) == .proved)
    #expect(enclosed(a ** 2 - 2.01 * a * b + b ** 2 .>= 0) == .refuted)
    #expect(enclosed(exp(x - y) .>= 1 + x - y) == .proved)
  }

  @Test("a law that is false by 1e-12 beside the contact is refuted")
  func nearlyTrue() {
    #expect(enclosed(exp(x) .>= 1 + x + tiny) == .refuted)
    #expect(enclosed(exp(x) .>= 1 + x + tiny * x) == .refuted)
    #expect(enclosed(exp(x) .>= 1 + x + x ** 2 / 2) == .refuted)
    #expect(enclosed(1 - cos(z) .<= z ** 2 / 2 * (1 - tiny)) == .refuted)
    #expect(enclosed((x - 1 / 3) ** 2 .>= tiny * (x - 1 / 3)) == .refuted)
  }

  @Test("a strict inequality fails at its contact")
  func strict() {
    #expect(enclosed(exp(x) .> 1 + x) == .refuted)
    #expect(enclosed(exp(w) .> exp(1) * w) != .proved)
  }

  @Test("contacts at closed numbers: logarithms, exponentials, roots, multiples of π")
  func closedNumbers() {
    #expect(enclosed(exp(t) .>= 2 * t + 2 - 2 * log(2)) == .proved)
    #expect(enclosed(exp(t) .>= 2 * t + 2 - 2 * log(2) + tiny) == .refuted)
    let u = real("u", in: 1 / 8...5)
    #expect(enclosed(u * log(u) .>= -exp(-1)) == .proved)
    #expect(enclosed(u * log(u) .>= -exp(-1) + tiny) == .refuted)
    #expect(enclosed(u ** 4 + 4 .>= 4 * u ** 2) == .proved)
    #expect(enclosed(sin(z) + cos(z) .<= sqrt(2)) == .proved)
    #expect(enclosed(cosh(x) + 1 - sin(z) .>= 1) == .proved)
  }

  @Test("a law that is false at one irrational point only is refuted there")
  func closedWitness() throws {
    func place(_ law: Law) throws -> String {
      let trial = Recorded { claim("test", law).enclosed() }.trial
      return try #require(trial.violation).point.map(\.value).joined(separator: ", ")
    }
    let s = real("s", in: 0...3)
    #expect(try place(sin(s) .< 1) == "\\frac{\\pi}{2}")
    #expect(try place(exp(t) .> 2 * t + 2 - 2 * log(2)) == "\\ln\\left(2\\right)")
    #expect(try place(s ** 4 + 4 .> 4 * s ** 2) == "\\sqrt{2}")
    // Under a hypothesis that excludes the point nothing is left to refute.
    #expect(enclosed((sin(s) .< 1).given(s .<= 3 / 2)) == .proved)
    #expect(enclosed((sin(s) .< 1).given(s .<= 8 / 5)) == .refuted)
  }

  @Test("what looks like a contact and is none")
  func almost() {
    // Zero value, slope 0, and negative on both sides, or on one.
    #expect(enclosed(x ** 4 - x ** 6 * 2 .>= 0) == .refuted)
    #expect(enclosed(x ** 2 + x ** 3 * 1.001 .>= 0) == .refuted)
    // A contact at the root of a cubic, which has no short name, is left to Sturm's theorem.
    let sixth = t ** 6 - 2 * t ** 4 - 2 * t ** 3 + t ** 2 + 2 * t + 1
    #expect(enclosed(sixth .>= 0, boxes: 200) == .open)
    #expect(enclosed(sixth .>= 0) == .proved)
    #expect(enclosed(sixth .> 0) == .refuted)
    #expect(enclosed((exp(t) - 2 - t) ** 2 .> 0, boxes: 300) == .open)
    // A saddle that falls along the diagonal only.
    #expect(enclosed(x ** 2 + y ** 2 - (x + y) ** 2 * 0.5001 .>= 0) == .refuted)
  }

  @Test("an end that is left out: strict up to it, and no point of the law")
  func openEnds() {
    let q = real("q", in: .positive(to: 5))
    #expect(enclosed(q .> 0) == .proved)
    #expect(enclosed(exp(q) .> 1 + q + q ** 2 / 2) == .proved)
    #expect(enclosed(q .> sin(q)) == .proved)
    #expect(enclosed(q .< 5) == .refuted)
    #expect(enclosed(q .>= 1 / 1_000_000) == .refuted)
    #expect(enclosed(log(q) .<= q - 1) == .proved)
    #expect(enclosed(q * (q - 1) ** 2 .> 0) == .refuted)
  }
}
