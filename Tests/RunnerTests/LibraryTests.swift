import Testing

@testable import Runner

@Suite("Code of the core library that stops an article is reported where the article called it")
struct LibraryTests {
  @Test("a requirement of the library that is not met")
  func requirement() throws {
    let run = try run(
      """
      ```swift
      let a = Matrix<Double>.identity(2)
      let b: Vector<Double> = [1, 2, 3]
      print(
        a * b)
      ```
      """)
    #expect(run.findings.count == 1)
    #expect(run.findings[0].hasPrefix("5:5 swift.trap "))
    #expect(run.outcomes == [.failed])
  }

  @Test("an exact division by zero")
  func division() throws {
    let run = try run(
      """
      ```swift
      let zero = Rational(0)
      ```
      Here `{swift} 1 / zero`.
      """)
    #expect(run.findings.count == 1)
    #expect(run.findings[0].hasPrefix("4:17 swift.trap "))
    #expect(run.outcomes == [.ran, .failed])
  }

  @Test("a vector, a matrix, a formula and a ball as values")
  func values() throws {
    let run = try run(
      """
      ```swift
      let x = real("x")
      ```
      `{swift} Vector<Double>([1, 0.5])`, `{swift} Matrix<Rational>(rows: [[1, 2]])`,
      `{swift} x / 2`, `{swift} Ball(Rational(1, 2))`, `{swift} Rational(6, 4)`
      """)
    #expect(run.findings == [])
    #expect(run.values[1] == .vector([.double("1.0"), .double("0.5")]))
    #expect(run.values[2] == .matrix([[.integer("1"), .integer("2")]]))
    #expect(run.values[3] == .tex("\\frac{x}{2}"))
    #expect(run.values[4] == .ball(lower: "1/2", upper: "1/2"))
    #expect(run.values[5] == .rational(numerator: "3", denominator: "2"))
  }

  @Test("a claim's check arrives with its block")
  func check() throws {
    let run = try run(
      """
      ```swift
      let x = real("x")
      claim("square", (x - 1) * (x + 1) .== x * x - 1).exact()
        .mutant("a sign", (x - 1) * (x + 1) .== x * x + 1)
      ```
      """)
    #expect(run.findings == [])
    #expect(run.checks.map(\.claim) == ["square"])
    #expect(run.checks.map(\.runnable) == [0])
    #expect(run.checks.map(\.line) == [3])
    #expect(run.mutants.contains { $0.origin == .author && $0.why == "a sign" })
  }
}
