// Vectors: what their literals mean, and the linear structure.

import MathCore
import Testing

@Suite("Vector")
struct VectorTests {
  @Test("a literal of integers is a vector of Double")
  func literal() {
    let scores: Vector = [1, 2, 3]
    #expect(type(of: scores) == Vector<Double>.self)
    let exact: Vector<Rational> = [1, 0.5, Rational(1, 3)]
    #expect(exact.sum == Rational(11, 6))
  }

  @Test("mapping to a field gives a vector, to anything else an array")
  func mapping() {
    let x: Vector = [1, 2, 3]
    let c = 10.0
    let shifted = x.map { $0 + c }
    #expect(shifted == [11, 12, 13])
    #expect(type(of: shifted) == Vector<Double>.self)
    #expect(x.map { "\($0)" } == ["1.0", "2.0", "3.0"])
  }

  @Test("sums, products, extremes")
  func operations() {
    let x: Vector<Rational> = [1, 2, 3]
    let y: Vector<Rational> = [4, 5, 6]
    #expect(x + y == [5, 7, 9])
    #expect(y - x == [3, 3, 3])
    #expect(2 * x == [2, 4, 6])
    #expect(x / 2 == [0.5, 1, 1.5])
    #expect(-x == [-1, -2, -3])
    #expect(x.dot(y) == 32)
    #expect(x.norm2 == 14)
    #expect(x.max() == 3 && x.min() == 1)
    #expect(Vector<Rational>([]).sum == 0)
    #expect(Vector<Rational>.unit(1, of: 3) == [0, 1, 0])
  }

  @Test("the larger of the entries keeps a NaN")
  func larger() {
    let x: Vector = [1, .nan, 3]
    #expect(x.larger.isNaN)
    #expect(Vector<Double>([1, 3, 2]).larger == 3)
  }

  @Test("different lengths do not combine")
  func lengths() async {
    await #expect(processExitsWith: .failure) {
      let x: Vector = [1, 2]
      let y: Vector = [1]
      _ = x + y
    }
  }
}
