import Evident
import MathCore
import Testing

@testable import Evidence

@Suite("Laws made by chance that are false at one point")
struct ChanceFalsehoodTests {
  private static let variables = [
    real("x"), real("u", in: .positive), real("d", in: 0...), real("s", in: -1...2),
    real("p", in: .positive(to: 0.999)), real("n", in: ...(-0.5)),
  ]

  @Test("none is proved", arguments: 0..<12)
  func none(_ part: Int) {
    for number in 0..<8 {
      var draws = RandomSource("false at one point").sample(UInt64(8 * part + number))
      for law in laws(&draws) { #expect(exactly(law) != .proved, "\(law)") }
    }
  }

  /// f(x) > f(c) and f(x) ≥ f(c) + ε for a function whose least value seems to be near c.
  private func laws(_ draws: inout RandomSample) -> [Law] {
    let x = Self.variables[draws.integer(in: 0...(Self.variables.count - 1))]
    let f = draws.formula(depth: 3, of: [x, x, x, 1, 2, Formula(Rational(1, 2))])
    guard case .variable(let variable) = x.node.kind, f.node.freeVariables == [variable] else {
      return []
    }
    let tape = Tape([f.node], variables: [variable])
    let points = SimplePoints.candidates(in: variable.span)
    let values = points.compactMap { point in
      let ball = try? tape.evaluate([Ball(point, precision: 64)], precision: 64)[0]
      return ball?.lower.map { (point, $0) }
    }
    guard let least = values.min(by: { $0.1 < $1.1 })?.0 else { return [] }
    let there = f.substituting(x, by: Formula(least))
    return [f .> there, f .>= there + Formula(Rational(1, 1_000_000_000))]
  }
}
