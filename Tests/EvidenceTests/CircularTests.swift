import Evident
import Testing

@Suite("Inequalities between circular functions")
struct CircularTests {
  private static let d = real("d", in: 0...)
  private static let t = real("t", in: 0...1.5)
  private static let u = real("u", in: .positive)
  private static let x = real("x")

  private static let truths: [Law] = [
    sin(u) .< u,
    sin(u) .> u - u ** 3 / 6,
    cos(x) .>= 1 - x ** 2 / 2,
    cos(x) .<= 1 - x ** 2 / 2 + x ** 4 / 24,
    sin(x) ** 2 .<= x ** 2,
    1 - cos(x) .<= x ** 2 / 2,
    x * sin(x) .<= x ** 2,
    sin(t) .>= 0.66 * t,
    sin(t) .>= 2 * t / pi,
    tan(t) .>= t,
    tan(t) .>= t + t ** 3 / 3,
    sin(t) * tan(t) .>= t ** 2,
    cos(t) .<= 1 - t ** 2 * 4 / pi ** 2,
    3 * sin(t) .<= t * (2 + cos(t)),
    (sin(x) + cos(x)) ** 2 .<= 2,
    sin(x) * cos(x) .<= 1 / 2,
    sin(x) + cos(x) .<= 1.42,
    sin(x) ** 4 + cos(x) ** 4 .>= 1 / 2,
    3 + 4 * cos(x) + cos(2 * x) .>= 0,
    5 + 8 * cos(x) + 4 * cos(2 * x) + cos(3 * x) .>= 0,
    sin(x) * sin(2 * x) .<= 0.77,
    sin(x) * sin(2 * x) .< 0.77,
    1 / (2 + sin(x)) .<= 1,
    sin(x) ** 2 * cos(x) ** 2 .<= 1 / 4,
    cos(x) ** 3 .<= 1,
    exp(-cos(x)) .<= exp(1),
    log(2 + sin(x)) .>= 0,
    sqrt(2 + cos(x)) .>= 1,
  ]

  @Test("what holds is proved", arguments: truths)
  func holds(_ law: Law) {
    #expect(exactly(law) == .proved)
  }

  private static let falsehoods: [Law] = [
    cos(t) .>= 1 - 4 * t ** 2 / pi ** 2,
    sin(x) .< 1,
    sin(x) + cos(x) .<= 1,
    sin(d) .< d,
    sin(x) .<= x,
    cos(x) .> 1 - x ** 2 / 2,
    sin(t) .>= 2 * t / 3,
    sin(t) .>= 0.665 * t,
    tan(t) .> t,
    tan(t) .<= 14,
    tan(x) .>= x,
    tan(x) ** 2 .>= x ** 2,
    cos(t) .>= 0.0708,
    (sin(x) + cos(x)) ** 2 .< 2,
    (sin(x) + cos(x)) ** 2 .<= 1.999999999,
    sin(x) * cos(x) .<= 0.499999999,
    sin(x) * cos(x) .< 1 / 2,
    sin(x) + cos(x) .<= 1.41,
    sin(x) + cos(x) .< sqrt(2),
    sin(x) + cos(x) .<= 1.414213562,
    sin(x) ** 4 + cos(x) ** 4 .> 1 / 2,
    3 + 4 * cos(x) + cos(2 * x) .> 0,
    3 + 4 * cos(x) + cos(2 * x) .>= 1e-9,
    3 + 4.001 * cos(x) + cos(2 * x) .>= 0,
    sin(x) * sin(2 * x) .<= 0.7698,
    1 + cos(x) .> 0,
    1 - cos(3 * x) .> 0,
    tan(x) .<= 1000,
    1 / cos(x) ** 2 .> 1,
    exp(sin(x)) .>= 1 + sin(x) + 1e-9,
    exp(sin(x)) .> 1 + sin(x),
    exp(-cos(x)) .< exp(1),
  ]

  @Test("what is false by a hair, or at one point, is refuted", arguments: falsehoods)
  func fails(_ law: Law) {
    #expect(exactly(law) == .refuted)
  }

  private static let puzzles: [Law] = [
    sin(u) .> u - 0.166666666 * u ** 3,
    cos(x) .>= 1 - 0.499999999 * x ** 2,
    (5 * sin(x) - 3) ** 2 .> 0,
    (3 * sin(x) - 1) ** 2 .> 0,
  ]

  @Test("what is false where no search looks is not proved", arguments: puzzles)
  func isFalse(_ law: Law) {
    #expect(exactly(law) != .proved)
  }
}
