import Evident
import Testing

@Suite("Inequalities in several variables, with maxima, moduli and hypotheses")
struct CaseTests {
  private static let p = real("p", in: .positive(to: 0.999))
  private static let q = real("q", in: .positive(to: 0.999))
  private static let s = real("s", in: -1...1)
  private static let u = real("u", in: .positive)
  private static let w = real("w", in: .positive)
  private static let x = real("x")
  private static let y = real("y")

  private static let truths: [Law] = [
    log(cosh(x)) .<= abs(x),
    abs(sin(x)) .<= abs(x),
    abs(sin(x)) .<= 1,
    log(exp(x) + exp(y)) .<= max(x, y) + log(2),
    log(exp(x) + exp(y)) .> max(x, y),
    log(1 + exp(x)) - max(x, 0) .<= log(2),
    log(1 + exp(x)) .>= max(x, 0),
    abs(x + y) .<= abs(x) + abs(y),
    max(x, y) .>= (x + y) / 2,
    abs(tanh(x)) .<= abs(x),
    abs(atan(x)) .<= abs(x),
    exp(abs(x)) .>= 1 + abs(x),
    exp(-abs(x)) .<= 1 / (1 + abs(x)),
    log(1 + abs(x)) .<= abs(x),
    abs(x) * exp(-abs(x)) .<= exp(-1),
    sqrt(1 + x ** 2) .<= 1 + abs(x),
    sqrt(1 + x ** 2) .> abs(x),
    log(1 + x ** 2) .<= abs(x),
    abs(x) .<= (1 + x ** 2) / 2,
    sqrt(u * w) .<= (u + w) / 2,
    2 * u * w / (u + w) .<= sqrt(u * w),
    u * log(u / w) .>= u - w,
    exp((x + y) / 2) .<= (exp(x) + exp(y)) / 2,
    (sqrt(u) - sqrt(w)) ** 2 .<= abs(u - w),
    sqrt(u + w) .<= sqrt(u) + sqrt(w),
    exp(x) - exp(y) .<= exp(x) * (x - y),
    log(u / w) .<= (u - w) / w,
    (u - w) / u .<= log(u / w),
    (exp(x) .<= exp(y)).given(x .<= y),
    (log(u) .<= log(w)).given(u .<= w),
    (exp(x) .>= 1 + x + x ** 2 / 2).given(x .>= 0),
    (sin(x) .<= x).given(x .>= 0),
    (x ** 2 .<= x).given(x .>= 0 && x .<= 1),
    (log(x) .<= x - 1).given(x .> 0),
    (sqrt(x) .>= x).given(x .>= 0 && x .<= 1),
    (tan(x) .>= x).given(x .>= 0 && x .<= 1.5),
    (log(x) .> 0).given(x .> 1),
    (x * log(x) .<= x ** 2 - x).given(x .> 0),
    (sqrt(x) .<= sqrt(y)).given(0 .<= x && x .<= y),
    exp(x * y) .>= 1 + x * y,
    sin(x + y) .<= 1,
    sin(x) * cos(y) .<= 1,
    cos(x) * cos(y) .<= 1,
    exp(s) .<= 1 + 2 * abs(s),
  ]

  @Test("what holds is proved", arguments: truths)
  func holds(_ law: Law) {
    #expect(exactly(law) == .proved)
  }

  private static let falsehoods: [Law] = [
    log(cosh(x)) .>= abs(x) - 0.693147180,
    log(cosh(x)) .< abs(x),
    (tan(x) .>= x).given(x .>= 0),
    (tan(x) .>= 0).given(x .>= 0 && x .<= 1.6),
    abs(sin(x)) .< abs(x),
    abs(sin(x)) .<= 0.999999999,
    log(exp(x) + exp(y)) .<= max(x, y) + 0.693147180,
    log(exp(x) + exp(y)) .<= x + log(2),
    log(1 + exp(x)) .>= max(x, 0) + 1e-9,
    abs(x + y) .< abs(x) + abs(y),
    abs(tanh(x)) .< abs(x),
    exp(abs(x)) .> 1 + abs(x),
    log(1 + abs(x)) .<= 0.999999999 * abs(x),
    abs(x) * exp(-abs(x)) .<= 0.367879441,
    sqrt(1 + x ** 2) .< 1 + abs(x),
    log(1 + x ** 2) .<= 0.8 * abs(x),
    log(1 + x ** 2) .< abs(x),
    sqrt(u * w) .< (u + w) / 2,
    sqrt(u * w) .<= 0.499999999 * (u + w),
    u * log(u / w) .> u - w,
    x * u .< exp(x) + u * log(u) - u,
    exp((x + y) / 2) .< (exp(x) + exp(y)) / 2,
    exp(x) - exp(y) .< exp(x) * (x - y),
    abs(sin(x) - sin(y)) .< abs(x - y),
    (exp(x) .< exp(y)).given(x .<= y),
    (exp(x) .>= 1 + x + x ** 2 / 2).given(x .>= -1),
    (sin(x) .< x).given(x .>= 0),
    (sin(x) .<= x).given(x .>= -0.001),
    (log(x) .> 0).given(x .>= 1),
    (log(x) .< x - 1).given(x .> 0),
    (sqrt(x) .> x).given(x .>= 0 && x .< 1),
    p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)) .> 0,
    p * log(p / q) + (1 - p) * log((1 - p) / (1 - q)) .>= 2.000001 * (p - q) ** 2,
    exp(x + y) .> 1 + x + y,
    exp(x * y) .> 1 + x * y,
    abs(x) / x .<= 0.999,
    abs(x) / x .>= -0.999,
    x / (1 + abs(x)) .<= 0.999999999,
    max(x, 0) * exp(-x) .<= 0.367879441,
    min(x, 1 - x) .<= 0.499999999,
    log(abs(x)) .<= abs(x) - 1.000000001,
  ]

  @Test("what is false by a hair, or at one point, is refuted", arguments: falsehoods)
  func fails(_ law: Law) {
    #expect(exactly(law) == .refuted)
  }

  private static let puzzles: [Law] = [
    abs(sin(x)) .< 1,
    log(exp(x) + exp(y)) .< max(x, y) + log(2),
    log(1 + exp(x)) - max(x, 0) .< log(2),
    sqrt(1 + x ** 2) .>= abs(x) + 1e-9,
    (x + 1.000000001 * sin(x) .<= y + 1.000000001 * sin(y)).given(x .<= y),
  ]

  @Test("what is false where no search looks is not proved", arguments: puzzles)
  func isFalse(_ law: Law) {
    #expect(exactly(law) != .proved)
  }
}
