import Evident
import Testing

@Suite("Inequalities that algebra can prove for every value")
struct InequalityTests {
  let u = real("u")
  let v = real("v")
  let positive = real("w", in: .positive)

  @Test("signs that show")
  func signs() {
    #expect(exactly((u - v) ** 2 + exp(u) .> 0) == .proved)
    #expect(exactly(u ** 3 .>= 0) == .refuted)
  }

  @Test("expansion into monomials of known sign")
  func expansion() {
    let d = reals("d", 2, in: Span(lower: 0, upper: nil))
    #expect(exactly(logSumExp([u, u - d[0], u - d[1]]) .<= u + log(3)) == .proved)
    #expect(
      exactly(logSumExp([u, u - d[0], u - d[1]]) .<= u + log(Formula("2.99999")!)) == .refuted)
    #expect(exactly(logSumExp([u, v]) .> u) == .proved)
  }

  @Test("tangents of convex functions close contact points")
  func tangents() {
    #expect(exactly(exp(u) .>= 1 + u) == .proved)
    #expect(exactly(log(positive) .<= positive - 1) == .proved)
    #expect(exactly(u ** 2 + v ** 2 .>= 2 * u * v) == .proved)
    let sigmoid = 1 / (1 + exp(-u))
    #expect(exactly(sigmoid * (1 - sigmoid) .<= 1 / 4) == .proved)
  }

  @Test("what is false by a hair is refuted, never proved")
  func falseByAHair() {
    #expect(exactly(exp(u) .> 1 + u) == .refuted)
    #expect(exactly(exp(u) .>= 1 + u + 1e-6) == .refuted)
    #expect(exactly(log(positive) .<= positive - 1 - 1e-6) == .refuted)
    #expect(exactly(u ** 2 + v ** 2 .>= 2.000001 * u * v) != .proved)
  }

  @Test("an inequality that needs its hypothesis is not proved without it")
  func hypothesis() {
    let f = { (x: Formula) in 1 + x + x ** 2 / 2 }
    #expect(exactly((f(u) .<= f(v)).given(u .<= v)) == .refuted)
  }
}
