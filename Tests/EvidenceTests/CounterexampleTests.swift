import Evidence
import Evident
import MathCore
import Records
import Testing

/// The last line against what is nearly true.
@Suite("The search for counterexamples")
struct CounterexampleTests {
  @Test(
    "finds what is false in a narrow place, by little or far out", arguments: FalseLaws.families)
  func families(_ family: FalseLaws) {
    let found = family.laws.map { CounterexampleSearch.find($0) }
    #expect(found.count { $0 != nil } >= FalseLaws.perFamily - 4, "\(family.name)")
    for (law, witness) in zip(family.laws, found) {
      guard let witness else { continue }
      // What is found is certain: the same point fails again, inside of the spans.
      let evaluator = PointEvaluator(law)
      let point = witness.point.compactMap { Rational($0.value) }
      #expect(point.count == evaluator.variables.count)
      #expect(zip(evaluator.variables, point).allSatisfy { $0.span.contains($1) })
      guard case .fails = evaluator.decide(at: point) else {
        Issue.record("\(law.tex) does not fail at \(point)")
        continue
      }
    }
  }

  @Test("finds the one point, or the curve, on which a strict inequality is an equality")
  func closedPoints() throws {
    func place(_ law: Law) throws -> [String] {
      try #require(CounterexampleSearch.find(law)).point.map(\.value)
    }
    let x = real("x")
    let z = reals("z", 3)
    #expect(try place(sin(x) .< 1) == ["\\frac{\\pi}{2}"])
    #expect(try place(exp(x) .> 2 * x + 2 - 2 * log(2)) == ["\\ln\\left(2\\right)"])
    #expect(try place(x ** 4 + 4 .> 4 * x ** 2).count == 1)
    #expect(try place(abs(x) + log(2) .> log(2)) == ["0"])
    let slope = softmax(z)[0].derivative(by: z[0])
    #expect(try place(slope .< 1 / 4).contains { $0.contains("\\ln") })
  }

  @Test("values beyond all numbers stop nothing")
  func huge() {
    let x = real("x")
    let p = real("p", in: 0...)
    #expect(CounterexampleSearch.find(abs(cosh(x + i * x)) .<= cosh(x)) == nil)
    #expect(CounterexampleSearch.find(exp(exp(exp(p))) .>= 1 + p) == nil)
    #expect(CounterexampleSearch.find(2 ** (2 ** x) .>= 1) == nil)
    #expect(CounterexampleSearch.find(2 ** (2 ** x) .>= 2) != nil)
  }

  @Test("finds nothing against what is true")
  func trueLaws() {
    let x = real("x")
    let y = real("y")
    let p = real("p", in: .positive)
    let laws: [Law] = [
      exp(x) .>= 1 + x, log(p) .<= p - 1, x ** 2 + y ** 2 .>= 2 * x * y,
      sin(x) ** 2 + cos(x) ** 2 .== 1, cosh(x) .>= 1, abs(x + y) .<= abs(x) + abs(y),
      (x .<= 2).given(x .<= 1), max(x, y) + min(x, y) .== x + y,
    ]
    for law in laws { #expect(CounterexampleSearch.find(law) == nil, "\(law.tex)") }
  }

  @Test("a narrow hypothesis is entered")
  func narrowHypotheses() {
    let x = real("x")
    let y = real("y")
    let near = (x - 17.3) ** 2 + (y + 4.2) ** 2 .<= 1 / 1_000_000
    #expect(CounterexampleSearch.never((x + y .>= 0).given(near)).violated == 1)
    #expect(CounterexampleSearch.find((x + y .>= 14).given(near)) != nil)
    let nowhere = x .> 17.3 && x .< 17.3
    #expect(CounterexampleSearch.never((x .>= 0).given(nowhere)).violated == 0)
  }

  @Test("simple points come first")
  func simple() throws {
    let x = real("x")
    let y = real("y")
    let witness = try #require(CounterexampleSearch.find(x * y .<= x + y))
    #expect(witness.point.map(\.value) == ["-1", "0"])
  }
}

extension FalseLaws: CustomTestStringConvertible {
  var testDescription: String { name }
}
