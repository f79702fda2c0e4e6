// Rigorous integration: what it encloses, and what it must refuse.

import MathCore
import Testing

@Suite("Rigorous integration")
struct IntegrationTests {
  @Test("the integral of 1/(1+x²) over [0, 1] is π/4")
  func arcTangent() {
    let quarterPi = integrate(
      { z, _ in ComplexBall(1) / (ComplexBall(1) + z * z) },
      from: Rational(0), to: Rational(1), precision: 128, evaluationLimit: 10_000)
    #expect(quarterPi.re.overlaps(Ball.pi / 4))
    #expect(quarterPi.re.radius < 1e-35)
  }

  @Test("a root whose cut the path crosses needs the analytic variant")
  func branchCut() {
    let (start, end) = (ComplexBall(-1, -1), ComplexBall(-1, 1))
    let right = integrate(
      { z, order in .sqrt(z, analytic: order != 0) },
      from: start, to: end, precision: 64, evaluationLimit: 100_000)
    let wrong = integrate(
      { z, _ in .sqrt(z) }, from: start, to: end, precision: 64, evaluationLimit: 100_000)
    let truth = Ball(exactly: 0.475207662792556)
    #expect((right.im - truth).magnitude.compared(to: 1e-12) == .less)
    #expect((wrong.im - truth).magnitude.compared(to: 1e-2) == .greater)
  }

  @Test("a spent budget widens the result, it does not falsify it")
  func budget() {
    let value = integrate(
      { z, _ in .sin(ComplexBall(1000) * z) }, from: Rational(0), to: Rational(1), precision: 128,
      evaluationLimit: 5)
    let truth = (Ball(1) - .cos(1000)) / 1000
    #expect(value.re.overlaps(truth))
    #expect(value.re.radius > 1e-10)
  }

  @Test("the integrand |x − 1/2| is refused across its kink, and bisected towards it")
  func kink() {
    let value = integrate(
      { z, order in .realMagnitude(z - ComplexBall(Rational(1, 2)), analytic: order != 0) },
      from: Rational(0), to: Rational(2), precision: 64, evaluationLimit: 100_000)
    #expect(value.re.contains(Rational(5, 4)))
    #expect(value.re.radius < 1e-12)
  }
}
