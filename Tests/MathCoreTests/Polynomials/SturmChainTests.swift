import Testing

@testable import MathCore

@Suite("Polynomials, their factors and their roots")
struct SturmChainTests {
  private let x = Polynomial.variable
  private func constant(_ value: Rational) -> Polynomial { Polynomial(value) }
  private func linear(_ root: Rational) -> Polynomial { x - constant(root) }
  private func interval(_ a: Rational, _ b: Rational, closed: Bool = false) -> RealInterval {
    RealInterval(
      lower: .init(a, isIncluded: closed), upper: .init(b, isIncluded: closed))
  }

  @Test("division with remainder, and content")
  func division() {
    let f = Polynomial([1, 2, 3, 4])
    let (q, r) = f.divided(by: Polynomial([1, 2]))
    #expect(q * Polynomial([1, 2]) + r == f)
    #expect(r.degree == 0)
    #expect(Polynomial([1 / 2, 0, 3 / 4]).content == Rational(1, 4))
    #expect(Polynomial([1 / 2, 0, -3 / 4]).primitive == Polynomial([2, 0, -3]))
    #expect(Polynomial([0, 0]).isZero)
  }

  @Test("the greatest common divisor of huge and of mixed rationals")
  func commonDivisor() {
    let huge = Rational(10).power(40)
    #expect(Rational.greatestCommonDivisor(6 * huge, 4 * huge) == 2 * huge)
    #expect(Rational.greatestCommonDivisor(3 / 4, 5 / 6) == Rational(1, 12))
    #expect(Rational.greatestCommonDivisor(0, -7) == 7)
  }

  @Test("factors without multiple roots, each with its power")
  func squareFree() {
    let f = 5 * linear(1).power(3) * linear(-2) * (x.power(2) + .one).power(2)
    let factors = f.squareFreeFactors
    #expect(factors.map(\.power) == [1, 2, 3])
    #expect(factors.map(\.factor) == [linear(-2), x.power(2) + .one, linear(1)])
    #expect(constant(7).squareFreeFactors.isEmpty)
  }

  @Test("roots are counted in open, half-open and closed intervals, and on the whole line")
  func counts() {
    let f = linear(0) * linear(1) * linear(2) * (x.power(2) + .one)
    let chain = SturmChain(f)
    #expect(chain.roots(after: nil, upTo: nil) == 3)
    #expect(chain.roots(after: 0, upTo: 2) == 2)
    #expect(chain.roots(inside: interval(0, 2)) == 1)
    #expect(chain.roots(in: interval(0, 2, closed: true)) == 3)
    #expect(chain.roots(after: 3, upTo: nil) == 0)
    #expect(chain.roots(after: nil, upTo: 0) == 1)
    #expect(SturmChain(linear(5)).roots(after: nil, upTo: nil) == 1)
  }

  @Test("two roots that are 10⁻³⁰ apart are told apart")
  func close() throws {
    let gap = 1 / Rational(10).power(30)
    let chain = SturmChain(linear(1) * linear(1 + gap))
    #expect(chain.roots(inside: interval(0, 2)) == 2)
    let brackets = chain.isolatedRoots(inside: interval(0, 2))
    #expect(brackets.count == 2)
    #expect(brackets.allSatisfy { chain.roots(inside: interval($0.from, $0.to)) == 1 })
    #expect(brackets[0].to <= brackets[1].from)
    // An end that is a root is none inside, and no bracket reaches it.
    let inner = chain.isolatedRoots(inside: interval(1, 2, closed: true))
    #expect(inner.count == 1 && inner[0].from > 1)
  }

  @Test("Wilkinson's polynomial has twenty roots, a tiny change of one coefficient has ten")
  func wilkinson() {
    let f = (1...20).map { linear(Rational($0)) }.reduce(.one, *)
    #expect(SturmChain(f).roots(after: nil, upTo: nil) == 20)
    let change = Rational(1, 1 << 23)
    #expect(SturmChain(f - change * x.power(19)).roots(after: nil, upTo: nil) == 10)
  }

  @Test("the members of a chain are integer polynomials that satisfy its recurrence")
  func members() {
    let f = Polynomial([3, -7, 2, 5, -1, 4])
    let chain = SturmChain(f)
    var (previous, current) = (chain.first, chain.second)
    for step in chain.steps {
      #expect(step.scale > 0 && step.carry > 0 && step.scale.isInteger && step.carry.isInteger)
      let next = step.carry.reciprocal * (step.quotient * current - step.scale * previous)
      #expect(next.degree < current.degree && next.content == 1)
      (previous, current) = (current, next)
    }
    #expect(current.degree == 0)
  }

  @Test("a degree of one hundred")
  func hundred() {
    // Chebyshev's polynomial has all of its roots in (−1, 1).
    var (t, u) = (Polynomial.one, x)
    for _ in 1..<100 { (t, u) = (u, 2 * x * u - t) }
    let chain = SturmChain(u)
    #expect(chain.roots(after: nil, upTo: nil) == 100)
    #expect(chain.roots(inside: interval(-1, 1)) == 100)
    #expect(chain.roots(inside: interval(0, 1)) == 50)
  }
}
