// Balls: enclosure, three-valued order, signs that plain ball arithmetic loses.

import MathCore
import Testing

@Suite("Ball")
struct BallTests {
  let unit = Ball(lower: 0, upper: 1, precision: 64)
  let around = Ball(lower: -1, upper: 1, precision: 64)

  @Test("encloses the interval it is made from")
  func enclosesInterval() {
    let ball = Ball(lower: Rational(1, 3), upper: Rational(2, 3), precision: 64)
    #expect(ball.contains(Rational(1, 3)))
    #expect(ball.contains(Rational(2, 3)))
    #expect(!ball.contains(Rational(7, 10)))
    #expect(unit.lower == 0 && unit.upper == 1)
    #expect(Ball(lower: 0, upper: Rational(1, 3), precision: 64).isCertainlyNonNegative)
    #expect(Ball(lower: -Rational(1, 3), upper: 0, precision: 64).isCertainlyNonPositive)
    #expect(Ball(lower: 0, upper: 0, precision: 64).isExact)
    let positive = Ball(lower: 1e-12, upper: 1, precision: 64)
    #expect(positive.isCertainlyPositive && positive.contains(1e-12) && positive.contains(1))
    #expect(Ball.log(positive).contains(0) && Ball.log(positive).isFinite)
    #expect(Ball(lower: -1, upper: -1e-12, precision: 64).isCertainlyNegative)
    let wide = Ball(lower: Rational(10).power(-300), upper: 1, precision: 64)
    #expect(wide.isCertainlyNonNegative && wide.contains(1) && wide.radius < 0.51)
    #expect(Ball(lower: 0, upper: Rational(10).power(300), precision: 64).contains(1))
  }

