import Evident
import MathCore
import Testing

@testable import Evidence

@Suite("What bounds of a formula claim holds for all its values")
struct BoundsTests {
  let x = real("x")
  let u = real("u", in: .positive)
  let p = real("p", in: .positive(to: 0.999))
  let s = real("s", in: -1...2)
  let n = real("n", in: ...(-1 / 2))

  private func sign(_ formula: Formula) -> Sign { .of(formula.node) }

  @Test("sums get a sign from the sizes of their terms")
  func sums() {
    #expect(sign(1 - p) == .positive)
    #expect(sign(0.999 - p) == .nonNegative)
    #expect(sign(0.998 - p) == .unknown)
    #expect(sign(2 + sin(x)) == .positive)
    #expect(sign(1 + sin(x)) == .nonNegative)
    #expect(sign(1 - cos(x)) == .nonNegative)
    #expect(sign(0.999 - cos(x)) == .unknown)
    #expect(sign(1 - tanh(x)) == .positive)
    #expect(sign(1 - tanh(x) ** 2) == .positive)
    #expect(sign(1 - sin(x) ** 2) == .nonNegative)
    #expect(sign(cosh(x) - 1) == .nonNegative)
    #expect(sign(cosh(u) - 1) == .positive)
    #expect(sign(exp(x ** 2) - 1) == .nonNegative)
    #expect(sign(pi - 3.14159) == .positive)
    #expect(sign(3.1416 - pi) == .positive)
    #expect(sign(3.14159 - pi) == .negative)
  }

  @Test("ends that a span leaves out stay out, and those that it has do not")
  func ends() {
    #expect(sign(u) == .positive)
    #expect(sign(u ** 3) == .positive)
    #expect(sign(u * s) == .unknown)
    #expect(sign(u * (s + 1)) == .nonNegative)
    #expect(sign(exp(u) - 1) == .positive)
    #expect(sign(log(1 + u)) == .positive)
    #expect(sign(log(p)) == .negative)
    #expect(sign(1 / p - 1) == .positive)
    #expect(sign(n * u) == .negative)
    #expect(sign(n + 1 / 2) == .nonPositive)
    #expect(sign(n ** 2 - 1 / 4) == .nonNegative)
    #expect(sign((s + 1) ** 2) == .nonNegative)
    #expect(sign(max(s, n)) == .unknown)
    #expect(sign(max(s + 2, n)) == .positive)
    #expect(sign(min(s, n)) == .negative)
    #expect(sign(sqrt(1 + u) - 1) == .positive)
    #expect(sign(atan(x) - pi / 2) == .unknown)
  }

  @Test("a quotient by what may be zero has no sign, unless it is said where it has a value")
  func quotients() {
    #expect(sign(1 / (s + 1)) == .unknown)
    #expect(sign(1 / (1 - cos(x))) == .unknown)
    #expect(Sign.of((1 / (1 - cos(x))).node, whereDefined: true) == .positive)
    #expect(sign((1 - cos(x)) ** (-1)) == .unknown)
  }

  @Test("a tangent has a value where no pole can be")
  func definition() {
    let near = real("t", in: 0...1.5)
    #expect(tan(near).node.isDefinedEverywhere)
    #expect(!tan(real("t", in: 0...1.6)).node.isDefinedEverywhere)
    #expect(!tan(x).node.isDefinedEverywhere)
    #expect(log(1 - p).node.isDefinedEverywhere)
    #expect(!log(0.999 - p).node.isDefinedEverywhere)
    #expect((n ** (-3)).node.isDefinedEverywhere)
    #expect(!(s ** (-3)).node.isDefinedEverywhere)
  }

  private var leaves: [Formula] { [x, u, p, s, n, 1, -2, Formula(Rational(1, 3)), pi] }

  @Test("values of formulas made by chance lie within their bounds")
  func random() {
    for number in 0..<3_000 {
      var draws = RandomSource("bounds").sample(UInt64(number))
      let formula = draws.formula(depth: 4, of: leaves)
      let bounds = formula.node.bounds(whereDefined: true)
      let variables = formula.node.freeVariables
      let tape = Tape([formula.node], variables: variables)
      for _ in 0..<8 {
        let point = variables.map { self.point(of: $0, &draws) }
        let balls = point.map { Ball($0, precision: 128) }
        guard let value = try? tape.evaluate(balls, precision: 128).first, value.isFinite else {
          continue
        }
        if let lower = bounds.lower {
          let excess = value - Ball(lower.value, precision: 128)
          #expect(!excess.isCertainlyNegative, "\(formula) at \(point)")
          if !lower.isIncluded { #expect(excess.lower != 0 || excess.upper != 0, "\(formula)") }
        }
        if let upper = bounds.upper {
          let excess = Ball(upper.value, precision: 128) - value
          #expect(!excess.isCertainlyNegative, "\(formula) at \(point)")
          if !upper.isIncluded { #expect(excess.lower != 0 || excess.upper != 0, "\(formula)") }
        }
      }
    }
  }

  private func point(of variable: Variable, _ draws: inout RandomSample) -> Rational {
    let points = SimplePoints.candidates(in: variable.span)
    return points[draws.integer(in: 0...(points.count - 1))]
  }
}
