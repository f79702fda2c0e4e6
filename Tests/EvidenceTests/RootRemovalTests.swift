import Evident
import MathCore
import Testing

@testable import Evidence

@Suite("Inequalities between square roots, by squaring")
struct RootRemovalTests {
  private static let x = real("x")
  private static let y = real("y")
  private static let u = real("u")
  private static let v = real("v")
  private static let a = real("a", in: .positive)
  private static let b = real("b", in: .positive)
  private static let first = sqrt(x ** 2 + y ** 2)
  private static let second = sqrt(u ** 2 + v ** 2)
  private static let sum = sqrt((x + u) ** 2 + (y + v) ** 2)

  private static let laws: [Law] = {
    var laws: [Law] = []
    laws.append(first .<= abs(x) + abs(y))
    laws.append(abs(x) + abs(y) .<= sqrt(2) * first)
    laws.append(max(abs(x), abs(y)) .<= first)
    laws.append(abs(x * u + y * v) .<= first * second)
    laws.append(sum .<= first + second)
    laws.append(sqrt(x ** 2 + 1) .> x)
    laws.append(sqrt(x ** 2 + 1) .>= abs(x))
    laws.append(2 / (1 / a + 1 / b) .<= sqrt(a * b))
    laws.append(sqrt(a * b) .<= (a + b) / 2)
    laws.append(sqrt(a + b) .<= sqrt(a) + sqrt(b))
    return laws
  }()

  @Test("what is true is proved", arguments: laws)
  func holds(_ law: Law) { #expect(exactly(law) == .proved) }

  private static let falsehoods: [Law] = {
    var laws: [Law] = []
    laws.append(first .< abs(x) + abs(y))
    laws.append(abs(x) + abs(y) .<= 1.414213 * first)
    laws.append(max(abs(x), abs(y)) .<= 0.999999 * first)
    laws.append(abs(x * u - y * v) .<= 0.999999 * first * second)
    laws.append(sum .>= first + second)
    laws.append(sqrt(x ** 2 + 1) .> x + 1e-6)
    laws.append(sqrt(a * b) .<= 2 / (1 / a + 1 / b))
    laws.append(sqrt(a + b) .>= sqrt(a) + sqrt(b))
    laws.append(sqrt(a) .<= a)
    return laws
  }()

  @Test("what is false is refuted", arguments: falsehoods)
  func fails(_ law: Law) { #expect(exactly(law) == .refuted) }
}