  @Test("every interval is enclosed, and not by much more")
  func randomIntervals() throws {
    for index in 0..<500 {
      var sample = RandomSource("intervals").sample(UInt64(index))
      func number() -> Rational {
        let scale = Rational(2).power(sample.integer(in: -80...80))
        return scale * Rational(sample.integer(in: -1000...1000), sample.integer(in: 1...999))
      }
      let (a, b) = (number(), number())
      let (low, high) = (min(a, b), max(a, b))
      let ball = Ball(lower: low, upper: high, precision: 53)
      let (lower, upper) = (try #require(ball.lower), try #require(ball.upper))
      #expect(lower <= low && high <= upper)
      #expect(upper - lower <= (high - low) * 1.0000001 + (low.magnitude + high.magnitude) * 1e-15)
      #expect(low < 0 || lower >= 0)
      #expect(high > 0 || upper <= 0)
    }
  }

  @Test("sums, products and quotients keep the signs of their operands, and all members")
  func signsOfOperands() throws {
    let above = Ball(lower: 1, upper: 3, precision: 64)
    #expect((unit * unit).isCertainlyNonNegative && (unit * unit).contains(1))
    #expect((unit * -unit).isCertainlyNonPositive && (unit * -unit).contains(-1))
    #expect((unit / above).isCertainlyNonNegative && (-unit - unit).isCertainlyNonPositive)
    #expect(!(unit * around).isCertainlyNonNegative && !(unit - unit).isCertainlyNonNegative)
    for index in 0..<500 {
      var sample = RandomSource("signs of balls").sample(UInt64(index))
      func interval() -> (ends: [Rational], ball: Ball) {
        let scale = Rational(2).power(sample.integer(in: -40...40))
        let ends = [0, 1].map { _ in
          scale * Rational(sample.integer(in: -9...9), sample.integer(in: 1...9))
        }.sorted()
        return (ends, Ball(lower: ends[0], upper: ends[1], precision: 53))
      }
      let (x, y) = (interval(), interval())
      for (a, b) in x.ends.flatMap({ a in y.ends.map { (a, $0) } }) {
        #expect((x.ball + y.ball).contains(a + b) && (x.ball - y.ball).contains(a - b))
        #expect((x.ball * y.ball).contains(a * b))
        #expect(b == 0 || (x.ball / y.ball).contains(a / b))
      }
      if x.ends[0] >= 0, y.ends[0] >= 0 {
        #expect((x.ball + y.ball).isCertainlyNonNegative)
        #expect((x.ball * y.ball).isCertainlyNonNegative)
      }
    }
  }

  @Test("ends are exact and do not lose members")
  func ends() throws {
    let third = Ball(Rational(1, 3), precision: 64)
    let (lower, upper) = (try #require(third.lower), try #require(third.upper))
    #expect(lower < Rational(1, 3))
    #expect(Rational(1, 3) < upper)
    #expect(third.radius > 0 && third.radius < 1e-19)
    #expect(Ball(exactly: 0.1).lower == Rational(exactly: 0.1))
    #expect(Ball(exactly: 0.1).radius == 0)
  }

  @Test("ends too far away are given up or rounded outward, never expanded")
  func farEnds() {
    let huge = Ball.exp(Ball.exp(20))
    #expect(huge.isFinite)
    #expect(huge.lower == nil)
    let tiny = Ball.exp(-Ball.exp(20))
    #expect(tiny.lower == 0)
    #expect(tiny.upper == Rational(2).power(-1_048_576))
  }

  @Test("known constants to 30 digits")
  func constants() throws {
    let decimals = [
      (Ball.exp(1), "2.71828182845904523536028747135"),
      (Ball.pi, "3.14159265358979323846264338327"),
      (Ball.log(2), "0.69314718055994530941723212145"),
      (Ball.erf(1), "0.84270079294971486934122063508"),
      (Ball.gamma(Ball(Rational(1, 3), precision: 128)), "2.67893853470774763365569294097"),
      (Ball.digamma(1), "-0.57721566490153286060651209008"),
      (Ball.logGamma(10), "12.8018274800814696112077178745"),
    ]
    for (ball, text) in decimals {
      let value = try #require(Rational(text))
      #expect((ball - Ball(value)).isFinite)
      let error = Ball.abs(ball - Ball(value))
      #expect(error.compared(to: Ball(Rational(10).power(-28))) == .less, "\(ball) and \(text)")
    }
  }

  @Test("an order is decided, or nil")
  func order() {
    #expect(Ball(1).compared(to: 2) == .less)
    #expect(Ball(2).compared(to: 1) == .greater)
    #expect(Ball(1).compared(to: 1) == .equal)
    #expect(around.compared(to: around) == nil)
    #expect(Ball.log(around).compared(to: 0) == nil)
  }

  @Test("outside its domain a function is not finite, and decides nothing")
  func domains() {
    let undefined = [
      Ball.log(0), Ball.log(around), Ball.sqrt(around), Ball(1) / around, Ball(exactly: .nan),
      Ball(exactly: .infinity), Ball.gamma(-2), Ball.power(around, Rational(1, 2)),
      Ball.power(around, -2),
    ]
    for ball in undefined {
      #expect(!ball.isFinite)
      #expect(ball.lower == nil && ball.upper == nil)
      #expect(!ball.isCertainlyPositive && !ball.isCertainlyNonNegative)
      #expect(!ball.isCertainlyNegative && !ball.isCertainlyNonZero)
      #expect(ball.contains(0) && ball.overlaps(17))
      #expect(ball.description == "[not finite]")
    }
  }

  @Test("an even power, a magnitude and a root are certainly not negative")
  func signs() {
    #expect((around ** 2).isCertainlyNonNegative)
    #expect((around ** 2).contains(1) && (around ** 2).contains(0))
    #expect((around ** 0).compared(to: 1) == .equal)
    #expect(Ball.abs(around).isCertainlyNonNegative)
    #expect(Ball.sqrt(unit).contains(1) && Ball.sqrt(unit).contains(Rational(1, 2)))
    let root = Ball.power(unit, Rational(1, 3))
    #expect(root.isCertainlyNonNegative && root.contains(0) && root.contains(1))
    #expect(!root.contains(2))
    #expect(Ball.power(0, Rational(1, 2)).compared(to: 0) == .equal)
    #expect(Ball.power(-2, 3).compared(to: -8) == .equal)
    #expect(Ball.power(-2, Ball(3)).compared(to: -8) == .equal)
  }

  @Test("the larger of two overlapping balls contains both maxima")
  func larger() {
    let ball = MathCore.larger(around, Ball(Rational(1, 2)))
    #expect(ball.contains(Rational(1, 2)) && ball.contains(1))
    #expect(!ball.contains(Rational(1, 4)))
  }

  @Test("prints the digits that its radius supports")
  func description() {
    #expect(Ball(exactly: 0.25).description == "0.25")
    #expect(Ball(3).description == "3")
    #expect(Ball(Rational(1, 3), precision: 32).description == "[0.333333333 ± 3.73e-10]")
  }

  @Test("results take the larger precision")
  func precision() {
    #expect((Ball(1, precision: 300) / 3).precision == 300)
    #expect((Ball(1, precision: 300) / 3).radius < 1e-89)
  }
}
