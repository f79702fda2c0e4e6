import Evident
import MathCore
import Testing

@testable import Evidence

@Suite("Sums of squares")
struct SquaresTests {
  private static let x = real("x")
  private static let y = real("y")
  private static let u = real("u")
  private static let v = real("v")
  private static let a = real("a", in: 0...)
  private static let b = real("b", in: .positive)
  private static let c = real("c", in: 0...)
  private static let s = real("s", in: 0...1)
  private static let t = real("t", in: -2...3)

  private static let laws: [Law] = {
    var laws: [Law] = []
    laws.append((x ** 2 + y ** 2) * (u ** 2 + v ** 2) .>= (x * u + y * v) ** 2)
    laws.append(x ** 4 + y ** 4 .>= x ** 3 * y + x * y ** 3)
    laws.append(a ** 3 + b ** 3 + c ** 3 .>= 3 * a * b * c)
    laws.append(x ** 2 + y ** 2 + u ** 2 .>= x * y + y * u + u * x)
    laws.append(s * (1 - s) .<= 1 / 4)
    laws.append(s .<= 1)
    laws.append(t ** 2 .<= t + 6)
    laws.append((x * y .<= 1).given(x ** 2 + y ** 2 .<= 2))
    let p = real("p", in: -3...3)
    let q = real("q", in: -3...3)
    laws.append((p * q .<= 1).given(p ** 2 + q ** 2 .<= 2))
    laws.append((x + y .<= 2).given(x ** 2 + y ** 2 .<= 2))
    laws.append(abs(x + y) .<= abs(x) + abs(y))
    laws.append(max(x, y) .>= (x + y) / 2)
    laws.append(max([x, y, u]) .<= logSumExp([x, y, u]))
    laws.append(abs(tanh(x)) .<= 1)
    laws.append(tanh(x) ** 2 .< 1)
    laws.append(cosh(x) .>= 1)
    laws.append(x ** 2 + x + 1 .> 0)
    laws.append(x ** 2 * y ** 2 + x ** 2 + y ** 2 + 1 .>= 4 * x * y)
    laws.append((a * b .<= 1).given(a + b .<= 2))
    laws.append(2 / (1 / b + 1 / (b + 1)) .<= b + 1 / 2)
    laws.append(abs(sin(x)) .<= 1)
    laws.append((x ** 2 - 2) ** 2 .>= 0)
    laws.append(exp(x) + exp(-x) .>= 2)
    return laws
  }()

  @Test("show what holds", arguments: laws)
  func holds(_ law: Law) {
    #expect(law.conclusions.allSatisfy { CaseProver.proves($0, under: law.hypotheses) })
  }

  private static let falsehoods: [Law] = {
    var laws: [Law] = []
    let product = x * u + y * v
    laws.append((x ** 2 + y ** 2) * (u ** 2 + v ** 2) .>= 1.000001 * product ** 2)
    let mixed = x ** 3 * y + x * y ** 3
    laws.append(x ** 4 + y ** 4 .>= mixed + 1e-6 * x ** 2 * y ** 2)
    laws.append(a ** 3 + b ** 3 + c ** 3 .>= 3.000001 * a * b * c)
    laws.append(s * (1 - s) .<= 0.249999)
    laws.append(s .< 1)
    laws.append(t ** 2 .< t + 6)
    laws.append((x * y .<= 0.999999).given(x ** 2 + y ** 2 .<= 2))
    laws.append((x * y .< 1).given(x ** 2 + y ** 2 .<= 2))
    laws.append(abs(x + y) .< abs(x) + abs(y))
    laws.append(abs(x - y) .<= abs(x) - abs(y))
    laws.append(max(x, y) .> (x + y) / 2)
    laws.append(x ** 2 + x + 1 .>= 0.750001)
    laws.append((x ** 2 - 2) ** 2 .> 0)
    laws.append(cosh(x) .> 1)
    // As (w + 1/w)/2 with w = e^{ix} this would be true of every positive w.
    laws.append(cos(x) .> -1)
    laws.append(cos(x) .>= 1)
    laws.append(cos(x) * cos(y) .> -1)
    laws.append(cos(x) + cosh(y) .> 0)
    laws.append((x .>= 1e-6).given(x ** 3 .>= 0))
    laws.append((x .>= 0).given(x ** 2 .>= 0))
    laws.append(x * y .>= 0)
    laws.append(x * y ** 3 .> 0)
    return laws
  }()

  @Test("show nothing that is false", arguments: falsehoods)
  func fails(_ law: Law) {
    #expect(!law.conclusions.allSatisfy { CaseProver.proves($0, under: law.hypotheses) })
  }
}
