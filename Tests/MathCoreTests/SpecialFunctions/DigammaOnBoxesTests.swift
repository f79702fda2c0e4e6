// ψ of wide boxes: contained values, and how wide the enclosures are.

import Testing

@testable import MathCore

@Suite("ψ of boxes")
struct DigammaOnBoxesTests {
  private func box(_ x: Rational, _ y: Rational, _ half: Rational) -> ComplexBall {
    ComplexBall(
      Ball(lower: x - half, upper: x + half, precision: 96),
      Ball(lower: y - half, upper: y + half, precision: 96))
  }

  private let centres: [(Rational, Rational)] = [
    (Rational(3, 4), 6), (Rational(1, 2), 0), (5, -3), (Rational(1, 4), Rational(1, 10)), (40, 40),
  ]
  private let halves: [Rational] = [Rational(1, 5), Rational(1, 100), Rational(1, 10_000)]

  @Test("the values at corners, edges and centre are contained")
  func containment() {
    for (x, y) in centres {
      for half in halves {
        let enclosure = ComplexBall.digamma(box(x, y, half))
        #expect(enclosure.isFinite)
        for a in [-1, 0, 1] as [Rational] {
          for b in [-1, 0, 1] as [Rational] {
            let point = ComplexBall(
              Ball(x + a * half, precision: 96), Ball(y + b * half, precision: 96))
            let value = ComplexBall.digamma(point)
            #expect(enclosure.overlaps(value), "ψ(\(x) + \(y)i), half width \(half)")
          }
        }
      }
    }
  }

  @Test("an enclosure is little wider than the derivative asks for")
  func width() {
    for (x, y) in centres {
      for half in halves.dropFirst() {
        let enclosure = ComplexBall.digamma(box(x, y, half))
        let slope = ComplexBall.polygamma(1, ComplexBall(Ball(x), Ball(y))).abs
        let needed = Double(slope.midpoint) * Double(half)
        #expect(enclosure.re.radius < 4 * needed, "ψ(\(x) + \(y)i), half width \(half)")
        #expect(enclosure.im.radius < 4 * needed)
      }
    }
  }

  @Test("a box that meets a pole has no enclosure")
  func poles() {
    #expect(!ComplexBall.digamma(box(0, 0, Rational(1, 10))).isFinite)
    #expect(!ComplexBall.digamma(box(-2, Rational(1, 100), Rational(1, 10))).isFinite)
  }
}
